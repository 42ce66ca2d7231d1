package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PartLists.RoomList;
import dk.grundskema.api.server.plans.PartLists.StaffList;
import dk.grundskema.api.server.plans.PartLists.StudentList;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.platform.Precondition;
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

/** People, rooms, weeks and weights of a plan by themselves, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "School data")
final class SchoolDataController {
    private final ProblemParts parts;
    private final PlanAnswers answers;

    SchoolDataController(ProblemParts parts, PlanAnswers answers) {
        this.parts = parts;
        this.answers = answers;
    }

    @GetMapping("/staff")
    @Needs(Permission.READ)
    @Operation(operationId = "listStaff", summary = "All staff of a plan.")
    ResponseEntity<StaffList> allStaff(@PathVariable PlanId plan) {
        return answers.part(plan, () -> new StaffList(parts.all(plan, "staff")));
    }

    @GetMapping("/staff/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffMember.class)))
    @Operation(operationId = "getStaffMember", summary = "A member of staff of a plan.")
    ResponseEntity<Json.Structure> getStaffMember(@PathVariable PlanId plan, @PathVariable String id) {
        return answers.part(plan, () -> parts.one(plan, "staff", id));
    }

    @PutMapping("/staff/{id}")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = StaffMember.class)))
    @Operation(
            operationId = "putStaffMember",
            summary = "Puts a member of staff in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putStaffMember(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.put(plan, Precondition.version(ifMatch), "staff", id, sent, caller.account()));
    }

    @DeleteMapping("/staff/{id}")
    @Needs(Permission.PLAN)
    @Operation(operationId = "removeStaffMember", summary = "Takes a member of staff out of a plan.")
    ResponseEntity<PlanView> removeStaffMember(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(parts.remove(plan, Precondition.version(ifMatch), "staff", id, caller.account()));
    }

    @GetMapping("/students")
    @Needs(Permission.READ_STUDENTS)
    @Operation(operationId = "listStudents", summary = "All students of a plan.")
    ResponseEntity<StudentList> allStudents(@PathVariable PlanId plan) {
        return answers.part(plan, () -> new StudentList(parts.all(plan, "students")));
    }

    @GetMapping("/students/{id}")
    @Needs(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Student.class)))
    @Operation(operationId = "getStudent", summary = "A student of a plan.")
    ResponseEntity<Json.Structure> getStudent(@PathVariable PlanId plan, @PathVariable String id) {
        return answers.part(plan, () -> parts.one(plan, "students", id));
    }

    @PutMapping("/students/{id}")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Student.class)))
    @Operation(operationId = "putStudent", summary = "Puts a student in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putStudent(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.put(plan, Precondition.version(ifMatch), "students", id, sent, caller.account()));
    }

    @DeleteMapping("/students/{id}")
    @Needs(Permission.PLAN)
    @Operation(operationId = "removeStudent", summary = "Takes a student out of a plan.")
    ResponseEntity<PlanView> removeStudent(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(parts.remove(plan, Precondition.version(ifMatch), "students", id, caller.account()));
    }

    @GetMapping("/rooms")
    @Needs(Permission.READ)
    @Operation(operationId = "listRooms", summary = "All rooms of a plan.")
    ResponseEntity<RoomList> allRooms(@PathVariable PlanId plan) {
        return answers.part(plan, () -> new RoomList(parts.all(plan, "rooms")));
    }

    @GetMapping("/rooms/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Room.class)))
    @Operation(operationId = "getRoom", summary = "A room of a plan.")
    ResponseEntity<Json.Structure> getRoom(@PathVariable PlanId plan, @PathVariable String id) {
        return answers.part(plan, () -> parts.one(plan, "rooms", id));
    }

    @PutMapping("/rooms/{id}")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Room.class)))
    @Operation(operationId = "putRoom", summary = "Puts a room in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putRoom(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.put(plan, Precondition.version(ifMatch), "rooms", id, sent, caller.account()));
    }

    @DeleteMapping("/rooms/{id}")
    @Needs(Permission.PLAN)
    @Operation(operationId = "removeRoom", summary = "Takes a room out of a plan.")
    ResponseEntity<PlanView> removeRoom(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(parts.remove(plan, Precondition.version(ifMatch), "rooms", id, caller.account()));
    }

    @GetMapping("/horizon")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Horizon.class)))
    @Operation(operationId = "getHorizon", summary = "The weeks of a plan.")
    ResponseEntity<Json.Structure> getHorizon(@PathVariable PlanId plan) {
        return answers.part(plan, () -> parts.field(plan, "horizon"));
    }

    @PutMapping("/horizon")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Horizon.class)))
    @Operation(operationId = "putHorizon", summary = "Changes the weeks of a plan.")
    ResponseEntity<PlanView> putHorizon(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.putField(plan, Precondition.version(ifMatch), "horizon", sent, caller.account()));
    }

    @GetMapping("/weights")
    @Needs(Permission.READ)
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
    ResponseEntity<Json.Structure> getWeights(@PathVariable PlanId plan) {
        return answers.part(plan, () -> parts.field(plan, "weights"));
    }

    @PutMapping("/weights")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object"),
                            additionalPropertiesSchema = @Schema(types = "integer", format = "int64")))
    @Operation(operationId = "putWeights", summary = "Changes the weights of a plan, by the ids of soft rules.")
    ResponseEntity<PlanView> putWeights(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.putField(plan, Precondition.version(ifMatch), "weights", sent, caller.account()));
    }
}
