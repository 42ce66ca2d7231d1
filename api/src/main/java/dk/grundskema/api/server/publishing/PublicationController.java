package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Accounts;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.api.server.publishing.PublicationViews.PublicationPage;
import dk.grundskema.api.server.publishing.PublicationViews.PublicationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** What was published of a plan, and what would be, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/publications")
@Tag(name = "Publications")
final class PublicationController {
    private final Publications publications;
    private final Preview preview;
    private final Plans plans;
    private final Accounts accounts;

    PublicationController(Publications publications, Preview preview, Plans plans, Accounts accounts) {
        this.publications = publications;
        this.preview = preview;
        this.plans = plans;
        this.accounts = accounts;
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(operationId = "listPublications", summary = "What was published of a plan, the latest first.")
    PublicationPage list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer before) {
        int earlierThan = before == null ? Integer.MAX_VALUE : before;
        var page = Page.of(publications.before(plans.get(plan).id(), earlierThan, Page.LOOKED_FOR));
        return new PublicationPage(views(page.items()), page.next(one -> String.valueOf(one.number())));
    }

    /** @param number counts the plan's publications, from 1 */
    @GetMapping("/{number}")
    @Needs(Permission.READ)
    @Operation(operationId = "getPublication", summary = "A publication: of which revision, by whom, when.")
    PublicationView get(@PathVariable PlanId plan, @PathVariable int number) {
        return view(publications.find(plans.get(plan).id(), number).orElseThrow(Refusal::notFound));
    }

    /** @param revision which revision; without it the one that the plan is at */
    @GetMapping("/preview")
    @Needs(Permission.READ)
    @Operation(
            operationId = "previewPublication",
            summary = "What would be new, and for whom, if a revision were published now.")
    PreviewView preview(
            @PathVariable PlanId plan, @RequestParam(required = false) @Nullable RevisionId revision, Caller caller) {
        return preview.of(plans.get(plan), NewPublication.of(revision), caller.account());
    }

    @PostMapping
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "publish",
            summary = "Publishes a revision: from now on all calendars that people follow say what it says.")
    ResponseEntity<PublicationView> publish(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewPublication wish,
            Caller caller) {
        Publication made = publications.publish(plan, Precondition.version(ifMatch), wish, caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan + "/publications/" + made.number()))
                .body(view(made));
    }

    private PublicationView view(Publication one) {
        return views(List.of(one)).getFirst();
    }

    private List<PublicationView> views(List<Publication> some) {
        Map<AccountId, String> names =
                accounts.names(some.stream().map(Publication::author).collect(Collectors.toSet()));
        return some.stream()
                .map(one -> new PublicationView(
                        one.number(),
                        one.revision(),
                        one.author(),
                        names.get(one.author()),
                        one.published(),
                        one.note(),
                        one.heldBack()))
                .toList();
    }
}
