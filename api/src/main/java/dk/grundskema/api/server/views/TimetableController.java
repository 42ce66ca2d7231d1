package dk.grundskema.api.server.views;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.views.EntryViews.EntryList;
import dk.grundskema.api.server.views.EntryViews.NamedView;
import dk.grundskema.api.server.views.EntryViews.Overview;
import dk.grundskema.api.server.views.EntryViews.StudentView;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A plan's timetable by team, class, person, room and week, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/timetable")
@Tag(name = "Timetables")
final class TimetableController {
    private final Showing showing;

    TimetableController(Showing showing) {
        this.showing = showing;
    }

    @GetMapping
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "getTimetable",
            summary =
                    "The timetable that a plan is at, as files have it; to callers who may not see students they are numbers.")
    ResponseEntity<byte[]> whole(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Shown shown = showing.of(plan, caller);
        return showing.answer(
                shown, ifNoneMatch, List.of("file"), () -> shown.timetable().value());
    }

    @GetMapping("/weeks")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Overview.class)))
    @Operation(
            operationId = "getTimetableWeeks",
            summary = "What there is to look at in a timetable: weeks, classes, teams, staff, rooms, students.")
    ResponseEntity<byte[]> weeks(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Shown shown = showing.of(plan, caller);
        return showing.answer(
                shown, ifNoneMatch, List.of("weeks"), () -> Overview.of(showing.views(shown), shown.students()));
    }

    @GetMapping("/weeks/{week}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfWeek", summary = "All that is held in a week.")
    ResponseEntity<byte[]> week(
            @PathVariable PlanId plan,
            @PathVariable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Shown shown = showing.of(plan, caller);
        IsoWeek asked = Shapes.week(week);
        return showing.answer(
                shown,
                ifNoneMatch,
                List.of("week", week),
                () -> EntryList.of(null, asked, showing.views(shown).entries(), shown.students(), null));
    }

    @GetMapping("/staff/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(
            operationId = "getTimetableOfStaffMember",
            summary = "What somebody of the staff is in, in a week or in all.")
    ResponseEntity<byte[]> staff(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return answer(
                plan, "staff", id, week, ifNoneMatch, caller, (shown, asked) -> ofStaff(showing, shown, id, asked));
    }

    /** What somebody is in; somebody's own timetable, so that the others are partners. */
    static EntryList ofStaff(Showing showing, Shown shown, String id, @Nullable IsoWeek week) {
        TimetableViews views = showing.views(shown);
        Named<StaffId> person = found(views.staff(), id);
        return EntryList.of(NamedView.of(person), week, views.ofPerson(person), shown.students(), person.id());
    }

    @GetMapping("/teams/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfTeam", summary = "What a team takes part in, in a week or in all.")
    ResponseEntity<byte[]> team(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return answer(plan, "teams", id, week, ifNoneMatch, caller, of(id, TimetableViews::teams, TimetableViews::of));
    }

    @GetMapping("/classes/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfClass", summary = "What a class takes part in, in a week or in all.")
    ResponseEntity<byte[]> ofClass(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return answer(
                plan,
                "classes",
                id,
                week,
                ifNoneMatch,
                caller,
                of(id, TimetableController::classes, TimetableViews::of));
    }

    @GetMapping("/rooms/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfRoom", summary = "What is held in a room, in a week or in all.")
    ResponseEntity<byte[]> room(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return answer(
                plan, "rooms", id, week, ifNoneMatch, caller, of(id, TimetableViews::rooms, TimetableViews::ofRoom));
    }

    @GetMapping("/students/{id}")
    @Needs(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfStudent", summary = "What a student takes part in, in a week or in all.")
    ResponseEntity<byte[]> student(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return answer(plan, "students", id, week, ifNoneMatch, caller, (shown, asked) -> {
            TimetableViews views = showing.views(shown);
            Member student = views.students().stream()
                    .filter(one -> one.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Shapes.unknown(id));
            StudentView seen = StudentView.of(student, shown.students());
            String name = seen.name() == null ? String.valueOf(seen.number()) : seen.name();
            return EntryList.of(new NamedView(id, name), asked, views.ofStudent(student), shown.students(), null);
        });
    }

    /** Makes a list of entries of what is shown. */
    private interface Listing {
        /** @param week the only week whose entries are wanted; {@code null} means all */
        EntryList of(Shown shown, @Nullable IsoWeek week);
    }

    private ResponseEntity<byte[]> answer(
            PlanId plan,
            String sort,
            String id,
            @Nullable String week,
            String ifNoneMatch,
            Caller caller,
            Listing listing) {
        Shown shown = showing.of(plan, caller);
        IsoWeek asked = Shapes.week(week);
        return showing.answer(shown, ifNoneMatch, key(sort, id, asked), () -> listing.of(shown, asked));
    }

    private <I extends Id> Listing of(
            String id,
            Function<TimetableViews, List<Named<I>>> all,
            BiFunction<TimetableViews, Named<I>, List<Entry>> entries) {
        return (shown, asked) -> {
            TimetableViews views = showing.views(shown);
            Named<I> one = found(all.apply(views), id);
            return EntryList.of(NamedView.of(one), asked, entries.apply(views, one), shown.students(), null);
        };
    }

    private static List<Named<GroupId>> classes(TimetableViews views) {
        return views.teams().stream()
                .filter(team -> Shapes.isClass(views, team.id()))
                .toList();
    }

    /** Names an answer about somebody or something among those that were given lately. */
    static List<Object> key(String sort, String id, @Nullable IsoWeek week) {
        return week == null ? List.of(sort, id) : List.of(sort, id, week);
    }

    private static <I extends Id> Named<I> found(List<Named<I>> some, String id) {
        return some.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Shapes.unknown(id));
    }
}
