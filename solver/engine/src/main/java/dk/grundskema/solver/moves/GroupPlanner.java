package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Finds times for a group whose members are on paper, when all of them are free, and with them rooms and people. */
final class GroupPlanner {
    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupStaff staff;
    private final GroupRooms rooms;
    private final long[] free;
    private final long[] here;
    private final int[] days = new int[7];
    private int minute;

    GroupPlanner(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.staff = new GroupStaff(wholes, blueprint, draft, random);
        this.rooms = new GroupRooms(wholes, blueprint, draft, random);
        this.free = wholes.noTimes();
        this.here = wholes.noTimes();
    }

    /** Takes times, rooms and people of a group away, so that it stands as if it were asleep. */
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

    /** How many students have joined a group. */
    int joined(WholeGroup whole) {
        int count = 0;
        for (int membership : whole.memberships()) {
            count += draft.value(decisions.member(membership)) == whole.group() ? 1 : 0;
        }
        return count;
    }

    /** Leaves of some times those at which a student has nothing else. */
    void keepFree(long[] times, int membership) {
        TimeClashes.without(times, wholes.students[wholes.student[membership]]);
        for (int other : wholes.others[membership]) {
            int group = draft.value(decisions.member(other));
            int whole = group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
            if (whole != WholeGroups.NONE) {
                for (int session : wholes.groups.get(whole).sessions()) {
                    withoutHeld(times, session);
                }
            }
        }
    }

    /** Whether a student has nothing else at the times of a group. */
    boolean suits(WholeGroup whole, int membership) {
        Arrays.fill(here, -1);
        keepFree(here, membership);
        for (int session : whole.sessions()) {
            int slot = draft.value(decisions.slot(session));
            if (slot != Decisions.NONE && !TimeClashes.has(here, wholes.clashes.time(session, slot))) {
                return false;
            }
        }
        return true;
    }

    private void withoutHeld(long[] times, int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE && !blueprint.isGuest(session)) {
            TimeClashes.without(times, wholes.clashes.of(session, slot));
        }
    }

    /** Plans what a group lacks: sessions without a time get one, and those whose time doesn't suit its members or tutor another. */
    void mend(WholeGroup whole) {
        gatherFree(whole, free);
        staff.begin();
        staff.fillBundles(whole, free);
        Arrays.fill(days, 0);
        minute = -1;
        for (int session : whole.sessions()) {
            keepIfFree(session);
        }
        boolean inRhythm = random.nextBoolean();
        for (int session : whole.sessions()) {
            if (draft.value(decisions.slot(session)) == Decisions.NONE) {
                hold(session, inRhythm);
            }
        }
        for (int session : whole.sessions()) {
            rooms.find(session);
        }
        staff.fill(whole);
    }

    /** One session of a group is held at another time, whoever else is needed being free then; nothing happens if there is no other. */
    void moveSession(WholeGroup whole, int session) {
        int now = draft.value(decisions.slot(session));
        if (!decisions.isOpen(decisions.slot(session))) {
            return;
        }
        gatherFree(whole, free);
        staff.begin();
        for (int seat : blueprint.seatsOf()[session]) {
            if (blueprint.sessionsOf()[seat].length > 1) {
                staff.keepFree(free, draft.value(decisions.seat(seat)), whole);
            }
        }
        for (int other : whole.sessions()) {
            if (other != session) {
                withoutHeld(free, other);
            }
        }
        int slot = otherFree(session, now);
        if (slot != Decisions.NONE) {
            draft.set(decisions.slot(session), slot);
            rooms.find(session);
            staff.fill(whole);
        }
    }

    /** Any other choice at which there is time. */
    private int otherFree(int session, int now) {
        int[] range = decisions.range(decisions.slot(session));
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        for (int i = 0; i < range.length; i++) {
            int slot = range[offset + i < range.length ? offset + i : offset + i - range.length];
            if (slot != now && TimeClashes.has(free, wholes.clashes.time(session, slot))) {
                return slot;
            }
        }
        return Decisions.NONE;
    }

    private void keepIfFree(int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE) {
            int time = wholes.clashes.time(session, slot);
            if (TimeClashes.has(free, time) || !decisions.isOpen(decisions.slot(session))) {
                take(session, slot);
            } else {
                clearTime(session);
            }
        }
    }

    private void take(int session, int slot) {
        int time = wholes.clashes.time(session, slot);
        TimeClashes.without(free, wholes.clashes.of(session, slot));
        days[wholes.clashes.weekday(time)]++;
        minute = wholes.clashes.minute(time);
    }

    /** Rather on a day on which the group doesn't meet yet, and then rather at the time of day at which it meets on another, if asked for. */
    private void hold(int session, boolean inRhythm) {
        int[] range = decisions.range(decisions.slot(session));
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        int best = Decisions.NONE;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < range.length && least > 0; i++) {
            int slot = range[offset + i < range.length ? offset + i : offset + i - range.length];
            int time = wholes.clashes.time(session, slot);
            if (TimeClashes.has(free, time)) {
                boolean isOther = inRhythm && minute >= 0 && wholes.clashes.minute(time) != minute;
                int price = 2 * days[wholes.clashes.weekday(time)] + (isOther ? 1 : 0);
                if (price < least) {
                    least = price;
                    best = slot;
                }
            }
        }
        if (best != Decisions.NONE && draft.set(decisions.slot(session), best)) {
            take(session, best);
        }
    }

    private void gatherFree(WholeGroup whole, long[] times) {
        System.arraycopy(wholes.possible[wholes.wholeOf[whole.group()]], 0, times, 0, times.length);
        for (int membership : whole.memberships()) {
            if (draft.value(decisions.member(membership)) == whole.group()) {
                keepFree(times, membership);
            }
        }
    }

    /** Times that a group may have, less those at which its members can't; the same array again at each call. */
    long[] freeTimes(WholeGroup whole) {
        gatherFree(whole, here);
        return here;
    }
}
