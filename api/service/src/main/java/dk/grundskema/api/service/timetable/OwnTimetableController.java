package dk.grundskema.api.service.timetable;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
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
import java.util.List;
import java.util.Map;
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
    private final PlanTimetableReader timetables;

    OwnTimetableController(
            TimetableViewProvider timetableViewProvider, PlanStore plans, PlanTimetableReader timetables) {
        this.timetableViewProvider = timetableViewProvider;
        this.plans = plans;
        this.timetables = timetables;
    }

    @GetMapping("/me/timetable")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMyTimetable", summary = "The caller's own timetable in all plans that people work by.")
    OwnTimetables mine(@RequestParam(required = false) @Nullable String week, Caller caller) {
        IsoWeek requestedWeek = TimetableParameters.parseWeek(week);
        List<ViewedTimetable> inUse = timetables.resolveInUse(caller, "getMyTimetable");
        Map<PlanId, String> titles =
                plans.familyTitles(inUse.stream().map(ViewedTimetable::plan).toList());
        return new OwnTimetables(inUse.stream()
                .flatMap(found -> caller.staffIdsIn(found.plan().organisation()).stream()
                        .filter(one -> found.problem().value().staffMember(one).isPresent())
                        .map(one -> new OwnTimetable(
                                found.plan().id().value(),
                                titles.getOrDefault(found.plan().id(), ""),
                                EntryListBuilder.staffEntries(
                                        timetableViewProvider, found, one.value(), requestedWeek))))
                .toList());
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
                .orElseThrow(RefusalException::notFound);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                EntryListBuilder.answerKey("mine", me.value(), requestedWeek),
                () -> EntryListBuilder.staffEntries(timetableViewProvider, viewedTimetable, me.value(), requestedWeek));
    }
}
