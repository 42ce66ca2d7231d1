package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.change.ChangeViews.ChangePreviewView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operation that previews the least change around a recorded absence. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences/{absence}")
@Tag(name = "Absences")
final class AbsenceChangeController {
    private final PlanStore plans;
    private final AbsenceAdministration absenceAdministration;
    private final ChangeAdministration changeAdministration;
    private final ChangeViewFactory changeViewFactory;

    AbsenceChangeController(
            PlanStore plans,
            AbsenceAdministration absenceAdministration,
            ChangeAdministration changeAdministration,
            ChangeViewFactory changeViewFactory) {
        this.plans = plans;
        this.absenceAdministration = absenceAdministration;
        this.changeAdministration = changeAdministration;
        this.changeViewFactory = changeViewFactory;
    }

    /**
     * How a plan is to be repaired.
     *
     * @param seconds      how long is looked for the least change at most, 1 to 60; absent means 5. It ends sooner when nothing is left to look at
     * @param steps        the same as a number of looks at what a change costs, 1 to 10,000,000; then seconds are not given. It ends the comparison, too
     * @param freshSeconds how long everything to come is planned afresh for comparison, 0 to 60; 0 means not at all, absent 10
     * @param now          what has begun by then stays as it is, on the wall clock of the plan's zone; absent means now
     */
    record RepairBody(
            @Nullable Integer seconds,
            @Nullable Long steps,
            @Nullable Integer freshSeconds,
            @Nullable LocalDateTime now) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or seconds and steps are given */
        RepairBody {
            change(seconds, steps, freshSeconds, now);
        }

        NewChange toChange() {
            return change(seconds, steps, freshSeconds, now);
        }

        private static NewChange change(
                @Nullable Integer seconds,
                @Nullable Long steps,
                @Nullable Integer freshSeconds,
                @Nullable LocalDateTime now) {
            return new NewChange(now, List.of(), null, seconds, steps, freshSeconds);
        }
    }

    @PostMapping("/repair")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "repair",
            summary =
                    "Plans a change around an absence with as few changed days of others as possible, to be looked at;"
                            + " the plan stays as it is until the change is kept.")
    ResponseEntity<ChangePreviewView> repair(
            @PathVariable PlanId plan, @PathVariable String absence, @RequestBody RepairBody asked, Caller caller) {
        StoredPreview made = changeAdministration.startAbsence(
                plan, absenceAdministration.absence(plan, absence), asked.toChange(), caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + plan + "/changes/" + made.id()))
                .body(changeViewFactory.view(plans.get(plan), made, caller));
    }
}
