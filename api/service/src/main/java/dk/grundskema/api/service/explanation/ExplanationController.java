package dk.grundskema.api.service.explanation;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplanationView;
import dk.grundskema.api.service.explanation.MeetingExplainer.Depth;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.TimetableViewProvider.SearchAnswer;
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

    /**
     * @param session  which session, as the timetable names it to the caller
     * @param remedies whether to find what would have to change too, which takes up to some tens of seconds
     */
    @GetMapping("/api/v1/plans/{plan}/explanation")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExplanationView.class)))
    @Operation(
            operationId = "explainMeeting",
            summary =
                    "Why a meeting is as it is: the rules that its time and room keep or break, the wishes that are not met, what speaks against each other person in its seats, and what would help.")
    ResponseEntity<byte[]> explain(
            @PathVariable PlanId plan,
            @RequestParam String session,
            @RequestParam(defaultValue = "false") boolean remedies,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Depth depth = remedies ? Depth.REMEDIES : Depth.REASONS;
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respondToSearch(
                viewed, explainer.dependencies(viewed), ifNoneMatch, List.of("explanation", session, depth), () -> {
                    ExplanationView explained = explainer.explain(viewed, session, depth, caller);
                    return new SearchAnswer(explained, explained.hasLimitedRemedies());
                });
    }
}
