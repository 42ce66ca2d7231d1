package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.AbsenceViews.AbsenceView;
import dk.grundskema.api.server.editing.AbsenceViews.AbsencesView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StaffId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Absences of staff over REST. Whoever sees one, sees why, and that is noted. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences")
@Tag(name = "Absences")
final class AbsenceController {
    private final Plans plans;
    private final NewAbsences entering;
    private final Absences absences;

    AbsenceController(Plans plans, NewAbsences entering, Absences absences) {
        this.plans = plans;
        this.entering = entering;
        this.absences = absences;
    }

    /**
     * An absence to be entered.
     *
     * @param staffId who is away
     * @param from    first minute, on the wall clock of the plan's zone
     * @param until   the minute after the last
     * @param reason  why; empty if nobody says. It is kept apart and shown to nobody but those who may edit the plan
     */
    record NewAbsence(
            StaffId staffId,
            LocalDateTime from,
            LocalDateTime until,
            @Default("\"\"") String reason) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or has control characters */
        NewAbsence {
            new Checks().line("reason", reason).done();
        }

        /** No reason. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    @PostMapping
    @Needs(Permission.EDIT)
    @Operation(operationId = "addAbsence", summary = "Enters that somebody of the staff is away for a while.")
    ResponseEntity<AbsenceView> add(@PathVariable PlanId plan, @RequestBody NewAbsence asked, Caller caller) {
        Plan found = plans.get(plan);
        var entered =
                entering.enter(found, asked.staffId(), asked.from(), asked.until(), asked.reason(), caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan + "/absences/" + entered.id()))
                .body(view(entered));
    }

    private static AbsenceView view(Absences.Entered one) {
        return new AbsenceView(
                one.id(),
                one.absence().staffId(),
                one.absence().from(),
                one.absence().until(),
                one.reason());
    }

    @GetMapping
    @Needs(Permission.EDIT)
    @Operation(operationId = "listAbsences", summary = "Who of a plan's staff is away when.")
    AbsencesView list(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        List<Absences.Entered> all = absences.of(found.id());
        absences.seen(found, all, caller.account());
        return new AbsencesView(all.stream().map(AbsenceController::view).toList());
    }

    @GetMapping("/{absence}")
    @Needs(Permission.EDIT)
    @Operation(operationId = "getAbsence", summary = "An absence.")
    AbsenceView get(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        Plan found = plans.get(plan);
        Absences.Entered one = absences.get(found.id(), absence);
        absences.seen(found, List.of(one), caller.account());
        return view(one);
    }

    @DeleteMapping("/{absence}")
    @Needs(Permission.EDIT)
    @Operation(operationId = "removeAbsence", summary = "Takes an absence back; what a repair made of the plan stays.")
    ResponseEntity<Void> remove(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        absences.remove(plans.get(plan), absence, caller.account());
        return ResponseEntity.noContent().build();
    }
}
