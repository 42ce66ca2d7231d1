package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes that mend the faults of a timetable, one after the other. The independent checker judges each: it is made only if it still mends its
 * fault, and no rule is broken more than before in any place. What is left is explained anew and mended, since two faults may have been given the same
 * person.
 */
public final class FaultMender {
    private static final int MOST_ROUNDS = 5;

    private final PlanningFacade planning;
    private final Problem problem;
    private final Map<SessionId, Meeting> originals;
    private final List<GroupMembers> groups;
    private Timetable current;
    private List<RuleViolation> faults;

    private FaultMender(PlanningFacade planning, Problem problem, Timetable timetable) {
        this.planning = planning;
        this.problem = problem;
        this.originals = bySession(timetable);
        this.groups = timetable.groups();
        this.current = timetable;
        this.faults = planning.checkTimetable(problem, timetable);
    }

    private static Map<SessionId, Meeting> bySession(Timetable timetable) {
        return timetable.meetings().stream().collect(Collectors.toMap(Meeting::sessionId, Function.identity()));
    }

    /**
     * Returns the timetable with everything mended that can be, and with the figures of the result; empty if nothing was mended.
     *
     * @param problem   a valid problem
     * @param timetable the timetable that was explained
     * @param seats     what is known of its open seats
     * @param explained what is known of its other faults
     */
    public static Optional<Timetable> mend(
            PlanningFacade planning,
            Problem problem,
            Timetable timetable,
            List<SeatVerdict> seats,
            List<ExplainedFault> explained) {
        Timetable mended = round(planning, problem, timetable, seats, explained);
        Timetable before = timetable;
        for (int rounds = 1; rounds < MOST_ROUNDS && !mended.equals(before); rounds++) {
            before = mended;
            List<LocatedPlanFault> left =
                    ExplainedFault.explainable(LocatedPlanFault.findAll(planning, problem, mended));
            mended = round(
                    planning,
                    problem,
                    mended,
                    planning.staffingProofs().explainOpenSeats(problem, mended),
                    ExplainedFault.explain(planning, problem, mended, left).faults());
        }
        return mended.equals(timetable)
                ? Optional.empty()
                : Optional.of(ChangePlanner.withFiguresOfWholePlan(planning, problem, mended));
    }

    private static Timetable round(
            PlanningFacade planning,
            Problem problem,
            Timetable timetable,
            List<SeatVerdict> seats,
            List<ExplainedFault> explained) {
        var mender = new FaultMender(planning, problem, timetable);
        seats.forEach(mender::fill);
        explained.forEach(mender::mend);
        return mender.current;
    }

    private void fill(SeatVerdict verdict) {
        if (!verdict.isFilledIn(current)) {
            var before = new ViolationAmounts(faults);
            make(verdict.repaired(), after -> before.isNoWorseAnywhere(after), verdict::isFilledIn);
        }
    }

    private void mend(ExplainedFault explained) {
        RuleViolation violation = explained.fault().violation();
        if (faults.contains(violation)) {
            var before = new ViolationAmounts(faults);
            Timetable mended = explained.mended();
            if (mended != null && hasSameGroupsAndSessions(mended)) {
                make(mended, found -> before.isMended(violation, found), any -> true);
            } else if (!explained.moves().isEmpty()) {
                planning.changes(problem, current)
                        .apply(explained.moves())
                        .ifPresent(after -> take(after, found -> before.isMended(violation, found), any -> true));
            }
        }
    }

    private boolean hasSameGroupsAndSessions(Timetable mended) {
        return mended.groups().equals(groups)
                && mended.meetings().size() == originals.size()
                && mended.meetings().stream().map(Meeting::sessionId).allMatch(originals::containsKey);
    }

    /** Makes the changes of a proof if the result is as it should be. */
    private void make(
            @Nullable Timetable mended, Predicate<List<RuleViolation>> isAllowed, Predicate<Timetable> isSuccessful) {
        if (mended == null) {
            return;
        }
        Map<SessionId, Meeting> changed = mended.meetings().stream()
                .filter(meeting -> !meeting.equals(originals.get(meeting.sessionId())))
                .collect(Collectors.toMap(Meeting::sessionId, Function.identity()));
        var meetings = new ArrayList<Meeting>();
        for (Meeting now : current.meetings()) {
            Meeting other = changed.get(now.sessionId());
            Optional<Meeting> merged = other == null ? Optional.of(now) : merge(now, other);
            if (merged.isEmpty()) {
                return; // the next round explains it anew
            }
            meetings.add(merged.get());
        }
        take(current.withMeetings(meetings), isAllowed, isSuccessful);
    }

    private void take(Timetable after, Predicate<List<RuleViolation>> isAllowed, Predicate<Timetable> isSuccessful) {
        List<RuleViolation> found = planning.checkTimetable(problem, after);
        if (isSuccessful.test(after) && isAllowed.test(found)) {
            current = after;
            faults = found;
        }
    }

    /** Returns a meeting with those of its seats, its time and its room that a proof changed; empty if it was changed otherwise meanwhile and by the proof. */
    private Optional<Meeting> merge(Meeting now, Meeting mended) {
        Meeting before = Objects.requireNonNull(originals.get(now.sessionId()));
        if (now.equals(before)) {
            return Optional.of(mended);
        }
        Meeting merged = now;
        if (!mended.time().equals(before.time())) {
            merged = merged.withTime(mended.time());
        }
        if (!Objects.equals(mended.roomId(), before.roomId())) {
            merged = merged.withRoom(mended.roomId());
        }
        Meeting onlyUsual =
                before.withTime(mended.time()).withRoom(mended.roomId()).withSeats(mended.seats());
        if (!onlyUsual.equals(mended)
                || mended.seats().size() != before.seats().size()
                || now.seats().size() != before.seats().size()) {
            return Optional.empty();
        }
        var seats = new ArrayList<>(now.seats());
        for (int i = 0; i < seats.size(); i++) {
            if (!mended.seats().get(i).equals(before.seats().get(i))) {
                seats.set(i, mended.seats().get(i));
            }
        }
        return Optional.of(merged.withSeats(seats));
    }
}
