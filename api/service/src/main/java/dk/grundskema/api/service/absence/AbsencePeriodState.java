package dk.grundskema.api.service.absence;

import dk.grundskema.domain.finding.Finding;
import java.util.List;

/** Position of an absence relative to the plan and the current time. */
public enum AbsencePeriodState {
    /** At least partly in the future, so that the plan can be repaired. */
    AHEAD,
    /** Entirely in the past, which cannot be changed. */
    PAST,
    /** Outside the plan, whose weeks may have changed since. */
    OUTSIDE;

    private static final String IN_THE_PAST = "replan.in-the-past";

    /** @param obstacles why the plan cannot be repaired; empty if it can */
    static AbsencePeriodState of(List<Finding> obstacles) {
        if (obstacles.isEmpty()) {
            return AHEAD;
        }
        return obstacles.stream().anyMatch(one -> one.code().equals(IN_THE_PAST)) ? PAST : OUTSIDE;
    }
}
