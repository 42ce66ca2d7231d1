package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.publish.PublicationViews.PreviewView;
import dk.grundskema.api.service.publish.PublicationViews.PublicationPage;
import dk.grundskema.api.service.publish.PublicationViews.PublicationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations that preview, create and list publications of a plan. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/publications")
@Tag(name = "Publications")
final class PublicationController {
    private final PlanPublisher publisher;
    private final PublicationHistory history;
    private final PublicationPreviewer preview;
    private final AffectedStaffFinder affectedStaffFinder;
    private final PlanStore plans;
    private final PlanStatusPresenter presenter;

    PublicationController(
            PlanPublisher publisher,
            PublicationHistory history,
            PublicationPreviewer preview,
            AffectedStaffFinder affectedStaffFinder,
            PlanStore plans,
            PlanStatusPresenter presenter) {
        this.publisher = publisher;
        this.history = history;
        this.preview = preview;
        this.affectedStaffFinder = affectedStaffFinder;
        this.plans = plans;
        this.presenter = presenter;
    }

    @GetMapping
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "listPublications",
            summary = "What was published of a plan and its scenarios, the latest first.")
    PublicationPage list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer before) {
        var page = before == null ? history.latest(plan) : history.before(plan, before);
        return new PublicationPage(
                page.map(PublicationView::of),
                page.nextKey(one -> String.valueOf(one.publication().number())));
    }

    /** @param number counts the plan's publications, from 1 */
    @GetMapping("/{number}")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getPublication", summary = "A publication: of which revision, by whom, when.")
    PublicationView get(@PathVariable PlanId plan, @PathVariable int number) {
        return PublicationView.of(history.get(plan, number));
    }

    /** @param revision which revision; without it the one that the plan is at */
    @GetMapping("/preview")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "previewPublication",
            summary = "What would be new, and for whom, if a revision were published now.")
    PreviewView preview(
            @PathVariable PlanId plan, @RequestParam(required = false) @Nullable RevisionId revision, Caller caller) {
        PublicationPreview found = preview.preview(plans.get(plan), NewPublication.of(revision), caller.account());
        return PreviewView.of(
                found, presenter.viewIfUsed(plans.revision(found.revision())).orElse(null));
    }

    @GetMapping("/affected")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "getAffectedStaff",
            summary =
                    "Whose next 48 hours the last publication changed, who has seen it, and a message to send to each.")
    AffectedStaff affected(@PathVariable PlanId plan) {
        return affectedStaffFinder.findAffectedStaff(plans.get(plan).id());
    }

    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "publish",
            summary = "Publishes a revision: from now on all calendars that people follow say what it says.")
    ResponseEntity<PublicationView> publish(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewPublication wish,
            Caller caller) {
        Publication made = publisher.publish(plan, VersionTag.parseIfMatch(ifMatch), wish, caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan + "/publications/" + made.number()))
                .body(PublicationView.of(history.withAuthor(made)));
    }
}
