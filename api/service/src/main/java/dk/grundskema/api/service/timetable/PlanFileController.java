package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations that export plans as files for printing, phones and other programs. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Files")
final class PlanFileController {
    private final TimetableViewProvider timetableViewProvider;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final ProgramExportProvider exports;
    private final PlanSheetPrinter sheets;
    private final DeliverySource deliveries;

    PlanFileController(
            TimetableViewProvider timetableViewProvider,
            PlanStore plans,
            DocumentStore documents,
            ProgramExportProvider exports,
            PlanSheetPrinter sheets,
            DeliverySource deliveries) {
        this.timetableViewProvider = timetableViewProvider;
        this.exports = exports;
        this.sheets = sheets;
        this.deliveries = deliveries;
        this.plans = plans;
        this.documents = documents;
    }

    @GetMapping(path = "/sheets", produces = FileResponse.ZIP)
    @RequiresPermission(Permission.READ_STUDENTS)
    @Operation(
            operationId = "getSheets",
            summary = "The sheets for walls and printers: a zip of pages that lead to each other.")
    ResponseEntity<byte[]> sheets(@PathVariable PlanId plan, Caller caller) {
        return FileResponse.of(
                "sheets.zip",
                FileResponse.ZIP,
                FileResponse.zip(sheets.sheetsOf(plan, caller).bundle().files()));
    }

    @GetMapping(path = "/calendars", produces = FileResponse.ZIP)
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "getCalendars",
            summary = "Calendars for phones: a zip of one for each person, team and room.")
    ResponseEntity<byte[]> calendars(@PathVariable PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        var files = timetableViewProvider
                .planExporter(viewedTimetable)
                .calendarFiles(viewedTimetable.timetable().value());
        return FileResponse.of("calendars.zip", FileResponse.ZIP, FileResponse.zip(files));
    }

    /**
     * @param format format of the files: {@code asc}, {@code untis}, {@code fet}, {@code csv}, {@code xlsx} or {@code json}
     * @param staff  id of the staff member whose meetings are exported; empty means all
     * @param group  id of the class or group whose meetings are exported, with those of its students' groups; empty means all
     */
    @GetMapping(path = "/exports/{format}", produces = FileResponse.ZIP)
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "exportPlan",
            summary =
                    "The plan, or one person's or class's part of it, as files of another program: a zip with a report of what the format cannot express. Before anything is planned, the school's existing lessons. No student is named.")
    ResponseEntity<byte[]> export(
            @PathVariable PlanId plan,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String group,
            Caller caller) {
        ProgramFormat known = ProgramFormat.of(format).orElseThrow(RefusalException::notFound);
        ViewedTimetable viewed = exports.resolve(plan, caller);
        var files = exports.files(viewed, known, exports.scope(viewed, staff, group));
        return FileResponse.of("plan-" + known.word() + ".zip", FileResponse.ZIP, FileResponse.zip(files));
    }

    @GetMapping(path = "/exports/problem.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "exportProblem", summary = "The problem as a file that the command line reads.")
    ResponseEntity<byte[]> problem(@PathVariable PlanId plan) {
        return file(
                "problem.json",
                documents.text(plans.revision(plans.get(plan).head()).problem()));
    }

    @GetMapping(path = "/exports/timetable.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "exportTimetable",
            summary =
                    "The timetable with entered attendance as a file that the command line reads; to callers who may not see students they are numbers, and attendance is left out.")
    ResponseEntity<byte[]> timetable(@PathVariable PlanId plan, Caller caller) {
        String hash = plans.revision(plans.get(plan).head()).timetable();
        if (hash == null) {
            throw RefusalException.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        if (NameResolverFactory.studentNaming(caller, plans.get(plan).organisation())
                == PlanNameResolver.StudentNaming.NAMES) {
            Timetable planned = documents.timetable(hash).value();
            Timetable delivered = deliveries.withEnteredDeliveries(plan, planned);
            return file(
                    "timetable.json",
                    delivered.equals(planned)
                            ? documents.text(hash)
                            : JsonFormatter.format(RecordWriter.toJson(delivered)));
        }
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        return file(
                "timetable.json",
                JsonFormatter.format(timetableViewProvider.toJson(
                        viewedTimetable, viewedTimetable.timetable().value())));
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return FileResponse.of(name, MediaType.APPLICATION_JSON_VALUE, text.getBytes(StandardCharsets.UTF_8));
    }
}
