package dk.grundskema.api.service.solve;

import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.domain.time.Horizon;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** From when on a solve that starts from the plan's timetable may change it: what has begun in a plan in use is a fact. */
final class PlanMoment {
    private PlanMoment() {}

    /**
     * Returns the moment.
     *
     * @param when when the solve was queued
     * @return empty if everything may change: the plan is not in use or has not begun. After the plan's last day: a moment after everything in it
     */
    static Optional<LocalDateTime> of(Plan plan, Horizon horizon, Instant when) {
        LocalDateTime now = LocalDateTime.ofInstant(when, horizon.zone()).truncatedTo(ChronoUnit.MINUTES);
        return plan.inUse() && !now.toLocalDate().isBefore(horizon.firstDay()) ? Optional.of(now) : Optional.empty();
    }
}
