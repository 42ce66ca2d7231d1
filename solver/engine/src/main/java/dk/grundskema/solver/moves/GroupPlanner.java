package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Schedules a group in a draft: finds times when all its members are free, then rooms and staff. */
final class GroupPlanner {
    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final GroupStaffFinder staff;
    private final GroupRoomFinder rooms;
    private final long[] free;
    private final long[] memberFreeTimes;
    private final int[] days = new int[7];
    private int minute;

    GroupPlanner(WholeGroups wholes, Blueprint blueprint, DecisionOverlay draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.staff = new GroupStaffFinder(wholes, blueprint, draft, random);
        this.rooms = new GroupRoomFinder(wholes, blueprint, draft, random);
        this.free = wholes.noTimes();
        this.memberFreeTimes = wholes.noTimes();
    }

    /** Removes the times, rooms and staff of a group, as if it slept. */
    void clear(WholeGroup whole) {
        clearTimes(whole);
        for (int seat : whole.seats()) {
            draft.set(decisions.seat(seat), Decisions.NONE);
        }
    }

    void clearTimes(WholeGroup whole) {
        for (int session : whole.sessions()) {
            clearTime(session);
        }
    }

    private void clearTime(int session) {
        draft.set(decisions.slot(session), Decisions.NONE);
        draft.set(decisions.room(session), Decisions.NONE);
    }

    /** Returns the number of students who have joined a group. */
    int memberCount(WholeGroup whole) {
        int count = 0;
        for (int membership : whole.memberships()) {
            count += draft.value(decisions.member(membership)) == whole.group() ? 1 : 0;
        }
        return count;
    }

    /** Removes the times at which a student is busy from a set of times. */
    void retainFreeTimes(long[] times, int membership) {
        TimeOverlapIndex.removeAll(times, wholes.students[wholes.student[membership]]);
        for (int other : wholes.others[membership]) {
            int group = draft.value(decisions.member(other));
            int whole = group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
            if (whole != WholeGroups.NONE) {
                for (int session : wholes.groups.get(whole).sessions()) {
                    removeHeldTimes(times, session);
                }
            }
        }
    }

    /** Whether a student is free at all times of a group. */
    boolean isFreeForGroup(WholeGroup whole, int membership) {
        Arrays.fill(memberFreeTimes, -1);
        retainFreeTimes(memberFreeTimes, membership);
        for (int session : whole.sessions()) {
            int slot = draft.value(decisions.slot(session));
            if (slot != Decisions.NONE
                    && !TimeOverlapIndex.contains(memberFreeTimes, wholes.overlaps.timeNumber(session, slot))) {
                return false;
            }
        }
        return true;
    }

    private void removeHeldTimes(long[] times, int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE && !blueprint.isGuest(session)) {
            TimeOverlapIndex.removeAll(times, wholes.overlaps.overlapsOf(session, slot));
        }
    }

    /**
     * Completes a group: schedules sessions without a time and reschedules those that do not fit its members or tutor.
     */
    void completeGroup(WholeGroup whole) {
        collectFreeTimes(whole, free);
        staff.startGroup();
        staff.fillSharedSeats(whole, free);
        Arrays.fill(days, 0);
        minute = -1;
        for (int session : whole.sessions()) {
            keepTimeIfFree(session);
        }
        boolean inRhythm = random.nextBoolean();
        if (staff.retainFreeTimesOfLead(whole, free)) {
            scheduleSessions(whole, inRhythm);
            collectFreeTimes(whole, free);
            for (int session : whole.sessions()) {
                removeHeldTimes(free, session);
            }
        }
        scheduleSessions(whole, inRhythm);
        for (int session : whole.sessions()) {
            rooms.assignRoom(session);
        }
        staff.fillSeats(whole);
    }

    /**
     * Moves one session of a group to another time at which all other participants are free; does nothing if there is
     * none.
     */
    void moveSession(WholeGroup whole, int session) {
        int now = draft.value(decisions.slot(session));
        if (!decisions.isOpen(decisions.slot(session))) {
            return;
        }
        collectFreeTimes(whole, free);
        staff.startGroup();
        for (int seat : blueprint.seatsOf()[session]) {
            if (blueprint.sessionsOf()[seat].length > 1) {
                staff.retainFreeTimes(free, draft.value(decisions.seat(seat)), whole);
            }
        }
        for (int other : whole.sessions()) {
            if (other != session) {
                removeHeldTimes(free, other);
            }
        }
        int slot = otherFreeChoice(session, now);
        if (slot != Decisions.NONE) {
            draft.set(decisions.slot(session), slot);
            rooms.assignRoom(session);
            staff.fillSeats(whole);
        }
    }

    /** Returns a random other choice at a free time. */
    private int otherFreeChoice(int session, int now) {
        int[] range = decisions.range(decisions.slot(session));
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        for (int i = 0; i < range.length; i++) {
            int slot = range[offset + i < range.length ? offset + i : offset + i - range.length];
            if (slot != now && TimeOverlapIndex.contains(free, wholes.overlaps.timeNumber(session, slot))) {
                return slot;
            }
        }
        return Decisions.NONE;
    }

    private void keepTimeIfFree(int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE) {
            int time = wholes.overlaps.timeNumber(session, slot);
            if (TimeOverlapIndex.contains(free, time) || !decisions.isOpen(decisions.slot(session))) {
                assignTime(session, slot);
            } else {
                clearTime(session);
            }
        }
    }

    /** Schedules the sessions without a time, as far as there are free times. */
    private void scheduleSessions(WholeGroup whole, boolean inRhythm) {
        for (int session : whole.sessions()) {
            if (draft.value(decisions.slot(session)) == Decisions.NONE) {
                scheduleSession(session, inRhythm);
            }
        }
    }

    private void assignTime(int session, int slot) {
        int time = wholes.overlaps.timeNumber(session, slot);
        TimeOverlapIndex.removeAll(free, wholes.overlaps.overlapsOf(session, slot));
        days[wholes.overlaps.weekday(time)]++;
        minute = wholes.overlaps.minuteOfDay(time);
    }

    /**
     * Prefers a day on which the group does not meet yet, and then, if {@code inRhythm}, the group's usual time of day.
     */
    private void scheduleSession(int session, boolean inRhythm) {
        int[] range = decisions.range(decisions.slot(session));
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        int best = Decisions.NONE;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < range.length && least > 0; i++) {
            int slot = range[offset + i < range.length ? offset + i : offset + i - range.length];
            int time = wholes.overlaps.timeNumber(session, slot);
            if (TimeOverlapIndex.contains(free, time)) {
                boolean isOther = inRhythm && minute >= 0 && wholes.overlaps.minuteOfDay(time) != minute;
                int price = 2 * days[wholes.overlaps.weekday(time)] + (isOther ? 1 : 0);
                if (price < least) {
                    least = price;
                    best = slot;
                }
            }
        }
        if (best != Decisions.NONE && draft.set(decisions.slot(session), best)) {
            assignTime(session, best);
        }
    }

    private void collectFreeTimes(WholeGroup whole, long[] times) {
        System.arraycopy(wholes.possible[wholes.wholeOf[whole.group()]], 0, times, 0, times.length);
        for (int membership : whole.memberships()) {
            if (draft.value(decisions.member(membership)) == whole.group()) {
                retainFreeTimes(times, membership);
            }
        }
    }

    /** Returns the times at which all members of a group are free, in an array that is reused by each call. */
    long[] freeTimes(WholeGroup whole) {
        collectFreeTimes(whole, memberFreeTimes);
        return memberFreeTimes;
    }
}
