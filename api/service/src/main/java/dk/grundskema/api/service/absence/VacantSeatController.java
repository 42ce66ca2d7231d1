package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceGapsView;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.edit.ManualChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDateTime;
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

/** REST operations to list the seats that an absence leaves vacant, and to give one of them to somebody. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/absences/{absence}")
@Tag(name = "Absences")
final class VacantSeatController {
    private final PlanStore plans;
    private final AbsenceRepository absences;
    private final WorkbenchCache workbenchCache;
    private final VacantSeatFinder vacantSeatFinder;
    private final InstantSource clock;

    VacantSeatController(
            PlanStore plans,
            AbsenceRepository absences,
            WorkbenchCache workbenchCache,
            VacantSeatFinder vacantSeatFinder,
            InstantSource clock) {
        this.plans = plans;
        this.absences = absences;
        this.workbenchCache = workbenchCache;
        this.vacantSeatFinder = vacantSeatFinder;
        this.clock = clock;
    }

    /** @param now what has begun by then is a fact, on the wall clock of the plan's zone; absent means now */
    @GetMapping("/candidates")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listStandIns",
            summary = "Which seats an absence leaves open, who could take each, and what it costs.")
    AbsenceGapsView candidates(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller) {
        Absence enteredAbsence = absences.get(plans.get(plan).id(), absence).absence();
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        return vacantSeatFinder.findGaps(timetabledPlan, enteredAbsence, effectiveNow(timetabledPlan, now), caller);
    }

    /**
     * Returns the given time, else the clock's, as the API documents it. Unlike {@link AbsenceAdministration#effectiveNow}, a plan that is over
     * is not rehearsed: programs name the time for that.
     */
    private LocalDateTime effectiveNow(TimetabledPlan timetabledPlan, @Nullable LocalDateTime now) {
        return now != null
                ? now
                : LocalDateTime.ofInstant(
                        clock.instant(),
                        timetabledPlan.problem().value().horizon().zone());
    }

    /**
     * Who takes a seat that fell open.
     *
     * @param sessionId the seat's session
     * @param position  place of the seat among those of its meeting, from 0
     * @param staffId   who takes it; absent leaves it empty
     * @param now       what has begun by then is a fact, on the wall clock of the plan's zone; absent means now
     */
    record SeatTakingBody(
            SessionId sessionId,
            int position,
            @Nullable StaffId staffId,
            @Nullable LocalDateTime now) {}

    @PostMapping("/take")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "takeSeat",
            summary = "Gives one seat that fell open to somebody, the rest of the plan as it stands.")
    ResponseEntity<EditView> take(
            @PathVariable PlanId plan,
            @PathVariable String absence,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SeatTakingBody asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        Absence enteredAbsence =
                absences.get(plans.getAtVersion(plan, version).id(), absence).absence();
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        var change = new ManualChange.SeatChange(asked.sessionId(), asked.position(), asked.staffId());
        EditView view = vacantSeatFinder.assignSeat(
                timetabledPlan, enteredAbsence, effectiveNow(timetabledPlan, asked.now()), change, version, caller);
        return VersionTag.okWithTag(view.version(), view);
    }
}
