package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.EntryViews.EntryList;
import dk.grundskema.api.service.timetable.EntryViews.NamedView;
import dk.grundskema.api.service.timetable.EntryViews.StudentView;
import dk.grundskema.api.service.timetable.EntryViews.TimetableIndexView;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
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

/** REST operations that read a plan's timetable by team, class, person, room and week. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/timetable")
@Tag(name = "Timetables")
final class TimetableController {
    private final TimetableViewProvider timetableViewProvider;

    TimetableController(TimetableViewProvider timetableViewProvider) {
        this.timetableViewProvider = timetableViewProvider;
    }

    @GetMapping
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "getTimetable",
            summary =
                    "The timetable that a plan is at, as files have it; to callers who may not see students they are numbers.")
    ResponseEntity<byte[]> getTimetable(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                List.of("file"),
                () -> viewedTimetable.timetable().value());
    }

    @GetMapping("/weeks")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimetableIndexView.class)))
    @Operation(
            operationId = "getTimetableWeeks",
            summary = "What there is to look at in a timetable: weeks, classes, teams, staff, rooms, students.")
    ResponseEntity<byte[]> weeks(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                List.of("weeks"),
                () -> TimetableIndexView.of(timetableViewProvider.views(viewedTimetable), viewedTimetable.students()));
    }

    @GetMapping("/weeks/{week}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfWeek", summary = "All that is held in a week.")
    ResponseEntity<byte[]> week(
            @PathVariable PlanId plan,
            @PathVariable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        IsoWeek requestedWeek = TimetableParameters.parseWeek(week);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                List.of("week", week),
                () -> EntryList.of(
                        null,
                        requestedWeek,
                        timetableViewProvider.views(viewedTimetable).entries(),
                        viewedTimetable.students(),
                        null));
    }

    @GetMapping("/staff/{id}")
    @RequiresPermission(Permission.READ)
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
        return respond(
                plan,
                "staff",
                id,
                week,
                ifNoneMatch,
                caller,
                (viewedTimetable, requestedWeek) ->
                        EntryListBuilder.staffEntries(timetableViewProvider, viewedTimetable, id, requestedWeek));
    }

    @GetMapping("/teams/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfTeam", summary = "What a team takes part in, in a week or in all.")
    ResponseEntity<byte[]> team(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return respond(
                plan,
                "teams",
                id,
                week,
                ifNoneMatch,
                caller,
                listing(id, TimetableViews::teams, TimetableViews::ofTeam));
    }

    @GetMapping("/classes/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfClass", summary = "What a class takes part in, in a week or in all.")
    ResponseEntity<byte[]> ofClass(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return respond(
                plan,
                "classes",
                id,
                week,
                ifNoneMatch,
                caller,
                listing(id, TimetableController::classes, TimetableViews::ofTeam));
    }

    @GetMapping("/rooms/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfRoom", summary = "What is held in a room, in a week or in all.")
    ResponseEntity<byte[]> room(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return respond(
                plan,
                "rooms",
                id,
                week,
                ifNoneMatch,
                caller,
                listing(id, TimetableViews::rooms, TimetableViews::ofRoom));
    }

    @GetMapping("/students/{id}")
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryList.class)))
    @Operation(operationId = "getTimetableOfStudent", summary = "What a student takes part in, in a week or in all.")
    ResponseEntity<byte[]> student(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String week,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        return respond(plan, "students", id, week, ifNoneMatch, caller, (viewedTimetable, requestedWeek) -> {
            TimetableViews views = timetableViewProvider.views(viewedTimetable);
            NumberedStudent student = views.students().stream()
                    .filter(one -> one.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> TimetableParameters.notInTimetable(id));
            StudentView seen = StudentView.of(student, viewedTimetable.students());
            String name = seen.name() == null ? String.valueOf(seen.number()) : seen.name();
            return EntryList.of(
                    new NamedView(id, name), requestedWeek, views.ofStudent(student), viewedTimetable.students(), null);
        });
    }

    /** Selects the entries of a response. */
    private interface EntryListing {
        /** @param week only week of the result; {@code null} means all */
        EntryList of(ViewedTimetable viewedTimetable, @Nullable IsoWeek week);
    }

    private ResponseEntity<byte[]> respond(
            PlanId plan,
            String sort,
            String id,
            @Nullable String week,
            String ifNoneMatch,
            Caller caller,
            EntryListing listing) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        IsoWeek requestedWeek = TimetableParameters.parseWeek(week);
        return timetableViewProvider.respond(
                viewedTimetable,
                ifNoneMatch,
                EntryListBuilder.answerKey(sort, id, requestedWeek),
                () -> listing.of(viewedTimetable, requestedWeek));
    }

    private <I extends Id> EntryListing listing(
            String id,
            Function<TimetableViews, List<NamedEntity<I>>> all,
            BiFunction<TimetableViews, NamedEntity<I>, List<TimetableEntry>> entries) {
        return (viewedTimetable, requestedWeek) -> {
            TimetableViews views = timetableViewProvider.views(viewedTimetable);
            NamedEntity<I> one = EntryListBuilder.findById(all.apply(views), id);
            return EntryList.of(
                    NamedView.of(one), requestedWeek, entries.apply(views, one), viewedTimetable.students(), null);
        };
    }

    private static List<NamedEntity<GroupId>> classes(TimetableViews views) {
        return views.teams().stream()
                .filter(team -> TimetableParameters.isClass(views, team.id()))
                .toList();
    }
}
