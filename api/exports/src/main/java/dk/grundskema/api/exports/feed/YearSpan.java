package dk.grundskema.api.exports.feed;

import dk.grundskema.domain.time.DateSpan;
import java.util.List;

/**
 * Some days of a plan for its organisation's year calendar.
 *
 * @param kind    kind of the days
 * @param what    identity within the kind; it stays the same when the days change
 * @param title   name of the intervention; empty for terms and holidays
 * @param days    first and last day
 * @param schools names of the schools; empty means all schools of the plan
 */
public record YearSpan(Kind kind, String what, String title, DateSpan days, List<String> schools) {
    /** Kinds of spans, in display order. */
    public enum Kind {
        /** Days of school between two holidays. */
        TERM,
        /** Days without school. */
        HOLIDAY,
        /** Days on which an intervention takes its participants out of their ordinary week, such as a camp. */
        CAMP,
        /** The days from the start to the end of an intervention. */
        PERIOD,
        /** Days on which an intervention is handed over to the students' own classes. */
        HANDOVER;

        /** Returns whether it concerns a whole school or plan, independent of interventions, so that several plans may have the same span. */
        boolean isOfSchools() {
            return this == TERM || this == HOLIDAY;
        }
    }

    /** Copies the list. */
    public YearSpan {
        schools = List.copyOf(schools);
    }
}
