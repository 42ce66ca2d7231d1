package dk.grundskema.api.server.views;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.Rests;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How much each of the staff works by a plan's timetable, and rests, for pages. */
@Component
public class SeenLoads {
    /** So many stay told. */
    private static final int TOLD = 6;

    private final Plans plans;
    private final Showing showing;
    private final PluginHouse house;
    private final Lately<List<Object>, Loads> told = new Lately<>(TOLD);

    SeenLoads(Plans plans, Showing showing, PluginHouse house) {
        this.plans = plans;
        this.showing = showing;
        this.house = house;
    }

    /**
     * How much everybody works and rests.
     *
     * @param people     the staff, in the problem's order
     * @param weeks      weeks in which something is held, in the plan or the existing timetable, in order
     * @param zone       where the clocks are
     * @param hasLessons whether there is an existing timetable besides the plan
     */
    public record Loads(List<Person> people, SortedSet<IsoWeek> weeks, ZoneId zone, boolean hasLessons) {
        /** Copies the collections. */
        public Loads {
            people = List.copyOf(people);
            weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        }
    }

    /**
     * One of the staff.
     *
     * @param hours who it is, and the hours of the plan
     * @param rests when the person works and rests, in the plan and the existing timetable
     * @param fair  what the person has of what is shared fairly
     */
    public record Person(StaffHours hours, Rests rests, Map<FairLoad.Kind, FairLoad> fair) {
        /** Copies the map. */
        public Person {
            fair = Map.copyOf(fair);
        }
    }

    /**
     * How much everybody works and rests by the timetable that a plan is at.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if the plan has none, 409 if it needs a plugin that isn't here
     */
    public Loads of(PlanId plan) {
        Shown shown = showing.of(plans.get(plan), Names.OfStudents.NUMBERS);
        return told.get(List.of(shown.problem().hash(), shown.timetable().hash()), fresh -> counted(shown));
    }

    private Loads counted(Shown shown) {
        Problem problem = shown.problem().value();
        Timetable timetable = shown.timetable().value();
        TimetableViews views = showing.views(shown);
        Map<StaffId, Rests> rests =
                house.rests(problem, timetable).stream().collect(Collectors.toMap(Rests::staff, Function.identity()));
        Map<StaffId, Map<FairLoad.Kind, FairLoad>> fair = house.fairLoads(problem, timetable);
        List<Person> people = showing.hours(shown).stream()
                .map(one -> new Person(
                        one,
                        Objects.requireNonNull(rests.get(one.person().id())),
                        Objects.requireNonNull(fair.get(one.person().id()))))
                .toList();
        var weeks = new TreeSet<>(views.weeks());
        problem.lessons().forEach(lesson -> weeks.addAll(lesson.time().weeks()));
        return new Loads(
                people, weeks, problem.horizon().zone(), !problem.lessons().isEmpty());
    }
}
