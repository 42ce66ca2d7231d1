package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a mapping says about one kind of entries that only the new timetable has.
 *
 * @param <T> kind of entry
 */
final class PlanAnswers<T> {
    private final String field;
    private final SortedMap<String, String> answers;
    private final Set<String> remembered;
    private final Set<T> settled = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final List<Finding> unknown = new ArrayList<>();
    private final List<Finding> contradictions = new ArrayList<>();

    /**
     * @param field      field of the mapping, such as {@code staff}
     * @param answers    its entries
     * @param remembered JSON pointers of answers that give way to others, as those do that a school gave about earlier files
     */
    PlanAnswers(String field, SortedMap<String, String> answers, Set<String> remembered) {
        this.field = field;
        this.answers = answers;
        this.remembered = Set.copyOf(remembered);
    }

    /**
     * An entry that a text names.
     *
     * @param entry   the entry
     * @param isExact whether the text is its name; otherwise only one entry can be meant
     */
    record Named<T>(T entry, boolean isExact) {
        static <T> Named<T> exact(T entry) {
            return new Named<>(entry, true);
        }
    }

    /** An answer about two entries that exist. */
    private record Answer<T>(String word, String meaning, String pointer, Named<T> added, Named<T> missing) {
        boolean isAboutSame(Answer<T> other) {
            return added.entry().equals(other.added.entry());
        }
    }

    /** Returns the names in the new timetable. */
    Set<String> words() {
        return answers.keySet();
    }

    /** Returns the names in the plan. */
    Set<String> meanings() {
        return Set.copyOf(answers.values());
    }

    /**
     * Applies the answers.
     *
     * @param added   finds an entry that only the new timetable has
     * @param missing finds an entry that only the plan has
     * @param isKnown whether the new timetable has an entry with a name, which the plan may have, too
     * @param match   takes the two as the same
     */
    void apply(
            Function<String, Optional<Named<T>>> added,
            Function<String, Optional<Named<T>>> missing,
            Predicate<String> isKnown,
            BiConsumer<T, T> match) {
        var possible = new ArrayList<Answer<T>>();
        answers.forEach((word, meaning) -> {
            String pointer = "/inPlan/" + field + "/" + Finding.escapePointerSegment(word);
            Optional<Named<T>> one = added.apply(word);
            if (one.isPresent()) {
                used.add(word);
            }
            if (word.equals(meaning)) {
                one.ifPresent(found -> settled.add(found.entry()));
                if (one.isEmpty() && !isKnown.test(word)) {
                    unknown.add(Finding.error("school-timetable.answer-not-new." + field, pointer, word));
                }
                return;
            }
            Optional<Named<T>> same = missing.apply(meaning);
            if (one.isEmpty()) {
                unknown.add(Finding.error("school-timetable.answer-not-new." + field, pointer, word));
            }
            if (same.isEmpty()) {
                unknown.add(Finding.error("school-timetable.answer-not-missing." + field, pointer, meaning));
            }
            if (one.isPresent() && same.isPresent()) {
                possible.add(new Answer<>(word, meaning, pointer, one.get(), same.get()));
            }
        });
        Map<T, Answer<T>> byAdded = new HashMap<>();
        Map<T, Answer<T>> byMissing = new HashMap<>();
        for (Answer<T> one : withoutOutdated(possible)) {
            Answer<T> same = byAdded.putIfAbsent(one.added().entry(), one);
            Answer<T> earlier =
                    same != null ? same : byMissing.get(one.missing().entry());
            if (earlier == null) {
                byMissing.put(one.missing().entry(), one);
                match.accept(one.added().entry(), one.missing().entry());
            } else {
                contradictions.add(contradiction(one, earlier));
            }
        }
    }

    private static <T> Finding contradiction(Answer<T> one, Answer<T> earlier) {
        return one.isAboutSame(earlier)
                ? Finding.error(
                        "school-timetable.answer-two-meanings",
                        one.pointer(),
                        one.word(),
                        earlier.word(),
                        one.meaning(),
                        earlier.meaning())
                : Finding.error(
                        "school-timetable.answer-twice", one.pointer(), one.word(), earlier.word(), one.meaning());
    }

    /** Leaves out remembered answers that contradict another one that is at least as certain. */
    private List<Answer<T>> withoutOutdated(List<Answer<T>> possible) {
        Map<T, List<Answer<T>>> rivals = new HashMap<>();
        Map<T, List<Answer<T>>> ofPlan = new HashMap<>();
        possible.forEach(one -> {
            rivals.computeIfAbsent(one.added().entry(), any -> new ArrayList<>())
                    .add(one);
            ofPlan.computeIfAbsent(one.missing().entry(), any -> new ArrayList<>())
                    .add(one);
        });
        return possible.stream()
                .filter(one -> !remembered.contains(one.pointer())
                        || (isMostCertain(one, rivals.getOrDefault(one.added().entry(), List.of()))
                                && isMostCertain(
                                        one, ofPlan.getOrDefault(one.missing().entry(), List.of()))))
                .toList();
    }

    private boolean isMostCertain(Answer<T> one, List<Answer<T>> all) {
        return all.stream().filter(other -> !other.equals(one)).noneMatch(other -> certainty(other) >= certainty(one));
    }

    /** Returns how certain it is that an answer is about these files; 0 is least certain. */
    private int certainty(Answer<T> one) {
        if (!remembered.contains(one.pointer())) {
            return 2;
        }
        return one.added().isExact() && one.missing().isExact() ? 1 : 0;
    }

    /** Returns whether the mapping says that an entry of the new timetable is new. */
    boolean isNew(T added) {
        return settled.contains(added);
    }

    /** Returns the names in the new timetable of entries that only it has. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /** Returns errors about entries that the new timetable or the plan does not have, or that both have. */
    List<Finding> unknown() {
        return List.copyOf(unknown);
    }

    /** Returns errors about an entry that is said to be two others. */
    List<Finding> contradictions() {
        return List.copyOf(contradictions);
    }
}
