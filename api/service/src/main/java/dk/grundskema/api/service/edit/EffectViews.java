package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of edits. */
public final class EffectViews {
    private EffectViews() {}

    /**
     * What one rule makes of a change.
     *
     * @param rule   its id
     * @param name   what it is called
     * @param level  how binding it is
     * @param amount units of penalty more than before; below 0 means less
     * @param cost   the same with the rule's weight
     */
    public record DifferenceView(String rule, String name, Level level, long amount, long cost) {}

    /**
     * A place where a rule is broken.
     *
     * @param rule   its id
     * @param name   what it is called
     * @param level  how binding it is
     * @param amount by how much, in the rule's unit
     * @param text   what is wrong there, in words
     */
    public record PlaceView(String rule, String name, Level level, long amount, String text) {}

    /**
     * What changes make of a plan.
     *
     * @param before      how good the plan was
     * @param after       how good it is with the changes
     * @param differences what each rule makes of them, dearest first within each level; rules that see no difference are left out
     * @param broken      where hard and medium rules are broken then and were not before, or by how much more
     * @param mended      where they were broken before and are not any more, or by how much less
     * @param changes     what is held otherwise, in words; a seat may belong to several meetings
     * @param overridden  what the planner fixed and what stands so now, but not then; a change by hand is stronger than a lock
     */
    record EffectView(
            Score before,
            Score after,
            List<DifferenceView> differences,
            List<PlaceView> broken,
            List<PlaceView> mended,
            List<TimetableChangeFormatter.ChangeCategory> changes,
            List<OverriddenView> overridden) {}

    /**
     * A lock of a session that changes don't keep.
     *
     * @param sessionId which session
     * @param text      the session in words
     * @param what      what of it is locked and becomes otherwise; at least one
     * @param positions which seats of its meeting, from 0, if seats are among that; otherwise empty
     */
    record OverriddenView(
            SessionId sessionId, String text, List<LockSelection.LockAspect> what, List<Integer> positions) {}

    /**
     * An edit that was made.
     *
     * @param version  the plan's version from now on
     * @param revision the revision that it made
     * @param effect   what it breaks and costs
     */
    public record EditView(long version, RevisionId revision, EffectView effect) {}

    /**
     * Somebody who could sit in a seat.
     *
     * @param staffId     the staff member who could sit there
     * @param name        what the person is called
     * @param medium      weighted cost of guidelines that are broken then, 0 or more
     * @param soft        weighted cost in wishes; below 0 where the plan gets better
     * @param shortfalls  where guidelines are broken then and are not now
     * @param differences what each rule makes of it, dearest first within each level
     */
    public record CandidateView(
            StaffId staffId,
            String name,
            long medium,
            long soft,
            List<PlaceView> shortfalls,
            List<DifferenceView> differences) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    /**
     * Somebody who can't sit in a seat without breaking what can't be broken; by hand it can be done all the same.
     *
     * @param staffId  the staff member who can't sit there
     * @param name     what the person is called
     * @param obstacle {@code NOT_ASKED}, {@code AWAY}, {@code SEAT_IS_FIXED} or {@code BREAKS_RULES}
     * @param text     the same in words
     * @param rules    ids of the hard rules that would be broken; empty unless that is the obstacle
     */
    public record UnableView(StaffId staffId, String name, String obstacle, String text, List<String> rules) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    /**
     * Everybody for one seat, as the rest of the plan stands.
     *
     * @param role       what the seat is for
     * @param required   whether the plan is thin when nobody fills it
     * @param staffId    who sits there now; absent means nobody
     * @param candidates who could, the best first: fewest new shortfalls, then the cheapest in wishes
     * @param unable     who can't, and why
     */
    record SeatView(
            String role,
            boolean required,
            @Nullable StaffId staffId,
            List<CandidateView> candidates,
            List<UnableView> unable) {}

    /**
     * Somewhere that a meeting can go.
     *
     * @param time        the time to which it can go
     * @param otherId     module whose subject comes here in exchange; absent means that the session itself is held at that time
     * @param current     whether it is there already
     * @param after       how good the plan is then
     * @param differences what each rule makes of it
     */
    record TargetView(
            MeetingTime time,
            @Nullable SessionId otherId,
            boolean current,
            Score after,
            List<DifferenceView> differences) {}

    /**
     * Everywhere that one meeting can go.
     *
     * @param before  how good the plan is now
     * @param targets times and modules, in order of time; empty if nothing about its time is to be chosen
     */
    record TargetsView(Score before, List<TargetView> targets) {}

    /**
     * A room that a meeting can be held in.
     *
     * @param roomId      which room
     * @param name        what it is called
     * @param current     whether it is held there already
     * @param after       how good the plan is then
     * @param differences what each rule makes of it
     */
    record RoomView(RoomId roomId, String name, boolean current, Score after, List<DifferenceView> differences) {}

    /**
     * The rooms of one meeting.
     *
     * @param before how good the plan is now
     * @param rooms  in the problem's order; empty if none is to be chosen
     */
    record RoomsView(Score before, List<RoomView> rooms) {}

    /**
     * What a rule costs in a plan.
     *
     * @param rule    its id
     * @param name    what it is called
     * @param level   how binding it is
     * @param weight  what a unit of its penalty costs
     * @param penalty what it charges, before its weight
     * @param cost    the same with its weight
     * @param count   in how many places
     */
    record RuleCostView(String rule, String name, Level level, long weight, long penalty, long cost, int count) {}

    /**
     * What is wrong with a plan, as the independent checker finds it, and what each rule costs.
     *
     * @param score  how good the plan is
     * @param faults where hard and medium rules are broken, by the plan itself or together with other plans in use
     * @param rules  rules that cost something, the dearest first within each level
     */
    record FaultsView(Score score, List<PlaceView> faults, List<RuleCostView> rules) {}
}
