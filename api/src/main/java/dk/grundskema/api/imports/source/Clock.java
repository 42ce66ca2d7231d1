package dk.grundskema.api.imports.source;

import java.time.LocalTime;

/** When on its day a lesson is, as the file says it. */
public sealed interface Clock {
    /**
     * By the clock.
     *
     * @param start when it begins
     * @param end   when it ends; after {@code start}
     */
    record Times(LocalTime start, LocalTime end) implements Clock {}

    /**
     * By numbers of lessons, whose times stand elsewhere.
     *
     * @param name  the first lesson's number or name, such as {@code 1}
     * @param count how many lessons it lasts, at least 1; breaks between them are not part of it
     */
    record Periods(String name, int count) implements Clock {}
}
