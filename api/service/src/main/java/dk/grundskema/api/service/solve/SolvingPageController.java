package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PageTemplates;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.platform.page.Visitor;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.solve.SolveRequestBodies.MoreTime;
import dk.grundskema.api.service.solve.SolvingPage.StartingPoint;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the solver is run. */
@PageController
@Hidden // not part of the public API
final class SolvingPageController {
    private final PlanStore plans;
    private final SolveService solves;
    private final SolveFinisher solveFinisher;
    private final SolveJobRepository jobs;
    private final SolveStatusReader solveStatuses;
    private final SolvePreviewer solvePreviewer;
    private final SolvingIssueReader solvingIssues;
    private final PlanStatusReader planStatusReader;
    private final PlanStatusPresenter planStatusPresenter;
    private final PlanBarFactory planBars;
    private final RevisionUndo revisionUndo;
    private final LocalizedTemplates templates;
    private final RequestTexts requestTexts;
    private final DocumentStore documents;
    private final InstantSource clock;

    SolvingPageController(
            PlanStore plans,
            SolveService solves,
            SolveFinisher solveFinisher,
            SolveJobRepository jobs,
            SolveStatusReader solveStatuses,
            SolvePreviewer solvePreviewer,
            SolvingIssueReader solvingIssues,
            PlanStatusReader planStatusReader,
            PlanStatusPresenter planStatusPresenter,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RevisionUndo revisionUndo,
            RequestTexts requestTexts,
            DocumentStore documents,
            InstantSource clock) {
        this.plans = plans;
        this.solves = solves;
        this.solveFinisher = solveFinisher;
        this.jobs = jobs;
        this.solveStatuses = solveStatuses;
        this.solvePreviewer = solvePreviewer;
        this.solvingIssues = solvingIssues;
        this.planStatusReader = planStatusReader;
        this.planStatusPresenter = planStatusPresenter;
        this.planBars = planBars;
        this.revisionUndo = revisionUndo;
        this.templates = pageRenderer.templates(SolvingPage.class, "solving");
        this.requestTexts = requestTexts;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * @param fault  key of the fault to show; the list of faults is then part of the page instead of being loaded afterwards
     * @param mended version that the plan got by the last change made on this page, which is offered to be undone; 0 if there was none
     */
    @GetMapping("/plans/{plan}/plan")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPlanning(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String fault,
            @RequestParam(defaultValue = "0") long mended,
            Caller caller,
            HttpServletRequest request) {
        return respond(HttpStatus.OK, plan, List.of(), !fault.isEmpty(), mended, caller, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            PlanId id,
            List<String> errors,
            boolean isListWanted,
            long mended,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        Optional<SolveStatus> run = solveStatuses.findLast(id, head);
        var page = new SolvingPage(
                id.value(),
                plan.version(),
                head.timetable() != null,
                caller.permissionsIn(plan.organisation()).contains(Permission.EDIT),
                run.map(this::runView).orElse(null),
                run.filter(one -> one.isEnded() && head.id().equals(one.revision()))
                        .isPresent(),
                plan.version() == mended,
                isPastKept(plan, head),
                errors);
        PlanBar bar = planBars.create(plan, PlanPart.PLAN);
        String planStatus = page.isRunning() ? "" : planStatusPresenter.fragment(head);
        boolean hasList = isListWanted && !planStatus.isEmpty();
        return templates.render(
                status,
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "planning",
                        Map.of(
                                "page",
                                page,
                                "seconds",
                                SolvingPage.SECONDS,
                                "status",
                                planStatus,
                                "left",
                                hasList ? renderLeft(plan, head, caller, own, visitor) : "")));
    }

    private SolvingPage.RunView runView(SolveStatus solveStatus) {
        return new SolvingPage.RunView(
                solveStatus.id().value(),
                switch (solveStatus.state()) {
                    case QUEUED -> SolvingPage.RunState.WAITING;
                    case RUNNING -> SolvingPage.RunState.RUNNING;
                    case STOPPING -> SolvingPage.RunState.STOPPING;
                    case DONE -> SolvingPage.RunState.DONE;
                    case FAILED -> SolvingPage.RunState.FAILED;
                },
                solveStatus.text(),
                solveStatus.standing(),
                solveStatus.wishCosts(),
                solveStatus.seconds(),
                solveStatus.elapsed(),
                solveStatus.isEnded() ? List.of() : solveStatuses.curve(solveStatus.id()),
                solveStatus.isEnded() && solveStatus.best() != null && solveStatus.revision() == null,
                solveStatus.isEnded() && solveStatus.best() != null && solveStatus.isCompared(),
                solveStatus.findings().stream().map(FindingView::text).toList());
    }

    private boolean isPastKept(Plan plan, Revision head) {
        return plan.inUse()
                && head.timetable() != null
                && PlanMoment.of(plan, documents.problem(head.problem()).value().horizon(), clock.instant())
                        .isPresent();
    }

    /** @param from start of the solve; without it the plan's timetable, if it has one */
    @PostMapping("/plans/{plan}/plan")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> beginPlanning(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "30") int seconds,
            @RequestParam(required = false) @Nullable StartingPoint from,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter(plan, caller, request, () -> {
            Optional<SolveStatus> last = solveStatuses.findLast(plan).filter(SolveStatus::isEnded);
            if (from == StartingPoint.RESULT && last.isPresent()) {
                solves.continueSolve(
                        last.orElseThrow().id(), MoreTime.ofSeconds(seconds).end());
            } else {
                solves.enqueue(
                        plan,
                        seconds,
                        from == null
                                ? null
                                : from == StartingPoint.NOTHING ? ContinueFrom.NOTHING : ContinueFrom.CURRENT,
                        caller.account());
            }
        });
    }

    @PostMapping("/solves/{job}/stop")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> stopPlanning(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        return respondAfter(jobs.get(job).plan(), caller, request, () -> solves.stop(job));
    }

    /** @param version version of the plan that the visitor has seen */
    @PostMapping("/solves/{job}/adopt")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> takeResult(
            @PathVariable SolveId job, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return respondAfter(
                jobs.get(job).plan(), caller, request, () -> solveFinisher.adopt(job, version, caller.account()));
    }

    /** @param version version of the plan after the change that is undone */
    @PostMapping("/plans/{plan}/plan/undo")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> undoMending(
            @PathVariable PlanId plan, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return respondAfter(plan, caller, request, () -> revisionUndo.undo(plan, version, caller.account()));
    }

    /** Performs the request, or renders the page with the reason for a refusal. */
    private ResponseEntity<byte[]> respondAfter(
            PlanId plan, Caller caller, HttpServletRequest request, Runnable asked) {
        HttpStatus status;
        List<FindingView> refused;
        try {
            asked.run();
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/plan");
        } catch (RefusalException refusal) {
            status = refusal.status();
            refused = requestTexts.describeFindings(refusal.findings());
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            refused = requestTexts.describeFindings(invalid.findings());
        }
        if (status == HttpStatus.NOT_FOUND) {
            throw RefusalException.notFound();
        }
        List<String> errors = refused.stream().map(FindingView::text).toList();
        return respond(status, plan, errors, false, 0, caller, request);
    }

    @GetMapping("/plans/{plan}/plan/precheck")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPrecheck(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        List<SolvingIssue> remarks = solvingIssues.findBeforeSolve(plans.get(plan), caller);
        return templates.render(request, (own, visitor) -> {
            String list = own.renderPart(visitor, "remarks", Map.of("remarks", remarks));
            return own.renderPart(visitor, "precheck", Map.of("remarks", remarks, "list", list));
        });
    }

    @GetMapping("/plans/{plan}/plan/left")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showLeft(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        Revision head = plans.revision(found.head());
        return templates.render(request, (own, visitor) -> renderLeft(found, head, caller, own, visitor));
    }

    /** Returns the list of faults. */
    private String renderLeft(Plan plan, Revision head, Caller caller, PageTemplates own, Visitor visitor) {
        List<SolvingIssue> remarks = solvingIssues.findRemaining(plan, caller);
        PlanStatus status = planStatusReader.find(head).orElse(null);
        String list = own.renderPart(visitor, "remarks", Map.of("remarks", remarks));
        return own.renderPart(
                visitor,
                "left",
                Map.of(
                        "plan",
                        plan.id().value(),
                        "remarks",
                        remarks,
                        "list",
                        list,
                        "holds",
                        status != null && status.state() == PlanStatus.State.HOLDS,
                        "headline",
                        status == null ? "" : planStatusPresenter.headline(status),
                        "line",
                        status == null || status.hasNoFaults() ? "" : planStatusPresenter.line(status),
                        "costs",
                        RuleCost.of(planStatusReader.findWishCosts(head), requestTexts.texts()),
                        "guides",
                        status == null ? 0L : status.guideShortfalls(),
                        "isProvable",
                        status != null
                                && status.openSeats()
                                                + status.conflicts()
                                                + status.otherShortfalls()
                                                + status.unplannedSessions()
                                                + status.studentsWithoutGroup()
                                                + status.otherPlanConflicts()
                                                + status.absentStaff()
                                        > 0
                                && caller.permissionsIn(plan.organisation()).contains(Permission.EDIT)));
    }

    @GetMapping("/solves/{job}/changes")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showChanges(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        var kinds = solvePreviewer.changes(jobs.get(job), caller).kinds();
        return templates.renderPart(request, "changes", Map.of("kinds", kinds));
    }
}
