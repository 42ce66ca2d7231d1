package dk.grundskema.api.service.timetable;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplanationView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operation that explains a meeting. Session ids contain slashes, so the session is a request parameter. */
@RestController
@Tag(name = "Timetables")
final class ExplanationController {
    private final TimetableViewProvider timetableViewProvider;
    private final MeetingExplainer explainer;

    ExplanationController(TimetableViewProvider timetableViewProvider, MeetingExplainer explainer) {
        this.timetableViewProvider = timetableViewProvider;
        this.explainer = explainer;
    }

    /** @param session which session, as the timetable names it to the caller */
    @GetMapping("/api/v1/plans/{plan}/explanation")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExplanationView.class)))
    @Operation(
            operationId = "explainMeeting",
            summary =
                    "Why a meeting is as it is: the rules that its time and room keep or break, and what speaks against each other person in its seats.")
    ResponseEntity<byte[]> explain(
            @PathVariable PlanId plan,
            @RequestParam String session,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respond(
                viewed, ifNoneMatch, List.of("explanation", session), () -> explainer.explain(viewed, session));
    }
}
