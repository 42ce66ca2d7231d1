package dk.grundskema.api.service.timetable;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.service.access.AuditLog;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.access.StudentNameDisclosure;
import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.timetable.EntryViews.EntryList;
import dk.grundskema.api.service.timetable.EntryViews.OwnTimetable;
import dk.grundskema.api.service.timetable.EntryViews.OwnTimetables;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operation that returns the caller's own timetable, with the names of students that the caller teaches individually. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Timetables")
final class OwnTimetableController {
    private final TimetableViewProvider timetableViewProvider;
    private final PlanStore plans;
    private final PlanLifecycle planLifecycle;
    private final AuditLog audit;

    OwnTimetableController(
            TimetableViewProvider timetableViewProvider, PlanStore plans, PlanLifecycle planLifecycle, AuditLog audit) {
        this.audit = audit;
        this.timetableViewProvider = timetableViewProvider;
        this.plans = plans;
        this.planLifecycle = planLifecycle;
    }

    @GetMapping("/me/timetable")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMyTimetable", summary = "The caller's own timetable in all plans that people work by.")
    OwnTimetables mine(@RequestParam(required = false) @Nullable String week, Caller caller) {
        IsoWeek requestedWeek = TimetableParameters.parseWeek(week);
        var found = new ArrayList<OwnTimetable>();
        for (Plan plan : planLifecycle.findInUse(List.copyOf(caller.organisationsWith(Permission.OWN)))) {
            if (plans.revision(plan.head()).timetable() != null) {
                ViewedTimetable viewedTimetable =
                        timetableViewProvider.resolve(plan, PlanNameResolver.StudentNaming.NAMES);
                caller.staffIdsIn(plan.organisation()).stream()
                        .filter(one -> viewedTimetable
                                .problem()
                                .value()
                                .staffMember(one)
                                .isPresent())
                        .map(one -> new OwnTimetable(
                                plan.id().value(),
                                plan.title(),
                                TimetableController.staffEntries(
                                        timetableViewProvider, viewedTimetable, one.value(), requestedWeek)))
                        .forEach(found::add);
                audit.recordUseOncePerHour(
                        caller.account(), plan.organisation(), plan.id().value(), "getMyTimetable");
            }
        }
        return new OwnTimetables(found);
    }

    @GetMapping("/plans/{plan}/timetable/mine")
    @RequiresPermission(Permission.OWN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getMyTimetableInPlan", summary = "The caller's own timetable in a plan.")
    ResponseEntity<byte[]> mine(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        IsoWeek requestedWeek = TimetableParameters.parseWeek(week);
        ViewedTimetable viewedTimetable =
                timetableViewProvider.resolve(plans.get(plan), PlanNameResolver.StudentNaming.NAMES);
        StudentNameDisclosure.recordDisclosure();
        StaffId me = caller.staffIdsIn(viewedTimetable.plan().organisation()).stream()
                .filter(one ->
                        viewedTimetable.problem().value().staffMember(one).isPresent())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                TimetableController.answerKey("mine", me.value(), requestedWeek),
                () -> TimetableController.staffEntries(
                        timetableViewProvider, viewedTimetable, me.value(), requestedWeek));
    }
}
