package dk.grundskema.domain.people;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has of a kind of work that is shared fairly, in minutes.
 *
 * @param taught  in lessons of the existing timetable, which nobody decides
 * @param shared  in work of the plan that is shared
 * @param besides in other work of the plan, such as joining lessons of the existing timetable, which goes by budgets
 * @param share   what would be fair of the first two together; {@code null} if the person shares nothing
 */
public record FairLoad(
        long taught, long shared, long besides, @Nullable Long share) {
    /** What is shared. An evening or a night of a weekend is in two of them. */
    public enum Kind {
        /** Hours that count as worked. */
        HOURS,
        /** Hours in the evening. */
        EVENINGS,
        /** Hours in the night. */
        NIGHTS,
        /** Hours on Saturday and Sunday. */
        WEEKENDS
    }

    /** All of it. */
    public long minutes() {
        return taught + shared + besides;
    }
}
