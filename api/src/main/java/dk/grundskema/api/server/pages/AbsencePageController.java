package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.SickDays;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanSteps;
import dk.grundskema.api.server.platform.Refusal;
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
import org.springframework.web.bind.annotation.RestController;

/** The pages on which a planner sees what an absence leaves open, and finds who takes over. */
@RestController
@RequestMapping("/plans/{plan}/absences/{absence}")
@Hidden // no part of what programs are offered
final class AbsencePageController {
    private final SickDays days;
    private final PlanSteps steps;
    private final AbsenceAnswers answers;

    AbsencePageController(SickDays days, PlanSteps steps, AbsenceAnswers answers) {
        this.days = days;
        this.steps = steps;
        this.answers = answers;
    }

    /**
     * @param now  what has begun by then is a fact; absent means now
     * @param done the version that the plan got by what was done just now, which is said; 0 if nothing was
     */
    @GetMapping
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> showAbsence(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            @RequestParam(defaultValue = "0") long done,
            Caller caller,
            HttpServletRequest request) {
        return answers.page(new AbsenceAnswers.Asked(plan, absence, now, caller, request), done);
    }

    @PostMapping("/take")
    @Needs(Permission.EDIT)
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
        var asked = new AbsenceAnswers.Asked(plan, absence, now, caller, request);
        return answers.unlessStale(asked, () -> {
            long made = days.take(plan, absence, session, position, staff, days.moment(plan, now), version, caller);
            return Front.to(asked.address() + (now == null ? "?" : "&") + "done=" + made);
        });
    }

    /**
     * Does something about all of an absence.
     *
     * @param deed {@code repair} finds the smallest change for it, {@code undo} takes back what was done last
     */
    @PostMapping("/{deed}")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> repairOrUndo(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @PathVariable String deed,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        var asked = new AbsenceAnswers.Asked(plan, absence, now, caller, request);
        return answers.unlessStale(asked, () -> switch (deed) {
            case "repair" ->
                answers.repaired(asked, days.repair(plan, absence, days.moment(plan, now), version, caller));
            case "undo" -> {
                steps.undo(plan, version, caller.account());
                yield Front.to(asked.address());
            }
            default -> throw Refusal.notFound();
        });
    }

    @PostMapping("/remove")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> takeBackAbsence(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        try {
            days.remove(plan, absence, caller);
        } catch (Refusal gone) {
            if (gone.status() != HttpStatus.NOT_FOUND) {
                throw gone;
            }
        }
        return Front.to("/plans/" + plan.value() + "/absences");
    }
}
