package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which plans are renamed, archived, deleted and restored. */
@PageController
@Hidden // not part of the public API
final class ShelfPageController {
    /** Most plans shown of each list. */
    private static final int MAX_PLANS = 200;

    private final PlanLifecycle planLifecycle;
    private final PlanStore plans;
    private final OrganisationRepository organisations;
    private final ErrorMessages errorMessages;
    private final LocalizedTemplates templates;

    ShelfPageController(
            PlanLifecycle planLifecycle,
            PlanStore plans,
            OrganisationRepository organisations,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer) {
        this.planLifecycle = planLifecycle;
        this.plans = plans;
        this.organisations = organisations;
        this.errorMessages = errorMessages;
        this.templates = pageRenderer.templates(ShelfPage.class, "shelf");
    }

    /** @param done what the visitor has just done */
    @GetMapping("/organisations/{organisation}/shelf")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showShelf(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        String known = done.matches("renamed|archived|listed|deleted|restored") ? done : "";
        return respond(HttpStatus.OK, organisation, new ShelfResult(known, List.of(), null), request);
    }

    /**
     * The result of a request.
     *
     * @param done     what was done; empty if nothing
     * @param errors   why it was refused
     * @param renaming title that was refused; {@code null} means none
     */
    private record ShelfResult(String done, List<String> errors, ShelfPage.@Nullable RejectedTitle renaming) {}

    private ResponseEntity<byte[]> respond(
            HttpStatus status, OrganisationId organisation, ShelfResult came, HttpServletRequest request) {
        ResultPage<Plan> current = ResultPage.of(plans.findListed(organisation, null, MAX_PLANS + 1), MAX_PLANS);
        ResultPage<Plan> archived =
                ResultPage.of(planLifecycle.findArchived(organisation, null, MAX_PLANS + 1), MAX_PLANS);
        ResultPage<PlanLifecycle.TrashedPlan> gone =
                ResultPage.of(planLifecycle.findTrashed(organisation, null, MAX_PLANS + 1), MAX_PLANS);
        boolean isAll = current.isLast() && archived.isLast() && gone.isLast();
        var page = new ShelfPage(
                organisations.get(organisation).name(),
                planRows(current.items()),
                planRows(archived.items()),
                gone.map(ShelfPageController::deletedPlanRow),
                came.done(),
                came.errors(),
                came.renaming(),
                isAll ? 0 : MAX_PLANS,
                PlanLifecycle.TRASH_PERIOD.toDays());
        return templates.render(status, request, "shelf", page.head(), Map.of("page", page));
    }

    private static ShelfPage.DeletedPlanRow deletedPlanRow(PlanLifecycle.TrashedPlan one) {
        return new ShelfPage.DeletedPlanRow(
                one.plan().id().value(),
                one.plan().title(),
                PageRenderer.toLocalDateTime(one.restorableUntil()).toLocalDate());
    }

    private static List<ShelfPage.ShelfPlan> planRows(List<Plan> some) {
        return some.stream()
                .sorted(Comparator.comparing(Plan::created).reversed())
                .map(one -> new ShelfPage.ShelfPlan(
                        one.id().value(),
                        one.version(),
                        one.title(),
                        PageRenderer.toLocalDateTime(one.created()).toLocalDate(),
                        one.inUse()))
                .toList();
    }

    @PostMapping("/plans/{plan}/title")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitTitle(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String title,
            Caller caller,
            HttpServletRequest request) {
        OrganisationId organisation = plans.get(plan).organisation();
        try {
            planLifecycle.rename(plan, version, title, caller.account());
        } catch (InvalidValueException invalid) {
            var typed =
                    new ShelfPage.RejectedTitle(plan.value(), title, errorMessages.joinMessages(invalid.findings()));
            return respond(
                    HttpStatus.UNPROCESSABLE_CONTENT, organisation, new ShelfResult("", List.of(), typed), request);
        } catch (RefusalException refusal) {
            var typed = new ShelfPage.RejectedTitle(plan.value(), title, "");
            return respond(
                    refusal.status(),
                    organisation,
                    new ShelfResult("", errorMessages.sentences(refusal), typed),
                    request);
        }
        return redirectToShelf(organisation, "renamed");
    }

    /** @param out non-empty if the plan returns to the lists */
    @PostMapping("/plans/{plan}/archive")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> archiveOnPage(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String out,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter(
                out.isEmpty() ? "archived" : "listed",
                plan,
                () -> planLifecycle.archive(plan, version, out.isEmpty(), caller.account()),
                request);
    }

    @PostMapping("/plans/{plan}/delete")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> deleteOnPage(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter("deleted", plan, () -> planLifecycle.delete(plan, version, caller.account()), request);
    }

    private ResponseEntity<byte[]> respondAfter(String what, PlanId plan, Runnable work, HttpServletRequest request) {
        OrganisationId organisation = plans.get(plan).organisation();
        try {
            work.run();
        } catch (RefusalException refusal) {
            return respond(
                    refusal.status(),
                    organisation,
                    new ShelfResult("", errorMessages.sentences(refusal), null),
                    request);
        }
        return redirectToShelf(organisation, what);
    }

    private static ResponseEntity<byte[]> redirectToShelf(OrganisationId organisation, String done) {
        return PageRenderer.redirectTo("/organisations/" + organisation + "/shelf?done=" + done);
    }

    @PostMapping("/plans/{plan}/restore")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> restoreOnPage(@PathVariable PlanId plan, Caller caller) {
        OrganisationId organisation =
                planLifecycle.restore(plan, caller.account()).organisation();
        return redirectToShelf(organisation, "restored");
    }
}
