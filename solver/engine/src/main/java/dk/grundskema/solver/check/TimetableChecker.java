package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.RequiredSupport;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a finished timetable for violations of hard and medium rules. Each rule is implemented a second time on the problem, the demand of the
 * plugins and the timetable, and shares no code with the declared rules of the search. It therefore detects errors in those declarations and in
 * timetables that were changed by hand.
 * <p>{@link CheckedPlan} holds the indexes that all checks read; each {@link CoreCheck} covers one topic; plugins check their own rules.
 */
public final class TimetableChecker {
    /** Checks of rules that depend on who takes seats. */
    private static final List<CoreCheck> STAFFING_CHECKS = List.of(
            new ClashCheck(),
            new TravelCheck(),
            new StaffAvailabilityCheck(),
            new DailyRestCheck(),
            new WeeklyRestCheck(),
            HoursCheck.ofSeats(),
            new DateCheck(),
            new ExclusionCheck(ExclusiveSessions.Kind.SAME_PERSON_AND_DATE),
            new LockCheck());

    private static final List<CoreCheck> OTHER_RULE_CHECKS = List.of(
            new RoomClashCheck(),
            new AvailabilityCheck(),
            new RoomCheck(),
            new RequiredSessionsCheck(),
            new ExclusionCheck(ExclusiveSessions.Kind.SAME_TIME),
            new StudentClashCheck(),
            new StudentAvailabilityCheck(),
            new GroupCheck(),
            new SupportCheck(),
            new SupplementaryCheck());

    private static final List<CoreCheck> RULE_CHECKS =
            Stream.of(STAFFING_CHECKS, OTHER_RULE_CHECKS).flatMap(List::stream).toList();

    /** Checks of rules that name each mistake once. */
    private static final List<CoreCheck> REPORTED_CHECKS = RULE_CHECKS.stream()
            .map(one -> one instanceof HoursCheck ? HoursCheck.ofMeetings() : one)
            .toList();

    /** Checks that compare the timetable with the demand. The search cannot break them, so no rule is declared for them. */
    private static final List<CoreCheck> DEMAND_CHECKS = List.of(
            new DemandSessionsCheck(), new SameHolderCheck(), new DemandParticipantsCheck(), new DemandTasksCheck());

    /** Checked timetables that are kept: those of a plan and of a change of it. */
    private static final int KEPT = 2;

    private final InterventionPlugins plugins;
    /** The demand of the problem checked last: explanations check many timetables of one problem, and expanding it takes longest. */
    private volatile SoftReference<ExpandedProblem> lastExpanded = new SoftReference<>(null);

    /** The timetables that were asked about last, the last one first: a change compares a plan with the changed one. */
    private final Deque<SoftReference<CheckedTimetable>> lastChecked = new ArrayDeque<>();

    /** One page or command asks about the same timetable several times: for its list, its status and its assessment. */
    private static final class CheckedTimetable {
        private final Timetable timetable;
        private final CheckedPlan plan;
        private @Nullable List<RuleViolation> violations;

        CheckedTimetable(Timetable timetable, CheckedPlan plan) {
            this.timetable = timetable;
            this.plan = plan;
        }
    }

    private record ExpandedProblem(
            Problem problem,
            Map<InterventionId, Demand> demands,
            DemandIndex demand,
            SupportCategories support,
            Supplier<DemandIndex> atAnyTime) {}

    /** @param plugins returns the plugin of an intervention type by the type's id, or empty */
    public TimetableChecker(Function<String, Optional<InterventionPlugin<?>>> plugins) {
        this.plugins = new InterventionPlugins(plugins);
    }

    /**
     * Returns the violations of {@link #checkRules}, and every difference from what the interventions ask for, each mistake once: of a room that a meeting
     * may not have, not what else is wrong with it; of a person in two seats of one meeting, its hours once.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @return violations whose arguments are the key of the rule, ids and dates; empty if there are none
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<RuleViolation> check(Problem problem, Timetable timetable) {
        CheckedTimetable checked = checked(problem, timetable);
        synchronized (checked) {
            List<RuleViolation> known = checked.violations;
            if (known == null) {
                known = findViolations(problem, timetable, checked.plan);
                checked.violations = known;
            }
            return known;
        }
    }

    private List<RuleViolation> findViolations(Problem problem, Timetable timetable, CheckedPlan plan) {
        var all = new ArrayList<>(violations(REPORTED_CHECKS, plan));
        all.addAll(pluginViolations(problem, timetable));
        var causes = new DifferenceCauses(all);
        var differences = new LinkedHashSet<>(violations(DEMAND_CHECKS, plan));
        all.forEach(differences::remove);
        differences.removeIf(causes::isOfBrokenRule);
        all.removeIf(causes::isOfWrongRoom);
        all.addAll(differences);
        return List.copyOf(all);
    }

    /**
     * Returns the required seats that the meetings of a timetable leave out, in the order of the timetable. Seats that are there and vacant are not among
     * them.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<LeftOutSeat> findLeftOutSeats(Problem problem, Timetable timetable) {
        return checkedPlan(problem, timetable).held().stream()
                .flatMap(held -> SeatAlignment.findLeftOut(held).stream())
                .toList();
    }

    /**
     * Returns how much support each intervention must give to each participant.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @return in the problem's order; nothing is required of an intervention with an empty list
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public Map<InterventionId, List<RequiredSupport>> requiredSupport(Problem problem, Timetable timetable) {
        return plugins.requiredSupport(problem, expand(problem).demands(), timetable);
    }

    /**
     * Returns every violation of a declared hard or medium rule, those of the core first, then those of the plugins. The amounts are those that the
     * rules charge.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<RuleViolation> checkRules(Problem problem, Timetable timetable) {
        var all = new ArrayList<>(violations(RULE_CHECKS, checkedPlan(problem, timetable)));
        all.addAll(pluginViolations(problem, timetable));
        return List.copyOf(all);
    }

    /**
     * Returns what a plan and other plans of the same people break only together: people, rooms and students in two places at once, travel, daily and
     * weekly rest, and hours of staff over all plans, by the rules of the problem.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @param others    the other plans
     * @return violations of hard rules with the meetings of the checked plan; empty if there are none
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<CrossPlanViolation> checkAcrossPlans(Problem problem, Timetable timetable, List<OtherPlan> others) {
        List<CheckedMeeting> meetings = others.stream()
                .flatMap(other -> CrossPlanCheck.meetingsOf(other, plugins.demand(other.problem()), problem).stream())
                .toList();
        return meetings.isEmpty() ? List.of() : CrossPlanCheck.check(checkedPlan(problem, timetable), meetings);
    }

    /**
     * Returns what a person breaks in the seats of a timetable: of {@link #checkRules} the violations of core rules on that person's duties and on locks,
     * and all violations of plugins' rules.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     * @throws java.util.NoSuchElementException if the problem has no such person
     */
    public StaffingResult checkStaffing(Problem problem, Timetable timetable, StaffId person) {
        StaffMember member = problem.staffMember(person).orElseThrow();
        ExpandedProblem expanded = expand(problem);
        CheckedPlan plan = CheckedPlan.ofPerson(problem, timetable, expanded.demand(), expanded.support(), member);
        var all = new ArrayList<>(violations(STAFFING_CHECKS, plan));
        all.addAll(pluginViolations(problem, timetable));
        return new StaffingResult(all, StaffRestReport.of(plan, member));
    }

    /**
     * Returns the locator of violations in a timetable.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public ViolationLocator locator(Problem problem, Timetable timetable) {
        return new ViolationLocator(checkedPlan(problem, timetable));
    }

    private CheckedPlan checkedPlan(Problem problem, Timetable timetable) {
        return checked(problem, timetable).plan;
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole timetables takes longer than looking at the same one again
    private CheckedTimetable checked(Problem problem, Timetable timetable) {
        synchronized (lastChecked) {
            for (SoftReference<CheckedTimetable> one : lastChecked) {
                CheckedTimetable known = one.get();
                if (known != null && known.plan.problem() == problem && known.timetable == timetable) {
                    lastChecked.remove(one);
                    lastChecked.addFirst(one);
                    return known;
                }
            }
        }
        ExpandedProblem expanded = expand(problem);
        var checked = new CheckedTimetable(
                timetable,
                CheckedPlan.of(problem, timetable, expanded.demand(), expanded.support(), expanded.atAnyTime()));
        synchronized (lastChecked) {
            if (lastChecked.size() == KEPT) {
                lastChecked.removeLast();
            }
            lastChecked.addFirst(new SoftReference<>(checked));
        }
        return checked;
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole problems would take longer than expanding one
    private ExpandedProblem expand(Problem problem) {
        ExpandedProblem expanded = lastExpanded.get();
        if (expanded == null || expanded.problem() != problem) {
            Map<InterventionId, Demand> demands = plugins.demands(problem);
            expanded = new ExpandedProblem(
                    problem,
                    demands,
                    DemandIndex.of(demands.values()),
                    plugins.supportCategories(problem),
                    new AvailableStaffDemand(plugins, problem));
            lastExpanded = new SoftReference<>(expanded);
        }
        return expanded;
    }

    private static List<RuleViolation> violations(List<CoreCheck> checks, CheckedPlan plan) {
        var faults = new CoreViolations();
        checks.forEach(check -> check.check(plan, faults));
        return faults.all();
    }

    private List<RuleViolation> pluginViolations(Problem problem, Timetable timetable) {
        return problem.interventions().stream()
                .flatMap(intervention -> pluginViolations(intervention, problem, timetable).stream())
                .toList();
    }

    /**
     * Returns each student's support in addition to ordinary lessons, as {@link dk.grundskema.domain.problem.SupportLimits} counts it.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @return minutes over all weeks; students without support are left out
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public SortedMap<StudentId, Long> supportMinutes(Problem problem, Timetable timetable) {
        return SupportCheck.minutes(checkedPlan(problem, timetable));
    }

    /**
     * Returns the work and rest of each staff member, in the problem's order.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<StaffRestReport> rests(Problem problem, Timetable timetable) {
        CheckedPlan plan = checkedPlan(problem, timetable);
        return problem.staff().stream()
                .map(one -> StaffRestReport.of(plan, one))
                .toList();
    }

    /**
     * Returns errors for references of the timetable to anything that the problem does not contain; a timetable with such errors cannot be checked.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable any timetable
     * @return errors with pointers into the timetable; empty if there are none
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Finding> validate(Problem problem, Timetable timetable) {
        return new TimetableReferenceCheck(problem, expand(problem).demand(), timetable).findings();
    }

    /**
     * Returns the findings of {@link #validate(Problem, Timetable)}, and a warning if the timetable has the hash of another problem.
     *
     * @param problem     a problem in which neither its reader nor a plugin found an error
     * @param problemHash hash of that problem, as hexadecimal text
     * @param timetable   any timetable
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Finding> validate(Problem problem, String problemHash, Timetable timetable) {
        var findings = new ArrayList<Finding>();
        if (!problemHash.equals(timetable.problem())) {
            findings.add(Finding.warning("timetable.other-problem", "/problem"));
        }
        findings.addAll(validate(problem, timetable));
        return List.copyOf(findings);
    }

    private <P extends Record> List<RuleViolation> pluginViolations(
            Intervention<P> intervention, Problem problem, Timetable timetable) {
        return plugins.pluginOf(intervention).check(intervention, problem, timetable);
    }

    /** Expands the demand of a problem as if all staff were always available, on first use. */
    private static final class AvailableStaffDemand implements Supplier<DemandIndex> {
        private final InterventionPlugins plugins;
        private final Problem problem;
        private @Nullable DemandIndex demand;

        AvailableStaffDemand(InterventionPlugins plugins, Problem problem) {
            this.plugins = plugins;
            this.problem = problem;
        }

        @Override
        public synchronized DemandIndex get() {
            DemandIndex known = demand;
            if (known == null) {
                known = plugins.demand(problem.withStaff(problem.staff().stream()
                        .map(one -> one.withAvailability(Availability.always()))
                        .toList()));
                demand = known;
            }
            return known;
        }
    }
}
