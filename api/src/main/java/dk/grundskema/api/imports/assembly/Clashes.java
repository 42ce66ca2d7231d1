package dk.grundskema.api.imports.assembly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds who is in two places at once by what files say: it stays as it is said, but is pointed out. */
final class Clashes {
    /** So many pairs are said of one class or person; whoever has more to mend begins with these. */
    private static final int MOST_PAIRS = 500;

    private final Cast cast;
    private final FindingList findings;

    Clashes(Cast cast, FindingList findings) {
        this.cast = cast;
        this.findings = findings;
    }

    /** The same drafts; lessons of a class that are held at once are parts of it, since half classes exist. */
    List<Draft> settled(List<Draft> drafts) {
        Map<String, List<Integer>> byClass = new HashMap<>();
        Map<String, List<Integer>> byStaff = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            for (String id : classes(drafts.get(i))) {
                byClass.computeIfAbsent(id, any -> new ArrayList<>()).add(i);
            }
            for (String id : drafts.get(i).who().staff()) {
                byStaff.computeIfAbsent(id, any -> new ArrayList<>()).add(i);
            }
        }
        Set<Integer> parts = new HashSet<>();
        cast.classes
                .entries()
                .forEach(entry -> pairs(drafts, byClass.getOrDefault(entry.id(), List.of()), (one, other, isTold) -> {
                    boolean isClash = isWhole(drafts.get(one)) || isWhole(drafts.get(other));
                    if (isClash) {
                        parts.add(one);
                        parts.add(other);
                        if (isTold) {
                            tell("import.class-twice", entry.label(), drafts.get(one), drafts.get(other));
                        }
                    }
                    return isClash;
                }));
        cast.staff
                .entries()
                .forEach(entry -> pairs(drafts, byStaff.getOrDefault(entry.id(), List.of()), (one, other, isTold) -> {
                    if (isTold) {
                        tell("import.staff-twice", entry.label(), drafts.get(one), drafts.get(other));
                    }
                    return true;
                }));
        var settled = new ArrayList<Draft>();
        for (int i = 0; i < drafts.size(); i++) {
            settled.add(
                    parts.contains(i) && isWhole(drafts.get(i)) ? drafts.get(i).asPart() : drafts.get(i));
        }
        return settled;
    }

    private Set<String> classes(Draft draft) {
        if (draft.busy()) {
            return Set.of();
        }
        var classes = new TreeSet<>(draft.who().classes());
        draft.who().courses().forEach(course -> classes.addAll(cast.classesOf(course)));
        return classes;
    }

    private static boolean isWhole(Draft draft) {
        return !draft.part() && draft.who().courses().isEmpty();
    }

    /** What is to be done with two that overlap. */
    private interface Pair {
        /** Whether the two were worth a word; if there have been enough, none is said. */
        boolean found(int one, int other, boolean isTold);
    }

    private static void pairs(List<Draft> drafts, List<Integer> some, Pair pair) {
        var sorted = some.stream()
                .sorted(Comparator.comparing((Integer i) -> drafts.get(i).when().weekday())
                        .thenComparing(i -> drafts.get(i).when().start())
                        .thenComparing(i -> i))
                .toList();
        int found = 0;
        var met = new BitSet(); // those that are known to overlap with another
        for (int i = 0; i < sorted.size(); i++) {
            var when = drafts.get(sorted.get(i)).when();
            for (int j = next(i, i, met, found); j < sorted.size(); j = next(i, j, met, found)) {
                var next = drafts.get(sorted.get(j)).when();
                if (next.weekday() != when.weekday() || !next.start().isBefore(when.end())) {
                    break;
                }
                boolean isNews = found < MOST_PAIRS || !met.get(i) || !met.get(j);
                if (isNews && when.overlaps(next)) {
                    met.set(i);
                    met.set(j);
                    if (pair.found(sorted.get(i), sorted.get(j), found < MOST_PAIRS)) {
                        found++;
                    }
                }
            }
        }
    }

    /** The next to compare with one: once enough is said, only those that aren't known to overlap with another, unless the one isn't. */
    private static int next(int one, int last, BitSet met, int found) {
        return found >= MOST_PAIRS && met.get(one) ? met.nextClearBit(last + 1) : last + 1;
    }

    private void tell(String code, String label, Draft one, Draft other) {
        String second = other.place().file().equals(one.place().file())
                ? other.place().where()
                : other.place().file() + " " + other.place().where();
        findings.warning(
                one.place(), code, label, one.when().weekday(), one.when().start(), called(one), called(other), second);
    }

    private String called(Draft draft) {
        String title = draft.subject().isBlank() ? draft.title() : draft.subject();
        var groups = new ArrayList<String>();
        draft.who().classes().forEach(id -> groups.add(cast.classes.label(id)));
        draft.who().courses().forEach(id -> groups.add(cast.courses.label(id)));
        String who = String.join(", ", groups);
        return title.isBlank() || who.isBlank() ? title + who : title + " " + who;
    }
}
