package dk.grundskema.api.imports.source;

import java.time.LocalTime;
import java.util.List;

/** Time of day of a lesson, as the file states it. */
public sealed interface SourceTime {
    /**
     * By the clock.
     *
     * @param start start time
     * @param end   end time; after {@code start}
     */
    record Times(LocalTime start, LocalTime end) implements SourceTime {}

    /**
     * By lesson numbers, whose times come from elsewhere.
     *
     * @param name  number or name of the first lesson, such as {@code 1}
     * @param count number of lessons, at least 1; breaks between them are not part of it
     */
    record Periods(String name, int count) implements SourceTime {}

    /**
     * One lesson in several lessons of the day that the file names one by one. Short breaks between them are part of it.
     *
     * @param names numbers or names in the order of the lesson, at least one
     */
    record PeriodRun(List<String> names) implements SourceTime {
        /** Copies the list. */
        public PeriodRun {
            names = List.copyOf(names);
        }
    }
}
