package dk.grundskema.api.server.views;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans as files for paper, phones and other programs, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Files")
final class FilesController {
    private final Showing showing;
    private final Plans plans;
    private final Documents documents;

    FilesController(Showing showing, Plans plans, Documents documents) {
        this.showing = showing;
        this.plans = plans;
        this.documents = documents;
    }

    @GetMapping(path = "/sheets", produces = Attachment.ZIP)
    @Needs(Permission.READ_STUDENTS)
    @Operation(
            operationId = "getSheets",
            summary = "The sheets for walls and printers: a zip of pages that lead to each other.")
    ResponseEntity<byte[]> sheets(@PathVariable PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        var files = showing.papers(shown).sheets(shown.timetable().value());
        return Attachment.of("sheets.zip", Attachment.ZIP, Attachment.zip(files));
    }

    @GetMapping(path = "/calendars", produces = Attachment.ZIP)
    @Needs(Permission.READ)
    @Operation(
            operationId = "getCalendars",
            summary = "Calendars for phones: a zip of one for each person, team and room.")
    ResponseEntity<byte[]> calendars(@PathVariable PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        var files = showing.papers(shown).calendars(shown.timetable().value());
        return Attachment.of("calendars.zip", Attachment.ZIP, Attachment.zip(files));
    }

    @GetMapping(path = "/exports/problem.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "exportProblem", summary = "The problem as a file that the command line reads.")
    ResponseEntity<byte[]> problem(@PathVariable PlanId plan) {
        return file(
                "problem.json",
                documents.text(plans.revision(plans.get(plan).head()).problem()));
    }

    @GetMapping(path = "/exports/timetable.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "exportTimetable",
            summary =
                    "The timetable as a file that the command line reads; to callers who may not see students they are numbers.")
    ResponseEntity<byte[]> timetable(@PathVariable PlanId plan, Caller caller) {
        String hash = plans.revision(plans.get(plan).head()).timetable();
        if (hash == null) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        if (Naming.students(caller, plans.get(plan).organisation()) == Names.OfStudents.NAMES) {
            return file("timetable.json", documents.text(hash));
        }
        Shown shown = showing.of(plan, caller);
        return file(
                "timetable.json",
                JsonText.of(showing.json(shown, shown.timetable().value())));
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return Attachment.of(name, MediaType.APPLICATION_JSON_VALUE, text.getBytes(StandardCharsets.UTF_8));
    }
}
