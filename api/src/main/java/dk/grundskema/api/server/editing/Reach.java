package dk.grundskema.api.server.editing;

import dk.grundskema.domain.finding.Finding;
import java.util.List;

/** Where an absence lies, seen from the plan and from now. */
public enum Reach {
    /** Some of it is still to come, so that something can be done about it. */
    AHEAD,
    /** All of it is in the past, which stays as it was. */
    PAST,
    /** None of it is in the plan, whose weeks may be others than they were. */
    OUTSIDE;

    private static final String IN_THE_PAST = "replan.in-the-past";

    /** @param obstacles why it can't be planned around; empty if it can */
    static Reach of(List<Finding> obstacles) {
        if (obstacles.isEmpty()) {
            return AHEAD;
        }
        return obstacles.stream().anyMatch(one -> one.code().equals(IN_THE_PAST)) ? PAST : OUTSIDE;
    }
}
