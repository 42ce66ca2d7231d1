package dk.grundskema.api.server.pages.history;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanHistory;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.history.HistoryPage;
import dk.grundskema.api.web.app.history.HistoryPages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of what was done to a plan. */
@RestController
@Hidden // no part of what programs are offered
final class HistoryPageController {
    private final Plans plans;
    private final PlanHistory history;
    private final Looking looking;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<HistoryPages> pages;

    HistoryPageController(Plans plans, PlanHistory history, Looking looking, Wrong wrong, Front front) {
        this.plans = plans;
        this.history = history;
        this.looking = looking;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(HistoryPages::new);
    }

    /**
     * @param before a version of the plan: only what was done earlier; 0 means the latest
     * @param done   what the visitor has just done
     */
    @GetMapping("/plans/{plan}/history")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showHistory(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        String known = done.matches("returned|undone|redone") ? done : "";
        return page(HttpStatus.OK, plan, before, known, List.of(), caller, request);
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            PlanId id,
            long before,
            String done,
            List<String> troubles,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        HistoryPage page = looking.history(plan, before, done, troubles, caller);
        return pages.page(status, request, (own, visitor) -> own.history(visitor, bar(plan), page));
    }

    private PlanBar bar(Plan plan) {
        return front.bar(plan, PlanPart.HISTORY);
    }

    /** @param with id of the revision that it is compared to; absent means the one that the plan is at */
    @GetMapping("/plans/{plan}/history/{step}")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showRevision(
            @PathVariable PlanId plan,
            @PathVariable RevisionId step,
            @RequestParam(required = false) @Nullable RevisionId with,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        var page = looking.revision(found, step, with == null ? found.head() : with, caller);
        return pages.page(request, (own, visitor) -> own.revision(visitor, bar(found), page));
    }

    @PostMapping("/plans/{plan}/history/{step}/return")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeReturn(
            @PathVariable PlanId plan,
            @PathVariable RevisionId step,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return done("returned", plan, () -> history.goBack(plan, version, step, caller), caller, request);
    }

    @PostMapping("/plans/{plan}/history/undo")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeUndo(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return done("undone", plan, () -> history.undo(plan, version, caller), caller, request);
    }

    @PostMapping("/plans/{plan}/history/redo")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeRedo(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return done("redone", plan, () -> history.redo(plan, version, caller), caller, request);
    }

    private ResponseEntity<byte[]> done(
            String what, PlanId plan, Runnable work, Caller caller, HttpServletRequest request) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return page(refusal.status(), plan, 0, "", wrong.sentences(refusal), caller, request);
        }
        return Front.to("/plans/" + plan + "/history?done=" + what);
    }
}
