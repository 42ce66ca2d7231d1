package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.access.AutomaticRequest;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.solve.SolveRequestBodies.MoreTime;
import dk.grundskema.api.service.solve.SolveRequestBodies.NewPriority;
import dk.grundskema.api.service.solve.SolveRequestBodies.NewReplan;
import dk.grundskema.api.service.solve.SolveRequestBodies.NewSolve;
import dk.grundskema.api.service.solve.SolveViews.SolveChangesView;
import dk.grundskema.api.service.solve.SolveViews.SolvePage;
import dk.grundskema.api.service.solve.SolveViews.SolveView;
import dk.grundskema.domain.timetable.Timetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** REST operations on solves. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Solves", description = "Timetables made by the computer: asked for, watched, stopped, taken over.")
final class SolveController {
    private final SolveService solves;
    private final SolveJobRepository jobs;
    private final SolveFinisher solveFinisher;
    private final SolveViewFactory solveViewFactory;
    private final SolveEventBroadcaster broadcaster;
    private final SolvePreviewer solvePreviewer;
    private final DocumentStore documents;
    private final PlanStore plans;

    SolveController(
            SolveService solves,
            SolveJobRepository jobs,
            SolveFinisher solveFinisher,
            SolveViewFactory solveViewFactory,
            SolveEventBroadcaster broadcaster,
            SolvePreviewer solvePreviewer,
            DocumentStore documents,
            PlanStore plans) {
        this.solves = solves;
        this.jobs = jobs;
        this.solveFinisher = solveFinisher;
        this.solveViewFactory = solveViewFactory;
        this.broadcaster = broadcaster;
        this.solvePreviewer = solvePreviewer;
        this.documents = documents;
        this.plans = plans;
    }

    @PostMapping("/plans/{plan}/solves")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "createSolve",
            summary =
                    "Queues a solve of what the plan is at; its result becomes a revision if the plan stays as it is. From the timetable of a plan in use, what has begun stays.")
    ResponseEntity<SolveView> create(@PathVariable PlanId plan, @RequestBody NewSolve asked, Caller caller) {
        return accepted(solves.enqueue(plan, asked.toOptions(), caller.account()));
    }

    @PostMapping("/plans/{plan}/replans")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "createReplan",
            summary =
                    "Queues a solve that stays as close as it can to the plan's timetable, for when something has changed. In a plan in use, what has begun stays.")
    ResponseEntity<SolveView> replan(@PathVariable PlanId plan, @RequestBody NewReplan asked, Caller caller) {
        return accepted(solves.enqueue(plan, asked.toOptions(), caller.account()));
    }

    private ResponseEntity<SolveView> accepted(SolveJob job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/solves/" + job.id()))
                .body(solveViewFactory.view(job));
    }

    @GetMapping("/plans/{plan}/solves")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listSolves", summary = "A plan's solves, the latest first.")
    SolvePage list(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable SolveId after) {
        return page(jobs.findLatest(plans.get(plan).id(), after, ResultPage.QUERY_LIMIT));
    }

    @GetMapping("/organisations/{organisation}/solves")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listSolvesOfOrganisation", summary = "An organisation's solves, the latest first.")
    SolvePage list(@PathVariable OrganisationId organisation, @RequestParam(required = false) @Nullable SolveId after) {
        return page(jobs.findLatest(organisation, after, ResultPage.QUERY_LIMIT));
    }

    private SolvePage page(List<SolveJob> found) {
        var page = ResultPage.of(found);
        return new SolvePage(
                solveViewFactory.views(page.items()),
                page.nextKey(one -> one.id().value()));
    }

    @GetMapping("/solves/{job}")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getSolve", summary = "A solve and how it stands.")
    SolveView get(@PathVariable SolveId job) {
        return solveViewFactory.view(jobs.get(job));
    }

    @GetMapping(path = "/solves/{job}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RequiresPermission(Permission.READ)
    @AutomaticRequest
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = SolveView.class)))
    @ApiResponse(responseCode = "204")
    @Operation(
            operationId = "watchSolve",
            summary =
                    "How the solve stands, as server-sent events until it ends; each is the whole state, so none that was missed is needed.")
    ResponseEntity<SseEmitter> events(
            @PathVariable SolveId job,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
            Caller caller) {
        // Status 204 tells the client not to reconnect, because there are no more events.
        return broadcaster
                .listen(jobs.get(job), lastEvent, caller.account())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/solves/{job}/stop")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "stopSolve", summary = "Ends the solve; its best timetable so far becomes its result.")
    SolveView stop(@PathVariable SolveId job) {
        return solveViewFactory.view(solves.stop(job));
    }

    @PostMapping("/solves/{job}/continue")
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "continueSolve",
            summary =
                    "Lets a solve that has ended go on from its best timetable; not of a plan in use, in which more may have been held since.")
    ResponseEntity<SolveView> continueSolve(@PathVariable SolveId job, @RequestBody MoreTime more) {
        return accepted(solves.continueSolve(job, more.end()));
    }

    @PutMapping("/solves/{job}/priority")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "prioritiseSolve", summary = "Lets a solve that waits be run earlier or later.")
    SolveView changePriority(@PathVariable SolveId job, @RequestBody NewPriority asked) {
        return solveViewFactory.view(solves.changePriority(job, asked.priority()));
    }

    @PostMapping("/solves/{job}/adopt")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "adoptSolve",
            summary = "Makes the best timetable of a solve that has ended a revision of its plan.")
    ResponseEntity<SolveView> adopt(
            @PathVariable SolveId job,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Plan plan = solveFinisher.adopt(job, VersionTag.parseIfMatch(ifMatch), caller.account());
        return VersionTag.okWithTag(plan.version(), solveViewFactory.view(jobs.get(job)));
    }

    @GetMapping("/solves/{job}/changes")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "getSolveChanges",
            summary = "What the solve's best timetable changes of the one that the plan had.")
    SolveChangesView changes(@PathVariable SolveId job, Caller caller) {
        return solvePreviewer.changes(jobs.get(job), caller);
    }

    @GetMapping(path = "/solves/{job}/timetable", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(operationId = "getSolveTimetable", summary = "The solve's best timetable so far.")
    ResponseEntity<byte[]> timetable(@PathVariable SolveId job) {
        String best = jobs.get(job).best();
        if (best == null) {
            throw RefusalException.conflict("solve.no-result");
        }
        return ResponseEntity.ok().body(documents.text(best).getBytes(StandardCharsets.UTF_8));
    }
}
