package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Says what changed meanwhile to whoever wanted to change what a plan no longer is. */
final class StalePlan {
    private StalePlan() {}

    static Refusal of(Plan plan, long version, List<Refusal.Meanwhile> since) {
        return new Refusal(
                HttpStatus.PRECONDITION_FAILED,
                List.of(Finding.error("plan.changed-meanwhile", "", version, plan.version())),
                since);
    }
}
