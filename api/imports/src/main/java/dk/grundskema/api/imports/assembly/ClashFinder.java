package dk.grundskema.api.imports.assembly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds classes and staff who are in two lessons at the same time. It keeps the lessons and reports the overlap. */
final class ClashFinder {
    /** Most pairs that are reported for one class or person. */
    private static final int MOST_PAIRS = 500;

    private final EntityRegistry entities;
    private final FileFindingList findings;

    ClashFinder(EntityRegistry entities, FileFindingList findings) {
        this.entities = entities;
        this.findings = findings;
    }

    /** Returns the same drafts; simultaneous lessons of a class become part lessons, since half classes exist. */
    List<LessonDraft> markOverlapsAsParts(List<LessonDraft> drafts) {
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
        Map<List<Integer>, List<String>> classesTwice = new LinkedHashMap<>();
        entities.classes
                .entries()
                .forEach(entry ->
                        forEachOverlap(drafts, byClass.getOrDefault(entry.id(), List.of()), (one, other, isTold) -> {
                            boolean isClash = isWhole(drafts.get(one)) || isWhole(drafts.get(other));
                            if (isClash) {
                                parts.add(one);
                                parts.add(other);
                                if (isTold) {
                                    classesTwice
                                            .computeIfAbsent(List.of(one, other), any -> new ArrayList<>())
                                            .add(entry.label());
                                }
                            }
                            return isClash;
                        }));
        classesTwice.forEach((pair, labels) -> reportClash(
                "import.class-twice",
                String.join(", ", labels),
                drafts.get(pair.getFirst()),
                drafts.get(pair.getLast())));
        entities.staff
                .entries()
                .forEach(entry ->
                        forEachOverlap(drafts, byStaff.getOrDefault(entry.id(), List.of()), (one, other, isTold) -> {
                            if (isTold) {
                                reportClash("import.staff-twice", entry.label(), drafts.get(one), drafts.get(other));
                            }
                            return true;
                        }));
        var settled = new ArrayList<LessonDraft>();
        for (int i = 0; i < drafts.size(); i++) {
            settled.add(
                    parts.contains(i) && isWhole(drafts.get(i)) ? drafts.get(i).asPart() : drafts.get(i));
        }
        return settled;
    }

    private Set<String> classes(LessonDraft draft) {
        if (draft.busy()) {
            return Set.of();
        }
        var classes = new TreeSet<>(draft.who().classes());
        draft.who().courses().forEach(course -> classes.addAll(entities.classesOf(course)));
        return classes;
    }

    private static boolean isWhole(LessonDraft draft) {
        return !draft.part() && draft.who().courses().isEmpty();
    }

    /** Handles two overlapping drafts. */
    private interface OverlapHandler {
        /** Returns whether the overlap counts as a finding; reports it only if {@code isTold}. */
        boolean handleOverlap(int one, int other, boolean isTold);
    }

    private static void forEachOverlap(List<LessonDraft> drafts, List<Integer> some, OverlapHandler pair) {
        var sorted = some.stream()
                .sorted(Comparator.comparing((Integer i) -> drafts.get(i).when().weekday())
                        .thenComparing(i -> drafts.get(i).when().start())
                        .thenComparing(i -> i))
                .toList();
        int found = 0;
        var met = new BitSet(); // drafts that are known to overlap with another
        for (int i = 0; i < sorted.size(); i++) {
            var when = drafts.get(sorted.get(i)).when();
            for (int j = nextCandidate(i, i, met, found); j < sorted.size(); j = nextCandidate(i, j, met, found)) {
                var next = drafts.get(sorted.get(j)).when();
                if (next.weekday() != when.weekday() || !next.start().isBefore(when.end())) {
                    break;
                }
                boolean isNews = found < MOST_PAIRS || !met.get(i) || !met.get(j);
                if (isNews && when.overlaps(next)) {
                    met.set(i);
                    met.set(j);
                    if (pair.handleOverlap(sorted.get(i), sorted.get(j), found < MOST_PAIRS)) {
                        found++;
                    }
                }
            }
        }
    }

    /**
     * Returns the next draft to compare with. After the limit only those without a known overlap are compared, unless {@code one} itself
     * has none.
     */
    private static int nextCandidate(int one, int last, BitSet met, int found) {
        return found >= MOST_PAIRS && met.get(one) ? met.nextClearBit(last + 1) : last + 1;
    }

    private void reportClash(String code, String label, LessonDraft one, LessonDraft other) {
        String second = other.firstPlace().file().equals(one.firstPlace().file())
                ? other.firstPlace().where()
                : other.firstPlace().file() + " " + other.firstPlace().where();
        findings.warning(
                one.firstPlace(),
                code,
                label,
                one.when().weekday(),
                one.when().start(),
                describe(one),
                describe(other),
                second);
    }

    private String describe(LessonDraft draft) {
        String title = draft.subject().isBlank() ? draft.title() : draft.subject();
        var groups = new ArrayList<String>();
        draft.who().classes().forEach(id -> groups.add(entities.classes.label(id)));
        draft.who().courses().forEach(id -> groups.add(entities.courses.label(id)));
        String who = String.join(", ", groups);
        if (title.isBlank() && who.isBlank()) {
            return String.join(
                    ", ", draft.rooms().stream().map(entities.rooms::label).toList());
        }
        return (title + " " + who).strip();
    }
}
