package dk.grundskema.api.server.pages.history;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Glances;
import dk.grundskema.api.server.plans.Differences;
import dk.grundskema.api.server.plans.Differences.Difference;
import dk.grundskema.api.server.plans.Differences.OfTimetables;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanHistory;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.publishing.PublishDesk;
import dk.grundskema.api.web.app.history.HistoryPage;
import dk.grundskema.api.web.app.history.HistoryPage.Day;
import dk.grundskema.api.web.app.history.HistoryPage.Step;
import dk.grundskema.api.web.app.history.RevisionPage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands on the pages of what was done to a plan. */
@Component
final class Looking {
    private final Plans plans;
    private final PlanHistory history;
    private final PublishDesk publications;
    private final Differences differences;
    private final Glances glances;

    Looking(Plans plans, PlanHistory history, PublishDesk publications, Differences differences, Glances glances) {
        this.plans = plans;
        this.history = history;
        this.publications = publications;
        this.differences = differences;
        this.glances = glances;
    }

    /** The page with all that was done. */
    HistoryPage history(Plan plan, long before, String done, List<String> troubles, Caller caller) {
        Page<PlanHistory.Done> found = history.all(plan.id(), before <= 0 ? Long.MAX_VALUE : before);
        Map<LocalDate, List<HistoryPage.Done>> days = all(plan, found.items()).stream()
                .collect(Collectors.groupingBy(one -> one.at().toLocalDate(), LinkedHashMap::new, Collectors.toList()));
        return new HistoryPage(
                plan.id().value(),
                plan.version(),
                mayEdit(plan, caller),
                history.canUndo(plan),
                history.undone(plan).map(PlanHistory.Step::text).orElse(""),
                done,
                troubles,
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                found.isLast() ? 0 : found.items().getLast().version());
    }

    private List<HistoryPage.Done> all(Plan plan, List<PlanHistory.Done> some) {
        Map<String, Step> steps =
                steps(
                                plan,
                                some.stream()
                                        .map(PlanHistory.Done::revision)
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Step::id, Function.identity()));
        return some.stream()
                .map(one -> {
                    PlanHistory.Step made = one.revision();
                    Step step = made == null ? null : steps.get(made.id().value());
                    return new HistoryPage.Done(one.text(), one.author(), Front.at(one.made()), step);
                })
                .toList();
    }

    private static boolean mayEdit(Plan plan, Caller caller) {
        return caller.permissions(plan.organisation()).contains(Permission.EDIT);
    }

    private List<Step> steps(Plan plan, List<PlanHistory.Step> some) {
        Set<RevisionId> published = publications.past(plan.id()).stream()
                .map(PublishDesk.Past::revision)
                .collect(Collectors.toSet());
        return some.stream()
                .map(one -> new Step(
                        one.id().value(),
                        one.number(),
                        one.text(),
                        one.author(),
                        Front.at(one.made()),
                        one.id().equals(plan.head()),
                        published.contains(one.id()),
                        one.hasTimetable()))
                .toList();
    }

    /**
     * The page of a revision.
     *
     * @param with what it is compared to, of the plan or one that belongs together with it
     * @throws dk.grundskema.api.server.platform.Refusal 404 if it isn't one of the plan, or the other of none of them
     */
    RevisionPage revision(Plan plan, RevisionId shown, RevisionId with, Caller caller) {
        PlanHistory.Step one = history.step(plan.id(), shown);
        PlanHistory.Step other = history.ofFamily(plan, with);
        boolean isSame = shown.equals(with);
        List<RevisionId> seen = Stream.of(one, other)
                .filter(PlanHistory.Step::hasTimetable)
                .map(PlanHistory.Step::id)
                .distinct()
                .toList();
        List<Step> steps = steps(plan, List.of(one, other));
        List<PlanHistory.Step> latest = history.of(plan.id(), Integer.MAX_VALUE).items();
        return new RevisionPage(
                plan.id().value(),
                plan.version(),
                mayEdit(plan, caller),
                steps.getFirst(),
                steps.getLast(),
                name(plan, one),
                name(plan, other),
                steps(plan, latest).stream()
                        .filter(each -> !each.id().equals(shown.value()))
                        .toList(),
                isSame ? null : difference(differences.of(shown, with, caller)),
                glances.looks(plan, seen),
                glances.of(plan, seen, id -> name(plan, id.equals(shown) ? one : other), caller));
    }

    /** The revision's number, or the title of the other plan that it is of. */
    private String name(Plan plan, PlanHistory.Step step) {
        return step.plan().equals(plan.id())
                ? "revision " + step.number() // the word of both languages
                : plans.get(step.plan()).title();
    }

    private static RevisionPage.Difference difference(Difference all) {
        OfTimetables timetables = all.timetables();
        if (timetables == null) {
            return new RevisionPage.Difference(all.problem(), false, 0, List.of(), List.of(), "", "", List.of());
        }
        return new RevisionPage.Difference(
                all.problem(),
                true,
                timetables.sessions(),
                timetables.changes(),
                timetables.rules().stream()
                        .map(one -> new RevisionPage.Rule(one.name(), one.isWish(), one.before(), one.after()))
                        .toList(),
                timetables.before(),
                timetables.after(),
                timetables.asks().stream()
                        .map(one -> new RevisionPage.Ask(one.name(), one.before(), one.after()))
                        .toList());
    }
}
