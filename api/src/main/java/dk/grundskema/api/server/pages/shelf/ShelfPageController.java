package dk.grundskema.api.server.pages.shelf;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanShelf;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.ShelfDesk;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.shelf.ShelfPage;
import dk.grundskema.api.web.app.shelf.ShelfPages;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which plans are renamed, archived, thrown away and had back. */
@RestController
@Hidden // no part of what programs are offered
final class ShelfPageController {
    private final ShelfDesk desk;
    private final Plans plans;
    private final Organisations organisations;
    private final Wrong wrong;
    private final Spoken<ShelfPages> pages;

    ShelfPageController(ShelfDesk desk, Plans plans, Organisations organisations, Wrong wrong, Front front) {
        this.desk = desk;
        this.plans = plans;
        this.organisations = organisations;
        this.wrong = wrong;
        this.pages = front.speaking(ShelfPages::new);
    }

    /** @param done what the visitor has just done */
    @GetMapping("/organisations/{organisation}/shelf")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showShelf(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        String known = done.matches("renamed|archived|listed|deleted|restored") ? done : "";
        return page(HttpStatus.OK, organisation, new Came(known, List.of(), null), request);
    }

    /**
     * What came of what was asked for.
     *
     * @param done     what was done; empty if nothing
     * @param troubles why it wasn't
     * @param renaming the name that was typed and wasn't kept; {@code null} means none
     */
    private record Came(String done, List<String> troubles, ShelfPage.@Nullable Renaming renaming) {}

    private ResponseEntity<byte[]> page(
            HttpStatus status, OrganisationId organisation, Came came, HttpServletRequest request) {
        Page<Plan> listed = desk.listed(organisation);
        Page<Plan> archived = desk.archived(organisation);
        Page<ShelfDesk.Gone> gone = desk.gone(organisation);
        boolean isAll = listed.isLast() && archived.isLast() && gone.isLast();
        var page = new ShelfPage(
                organisations.get(organisation).name(),
                shown(listed.items()),
                shown(archived.items()),
                gone.shown(ShelfPageController::gone),
                came.done(),
                came.troubles(),
                came.renaming(),
                isAll ? 0 : ShelfDesk.MOST,
                PlanShelf.GRACE.toDays());
        return pages.page(status, request, (own, visitor) -> own.shelf(visitor, page));
    }

    private static ShelfPage.Gone gone(ShelfDesk.Gone one) {
        return new ShelfPage.Gone(
                one.id().value(), one.title(), Front.at(one.until()).toLocalDate());
    }

    private static List<ShelfPage.Plan> shown(List<Plan> some) {
        return some.stream()
                .sorted(Comparator.comparing(Plan::created).reversed())
                .map(one -> new ShelfPage.Plan(
                        one.id().value(),
                        one.version(),
                        one.title(),
                        Front.at(one.created()).toLocalDate(),
                        one.inUse()))
                .toList();
    }

    @PostMapping("/plans/{plan}/title")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeTitle(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String title,
            Caller caller,
            HttpServletRequest request) {
        OrganisationId organisation = plans.get(plan).organisation();
        try {
            desk.rename(plan, version, title, caller);
        } catch (InvalidValueException invalid) {
            var typed = new ShelfPage.Renaming(plan.value(), title, wrong.all(invalid.findings()));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, organisation, new Came("", List.of(), typed), request);
        } catch (Refusal refusal) {
            var typed = new ShelfPage.Renaming(plan.value(), title, "");
            return page(refusal.status(), organisation, new Came("", wrong.sentences(refusal), typed), request);
        }
        return shelf(organisation, "renamed");
    }

    /** @param out whether it is taken out again */
    @PostMapping("/plans/{plan}/archive")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> archiveOnPage(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String out,
            Caller caller,
            HttpServletRequest request) {
        return done(
                out.isEmpty() ? "archived" : "listed",
                plan,
                () -> desk.archive(plan, version, out.isEmpty(), caller),
                request);
    }

    @PostMapping("/plans/{plan}/delete")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> deleteOnPage(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return done("deleted", plan, () -> desk.delete(plan, version, caller), request);
    }

    private ResponseEntity<byte[]> done(String what, PlanId plan, Runnable work, HttpServletRequest request) {
        OrganisationId organisation = plans.get(plan).organisation();
        try {
            work.run();
        } catch (Refusal refusal) {
            return page(refusal.status(), organisation, new Came("", wrong.sentences(refusal), null), request);
        }
        return shelf(organisation, what);
    }

    private static ResponseEntity<byte[]> shelf(OrganisationId organisation, String done) {
        return Front.to("/organisations/" + organisation + "/shelf?done=" + done);
    }

    @PostMapping("/plans/{plan}/restore")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> restoreOnPage(@PathVariable PlanId plan, Caller caller) {
        OrganisationId organisation = desk.restore(plan, caller).organisation();
        return shelf(organisation, "restored");
    }
}
