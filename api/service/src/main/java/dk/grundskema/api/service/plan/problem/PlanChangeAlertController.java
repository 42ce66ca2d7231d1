package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.platform.access.AutomaticRequest;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.AuthorNames;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionDescriber;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports changes to a plan while its pages are open. */
@PageController
@Hidden // not part of the public API
final class PlanChangeAlertController {
    private static final int MAX_CHANGES = 3;

    private final PlanStore plans;
    private final RevisionDescriber revisionDescriber;
    private final AuthorNames authorNames;
    private final PageRenderer pageRenderer;

    PlanChangeAlertController(
            PlanStore plans, RevisionDescriber revisionDescriber, AuthorNames authorNames, PageRenderer pageRenderer) {
        this.plans = plans;
        this.revisionDescriber = revisionDescriber;
        this.authorNames = authorNames;
        this.pageRenderer = pageRenderer;
    }

    /**
     * Returns 204 if the plan has this version, else a notice about the changes since.
     *
     * @param version version that the page shows
     */
    @GetMapping("/plans/{plan}/news")
    @RequiresPermission(Permission.READ)
    @AutomaticRequest
    ResponseEntity<byte[]> showNews(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        try {
            plans.getAtVersion(plan, version);
            return ResponseEntity.noContent().build();
        } catch (RefusalException stale) {
            if (stale.status() != HttpStatus.PRECONDITION_FAILED) {
                throw stale;
            }
            List<RefusalException.ConcurrentChange> since = stale.concurrentChanges();
            boolean isOwn = !since.isEmpty()
                    && since.stream()
                            .allMatch(
                                    one -> one.author().equals(caller.account().value()));
            List<String> said = since.stream()
                    .limit(MAX_CHANGES)
                    .map(one -> authorNames.sentence(one.authorName(), revisionDescriber.describe(one)))
                    .toList();
            long now = plans.get(plan).version();
            return pageRenderer.renderNews(request, now, said, isOwn);
        }
    }
}
