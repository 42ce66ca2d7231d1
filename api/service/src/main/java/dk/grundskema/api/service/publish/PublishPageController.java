package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page on which a plan is published. */
@PageController
@Hidden // not part of the REST API
final class PublishPageController {
    private final PlanStore plans;
    private final PlanPublisher publisher;
    private final PublishPageBuilder publishPageBuilder;
    private final PlanStatusPresenter planStatusPresenter;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    PublishPageController(
            PlanStore plans,
            PlanPublisher publisher,
            PublishPageBuilder publishPageBuilder,
            PlanStatusPresenter planStatusPresenter,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.publisher = publisher;
        this.publishPageBuilder = publishPageBuilder;
        this.planStatusPresenter = planStatusPresenter;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(PublishPage.class, "publishing");
    }

    /**
     * Shows the page. Redirects to the page that creates a timetable if the plan has none.
     *
     * @param revision id of an earlier revision to publish; absent means the current one
     * @param done     number of the publication that the visitor has just made
     */
    @GetMapping("/plans/{plan}/publish")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPublish(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable RevisionId revision,
            @RequestParam(defaultValue = "0") int done,
            Caller caller,
            HttpServletRequest request) {
        if (revision == null && !hasTimetable(plans.get(plan))) {
            return PageRenderer.redirectTo("/plans/" + plan);
        }
        return respond(HttpStatus.OK, plan, revision, done, PublishPage.PublishForm.EMPTY, caller, request);
    }

    private boolean hasTimetable(Plan plan) {
        return plans.revision(plan.head()).timetable() != null;
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            PlanId id,
            @Nullable RevisionId revision,
            int done,
            PublishPage.PublishForm form,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        PublishPage page = publishPageBuilder.build(plan, revision, done, form, caller);
        PlanBar bar = planBars.create(plan, PlanPart.PUBLISH);
        return templates.render(
                status,
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "publish",
                        Map.of(
                                "page",
                                page,
                                "status",
                                planStatusPresenter.fragmentIfUsed(
                                        plans.revision(revision == null ? plan.head() : revision)),
                                "formatter",
                                new PublicationFormatter(own.texts()))));
    }

    @PostMapping("/plans/{plan}/publish")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitPublication(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(required = false) @Nullable RevisionId revision,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") List<String> held,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String openSeats,
            Caller caller,
            HttpServletRequest request) {
        HttpStatus status;
        List<String> errors = List.of();
        String noteTrouble = "";
        try {
            var wish = new NewPublication(
                    revision, note, held.stream().map(StaffId::new).toList(), !mail.isEmpty(), !openSeats.isEmpty());
            Publication made = publisher.publishAndUse(plan, version, wish, caller);
            return PageRenderer.redirectTo("/plans/" + plan + "/publish?done=" + made.number());
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            noteTrouble = errorMessages.joinMessages(invalid.findings());
        } catch (RefusalException refusal) {
            status = refusal.status();
            errors = errorMessages.sentences(refusal);
        }
        var form = new PublishPage.PublishForm(note, noteTrouble, Set.copyOf(held), !mail.isEmpty(), errors);
        return respond(status, plan, revision, 0, form, caller, request);
    }
}
