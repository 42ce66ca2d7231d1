package dk.grundskema.solver.repair;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Repairs a plan in use when staff are absent: finds the vacant seats, their candidates, and a repair that changes as
 * few person-days as possible. Everything that has begun is fixed, and so are groups, and rooms of sessions with fixed
 * times. Not thread-safe.
 */
public final class PlanRepairer {
    private final RepairRequest request;
    private final RepairBaseline baseline;
    private final List<RepairBaseline.Vacancy> open;
    private final List<VacantSeat> vacantSeats;

    /**
     * Prepares the repair of a plan in use.
     *
     * @param request a request without {@link #validateRequest} errors
     * @throws IllegalArgumentException if a plugin's demand or rules are inconsistent
     * @throws PluginFailedException if a plugin throws
     */
    public PlanRepairer(PluginRegistry plugins, RepairRequest request) {
        this.request = request;
        this.baseline = new RepairBaseline(plugins, request);
        this.open = baseline.vacancies().stream()
                .filter(one -> !one.stuck() || !baseline.blueprint().isLesson(one.sessions()[0]))
                .toList();
        this.vacantSeats = open.stream().map(baseline::vacantSeat).toList();
    }

    /**
     * Validates the absences of a request: they must overlap the horizon and must not be entirely in the past.
     *
     * @return errors with empty pointers; empty if the absences can be planned around
     */
    public static List<Finding> validateRequest(RepairRequest request) {
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

    /**
     * Returns the problem from now on: absent staff are unavailable, without a reason, and no longer locked to the
     * vacant seats.
     */
    public Problem problem() {
        return baseline.blueprint().problem();
    }

    /** Returns the vacant seats in chronological order; empty if the absent staff have no duties at that time. */
    public List<VacantSeat> vacantSeats() {
        return vacantSeats;
    }

    /**
     * Returns the days on which weekly meetings lack an absent staff member who is back in other weeks, in
     * chronological order. A repair keeps the weekly pattern; the listed free staff can stand in.
     */
    public List<OpenDays> openDays() {
        Set<Object> mended = vacantSeats.stream()
                .flatMap(one -> one.meetings().stream())
                .map(Meeting::sessionId)
                .collect(Collectors.toSet());
        return new StandInFinder(baseline, request.timetable()).findOpenDays(mended);
    }

    /** Returns the candidates for each vacant seat, with all other vacant seats empty. */
    public List<SeatCandidates> seatCandidates() {
        return new SeatCandidateFinder(baseline).findCandidates(open);
    }

    /**
     * Repairs the plan. Minimizes, in this order, violations of hard rules, violations of medium rules, changed
     * person-days, and soft cost. Ends early when the search is exhausted.
     *
     * @param limits latest end; a step is one evaluation of the costs
     * @param problemHash hash of {@link #problem}, as hexadecimal text
     */
    public RepairResult repair(SolveLimits limits, String problemHash) {
        RepairSearchDriver plan = new RepairSearchDriver(baseline, limits).repair();
        Timetable before = request.timetable();
        Timetable after = new RepairedTimetableBuilder(baseline, before).build(plan.values(), problemHash);
        ChangeSet changes = ChangeSet.between(before, after);
        return new RepairResult(after, changes, withoutAbsentDays(changes), plan.isMended(), plan.isLeast());
    }

    private SortedSet<PersonDay> withoutAbsentDays(ChangeSet changes) {
        var days = new TreeSet<>(changes.personDays());
        for (VacantSeat one : vacantSeats) {
            for (Meeting meeting : one.meetings()) {
                meeting.time().dates().forEach(date -> days.remove(new PersonDay(one.staffId(), date)));
            }
        }
        return days;
    }
}
