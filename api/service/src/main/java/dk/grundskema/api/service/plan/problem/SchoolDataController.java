package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.problem.ProblemPartViews.RoomList;
import dk.grundskema.api.service.plan.problem.ProblemPartViews.StaffList;
import dk.grundskema.api.service.plan.problem.ProblemPartViews.StudentList;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.Horizon;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on people, rooms, weeks and weights of a plan. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "School data")
final class SchoolDataController {
    private final ProblemPartEditor parts;
    private final PlanViewFactory planViewFactory;

    SchoolDataController(ProblemPartEditor parts, PlanViewFactory planViewFactory) {
        this.parts = parts;
        this.planViewFactory = planViewFactory;
    }

    @GetMapping("/staff")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listStaff", summary = "All staff of a plan.")
    ResponseEntity<StaffList> allStaff(@PathVariable PlanId plan) {
        return planViewFactory.respondPart(plan, () -> new StaffList(parts.listElements(plan, "staff")));
    }

    @GetMapping("/staff/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffMember.class)))
    @Operation(operationId = "getStaffMember", summary = "A member of staff of a plan.")
    ResponseEntity<Json.JsonObject> getStaffMember(@PathVariable PlanId plan, @PathVariable String id) {
        return planViewFactory.respondPart(plan, () -> parts.element(plan, "staff", id));
    }

    @PutMapping("/staff/{id}")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = StaffMember.class)))
    @Operation(
            operationId = "putStaffMember",
            summary = "Puts a member of staff in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putStaffMember(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.put(plan, VersionTag.parseIfMatch(ifMatch), "staff", id, sent, caller.account()));
    }

    @DeleteMapping("/staff/{id}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "removeStaffMember", summary = "Takes a member of staff out of a plan.")
    ResponseEntity<PlanView> removeStaffMember(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(
                parts.remove(plan, VersionTag.parseIfMatch(ifMatch), "staff", id, caller.account()));
    }

    @GetMapping("/students")
    @RequiresPermission(Permission.READ_STUDENTS)
    @Operation(operationId = "listStudents", summary = "All students of a plan.")
    ResponseEntity<StudentList> allStudents(@PathVariable PlanId plan) {
        return planViewFactory.respondPart(plan, () -> new StudentList(parts.listElements(plan, "students")));
    }

    @GetMapping("/students/{id}")
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Student.class)))
    @Operation(operationId = "getStudent", summary = "A student of a plan.")
    ResponseEntity<Json.JsonObject> getStudent(@PathVariable PlanId plan, @PathVariable String id) {
        return planViewFactory.respondPart(plan, () -> parts.element(plan, "students", id));
    }

    @PutMapping("/students/{id}")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Student.class)))
    @Operation(operationId = "putStudent", summary = "Puts a student in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putStudent(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.put(plan, VersionTag.parseIfMatch(ifMatch), "students", id, sent, caller.account()));
    }

    @DeleteMapping("/students/{id}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "removeStudent", summary = "Takes a student out of a plan.")
    ResponseEntity<PlanView> removeStudent(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(
                parts.remove(plan, VersionTag.parseIfMatch(ifMatch), "students", id, caller.account()));
    }

    @GetMapping("/rooms")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listRooms", summary = "All rooms of a plan.")
    ResponseEntity<RoomList> allRooms(@PathVariable PlanId plan) {
        return planViewFactory.respondPart(plan, () -> new RoomList(parts.listElements(plan, "rooms")));
    }

    @GetMapping("/rooms/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Room.class)))
    @Operation(operationId = "getRoom", summary = "A room of a plan.")
    ResponseEntity<Json.JsonObject> getRoom(@PathVariable PlanId plan, @PathVariable String id) {
        return planViewFactory.respondPart(plan, () -> parts.element(plan, "rooms", id));
    }

    @PutMapping("/rooms/{id}")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Room.class)))
    @Operation(operationId = "putRoom", summary = "Puts a room in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putRoom(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.put(plan, VersionTag.parseIfMatch(ifMatch), "rooms", id, sent, caller.account()));
    }

    @DeleteMapping("/rooms/{id}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "removeRoom", summary = "Takes a room out of a plan.")
    ResponseEntity<PlanView> removeRoom(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(
                parts.remove(plan, VersionTag.parseIfMatch(ifMatch), "rooms", id, caller.account()));
    }

    @GetMapping("/horizon")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Horizon.class)))
    @Operation(operationId = "getHorizon", summary = "The weeks of a plan.")
    ResponseEntity<Json.JsonObject> getHorizon(@PathVariable PlanId plan) {
        return planViewFactory.respondPart(plan, () -> parts.field(plan, "horizon"));
    }

    @PutMapping("/horizon")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Horizon.class)))
    @Operation(operationId = "putHorizon", summary = "Changes the weeks of a plan.")
    ResponseEntity<PlanView> putHorizon(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.putField(plan, VersionTag.parseIfMatch(ifMatch), "horizon", sent, caller.account()));
    }

    @GetMapping("/weights")
    @RequiresPermission(Permission.READ)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = "object"),
                            additionalPropertiesSchema = @Schema(types = "integer", format = "int64")))
    @Operation(
            operationId = "getWeights",
            summary =
                    "The weights of a plan, by the ids of soft rules; rules that aren't there have their default weight.")
    ResponseEntity<Json.JsonObject> getWeights(@PathVariable PlanId plan) {
        return planViewFactory.respondPart(plan, () -> parts.field(plan, "weights"));
    }

    @PutMapping("/weights")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object"),
                            additionalPropertiesSchema = @Schema(types = "integer", format = "int64")))
    @Operation(operationId = "putWeights", summary = "Changes the weights of a plan, by the ids of soft rules.")
    ResponseEntity<PlanView> putWeights(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.putField(plan, VersionTag.parseIfMatch(ifMatch), "weights", sent, caller.account()));
    }
}
