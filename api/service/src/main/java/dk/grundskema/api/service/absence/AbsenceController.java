package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceView;
import dk.grundskema.api.service.absence.AbsenceViews.AbsencesView;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
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

/** REST operations on absences of staff. Responses contain the reasons, so each access is recorded in the audit log. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences")
@Tag(name = "Absences")
final class AbsenceController {
    private final PlanStore plans;
    private final AbsenceRecorder absenceRecorder;
    private final AbsenceRepository absences;

    AbsenceController(PlanStore plans, AbsenceRecorder absenceRecorder, AbsenceRepository absences) {
        this.plans = plans;
        this.absenceRecorder = absenceRecorder;
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
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the reason is too long or contains control characters */
        NewAbsence {
            new RecordValidator().singleLine("reason", reason).throwIfInvalid();
        }

        /** Omits the reason. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "addAbsence", summary = "Enters that somebody of the staff is away for a while.")
    ResponseEntity<AbsenceView> add(@PathVariable PlanId plan, @RequestBody NewAbsence asked, Caller caller) {
        Plan found = plans.get(plan);
        var entered = absenceRecorder.record(
                found, asked.staffId(), asked.from(), asked.until(), asked.reason(), caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan + "/absences/" + entered.id()))
                .body(view(entered));
    }

    private static AbsenceView view(AbsenceRepository.AbsenceEntry one) {
        return new AbsenceView(
                one.id(),
                one.absence().staffId(),
                one.absence().from(),
                one.absence().until(),
                one.reason());
    }

    @GetMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "listAbsences", summary = "Who of a plan's staff is away when.")
    AbsencesView list(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        List<AbsenceRepository.AbsenceEntry> all = absences.findByPlan(found.id());
        absences.auditSeen(found, all, caller.account());
        return new AbsencesView(all.stream().map(AbsenceController::view).toList());
    }

    @GetMapping("/{absence}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "getAbsence", summary = "An absence.")
    AbsenceView get(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        Plan found = plans.get(plan);
        AbsenceRepository.AbsenceEntry one = absences.get(found.id(), absence);
        absences.auditSeen(found, List.of(one), caller.account());
        return view(one);
    }

    @DeleteMapping("/{absence}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "removeAbsence", summary = "Takes an absence back; what a repair made of the plan stays.")
    ResponseEntity<Void> remove(@PathVariable PlanId plan, @PathVariable String absence, Caller caller) {
        absences.remove(plans.get(plan), absence, caller.account());
        return ResponseEntity.noContent().build();
    }
}
