package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that show the vacancies caused by an absence and assign substitutes. */
@PageController
@RequestMapping("/plans/{plan}/absences/{absence}")
@Hidden // not part of the public API
final class AbsencePageController {
    private final AbsenceAdministration absenceAdministration;
    private final RevisionUndo revisionUndo;
    private final AbsencePageResponder absencePageResponder;

    AbsencePageController(
            AbsenceAdministration absenceAdministration,
            RevisionUndo revisionUndo,
            AbsencePageResponder absencePageResponder) {
        this.absenceAdministration = absenceAdministration;
        this.revisionUndo = revisionUndo;
        this.absencePageResponder = absencePageResponder;
    }

    /**
     * @param now  meetings that have begun by then cannot be changed; absent means the current time
     * @param done version that the plan got by the last action, which is described; 0 if none
     */
    @GetMapping
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showAbsence(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            @RequestParam(defaultValue = "0") long done,
            Caller caller,
            HttpServletRequest request) {
        return absencePageResponder.respond(
                new AbsencePageResponder.AbsencePageRequest(plan, absence, now, caller, request), done);
    }

    @PostMapping("/take")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> chooseStandIn(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam SessionId session,
            @RequestParam int position,
            @RequestParam StaffId staff,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        var asked = new AbsencePageResponder.AbsencePageRequest(plan, absence, now, caller, request);
        return absencePageResponder.respondOrExplain(asked, () -> {
            long made = absenceAdministration.assignSeat(
                    plan,
                    absence,
                    session,
                    position,
                    staff,
                    absenceAdministration.effectiveNow(plan, now),
                    version,
                    caller);
            return PageRenderer.redirectTo(asked.address() + (now == null ? "?" : "&") + "done=" + made);
        });
    }

    /** Undoes the last change of the plan. */
    @PostMapping("/undo")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> undoStandIn(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        var asked = new AbsencePageResponder.AbsencePageRequest(plan, absence, now, caller, request);
        return absencePageResponder.respondOrExplain(asked, () -> {
            revisionUndo.undo(plan, version, caller.account());
            return PageRenderer.redirectTo(asked.address());
        });
    }

    @PostMapping("/remove")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> takeBackAbsence(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        try {
            absenceAdministration.remove(plan, absence, caller);
        } catch (RefusalException gone) {
            if (gone.status() != HttpStatus.NOT_FOUND) {
                throw gone;
            }
        }
        return PageRenderer.redirectTo("/plans/" + plan.value() + "/absences");
    }
}
