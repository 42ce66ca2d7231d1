package dk.grundskema.api.server.pages.scenarios;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Glances;
import dk.grundskema.api.server.plans.Differences;
import dk.grundskema.api.server.plans.Differences.OfTimetables;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.plans.Scenarios;
import dk.grundskema.api.server.plans.Scenarios.Scenario;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.web.app.history.ScenariosPage;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands on the page with plans that belong together. */
@Component
final class SideBySide {
    /** More can't be looked at side by side; the plan itself and the latest others are. */
    private static final int MOST = 4;

    private final Plans plans;
    private final Scenarios scenarios;
    private final Differences differences;
    private final SeenTimetables timetables;
    private final Glances glances;

    SideBySide(Plans plans, Scenarios scenarios, Differences differences, SeenTimetables timetables, Glances glances) {
        this.plans = plans;
        this.scenarios = scenarios;
        this.differences = differences;
        this.timetables = timetables;
        this.glances = glances;
    }

    /**
     * What is said on the page besides what the plans are.
     *
     * @param title        the title that was typed for a new one
     * @param titleTrouble what is wrong with that
     * @param troubles     why something wasn't done
     * @param done         what was just done
     */
    record Said(String title, String titleTrouble, List<String> troubles, String done) {}

    /** The page. */
    ScenariosPage page(Plan plan, Said said, Caller caller) {
        List<Scenario> all = shown(plan);
        List<RevisionId> seen = all.stream()
                .filter(one -> one.head().hasTimetable())
                .map(one -> one.plan().head())
                .toList();
        Map<RevisionId, List<StaffHours>> hours = new HashMap<>();
        seen.forEach(id -> hours.put(id, timetables.hours(plan.id(), plans.revision(id))));
        boolean isAlone = all.size() == 1;
        Map<RevisionId, String> titles = all.stream()
                .collect(Collectors.toMap(
                        one -> one.plan().head(), one -> one.plan().title()));
        var may = caller.permissions(plan.organisation());
        return new ScenariosPage(
                plan.id().value(),
                plan.version(),
                may.contains(Permission.PLAN),
                may.contains(Permission.EDIT),
                said.title(),
                said.titleTrouble(),
                said.troubles(),
                said.done(),
                all.stream().map(one -> view(plan, one, hours, caller)).toList(),
                isAlone ? List.of() : people(plan, all, hours),
                isAlone ? "" : glances.looks(plan, seen),
                isAlone ? List.of() : glances.of(plan, seen, id -> titles.getOrDefault(id, ""), caller));
    }

    private List<Scenario> shown(Plan plan) {
        var all = new ArrayList<>(scenarios.of(plan));
        while (all.size() > MOST) {
            all.remove(all.get(0).plan().id().equals(plan.id()) ? 1 : 0);
        }
        return all;
    }

    private ScenariosPage.Scenario view(
            Plan plan, Scenario one, Map<RevisionId, List<StaffHours>> hours, Caller caller) {
        OfTimetables difference = difference(plan, one, caller);
        return new ScenariosPage.Scenario(
                one.plan().id().value(),
                one.plan().head().value(),
                one.plan().version(),
                one.plan().title(),
                one.plan().id().equals(plan.id()),
                one.plan().inUse(),
                one.head().hasTimetable(),
                one.last().text(),
                one.last().author(),
                Front.at(one.last().made()),
                one.shortcomings(),
                one.wishes(),
                hours.getOrDefault(one.plan().head(), List.of()).stream()
                        .mapToLong(person -> person.total().counted())
                        .sum(),
                difference == null ? -1 : difference.sessions(),
                difference == null ? "" : difference.after());
    }

    private @Nullable OfTimetables difference(Plan plan, Scenario one, Caller caller) {
        return one.head().hasTimetable()
                ? differences.of(plan.head(), one.plan().head(), caller).timetables()
                : null;
    }

    /** Those who don't work as much in all plans, the greatest difference first. */
    private static List<ScenariosPage.Person> people(
            Plan plan, List<Scenario> all, Map<RevisionId, List<StaffHours>> hours) {
        var names = new LinkedHashMap<StaffId, String>();
        hours.values()
                .forEach(some -> some.forEach(
                        one -> names.putIfAbsent(one.person().id(), one.person().name())));
        return names.entrySet().stream()
                .map(person -> new ScenariosPage.Person(
                        person.getValue(),
                        all.stream()
                                .map(one -> minutes(
                                        person.getKey(), hours.get(one.plan().head())))
                                .toList(),
                        minutes(person.getKey(), hours.get(plan.head()))))
                .filter(one -> most(one) > 0)
                .sorted((one, other) -> Long.compare(most(other), most(one)))
                .toList();
    }

    private static long minutes(StaffId person, @Nullable List<StaffHours> hours) {
        return hours == null
                ? 0
                : hours.stream()
                        .filter(one -> one.person().id().equals(person))
                        .mapToLong(one -> one.total().counted())
                        .sum();
    }

    private static long most(ScenariosPage.Person person) {
        return person.minutes().stream()
                .mapToLong(one -> Math.abs(one - person.own()))
                .max()
                .orElse(0);
    }
}
