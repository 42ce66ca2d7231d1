package dk.grundskema.api.imports.source;

import java.time.LocalTime;

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
}
