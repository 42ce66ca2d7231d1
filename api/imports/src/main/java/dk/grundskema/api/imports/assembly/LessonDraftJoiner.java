package dk.grundskema.api.imports.assembly;

import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Merges drafts that are the same lesson, and finds lessons that are parallel courses of a band. Never merges drafts with different properties. */
final class LessonDraftJoiner {
    private final EntityRegistry entities;
    private final FileFindingList findings;

    LessonDraftJoiner(EntityRegistry entities, FileFindingList findings) {
        this.entities = entities;
        this.findings = findings;
    }

    List<LessonDraft> join(List<LessonDraft> drafts) {
        var once = joinIdentical(drafts);
        var classesTogether = mergeByKey(once, LessonDraftJoiner::teachingKey);
        var teachersTogether = mergeByKey(classesTogether, LessonDraftJoiner::roomAndClassesKey);
        // Weeks come last: classes that are together in some weeks only are together in those.
        return markBands(joinWeeks(teachersTogether));
    }

    private List<LessonDraft> joinIdentical(List<LessonDraft> drafts) {
        var once = mergeByKey(
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
                    twice.getFirst().firstPlace(),
                    "import.lessons.twice",
                    drafts.size() - once.size(),
                    FileFindingList.describePlaces(twice.getFirst().places()));
        }
        return once;
    }

    /** Joins lessons of different weeks that differ in nothing else: a file with a row for each date, or a file for each week. */
    private static List<LessonDraft> joinWeeks(List<LessonDraft> drafts) {
        Map<Object, List<LessonDraft>> byKey = new LinkedHashMap<>();
        drafts.forEach(draft -> byKey.computeIfAbsent(keyWithoutWeeks(draft), any -> new ArrayList<>())
                .add(draft));
        var all = new ArrayList<LessonDraft>();
        byKey.values().forEach(same -> all.addAll(joinDisjointWeeks(same)));
        return all;
    }

    private static Object keyWithoutWeeks(LessonDraft draft) {
        return List.of(
                draft.couplingInFile(),
                draft.who(),
                draft.rooms(),
                draft.subject(),
                draft.title(),
                draft.busy(),
                draft.part(),
                draft.when().weekday(),
                draft.when().start(),
                draft.when().end());
    }

    /** Joins the lessons of which no two have a week in common; a lesson in a week that is taken is another one. */
    private static List<LessonDraft> joinDisjointWeeks(List<LessonDraft> same) {
        if (same.size() == 1) {
            return same;
        }
        var weeks = new HashSet<IsoWeek>();
        var joined = new ArrayList<LessonDraft>();
        var others = new ArrayList<LessonDraft>();
        for (LessonDraft draft : same) {
            boolean isFree = Collections.disjoint(weeks, draft.when().weeks());
            (isFree ? joined : others).add(draft);
            weeks.addAll(draft.when().weeks());
        }
        others.addFirst(LessonDraft.joinWeeks(joined));
        return others;
    }

    /** Key of drafts that are one joint lesson: the same teacher, subject, room and time with several classes. */
    private static Object teachingKey(LessonDraft draft) {
        boolean canTell = !draft.who().staff().isEmpty()
                && draft.who().hasLearners()
                && !draft.busy()
                && (!draft.coupling().isEmpty() || !draft.rooms().isEmpty());
        return canTell
                ? List.of(draft.who().staff(), draft.subject(), draft.rooms(), draft.when(), draft.part())
                : new Object();
    }

    /** Key of drafts that are one lesson with several adults: the same classes, subject and room. */
    private static Object roomAndClassesKey(LessonDraft draft) {
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

    private static List<LessonDraft> mergeByKey(List<LessonDraft> drafts, Function<LessonDraft, Object> key) {
        Map<Object, LessonDraft> byKey = new LinkedHashMap<>();
        drafts.forEach(draft -> byKey.merge(key.apply(draft), draft, LessonDraft::mergedWith));
        return new ArrayList<>(byKey.values());
    }

    private List<LessonDraft> markBands(List<LessonDraft> drafts) {
        Map<Object, List<LessonDraft>> coupled = new LinkedHashMap<>();
        for (LessonDraft draft : drafts) {
            Object key = draft.coupling().isEmpty() || draft.busy()
                    ? new Object()
                    : List.of(
                            draft.coupling(),
                            draft.when().weekday(),
                            draft.when().start(),
                            draft.when().weeks());
            coupled.computeIfAbsent(key, any -> new ArrayList<>()).add(draft);
        }
        var all = new ArrayList<LessonDraft>();
        var reportedBands = new TreeSet<String>();
        for (List<LessonDraft> band : coupled.values()) {
            if (band.size() == 1) {
                all.addAll(band);
                continue;
            }
            band.forEach(draft -> all.add(
                    draft.who().classes().isEmpty()
                                    || entities.knowsAllMembers(draft.who().courses())
                            ? draft
                            : draft.asPart()));
            reportUnknownBand(band, reportedBands);
        }
        return all;
    }

    private void reportUnknownBand(List<LessonDraft> band, Set<String> reportedBands) {
        // The members of named courses are reported elsewhere.
        boolean unknown = band.stream().anyMatch(draft -> draft.who().courses().isEmpty());
        if (unknown && reportedBands.add(band.getFirst().coupling())) {
            var classes = new TreeSet<String>();
            band.forEach(draft -> draft.who().classes().forEach(id -> classes.add(entities.classes.label(id))));
            findings.info(
                    band.getFirst().firstPlace(),
                    "import.band.unknown",
                    List.copyOf(classes),
                    band.size(),
                    band.stream().map(LessonDraft::subject).distinct().toList(),
                    FileFindingList.describePlaces(
                            band.stream().map(LessonDraft::firstPlace).toList()));
        }
    }
}
