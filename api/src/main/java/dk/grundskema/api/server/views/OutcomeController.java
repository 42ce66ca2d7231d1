package dk.grundskema.api.server.views;

import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.ledger.LedgerWords;
import dk.grundskema.api.ledger.LedgerWorkbook;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Deliveries;
import dk.grundskema.api.server.plans.PlanId;
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

/** What a plan's timetable gives of what is asked, and who gets how much of what, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Outcome")
final class OutcomeController {
    private final Showing showing;
    private final PluginHouse house;
    private final SeenOutcomes outcomes;
    private final Deliveries deliveries;

    OutcomeController(Showing showing, PluginHouse house, SeenOutcomes outcomes, Deliveries deliveries) {
        this.showing = showing;
        this.house = house;
        this.outcomes = outcomes;
        this.deliveries = deliveries;
    }

    @GetMapping("/fidelity")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FidelityView.class)))
    @Operation(
            operationId = "getFidelity",
            summary = "What a plan's timetable gives of all that its interventions' guidelines ask, in words.")
    ResponseEntity<byte[]> fidelity(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Shown shown = showing.of(plan, caller);
        return showing.answer(shown, ifNoneMatch, List.of("fidelity"), () -> outcomes.fidelity(shown));
    }

    @GetMapping("/ledger")
    @Needs(Permission.READ)
    @Operation(
            operationId = "getLedger",
            summary =
                    "Who gets how much of what, week by week, and what it takes from ordinary teaching; people are ids, and students numbers to callers who may not see them.")
    LedgerView ledger(@PathVariable PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        // What was delivered may be entered without the plan changing, so its tag says nothing of this answer.
        var timetable = deliveries.remembered(plan, shown.timetable().value());
        return LedgerView.of(house.ledger(shown.problem().value(), timetable));
    }

    @GetMapping(path = "/ledger.xlsx", produces = Attachment.WORKBOOK)
    @Needs(Permission.READ_STUDENTS)
    @Operation(operationId = "getLedgerWorkbook", summary = "The ledger as a workbook, with students' names.")
    ResponseEntity<byte[]> workbook(@PathVariable PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        var problem = shown.problem().value();
        var timetable = deliveries.remembered(plan, shown.timetable().value());
        var words = LedgerWords.of(shown.language(), problem, house.typeNames(shown.language()));
        return Attachment.of(
                "ledger.xlsx",
                Attachment.WORKBOOK,
                LedgerWorkbook.bytes(house.ledger(problem, timetable), problem, timetable, words));
    }
}
