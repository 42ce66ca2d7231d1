package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Weeks that a title, a label or a cell of a grid states.
 *
 * @param pattern      the weeks
 * @param words        the words that state them; empty if none do, and every week is meant
 * @param contradicted words that state other weeks for the same lessons, and do not count; empty if there are none
 */
record StatedWeeks(WeekPattern pattern, String words, String contradicted) {
    /** Every week, which nothing needs to state. */
    static final StatedWeeks ALL = new StatedWeeks(new WeekPattern.All(), "", "");

    /** Returns weeks that these words state. */
    static StatedWeeks of(WeekPattern pattern, String words) {
        return new StatedWeeks(pattern, words, "");
    }

    /** Whether it is every week. */
    boolean areAll() {
        return pattern instanceof WeekPattern.All;
    }

    /** Whether other words state other weeks. */
    boolean isContradicted() {
        return !contradicted.isEmpty();
    }

    /**
     * Returns the weeks that these and outer ones have in common. If they have none, these count, because they are nearer to the lesson.
     *
     * @param outer weeks of the row, column or grid around
     */
    StatedWeeks within(StatedWeeks outer) {
        if (areAll() || pattern.equals(outer.pattern)) {
            return isContradicted() ? this : outer;
        }
        if (outer.areAll()) {
            return this;
        }
        return common(pattern, outer.pattern)
                .map(both -> new StatedWeeks(
                        both, words + ", " + outer.words, isContradicted() ? contradicted : outer.contradicted))
                .orElse(new StatedWeeks(pattern, words, outer.words));
    }

    /** Returns the weeks that two different patterns have in common; empty if there are none, or if that depends on the plan. */
    private static Optional<WeekPattern> common(WeekPattern one, WeekPattern other) {
        if (one instanceof WeekPattern.Numbered numbered) {
            return common(numbered.numbers(), other);
        }
        return other instanceof WeekPattern.Numbered numbered ? common(numbered.numbers(), one) : Optional.empty();
    }

    private static Optional<WeekPattern> common(SortedSet<Integer> numbers, WeekPattern other) {
        var both = new TreeSet<>(numbers);
        switch (other) {
            case WeekPattern.Even even -> both.removeIf(number -> number % 2 != 0);
            case WeekPattern.Odd odd -> both.removeIf(number -> number % 2 == 0);
            case WeekPattern.Numbered numbered -> both.retainAll(numbered.numbers());
            default -> both.clear();
        }
        return both.isEmpty() ? Optional.empty() : Optional.of(new WeekPattern.Numbered(both));
    }
}
