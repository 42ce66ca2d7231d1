package dk.grundskema.api.imports.source;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** On which days a lesson is held, as the file says it. */
public sealed interface Days {
    /**
     * The same weekday, week after week while there is school.
     *
     * @param weekday the day
     * @param which   in which of the weeks
     */
    record Weekly(DayOfWeek weekday, Weeks which) implements Days {}

    /**
     * Given dates, as a calendar has them.
     *
     * @param dates at least one
     */
    record Dates(SortedSet<LocalDate> dates) implements Days {
        /** Copies the dates. */
        public Dates {
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        }
    }

    /** In which weeks something weekly is held. */
    sealed interface Weeks {
        /** In every week with school. */
        record All() implements Weeks {}

        /** In weeks with an even number of the calendar. */
        record Even() implements Weeks {}

        /** In weeks with an odd number of the calendar. */
        record Odd() implements Weeks {}

        /**
         * In every so many weeks, counted from the first week of the plan, as masks say it.
         *
         * @param mask for each of the weeks in turn whether it is held; at least one week
         */
        record Turns(List<Boolean> mask) implements Weeks {
            /** Copies the mask. */
            public Turns {
                mask = List.copyOf(mask);
            }
        }

        /**
         * In weeks of these numbers, or from one week's number to another's over New Year.
         *
         * @param numbers numbers of calendar weeks, 1 to 53, at least one
         */
        record Numbered(SortedSet<Integer> numbers) implements Weeks {
            /** Copies the numbers. */
            public Numbered {
                numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
            }
        }
    }
}
