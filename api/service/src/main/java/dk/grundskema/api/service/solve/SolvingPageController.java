package dk.grundskema.api.service.solve;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.edit.PlanFaultReader;
import dk.grundskema.api.service.http.ProblemDetails;
import dk.grundskema.api.service.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.page.LocalizedPages;
import dk.grundskema.api.service.page.PageController;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.problem.CampStepLocator;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.solve.SolveAdministration.SolveStatus;
import dk.grundskema.api.service.solve.SolvingPage.StartingPoint;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Level;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final DocumentStore documents;
    private final SolveAdministration solves;
    private final LatestSolveReader latestSolveReader;
    private final PlanFaultReader faults;
    private final CampStepLocator campStepLocator;
    private final PlanBarFactory planBars;
    private final LocalizedPages<SolvingPageRenderer> pages;
    private final RequestTexts requestTexts;

    SolvingPageController(
            PlanStore plans,
            DocumentStore documents,
            SolveAdministration solves,
            LatestSolveReader latestSolveReader,
            PlanFaultReader faults,
            CampStepLocator campStepLocator,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.solves = solves;
        this.latestSolveReader = latestSolveReader;
        this.faults = faults;
        this.campStepLocator = campStepLocator;
        this.planBars = planBars;
        this.pages = pageRenderer.localize(SolvingPageRenderer::new);
        this.requestTexts = requestTexts;
    }

    @GetMapping("/plans/{plan}/plan")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPlanning(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        return respond(HttpStatus.OK, plan, List.of(), caller, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status, PlanId id, List<String> troubles, Caller caller, HttpServletRequest request) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        Optional<SolveStatus> run = latestSolveReader.find(id, head);
        var page = new SolvingPage(
                id.value(),
                plan.version(),
                head.timetable() != null,
                caller.permissionsIn(plan.organisation()).contains(Permission.EDIT),
                run.map(this::runView).orElse(null),
                run.filter(one -> one.isEnded() && head.id().equals(one.revision()))
                        .isPresent(),
                troubles);
        PlanBar bar = planBars.create(plan, PlanPart.PLAN);
        return pages.render(status, request, (own, visitor) -> own.renderPage(visitor, bar, page));
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
                solveStatus.seconds(),
                solveStatus.elapsed(),
                solveStatus.isEnded() ? List.of() : solves.curve(solveStatus.id()),
                solveStatus.isEnded() && solveStatus.best() != null && solveStatus.revision() == null,
                solveStatus.isEnded() && solveStatus.best() != null && solveStatus.isCompared(),
                solveStatus.findings().stream().map(FindingView::text).toList());
    }

    /** @param from start of the solve; ignored if the plan has no timetable */
    @PostMapping("/plans/{plan}/plan")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> beginPlanning(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "30") int seconds,
            @RequestParam(defaultValue = "NOTHING") StartingPoint from,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter(plan, caller, request, () -> {
            Optional<SolveStatus> last = solves.findLast(plan).filter(SolveStatus::isEnded);
            if (from == StartingPoint.RESULT && last.isPresent()) {
                solves.continueSolve(last.orElseThrow().id(), seconds);
            } else {
                solves.start(
                        plan,
                        seconds,
                        from == StartingPoint.NOTHING ? ContinueFrom.NOTHING : ContinueFrom.CURRENT,
                        caller.account());
            }
        });
    }

    @PostMapping("/solves/{job}/stop")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> stopPlanning(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        return respondAfter(solves.status(job).plan(), caller, request, () -> solves.stop(job));
    }

    /** @param version version of the plan that the visitor has seen */
    @PostMapping("/solves/{job}/adopt")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> takeResult(
            @PathVariable SolveId job, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return respondAfter(
                solves.status(job).plan(), caller, request, () -> solves.adopt(job, version, caller.account()));
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
        List<String> troubles = refused.stream().map(FindingView::text).toList();
        return respond(status, plan, troubles, caller, request);
    }

    @GetMapping("/plans/{plan}/plan/precheck")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPrecheck(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        IssueLinkResolver mending = issueLinks(found, caller);
        List<SolvingIssue> remarks = solves.precheck(found, caller).stream()
                .map(one -> issue(weight(one), "", List.of(one.text()), mending.findByPointer(one.pointer())))
                .sorted(Comparator.comparing(SolvingIssue::weight))
                .toList();
        return pages.render(request, (own, visitor) -> own.renderPrecheck(visitor, remarks));
    }

    private IssueLinkResolver issueLinks(Plan plan, Caller caller) {
        return new IssueLinkResolver(
                plan.id().value(),
                documents.problem(plans.revision(plan.head()).problem()).value(),
                caller.permissionsIn(plan.organisation()),
                campStepLocator);
    }

    private static SolvingIssue.IssueWeight weight(ProblemDetails.FindingView finding) {
        return switch (finding.severity()) {
            case ERROR -> SolvingIssue.IssueWeight.IMPOSSIBLE;
            case WARNING -> SolvingIssue.IssueWeight.SHORT;
            case INFO -> SolvingIssue.IssueWeight.KNOWN;
        };
    }

    private SolvingIssue issue(
            SolvingIssue.IssueWeight weight,
            String heading,
            List<String> lines,
            Optional<IssueLinkResolver.IssueLink> mend) {
        return new SolvingIssue(
                weight,
                heading,
                lines,
                mend.map(IssueLinkResolver.IssueLink::path).orElse(""),
                mend.map(one -> requestTexts.texts().text(one.text(), one.name()))
                        .orElse(""));
    }

    @GetMapping("/plans/{plan}/plan/left")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showLeft(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        IssueLinkResolver mending = issueLinks(plans.get(plan), caller);
        List<SolvingIssue> remarks = faults.findBrokenRules(plan, caller).stream()
                .map(one -> issue(
                        one.level() == Level.HARD
                                ? SolvingIssue.IssueWeight.IMPOSSIBLE
                                : SolvingIssue.IssueWeight.SHORT,
                        one.name(),
                        one.places(),
                        mending.findByRule(one.rule())))
                .toList();
        return pages.render(request, (own, visitor) -> own.renderRemainingIssues(visitor, remarks));
    }

    @GetMapping("/solves/{job}/changes")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showChanges(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        var kinds = solves.changes(job, caller);
        return pages.render(request, (own, visitor) -> own.renderChanges(visitor, kinds));
    }
}
