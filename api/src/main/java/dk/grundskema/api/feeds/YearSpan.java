package dk.grundskema.api.feeds;

import dk.grundskema.domain.time.DateSpan;
import java.util.List;

/**
 * Some days of a plan that all who belong to an organisation may want to know of.
 *
 * @param kind    what they are
 * @param what    which of their kind they are, the same when the days change
 * @param title   what people call the intervention that they are of; empty for terms and holidays
 * @param days    first and last day
 * @param schools names of the schools that they are of; empty means all of the plan
 */
public record YearSpan(Kind kind, String what, String title, DateSpan days, List<String> schools) {
    /** What the days of a year are, in the order in which they are told. */
    public enum Kind {
        /** Days of school between two holidays. */
        TERM,
        /** Days without school. */
        HOLIDAY,
        /** An intervention takes those who take part out of their ordinary week, as a camp does. */
        CAMP,
        /** From the first day of an intervention to its last. */
        PERIOD,
        /** An intervention is handed over to the students' own classes. */
        HANDOVER;

        /** Whether it is of a whole school or plan, whatever is asked for there, so that several plans may say the same. */
        boolean isOfSchools() {
            return this == TERM || this == HOLIDAY;
        }
    }

    /** Copies the list. */
    public YearSpan {
        schools = List.copyOf(schools);
    }
}
