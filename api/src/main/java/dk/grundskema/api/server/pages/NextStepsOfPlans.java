package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanHistory;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.Publication;
import dk.grundskema.api.server.publishing.Publications;
import dk.grundskema.api.web.app.plans.NextSteps;
import dk.grundskema.api.web.app.plans.NextSteps.Step;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is to be done for plans, and how far it is done. */
@Component
final class NextStepsOfPlans {
    private final PlanHistory history;
    private final Publications publications;
    private final Doers doers;
    private final Speaking speaking;

    NextStepsOfPlans(PlanHistory history, Publications publications, Doers doers, Speaking speaking) {
        this.history = history;
        this.publications = publications;
        this.doers = doers;
        this.speaking = speaking;
    }

    /** @param solve how the last solve stands, in words; empty if there never was one */
    NextSteps of(Plan plan, Revision head, Problem problem, String solve) {
        boolean hasPeople = !problem.staff().isEmpty();
        boolean hasTimetable = head.timetable() != null;
        boolean isAsked = !problem.interventions().isEmpty();
        Optional<Publication> last = publications.last(plan.id());
        boolean isPublished =
                last.filter(one -> one.timetable().equals(head.timetable())).isPresent();
        String unpublished =
                last.isEmpty() || isPublished ? "" : speaking.texts().text("pages.next-unpublished");
        return new NextSteps(
                Stream.of(
                                Stream.of(
                                        new Step("lists", hasPeople, "LISTS", counts(problem)),
                                        new Step("interventions", isAsked, "INTERVENTIONS", titles(problem))),
                                camp(problem, hasTimetable),
                                Stream.of(
                                        new Step("plan", hasTimetable, "PLAN", solve),
                                        new Step("look", last.isPresent() || plan.inUse(), "TIMETABLE", ""),
                                        new Step("publish", isPublished, "PUBLISH", unpublished)))
                        .flatMap(Function.identity())
                        .toList(),
                last(plan));
    }

    /** Whether somebody has looked at a camp's days; once it is planned, the timetable is what is looked at. */
    private static Stream<Step> camp(Problem problem, boolean hasTimetable) {
        List<Intervention<?>> camps = CampPlans.in(problem);
        boolean isSeen = hasTimetable || camps.stream().allMatch(CampPlans::hasDays);
        return camps.isEmpty() ? Stream.empty() : Stream.of(new Step("camp", isSeen, "CAMP", ""));
    }

    private String counts(Problem problem) {
        return speaking.texts()
                .text(
                        "pages.next-lists",
                        problem.staff().size(),
                        problem.students().size(),
                        problem.rooms().size());
    }

    private static String titles(Problem problem) {
        return problem.interventions().stream().map(Intervention::title).collect(Collectors.joining(", "));
    }

    /** Who did what last, whether or not it made a revision. */
    private String last(Plan plan) {
        PlanHistory.Done last = history.last(plan.id());
        return doers.sentence(last.author(), last.text());
    }
}
