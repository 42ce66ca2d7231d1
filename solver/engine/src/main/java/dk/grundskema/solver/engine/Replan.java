package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A plan in use when people are away: which seats fall open, who could take each, and a repair that changes as few person-days
 * as possible. What has begun is a fact, and so are groups, and rooms of what is held at a fixed time. Lives with one thread.
 */
public final class Replan {
    private final ReplanRequest request;
    private final Standing standing;
    private final List<Standing.Fallen> open;
    private final List<FallenSeat> fallen;

    Replan(PluginRegistry plugins, ReplanRequest request) {
        this.request = request;
        this.standing = new Standing(plugins, request);
        this.open = standing.fallen().stream()
                .filter(one -> !one.stuck() || !standing.blueprint().isLesson(one.sessions()[0]))
                .toList();
        this.fallen = open.stream().map(this::told).toList();
    }

    /**
     * What is wrong with absences, all at once: days outside the horizon, or all in the past.
     *
     * @return errors with empty pointers; empty if the absences can be planned around
     */
    public static List<Finding> findings(ReplanRequest request) {
        var findings = new ArrayList<Finding>();
        Horizon horizon = request.problem().horizon();
        for (Absence one : request.absences()) {
            LocalDate first = one.from().toLocalDate();
            if (one.lastDay().isBefore(horizon.firstDay()) || first.isAfter(horizon.lastDay())) {
                findings.add(Finding.error(
                        "replan.outside-horizon",
                        "",
                        one.staffId(),
                        first,
                        one.lastDay(),
                        horizon.firstDay(),
                        horizon.lastDay()));
            } else if (!one.until().isAfter(request.now())) {
                findings.add(Finding.error("replan.in-the-past", "", one.staffId(), one.until(), request.now()));
            }
        }
        return List.copyOf(findings);
    }

    private FallenSeat told(Standing.Fallen one) {
        var blueprint = standing.blueprint();
        List<Meeting> meetings = Arrays.stream(one.sessions())
                .mapToObj(standing::meeting)
                .map(Objects::requireNonNull)
                .toList();
        int first = one.sessions()[0];
        int place = blueprint.placeInMeeting(first, one.seat());
        return new FallenSeat(
                blueprint.seats().get(one.seat()),
                blueprint.staff().get(one.person()).id(),
                meetings,
                meetings.getFirst().seats().get(place).locked());
    }

    /**
     * The problem from now on: whoever is away is unavailable meanwhile, without a word of why, and no longer locked to the seats
     * that fell open.
     */
    public Problem problem() {
        return standing.blueprint().problem();
    }

    /** The seats that fall open, in order of time; empty if whoever is away has no duty then. */
    public List<FallenSeat> fallen() {
        return fallen;
    }

    /**
     * Days on which meetings of a weekly pattern lack somebody who is away then and back in other weeks, in order of time: the pattern stays,
     * whatever a repair does, and who is free on these days can be asked.
     */
    public List<OpenDays> openDays() {
        Set<Object> mended = fallen.stream()
                .flatMap(one -> one.meetings().stream())
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
        return new StandIns(standing, request.timetable()).all(mended);
    }

    /** For each seat that falls open who could take it, the others as they stand and the seats that fell open empty. */
    public List<WhoCould> whoCould() {
        var candidates = new Candidates(standing);
        var answers = new ArrayList<WhoCould>();
        for (int i = 0; i < fallen.size(); i++) {
            answers.add(candidates.of(fallen.get(i), open.get(i)));
        }
        return List.copyOf(answers);
    }

    /**
     * Repairs the plan. No rule is broken more than necessary, first the hard, then the medium ones; then as few person-days
     * change as possible; then the plan costs as little in wishes as was found. Ends by itself when nothing is left to look at.
     *
     * @param limits      when it ends at the latest; a step is a look at what a change costs
     * @param problemHash hash of {@link #problem}, as hexadecimal text
     */
    public Repair repair(SolveLimits limits, String problemHash) {
        RepairPlan plan = new RepairPlan(standing, limits).run();
        Timetable before = request.timetable();
        Timetable after = new RepairedTimetable(standing, before).of(plan.values(), problemHash);
        ChangeSet changes = ChangeSet.between(before, after);
        return new Repair(after, changes, withoutAbsent(changes), plan.isMended(), plan.isLeast());
    }

    private SortedSet<PersonDay> withoutAbsent(ChangeSet changes) {
        var days = new TreeSet<>(changes.personDays());
        for (FallenSeat one : fallen) {
            for (Meeting meeting : one.meetings()) {
                meeting.time().dates().forEach(date -> days.remove(new PersonDay(one.staffId(), date)));
            }
        }
        return days;
    }
}
