package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.ExamplePlans;
import dk.grundskema.api.server.plans.ListedPlans;
import dk.grundskema.api.server.plans.ListedProblem;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.solving.SolveNews;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.plans.NextSteps;
import dk.grundskema.api.web.app.plans.PlanPage;
import dk.grundskema.api.web.app.plans.PlansPage;
import dk.grundskema.api.web.app.plans.PlansPages;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page with somebody's plans, and that of each. */
@RestController
@Hidden // no part of what programs are offered
final class PlansController {
    private final Organisations organisations;
    private final Plans plans;
    private final ListedPlans listed;
    private final Documents documents;
    private final ExamplePlans examples;
    private final LastSolves solves;
    private final NextStepsOfPlans next;
    private final Front front;
    private final Spoken<PlansPages> pages;
    private final Speaking speaking;

    PlansController(
            Organisations organisations,
            Plans plans,
            ListedPlans listed,
            Documents documents,
            ExamplePlans examples,
            LastSolves solves,
            NextStepsOfPlans next,
            Front front,
            Speaking speaking) {
        this.organisations = organisations;
        this.plans = plans;
        this.listed = listed;
        this.documents = documents;
        this.examples = examples;
        this.solves = solves;
        this.next = next;
        this.front = front;
        this.pages = front.speaking(PlansPages::new);
        this.speaking = speaking;
    }

    /**
     * @param of   an organisation of whose plans earlier ones are looked at; without one the latest of all are
     * @param from how many later ones are left out
     */
    @GetMapping("/")
    @Needs(Permission.SIGNED_IN)
    ResponseEntity<byte[]> showPlans(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") int from,
            Caller caller,
            HttpServletRequest request) {
        List<Organisation> read = organisations.all().stream()
                .filter(one -> caller.permissions(one.id()).contains(Permission.READ))
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
        List<OrganisationId> ids = read.stream().map(Organisation::id).toList();
        Map<OrganisationId, Integer> counts = listed.counts(ids);
        Map<OrganisationId, Integer> first = counts.entrySet().stream()
                .filter(one -> one.getKey().value().equals(of) && from > 0 && from < one.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> from));
        var latest = listed.latest(ids, first, PlansPage.MOST_SHOWN);
        List<PlansPage.Organisation> mine = read.stream()
                .map(one -> organisation(
                        one,
                        latest.getOrDefault(one.id(), List.of()),
                        first.getOrDefault(one.id(), 0),
                        counts.getOrDefault(one.id(), 0),
                        caller))
                .toList();
        boolean hasAny = mine.stream().anyMatch(one -> !one.plans().isEmpty());
        List<PlansPage.Organisation> shown = mine.stream()
                .filter(one -> !hasAny || one.mayMake() || !one.plans().isEmpty())
                .toList();
        boolean hasOwn = !caller.organisations(Permission.OWN).isEmpty();
        String waiting = shown.isEmpty() && !hasOwn ? speaking.texts().text("pages.waiting") : "";
        var page = new PlansPage(shown, waiting, hasOwn);
        return pages.page(request, (own, visitor) -> own.plans(visitor, page));
    }

    private static PlansPage.Organisation organisation(
            Organisation one, List<ListedPlans.Listed> plans, int first, int all, Caller caller) {
        return new PlansPage.Organisation(
                one.id().value(),
                one.name(),
                caller.permissions(one.id()).contains(Permission.PLAN),
                caller.permissions(one.id()).contains(Permission.ADMINISTER),
                plans.stream().map(PlansController::plan).toList(),
                first,
                all);
    }

    private static PlansPage.Plan plan(ListedPlans.Listed one) {
        Plan plan = one.plan();
        ListedProblem problem = one.problem();
        DateSpan period = problem.period();
        return new PlansPage.Plan(
                plan.id().value(),
                plan.title(),
                problem.interventions(),
                period == null ? null : period.from(),
                period == null ? null : period.until(),
                plan.inUse(),
                !plan.family().equals(plan.id()),
                one.hasTimetable(),
                one.lacks());
    }

    @PostMapping("/organisations/{organisation}/example")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> beginExample(
            @PathVariable OrganisationId organisation, @RequestParam(defaultValue = "") String example, Caller caller) {
        if (!PlansPages.EXAMPLES.contains(example)) {
            throw Refusal.notFound();
        }
        Plan made = examples.make(example, organisation, caller.account());
        return Front.to("/plans/" + made.id().value());
    }

    @GetMapping("/plans/{plan}")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showPlan(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        Revision head = plans.revision(found.head());
        Problem problem = documents.problem(head.problem()).value();
        DateSpan period = ListedProblem.period(problem);
        Optional<SolveNews.Now> last = solves.of(found.id(), head);
        var page = new PlanPage(
                found.id().value(),
                !found.family().equals(found.id()),
                problem.interventions().stream().map(Intervention::title).toList(),
                period.from(),
                period.until(),
                problem.staff().size(),
                problem.students().size(),
                problem.rooms().size(),
                head.timetable() != null,
                caller.permissions(found.organisation()).contains(Permission.EDIT),
                last.filter(one -> !one.isEnded()).isPresent(),
                last.map(SolveNews.Now::text).orElse(""));
        NextSteps steps = next.of(found, head, problem, page.state());
        PlanBar bar = front.bar(found, PlanPart.OVERVIEW);
        return pages.page(request, (own, visitor) -> own.plan(visitor, bar, page, steps));
    }
}
