package dk.grundskema.api.planning.change;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.RequiredSupport;
import org.jspecify.annotations.Nullable;

/**
 * How much of one kind of support the same participants, or one student, had before the moment of a change, and get after it. The amounts are meetings
 * or lessons, as the requirement counts them.
 *
 * @param intervention the intervention
 * @param required     the participants, and how much they must get
 * @param student      student who joins or changes groups, whose own amounts these are; {@code null} means those of all participants
 * @param isNew        whether they have had nothing and nothing was planned for them, so that they join midway
 * @param held         what was held before the moment, 0 or more
 * @param cancelled    what was to be held but was not, or has been called off, 0 or more
 * @param toCome       what is planned from the moment on, 0 or more
 * @param weeksHeld    number of required weeks in which something was held and nothing is to come, 0 or more
 */
public record SupportProgress(
        InterventionId intervention,
        RequiredSupport required,
        @Nullable StudentId student,
        boolean isNew,
        double held,
        double cancelled,
        double toCome,
        int weeksHeld) {
    /** Returns how much of what is required in all weeks together is neither held nor planned, 0 or more; 0 if the requirement is for a full week. */
    public double missing() {
        return required.isWeekly() ? 0 : Math.max(0, required.amount() - held - toCome);
    }
}
