package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Days on which a lesson is held, as the file states them. */
public sealed interface SourceDays {
    /**
     * The same weekday in recurring weeks with school.
     *
     * @param weekday the weekday
     * @param which   pattern of the weeks
     */
    record Weekly(DayOfWeek weekday, WeekPattern which) implements SourceDays {}

    /**
     * Given dates, as in a calendar.
     *
     * @param dates at least one
     */
    record Dates(SortedSet<LocalDate> dates) implements SourceDays {
        /** Copies the dates. */
        public Dates {
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        }
    }

    /** Pattern of the weeks of a weekly lesson. */
    sealed interface WeekPattern {
        /** Every week with school. */
        record All() implements WeekPattern {}

        /** Weeks with an even ISO number. */
        record Even() implements WeekPattern {}

        /** Weeks with an odd ISO number. */
        record Odd() implements WeekPattern {}

        /**
         * A rotation of weeks.
         *
         * @param mask  whether it is held, for each week of the rotation; at least one week
         * @param first a week that is the first one of the rotation; {@code null} means the first week of the plan
         */
        record Rotation(List<Boolean> mask, @Nullable IsoWeek first) implements WeekPattern {
            /** Copies the mask. */
            public Rotation {
                mask = List.copyOf(mask);
            }

            /** Creates a rotation that is counted from the first week of the plan. */
            public Rotation(List<Boolean> mask) {
                this(mask, null);
            }
        }

        /**
         * Some terms of the plan, whose weeks are divided equally among all terms, since the file has no dates of terms.
         *
         * @param mask   whether it is held, for each term; at least one term
         * @param within pattern of the weeks within these terms
         */
        record Terms(List<Boolean> mask, WeekPattern within) implements WeekPattern {
            /** Copies the mask. */
            public Terms {
                mask = List.copyOf(mask);
            }
        }

        /**
         * Weeks with these ISO numbers, possibly over New Year.
         *
         * @param numbers numbers of calendar weeks, 1 to 53, at least one
         */
        record Numbered(SortedSet<Integer> numbers) implements WeekPattern {
            /** Copies the numbers. */
            public Numbered {
                numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
            }
        }
    }
}
