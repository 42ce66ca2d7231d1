package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.PlanFaults;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.solving.ContinueFrom;
import dk.grundskema.api.server.solving.SolveId;
import dk.grundskema.api.server.solving.SolveNews;
import dk.grundskema.api.server.solving.SolveNews.Now;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.solving.Remark;
import dk.grundskema.api.web.app.solving.SolvingPage;
import dk.grundskema.api.web.app.solving.SolvingPage.From;
import dk.grundskema.api.web.app.solving.SolvingPages;
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
import org.springframework.web.bind.annotation.RestController;

/** The page on which the computer plans. */
@RestController
@Hidden // no part of what programs are offered
final class SolvingPageController {
    private final Plans plans;
    private final Documents documents;
    private final SolveNews solves;
    private final LastSolves last;
    private final PlanFaults faults;
    private final CampPlaces guide;
    private final Front front;
    private final Spoken<SolvingPages> pages;
    private final Speaking speaking;

    SolvingPageController(
            Plans plans,
            Documents documents,
            SolveNews solves,
            LastSolves last,
            PlanFaults faults,
            CampPlaces guide,
            Front front,
            Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.solves = solves;
        this.last = last;
        this.faults = faults;
        this.guide = guide;
        this.front = front;
        this.pages = front.speaking(SolvingPages::new);
        this.speaking = speaking;
    }

    @GetMapping("/plans/{plan}/plan")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showPlanning(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        return planning(HttpStatus.OK, plan, List.of(), caller, request);
    }

    private ResponseEntity<byte[]> planning(
            HttpStatus status, PlanId id, List<String> troubles, Caller caller, HttpServletRequest request) {
        Plan plan = plans.get(id);
        Revision head = plans.revision(plan.head());
        Optional<Now> run = last.of(id, head);
        var page = new SolvingPage(
                id.value(),
                plan.version(),
                head.timetable() != null,
                caller.permissions(plan.organisation()).contains(Permission.EDIT),
                run.map(this::run).orElse(null),
                run.filter(one -> one.isEnded() && head.id().equals(one.revision()))
                        .isPresent(),
                troubles);
        PlanBar bar = front.bar(plan, PlanPart.PLAN);
        return pages.page(status, request, (own, visitor) -> own.page(visitor, bar, page));
    }

    private SolvingPage.Run run(Now now) {
        return new SolvingPage.Run(
                now.id().value(),
                switch (now.state()) {
                    case QUEUED -> SolvingPage.State.WAITING;
                    case RUNNING -> SolvingPage.State.RUNNING;
                    case STOPPING -> SolvingPage.State.STOPPING;
                    case DONE -> SolvingPage.State.DONE;
                    case FAILED -> SolvingPage.State.FAILED;
                },
                now.text(),
                now.standing(),
                now.seconds(),
                now.elapsed(),
                now.isEnded() ? List.of() : solves.curve(now.id()),
                now.isEnded() && now.best() != null && now.revision() == null,
                now.isEnded() && now.best() != null && now.isCompared(),
                now.findings().stream().map(FindingView::text).toList());
    }

    /** @param from what the computer begins from; of a plan without a timetable it is nothing, whatever is asked for */
    @PostMapping("/plans/{plan}/plan")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> beginPlanning(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "30") int seconds,
            @RequestParam(defaultValue = "NOTHING") From from,
            Caller caller,
            HttpServletRequest request) {
        return done(plan, caller, request, () -> {
            Optional<Now> last = solves.last(plan).filter(Now::isEnded);
            if (from == From.RESULT && last.isPresent()) {
                solves.goOn(last.orElseThrow().id(), seconds);
            } else {
                solves.begin(
                        plan,
                        seconds,
                        from == From.NOTHING ? ContinueFrom.NOTHING : ContinueFrom.CURRENT,
                        caller.account());
            }
        });
    }

    @PostMapping("/solves/{job}/stop")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> stopPlanning(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        return done(solves.of(job).plan(), caller, request, () -> solves.stop(job));
    }

    /** @param version the plan's version that the visitor has seen */
    @PostMapping("/solves/{job}/adopt")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> takeResult(
            @PathVariable SolveId job, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return done(solves.of(job).plan(), caller, request, () -> solves.adopt(job, version, caller.account()));
    }

    /** What was asked for is done, or the page says why it isn't. */
    private ResponseEntity<byte[]> done(PlanId plan, Caller caller, HttpServletRequest request, Runnable asked) {
        HttpStatus status;
        List<FindingView> refused;
        try {
            asked.run();
            return Front.to("/plans/" + plan.value() + "/plan");
        } catch (Refusal refusal) {
            status = refusal.status();
            refused = speaking.told(refusal.findings());
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            refused = speaking.told(invalid.findings());
        }
        if (status == HttpStatus.NOT_FOUND) {
            throw Refusal.notFound();
        }
        List<String> troubles = refused.stream().map(FindingView::text).toList();
        return planning(status, plan, troubles, caller, request);
    }

    @GetMapping("/plans/{plan}/plan/precheck")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showPrecheck(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        Mending mending = mending(found, caller);
        List<Remark> remarks = solves.precheck(found, caller).stream()
                .map(one -> remark(weight(one), "", List.of(one.text()), mending.at(one.pointer())))
                .sorted(Comparator.comparing(Remark::weight))
                .toList();
        return pages.page(request, (own, visitor) -> own.precheck(visitor, remarks));
    }

    private Mending mending(Plan plan, Caller caller) {
        return new Mending(
                plan.id().value(),
                documents.problem(plans.revision(plan.head()).problem()).value(),
                caller.permissions(plan.organisation()),
                guide);
    }

    private static Remark.Weight weight(ProblemDetails.FindingView finding) {
        return switch (finding.severity()) {
            case ERROR -> Remark.Weight.IMPOSSIBLE;
            case WARNING -> Remark.Weight.SHORT;
            case INFO -> Remark.Weight.KNOWN;
        };
    }

    private Remark remark(Remark.Weight weight, String heading, List<String> lines, Optional<Mending.Page> mend) {
        return new Remark(
                weight,
                heading,
                lines,
                mend.map(Mending.Page::path).orElse(""),
                mend.map(one -> speaking.texts().text(one.text(), one.name())).orElse(""));
    }

    @GetMapping("/plans/{plan}/plan/left")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLeft(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Mending mending = mending(plans.get(plan), caller);
        List<Remark> remarks = faults.of(plan, caller).stream()
                .map(one -> remark(
                        one.level() == Level.HARD ? Remark.Weight.IMPOSSIBLE : Remark.Weight.SHORT,
                        one.name(),
                        one.places(),
                        mending.of(one.rule())))
                .toList();
        return pages.page(request, (own, visitor) -> own.left(visitor, remarks));
    }

    @GetMapping("/solves/{job}/changes")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showChanges(@PathVariable SolveId job, Caller caller, HttpServletRequest request) {
        var kinds = solves.changes(job, caller);
        return pages.page(request, (own, visitor) -> own.changes(visitor, kinds));
    }
}
