package dk.grundskema.domain.people;

import org.jspecify.annotations.Nullable;

/**
 * A staff member's load of one kind of work that is shared fairly, in minutes.
 *
 * @param taught  lessons of the existing timetable, which the solver cannot change
 * @param shared  work of the plan that is shared fairly
 * @param besides other work of the plan, such as joining lessons of the existing timetable, which has its own budgets
 * @param share   the fair value of {@code taught} plus {@code shared}; {@code null} if the person has no part in the shared work
 */
public record FairLoad(
        long taught, long shared, long besides, @Nullable Long share) {
    /** Kind of load. Work in the evening or night of a weekend counts in two kinds. */
    public enum Kind {
        /** Hours that count as worked. */
        HOURS,
        /** Hours worked in the evening. */
        EVENINGS,
        /** Hours worked in the night. */
        NIGHTS,
        /** Hours worked on Saturday and Sunday. */
        WEEKENDS
    }

    /** Returns the sum of taught, shared and other work, in minutes. */
    public long totalMinutes() {
        return taught + shared + besides;
    }
}
