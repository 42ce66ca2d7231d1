package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Creates the 412 refusal for a plan that was changed concurrently. */
final class StalePlanRefusalFactory {
    private StalePlanRefusalFactory() {}

    static RefusalException of(Plan plan, long version, List<RefusalException.ConcurrentChange> since) {
        return new RefusalException(
                HttpStatus.PRECONDITION_FAILED,
                List.of(Finding.error("plan.changed-meanwhile", "", version, plan.version())),
                since);
    }
}
