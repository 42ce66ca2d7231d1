package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.StaffRestReport;
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

/** Calculates workload and rests of the staff by a plan's timetable, for pages. */
@Component
public class StaffLoadCalculator {
    /** Maximum number of cached results. */
    private static final int CACHE_SIZE = 6;

    private final PlanStore plans;
    private final TimetableViewProvider timetableViewProvider;
    private final PluginPlanningFacade planning;
    private final LeastRecentlyUsedCache<List<Object>, StaffLoads> staffLoadsCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    StaffLoadCalculator(PlanStore plans, TimetableViewProvider timetableViewProvider, PluginPlanningFacade planning) {
        this.plans = plans;
        this.timetableViewProvider = timetableViewProvider;
        this.planning = planning;
    }

    /**
     * Workload and rests of all staff.
     *
     * @param people     staff members in the problem's order
     * @param weeks      weeks with events, in the plan or the existing timetable, in order
     * @param zone       time zone
     * @param hasLessons whether there is an existing timetable besides the plan
     */
    public record StaffLoads(List<StaffMemberLoad> people, SortedSet<IsoWeek> weeks, ZoneId zone, boolean hasLessons) {
        /** Copies the collections. */
        public StaffLoads {
            people = List.copyOf(people);
            weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        }
    }

    /**
     * A staff member.
     *
     * @param hours     the staff member and the hours in the plan
     * @param rests     work and rests, in the plan and the existing timetable
     * @param fair      values of the workload that is distributed fairly
     * @param weeksAway weeks in which the person is away from Monday to Friday
     */
    public record StaffMemberLoad(
            StaffHours hours, StaffRestReport rests, Map<FairLoad.Kind, FairLoad> fair, SortedSet<IsoWeek> weeksAway) {
        /** Copies the collections. */
        public StaffMemberLoad {
            fair = Map.copyOf(fair);
            weeksAway = Collections.unmodifiableSortedSet(new TreeSet<>(weeksAway));
        }

        /** Returns the minutes of a week that count as worked, in lessons of the existing timetable and in the plan. */
        long minutesIn(IsoWeek week) {
            return rests.taught().getOrDefault(week, 0L) + hours.hoursIn(week).counted();
        }
    }

    /**
     * Returns workload and rests by the plan's current timetable.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if the plan has no timetable; 409 if it requires a missing plugin
     */
    public StaffLoads loadsOf(PlanId plan) {
        ViewedTimetable viewedTimetable =
                timetableViewProvider.resolve(plans.get(plan), PlanNameResolver.StudentNaming.NUMBERS);
        return staffLoadsCache.get(
                List.of(
                        viewedTimetable.problem().hash(),
                        viewedTimetable.timetable().hash()),
                fresh -> calculate(viewedTimetable));
    }

    private StaffLoads calculate(ViewedTimetable viewedTimetable) {
        Problem problem = viewedTimetable.problem().value();
        Timetable timetable = viewedTimetable.timetable().value();
        TimetableViews views = timetableViewProvider.views(viewedTimetable);
        Map<StaffId, StaffRestReport> rests = planning.rests(problem, timetable).stream()
                .collect(Collectors.toMap(StaffRestReport::staff, Function.identity()));
        Map<StaffId, Map<FairLoad.Kind, FairLoad>> fair = planning.fairLoads(problem, timetable);
        List<StaffMemberLoad> people = timetableViewProvider.staffHours(viewedTimetable).stream()
                .map(one -> new StaffMemberLoad(
                        one,
                        Objects.requireNonNull(rests.get(one.person().id())),
                        Objects.requireNonNull(fair.get(one.person().id())),
                        views.weeksAway(one.person().id())))
                .toList();
        var weeks = new TreeSet<>(views.weeks());
        problem.lessons().forEach(lesson -> weeks.addAll(lesson.time().weeks()));
        return new StaffLoads(
                people, weeks, problem.horizon().zone(), !problem.lessons().isEmpty());
    }
}
