package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.AuthorNames;
import dk.grundskema.api.service.overview.NextSteps.NextStep;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Determines the steps of plans and their progress. */
@Component
final class NextStepsBuilder {
    private final PlanHistory history;
    private final PublicationRepository publications;
    private final AuthorNames authorNames;
    private final RequestTexts requestTexts;

    NextStepsBuilder(
            PlanHistory history,
            PublicationRepository publications,
            AuthorNames authorNames,
            RequestTexts requestTexts) {
        this.history = history;
        this.publications = publications;
        this.authorNames = authorNames;
        this.requestTexts = requestTexts;
    }

    /** @param solve state of the last solve in words; empty if there was none */
    NextSteps build(Plan plan, Revision head, Problem problem, String solve) {
        boolean hasPeople = !problem.staff().isEmpty();
        boolean hasTimetable = head.timetable() != null;
        boolean isAsked = !problem.interventions().isEmpty();
        Optional<Publication> last = publications.findShown(plan.id());
        boolean isSame =
                last.filter(one -> one.timetable().equals(head.timetable())).isPresent();
        boolean isShown = last.filter(one -> one.plan().equals(plan.id())).isPresent();
        boolean isPublished = isSame && isShown;
        String unpublished =
                last.isEmpty() || isSame ? "" : requestTexts.texts().text("pages.next-unpublished");
        return new NextSteps(
                Stream.of(
                                Stream.of(
                                        new NextStep("lists", hasPeople, "LISTS", countsText(problem)),
                                        new NextStep("interventions", isAsked, "INTERVENTIONS", titlesText(problem))),
                                campStep(problem, hasTimetable),
                                Stream.of(
                                        new NextStep("plan", hasTimetable, "PLAN", solve),
                                        new NextStep("look", isShown || plan.inUse(), "TIMETABLE", ""),
                                        new NextStep("publish", isPublished, "PUBLISH", unpublished)))
                        .flatMap(Function.identity())
                        .toList(),
                lastChange(plan));
    }

    /** Returns the step for a plan with camps; done if all camps define their days, or there is a timetable. */
    private static Stream<NextStep> campStep(Problem problem, boolean hasTimetable) {
        List<Intervention<?>> camps = CampInterventions.findAll(problem);
        boolean isSeen = hasTimetable || camps.stream().allMatch(CampInterventions::definesDays);
        return camps.isEmpty() ? Stream.empty() : Stream.of(new NextStep("camp", isSeen, "CAMP", ""));
    }

    private String countsText(Problem problem) {
        return requestTexts
                .texts()
                .text(
                        "pages.next-lists",
                        problem.staff().size(),
                        problem.students().size(),
                        problem.rooms().size());
    }

    private static String titlesText(Problem problem) {
        return problem.interventions().stream().map(Intervention::title).collect(Collectors.joining(", "));
    }

    /** Returns author and description of the last change, even if it created no revision. */
    private String lastChange(Plan plan) {
        PlanHistory.PlanHistoryEntry last = history.lastEntry(plan.id());
        return authorNames.sentence(last.author(), last.text());
    }
}
