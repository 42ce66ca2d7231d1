package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.solve.SolveStatus;
import dk.grundskema.api.service.solve.SolveStatusReader;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the list of a user's plans and the page of each plan. */
@PageController
@Hidden // not part of the REST API
final class PlanPageController {
    /** Names of the examples offered to visitors. */
    private static final List<String> EXAMPLES = List.of("camp-3-weeks", "school-12-classes");

    private final OrganisationRepository organisations;
    private final PlanStore plans;
    private final PlanListReader planListReader;
    private final DocumentStore documents;
    private final ExamplePlanFactory examples;
    private final SolveStatusReader solves;
    private final PlanStatusPresenter planStatusPresenter;
    private final NextStepsBuilder nextStepsBuilder;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;
    private final RequestTexts requestTexts;
    private final PlanCardCache planCardCache = new PlanCardCache();

    PlanPageController(
            OrganisationRepository organisations,
            PlanStore plans,
            PlanListReader planListReader,
            DocumentStore documents,
            ExamplePlanFactory examples,
            SolveStatusReader solves,
            PlanStatusPresenter planStatusPresenter,
            NextStepsBuilder nextStepsBuilder,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RequestTexts requestTexts) {
        this.organisations = organisations;
        this.plans = plans;
        this.planListReader = planListReader;
        this.documents = documents;
        this.examples = examples;
        this.solves = solves;
        this.planStatusPresenter = planStatusPresenter;
        this.nextStepsBuilder = nextStepsBuilder;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(PlanListPage.class, "plans");
        this.requestTexts = requestTexts;
    }

    /**
     * @param of   organisation whose earlier plans are shown; without it, the latest plans of all organisations
     * @param from number of later plans that are left out
     */
    @GetMapping("/")
    @RequiresPermission(Permission.SIGNED_IN)
    ResponseEntity<byte[]> showPlans(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") int from,
            Caller caller,
            HttpServletRequest request) {
        List<Organisation> read = organisations.all().stream()
                .filter(one -> caller.permissionsIn(one.id()).contains(Permission.READ))
                .sorted(NaturalOrder.by(Organisation::name))
                .toList();
        List<OrganisationId> ids = read.stream().map(Organisation::id).toList();
        Map<OrganisationId, Integer> counts = planListReader.countByOrganisation(ids);
        Map<OrganisationId, Integer> first = counts.entrySet().stream()
                .filter(one -> one.getKey().value().equals(of) && from > 0 && from < one.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> from));
        var latest = planListReader.findLatest(ids, first, PlanListPage.MOST_SHOWN);
        List<PlanListPage.OrganisationPlans> mine = read.stream()
                .map(one -> organisationPlans(
                        one,
                        latest.getOrDefault(one.id(), List.of()),
                        first.getOrDefault(one.id(), 0),
                        counts.getOrDefault(one.id(), 0),
                        caller))
                .toList();
        boolean hasAny = mine.stream().anyMatch(one -> !one.plans().isEmpty());
        List<PlanListPage.OrganisationPlans> shown = mine.stream()
                .filter(one -> !hasAny || one.mayMake() || !one.plans().isEmpty())
                .toList();
        boolean hasOwn = !caller.organisationsWith(Permission.OWN).isEmpty();
        String waiting = shown.isEmpty() && !hasOwn ? requestTexts.texts().text("pages.waiting") : "";
        var page = new PlanListPage(shown, waiting, hasOwn);
        return templates.render(
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head(),
                        "plans",
                        Map.of("page", page, "cards", planCardCache.render(own, visitor, page), "examples", EXAMPLES)));
    }

    private PlanListPage.OrganisationPlans organisationPlans(
            Organisation one, List<PlanListReader.PlanListEntry> plans, int first, int all, Caller caller) {
        return new PlanListPage.OrganisationPlans(
                one.id().value(),
                one.name(),
                caller.permissionsIn(one.id()).contains(Permission.PLAN),
                caller.permissionsIn(one.id()).contains(Permission.ADMINISTER),
                plans.stream().map(this::planCard).toList(),
                first,
                all);
    }

    private PlanListPage.PlanCard planCard(PlanListReader.PlanListEntry one) {
        Plan plan = one.plan();
        ProblemSummary problem = one.problem();
        DateSpan period = problem.period();
        PlanStatus status = one.status();
        // Other plans and absences change without the plan, and are counted on its own pages.
        boolean isAlone = !plan.inUse() && !one.hasAbsences();
        return new PlanListPage.PlanCard(
                plan.id().value(),
                plan.title(),
                problem.interventions(),
                period == null ? null : period.from(),
                period == null ? null : period.until(),
                plan.inUse(),
                !plan.family().equals(plan.id()),
                one.hasTimetable(),
                status == null ? "" : new PlanStatusFormatter(requestTexts.texts()).summary(status, isAlone),
                status != null && status.state() == PlanStatus.State.HOLDS && isAlone,
                one.lacks());
    }

    @PostMapping("/organisations/{organisation}/example")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> beginExample(
            @PathVariable OrganisationId organisation, @RequestParam(defaultValue = "") String example, Caller caller) {
        if (!EXAMPLES.contains(example)) {
            throw RefusalException.notFound();
        }
        Plan made = examples.create(example, organisation, caller.account());
        return PageRenderer.redirectTo("/plans/" + made.id().value());
    }

    @GetMapping("/plans/{plan}")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showPlan(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        Revision head = plans.revision(found.head());
        StoredProblem stored = documents.viewedProblem(head.problem());
        Problem problem = stored.value();
        DateSpan period = ProblemSummary.period(problem);
        Optional<SolveStatus> last = solves.findLast(found.id(), head);
        var page = new PlanOverviewPage(
                found.id().value(),
                !found.family().equals(found.id()),
                found.inUse(),
                problem.interventions().stream().map(Intervention::title).toList(),
                period.from(),
                period.until(),
                problem.staff().size(),
                problem.students().size(),
                problem.rooms().size(),
                head.timetable() != null,
                !problem.lessons().isEmpty(),
                !stored.isPartlyUnread()
                        && caller.permissionsIn(found.organisation()).contains(Permission.EDIT),
                stored.isPartlyUnread(),
                last.filter(one -> !one.isEnded()).isPresent(),
                last.map(SolveStatus::text).orElse(""));
        NextSteps steps = nextStepsBuilder.build(found, head, problem, page.state());
        PlanBar bar = planBars.create(found, PlanPart.OVERVIEW);
        return templates.render(
                request,
                "plan",
                PageHead.ofTitle(bar.title()).withPlan(bar).withAutoRefresh(),
                Map.of(
                        "page",
                        page,
                        "bar",
                        bar,
                        "steps",
                        steps,
                        "status",
                        planStatusPresenter.fragment(head),
                        "planning",
                        bar.address(PlanPart.PLAN),
                        "printing",
                        bar.parts().contains(PlanPart.PRINT) ? bar.address(PlanPart.PRINT) : ""));
    }
}
