package dk.grundskema.api.imports.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Finds drafts that are one lesson, and lessons that are parallel courses of a band. Nothing that differs is ever merged. */
final class Joining {
    private final Cast cast;
    private final FindingList findings;

    Joining(Cast cast, FindingList findings) {
        this.cast = cast;
        this.findings = findings;
    }

    List<Draft> joined(List<Draft> drafts) {
        var once = identical(drafts);
        var classesTogether = merged(once, Joining::sameTeaching);
        var teachersTogether = merged(classesTogether, Joining::sameRoomAndClasses);
        return bands(teachersTogether);
    }

    private List<Draft> identical(List<Draft> drafts) {
        var once = merged(
                drafts,
                draft -> List.of(
                        draft.who(),
                        draft.rooms(),
                        draft.subject(),
                        draft.title(),
                        draft.busy(),
                        draft.part(),
                        draft.when()));
        var twice = once.stream().filter(draft -> draft.places().size() > 1).toList();
        if (!twice.isEmpty()) {
            findings.info(
                    twice.getFirst().place(),
                    "import.lessons.twice",
                    drafts.size() - once.size(),
                    FindingList.where(twice.getFirst().places()));
        }
        return once;
    }

    /** One teacher who teaches one subject in one place at one time teaches all classes together. */
    private static Object sameTeaching(Draft draft) {
        boolean canTell = !draft.who().staff().isEmpty()
                && draft.who().hasLearners()
                && !draft.busy()
                && (!draft.coupling().isEmpty() || !draft.rooms().isEmpty());
        return canTell
                ? List.of(draft.who().staff(), draft.subject(), draft.rooms(), draft.when(), draft.part())
                : new Object();
    }

    /** Several who teach the same classes one subject in one room are two adults, not courses. */
    private static Object sameRoomAndClasses(Draft draft) {
        boolean canTell = !draft.coupling().isEmpty()
                && !draft.who().staff().isEmpty()
                && draft.who().hasLearners()
                && (!draft.rooms().isEmpty() || draft.who().classes().size() == 1);
        return canTell
                ? List.of(
                        draft.coupling(),
                        draft.who().classes(),
                        draft.who().courses(),
                        draft.who().students(),
                        draft.subject(),
                        draft.rooms(),
                        draft.when(),
                        draft.part())
                : new Object();
    }

    private static List<Draft> merged(List<Draft> drafts, Function<Draft, Object> key) {
        return gathered(drafts, key, Draft::with);
    }

    private static List<Draft> gathered(List<Draft> drafts, Function<Draft, Object> key, BinaryOperator<Draft> join) {
        Map<Object, Draft> byKey = new LinkedHashMap<>();
        drafts.forEach(draft -> byKey.merge(key.apply(draft), draft, join));
        return new ArrayList<>(byKey.values());
    }

    private List<Draft> bands(List<Draft> drafts) {
        Map<Object, List<Draft>> coupled = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Object key = draft.coupling().isEmpty() || draft.busy()
                    ? new Object()
                    : List.of(
                            draft.coupling(),
                            draft.when().weekday(),
                            draft.when().start(),
                            draft.when().weeks());
            coupled.computeIfAbsent(key, any -> new ArrayList<>()).add(draft);
        }
        var all = new ArrayList<Draft>();
        var told = new TreeSet<String>();
        for (List<Draft> band : coupled.values()) {
            if (band.size() == 1) {
                all.addAll(band);
                continue;
            }
            band.forEach(draft -> all.add(
                    draft.who().classes().isEmpty()
                                    || cast.knowsAllMembers(draft.who().courses())
                            ? draft
                            : draft.asPart()));
            tell(band, told);
        }
        return all;
    }

    private void tell(List<Draft> band, Set<String> told) {
        // Of courses that have names it is said elsewhere which of them nobody knows.
        boolean unknown = band.stream().anyMatch(draft -> draft.who().courses().isEmpty());
        if (unknown && told.add(band.getFirst().coupling())) {
            var classes = new TreeSet<String>();
            band.forEach(draft -> draft.who().classes().forEach(id -> classes.add(cast.classes.label(id))));
            findings.info(
                    band.getFirst().place(),
                    "import.band.unknown",
                    List.copyOf(classes),
                    band.size(),
                    band.stream().map(Draft::subject).distinct().toList(),
                    FindingList.where(band.stream().map(Draft::place).toList()));
        }
    }
}
