package dk.grundskema.api.server.views;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanShelf;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.views.EntryViews.EntryList;
import dk.grundskema.api.server.views.EntryViews.OwnTimetable;
import dk.grundskema.api.server.views.EntryViews.OwnTimetables;
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

/** The caller's own timetable, over REST: with the names of the students whom the caller meets alone. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Timetables")
final class OwnTimetableController {
    private final Showing showing;
    private final Plans plans;
    private final PlanShelf shelf;
    private final Audit audit;

    OwnTimetableController(Showing showing, Plans plans, PlanShelf shelf, Audit audit) {
        this.audit = audit;
        this.showing = showing;
        this.plans = plans;
        this.shelf = shelf;
    }

    @GetMapping("/me/timetable")
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "getMyTimetable", summary = "The caller's own timetable in all plans that people work by.")
    OwnTimetables mine(@RequestParam(required = false) @Nullable String week, Caller caller) {
        IsoWeek asked = Shapes.week(week);
        var found = new ArrayList<OwnTimetable>();
        for (Plan plan : shelf.inUse(List.copyOf(caller.organisations(Permission.OWN)))) {
            if (plans.revision(plan.head()).timetable() != null) {
                Shown shown = showing.of(plan, Names.OfStudents.NAMES);
                caller.staff(plan.organisation()).stream()
                        .filter(one -> shown.problem().value().staffMember(one).isPresent())
                        .map(one -> new OwnTimetable(
                                plan.id().value(),
                                plan.title(),
                                TimetableController.ofStaff(showing, shown, one.value(), asked)))
                        .forEach(found::add);
                audit.usedOften(caller.account(), plan.organisation(), plan.id().value(), "getMyTimetable");
            }
        }
        return new OwnTimetables(found);
    }

    @GetMapping("/plans/{plan}/timetable/mine")
    @Needs(Permission.OWN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getMyTimetableInPlan", summary = "The caller's own timetable in a plan.")
    ResponseEntity<byte[]> mine(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        IsoWeek asked = Shapes.week(week);
        Shown shown = showing.of(plans.get(plan), Names.OfStudents.NAMES);
        NamesShown.noted();
        StaffId me = caller.staff(shown.plan().organisation()).stream()
                .filter(one -> shown.problem().value().staffMember(one).isPresent())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return showing.answer(
                shown,
                ifNoneMatch,
                TimetableController.key("mine", me.value(), asked),
                () -> TimetableController.ofStaff(showing, shown, me.value(), asked));
    }
}
