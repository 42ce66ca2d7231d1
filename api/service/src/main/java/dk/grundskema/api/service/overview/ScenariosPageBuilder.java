package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.RevisionComparer;
import dk.grundskema.api.service.plan.history.RevisionComparison;
import dk.grundskema.api.service.plan.history.ScenarioFinder;
import dk.grundskema.api.service.plan.history.ScenarioFinder.Scenario;
import dk.grundskema.api.service.publish.PublicationHistory;
import dk.grundskema.api.service.timetable.PlanTimetableReader;
import dk.grundskema.domain.people.StaffId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the model of the page that compares related plans. */
@Component
final class ScenariosPageBuilder {
    /** Maximum number of plans that fit side by side: the plan itself and the latest others. */
    private static final int MAX_SCENARIOS = 4;

    private final PlanStore plans;
    private final PublicationHistory publications;
    private final ScenarioFinder scenarios;
    private final RevisionComparer differences;
    private final PlanTimetableReader timetables;
    private final MiniTimetableBuilder miniTimetableBuilder;
    private final RequestTexts requestTexts;

    ScenariosPageBuilder(
            PlanStore plans,
            PublicationHistory publications,
            ScenarioFinder scenarios,
            RevisionComparer differences,
            PlanTimetableReader timetables,
            MiniTimetableBuilder miniTimetableBuilder,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.publications = publications;
        this.scenarios = scenarios;
        this.differences = differences;
        this.timetables = timetables;
        this.miniTimetableBuilder = miniTimetableBuilder;
        this.requestTexts = requestTexts;
    }

    /**
     * Messages and input of the page.
     *
     * @param title        submitted title of a new scenario
     * @param titleTrouble error of the title
     * @param errors       reasons why an action failed
     * @param done         last action of the visitor
     */
    record ScenarioMessages(String title, String titleTrouble, List<String> errors, String done) {}

    /** Returns the page. */
    ScenariosPage build(Plan plan, ScenarioMessages said, Caller caller) {
        List<Scenario> all = referenceFirst(scenarios.find(plan, MAX_SCENARIOS));
        List<RevisionId> seen = all.stream()
                .filter(one -> one.head().hasTimetable())
                .map(one -> one.plan().head())
                .toList();
        Map<RevisionId, List<StaffHours>> hours = new HashMap<>();
        seen.forEach(id -> hours.put(id, timetables.staffHours(plan.id(), plans.revision(id))));
        boolean isAlone = all.size() == 1;
        Map<RevisionId, String> titles = all.stream()
                .collect(Collectors.toMap(
                        one -> one.plan().head(), one -> one.plan().title()));
        var may = caller.permissionsIn(plan.organisation());
        return new ScenariosPage(
                plan.id().value(),
                plan.version(),
                may.contains(Permission.PLAN),
                may.contains(Permission.EDIT),
                said.title(),
                said.titleTrouble(),
                said.errors(),
                said.done(),
                all.stream()
                        .filter(one -> one.plan().inUse())
                        .findFirst()
                        .flatMap(used -> publications.findOtherShownPlan(used.plan()))
                        .orElse(null),
                all.stream()
                        .map(one -> column(plan, all.getFirst(), one, hours, caller))
                        .toList(),
                isAlone ? List.of() : personMinutes(all, hours),
                isAlone ? "" : miniTimetableBuilder.styleAddress(plan, seen),
                isAlone
                        ? List.of()
                        : miniTimetableBuilder.buildAll(plan, seen, id -> titles.getOrDefault(id, ""), caller));
    }

    /** Puts the plan first that the others are compared with: of those with a timetable the one in use, otherwise the oldest. */
    private static List<Scenario> referenceFirst(List<Scenario> all) {
        return all.stream()
                .sorted(Comparator.comparing((Scenario one) -> !one.head().hasTimetable())
                        .thenComparing(one -> !one.plan().inUse()))
                .limit(1)
                .flatMap(reference ->
                        Stream.concat(Stream.of(reference), all.stream().filter(one -> !one.equals(reference))))
                .toList();
    }

    private ScenariosPage.ScenarioColumn column(
            Plan plan, Scenario reference, Scenario one, Map<RevisionId, List<StaffHours>> hours, Caller caller) {
        RevisionComparison difference =
                differences.compare(reference.plan().head(), one.plan().head(), caller);
        PlanStatus status = one.status();
        var formatter = new PlanStatusFormatter(requestTexts.texts());
        RevisionComparison.TimetableComparison timetable = difference.timetable();
        RevisionComparison.FidelityComparison fidelity = difference.fidelity();
        return new ScenariosPage.ScenarioColumn(
                one.plan().id().value(),
                one.plan().head().value(),
                one.plan().version(),
                one.plan().title(),
                one.plan().id().equals(plan.id()),
                one.plan().inUse(),
                one.head().hasTimetable(),
                one.last().text(),
                one.last().author(),
                PageRenderer.toLocalDateTime(one.last().made()),
                status == null ? "" : formatter.headline(status),
                status == null
                        ? List.of()
                        : formatter.parts(status).stream()
                                .map(PlanStatusFormatter.PartText::text)
                                .toList(),
                difference.describe(true, requestTexts.texts()),
                formatter.verdict(
                        difference.compare(reference.status(), status),
                        PlanStatusPresenter.name(reference.plan(), one.plan(), requestTexts.texts()),
                        PlanStatusPresenter.name(one.plan(), reference.plan(), requestTexts.texts())),
                hours.getOrDefault(one.plan().head(), List.of()).stream()
                        .mapToLong(person -> person.total().counted())
                        .sum(),
                timetable == null ? -1 : timetable.sessions(),
                timetable == null ? List.of() : timetable.classes(),
                fidelity == null ? "" : fidelity.after());
    }

    /** Returns people whose working time differs between the plans, largest difference first. */
    private static List<ScenariosPage.PersonMinutes> personMinutes(
            List<Scenario> all, Map<RevisionId, List<StaffHours>> hours) {
        var names = new LinkedHashMap<StaffId, String>();
        hours.values()
                .forEach(some -> some.forEach(
                        one -> names.putIfAbsent(one.person().id(), one.person().name())));
        return names.entrySet().stream()
                .map(person -> new ScenariosPage.PersonMinutes(
                        person.getValue(),
                        all.stream()
                                .map(one -> minutes(
                                        person.getKey(), hours.get(one.plan().head())))
                                .toList()))
                .filter(one -> greatestDifference(one) > 0)
                .sorted((one, other) -> Long.compare(greatestDifference(other), greatestDifference(one)))
                .toList();
    }

    private static long minutes(StaffId person, @Nullable List<StaffHours> hours) {
        return hours == null
                ? -1
                : hours.stream()
                        .filter(one -> one.person().id().equals(person))
                        .mapToLong(one -> one.total().counted())
                        .sum();
    }

    private static long greatestDifference(ScenariosPage.PersonMinutes person) {
        return IntStream.range(0, person.minutes().size())
                .mapToLong(plan -> Math.abs(person.more(plan)))
                .max()
                .orElse(0);
    }
}
