package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date of the tutors among themselves. Source: guide to school-supporting interventions, part C (37 hours of training before, feedback and further
 * training alongside); how often is left open.
 *
 * @param kind    what it is
 * @param title   what people call it; {@code null} means the usual name
 * @param date    when, in the planned weeks
 * @param start   time of day at which it starts
 * @param end     time of day at which it ends, after {@code start}
 * @param tutors  which tutors take part; empty means all of them
 * @param leader  who leads it, such as a psychologist; {@code null} means nobody besides the tutors
 */
public record Gathering(
        Kind kind,
        @Nullable String title,
        LocalDate date,
        LocalTime start,
        LocalTime end,
        List<StaffId> tutors,
        @Nullable StaffId leader) {
    /** What tutors gather for. */
    public enum Kind {
        /** Training in the method. */
        TRAINING,
        /** Feedback on what they do. */
        SUPERVISION;

        /** The word for it in timetables. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if it doesn't end after it starts, or somebody is named twice */
    public Gathering {
        tutors = List.copyOf(tutors);
        new Checks()
                .line("title", title)
                .that(end.isAfter(start), "end", "time.end-before-start", start, end, 0)
                .distinct("tutors", tutors)
                .done();
    }
}
