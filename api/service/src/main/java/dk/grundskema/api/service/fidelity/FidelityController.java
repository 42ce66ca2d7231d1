package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.ledger.LedgerTexts;
import dk.grundskema.api.exports.workbook.LedgerWorkbook;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.absence.DeliveryRepository;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.FileResponse;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations that compare a plan with its requirements and return the ledger. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Outcome")
final class FidelityController {
    private final TimetableViewProvider timetableViewProvider;
    private final PluginPlanningFacade planning;
    private final FidelityReporter fidelityReporter;
    private final DeliveryRepository deliveries;

    FidelityController(
            TimetableViewProvider timetableViewProvider,
            PluginPlanningFacade planning,
            FidelityReporter fidelityReporter,
            DeliveryRepository deliveries) {
        this.timetableViewProvider = timetableViewProvider;
        this.planning = planning;
        this.fidelityReporter = fidelityReporter;
        this.deliveries = deliveries;
    }

    @GetMapping("/fidelity")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FidelityView.class)))
    @Operation(
            operationId = "getFidelity",
            summary = "What a plan's timetable gives of all that its interventions' guidelines ask, in words.")
    ResponseEntity<byte[]> fidelity(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respond(
                viewedTimetable,
                fidelityReporter.reasonDependencies(viewedTimetable),
                ifNoneMatch,
                List.of("fidelity"),
                () -> fidelityReporter.fidelity(viewedTimetable));
    }

    @GetMapping("/ledger")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "getLedger",
            summary =
                    "Who gets how much of what, week by week, and what it takes from ordinary teaching; people are ids, and students numbers to callers who may not see them.")
    LedgerResponse ledger(@PathVariable PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        // Attendance can be entered without a change of the plan, so the plan's tag does not cover this response.
        var timetable = deliveries.withEnteredDeliveries(
                plan, viewedTimetable.timetable().value());
        return LedgerResponse.of(planning.ledger(viewedTimetable.problem().value(), timetable));
    }

    @GetMapping(path = "/ledger.xlsx", produces = FileResponse.WORKBOOK)
    @RequiresPermission(Permission.READ_STUDENTS)
    @Operation(operationId = "getLedgerWorkbook", summary = "The ledger as a workbook, with students' names.")
    ResponseEntity<byte[]> workbook(@PathVariable PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        var problem = viewedTimetable.problem().value();
        var timetable = deliveries.withEnteredDeliveries(
                plan, viewedTimetable.timetable().value());
        var words = LedgerTexts.of(viewedTimetable.language(), problem, planning.typeNames(viewedTimetable.language()));
        return FileResponse.of(
                "ledger.xlsx",
                FileResponse.WORKBOOK,
                LedgerWorkbook.bytes(planning.ledger(problem, timetable), problem, timetable, words));
    }
}
