package dk.grundskema.api.service.plan;

import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Creates the 412 refusal for a plan that was changed concurrently. */
final class StalePlanRefusal {
    private StalePlanRefusal() {}

    static Refusal of(Plan plan, long version, List<Refusal.ConcurrentChange> since) {
        return new Refusal(
                HttpStatus.PRECONDITION_FAILED,
                List.of(Finding.error("plan.changed-meanwhile", "", version, plan.version())),
                since);
    }
}
