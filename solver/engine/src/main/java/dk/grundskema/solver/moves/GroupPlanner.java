package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Finds times, rooms and people for a group whose members are on paper: when all of them are free. */
final class GroupPlanner {
    private static final int CANDIDATES = 3;

    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final long[] free;
    private final long[] here;
    private final long[] busy;
    private final long[] days = new long[7];
    private final long[][] ofRoom;
    private boolean mayBeRelieved;

    GroupPlanner(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.free = wholes.noTimes();
        this.here = wholes.noTimes();
        this.busy = wholes.noTimes();
        this.ofRoom = new long[blueprint.rooms().size()][];
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
            draft.set(decisions.slot(session), Decisions.NONE);
            draft.set(decisions.room(session), Decisions.NONE);
        }
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
        without(times, wholes.students[wholes.student[membership]]);
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

    private void withoutHeld(long[] times, int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE && !blueprint.isGuest(session)) {
            without(times, wholes.clashes.of(session, slot));
        }
    }

    private static void without(long[] times, long[] others) {
        for (int word = 0; word < times.length; word++) {
            times[word] &= ~others[word];
        }
    }

    private static boolean has(long[] times, int time) {
        return (times[time >> 6] & 1L << time) != 0;
    }

    /** Plans what a group lacks: sessions without a time get one, and those whose time doesn't suit its members or tutor another. */
    void mend(WholeGroup whole) {
        System.arraycopy(wholes.possible[wholes.wholeOf[whole.group()]], 0, free, 0, free.length);
        for (int membership : whole.memberships()) {
            if (draft.value(decisions.member(membership)) == whole.group()) {
                keepFree(free, membership);
            }
        }
        mayBeRelieved = random.nextInt(3) == 0;
        seatBundles(whole);
        Arrays.fill(days, 0);
        Arrays.fill(ofRoom, null);
        for (int session : whole.sessions()) {
            keepIfFree(session);
        }
        for (int session : whole.sessions()) {
            if (draft.value(decisions.slot(session)) == Decisions.NONE) {
                hold(session);
            }
        }
        for (int session : whole.sessions()) {
            room(whole, session);
        }
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length == 1) {
                seat(seat);
            }
        }
        for (int seat : whole.seats()) {
            relieve(draft.value(decisions.seat(seat)), whole);
        }
    }

    /** Somebody takes the lessons that a person can't give because of a group. */
    private void relieve(int person, WholeGroup whole) {
        for (int i = 0; person != Decisions.NONE && i < wholes.reliefSeats[person].length; i++) {
            int decision = decisions.seat(wholes.reliefSeats[person][i]);
            int[] range = decisions.range(decision);
            if (draft.value(decision) == Decisions.NONE && meets(whole, wholes.reliefTimes[person][i])) {
                draft.set(decision, range[random.nextInt(range.length)]);
            }
        }
    }

    private boolean meets(WholeGroup whole, long[] times) {
        for (int session : whole.sessions()) {
            int slot = draft.value(decisions.slot(session));
            if (slot != Decisions.NONE && has(times, wholes.clashes.time(session, slot))) {
                return true;
            }
        }
        return false;
    }

    /** A seat of several sessions is filled first by whoever has most time, if nobody fills it; its holder's time is the group's. */
    private void seatBundles(WholeGroup whole) {
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length > 1) {
                int holder = draft.value(decisions.seat(seat));
                if (holder == Decisions.NONE) {
                    holder = mostTime(seat, whole);
                    draft.set(decisions.seat(seat), holder);
                }
                if (holder != Decisions.NONE) {
                    gatherBusy(holder, whole);
                    without(free, busy);
                }
            }
        }
    }

    private int mostTime(int seat, WholeGroup whole) {
        int[] range = decisions.range(decisions.seat(seat));
        int best = Decisions.NONE;
        int most = -1;
        for (int i = 0; i < CANDIDATES && range.length > 0; i++) {
            int person = range[random.nextInt(range.length)];
            if (person != best) {
                gatherBusy(person, whole);
                int time = 0;
                for (int word = 0; word < free.length; word++) {
                    time += Long.bitCount(free[word] & ~busy[word]);
                }
                if (time > most) {
                    best = person;
                    most = time;
                }
            }
        }
        return best;
    }

    /** When somebody is busy with something else than a group. */
    private void gatherBusy(int person, WholeGroup whole) {
        System.arraycopy(wholes.staff[person], 0, busy, 0, busy.length);
        for (int i = 0; i < wholes.reliefTimes[person].length; i++) {
            boolean isTaken = draft.value(decisions.seat(wholes.reliefSeats[person][i])) != Decisions.NONE;
            if (!isTaken && !mayBeRelieved) {
                with(busy, wholes.reliefTimes[person][i]);
            }
        }
        int own = wholes.wholeOf[whole.group()];
        for (int seat : wholes.seatsOfPerson[person]) {
            if (draft.value(decisions.seat(seat)) == person) {
                for (int session : blueprint.sessionsOf()[seat]) {
                    if (wholes.wholeOfSession[session] != own) {
                        addHeld(busy, session);
                    }
                }
            }
        }
    }

    private void addHeld(long[] times, int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE && !blueprint.isGuest(session)) {
            with(times, wholes.clashes.of(session, slot));
        }
    }

    private static void with(long[] times, long[] others) {
        for (int word = 0; word < times.length; word++) {
            times[word] |= others[word];
        }
    }

    private void keepIfFree(int session) {
        int slot = draft.value(decisions.slot(session));
        if (slot != Decisions.NONE) {
            int time = wholes.clashes.time(session, slot);
            if (has(free, time) || !decisions.isOpen(decisions.slot(session))) {
                take(session, slot);
            } else {
                draft.set(decisions.slot(session), Decisions.NONE);
                draft.set(decisions.room(session), Decisions.NONE);
            }
        }
    }

    private void take(int session, int slot) {
        without(free, wholes.clashes.of(session, slot));
        days[wholes.clashes.weekday(wholes.clashes.time(session, slot))]++;
    }

    /** Rather on a day on which the group doesn't meet yet. */
    private void hold(int session) {
        int[] range = decisions.range(decisions.slot(session));
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        int best = Decisions.NONE;
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < range.length && fewest > 0; i++) {
            int slot = range[offset + i < range.length ? offset + i : offset + i - range.length];
            int time = wholes.clashes.time(session, slot);
            if (has(free, time)) {
                long already = days[wholes.clashes.weekday(time)];
                if (already < fewest) {
                    fewest = already;
                    best = slot;
                }
            }
        }
        if (best != Decisions.NONE && draft.set(decisions.slot(session), best)) {
            take(session, best);
        }
    }

    private void room(WholeGroup whole, int session) {
        int slot = draft.value(decisions.slot(session));
        int[] range = decisions.range(decisions.room(session));
        if (slot == Decisions.NONE || range.length == 0 || !decisions.isOpen(decisions.room(session))) {
            return;
        }
        int time = wholes.clashes.time(session, slot);
        int now = draft.value(decisions.room(session));
        if (now != Decisions.NONE && !has(roomBusy(whole, now), time)) {
            return;
        }
        int offset = random.nextInt(range.length);
        draft.set(decisions.room(session), range[offset]);
        for (int i = 0; i < range.length; i++) {
            int room = range[(offset + i) % range.length];
            if (!has(roomBusy(whole, room), time)) {
                draft.set(decisions.room(session), room);
                return;
            }
        }
    }

    /** When a room is taken by others than the group. */
    private long[] roomBusy(WholeGroup whole, int room) {
        if (ofRoom[room] == null) {
            int own = wholes.wholeOf[whole.group()];
            long[] taken = wholes.rooms[room].clone();
            for (int session : wholes.wantingRooms[own]) {
                if (draft.value(decisions.room(session)) == room && wholes.wholeOfSession[session] != own) {
                    addHeld(taken, session);
                }
            }
            ofRoom[room] = taken;
        }
        return ofRoom[room];
    }

    /** Somebody for a seat of one session who is free then, if a few tries find one. */
    private void seat(int seat) {
        int session = blueprint.sessionsOf()[seat][0];
        int slot = draft.value(decisions.slot(session));
        int decision = decisions.seat(seat);
        if (slot == Decisions.NONE || wholes.wholeOfSession[session] == WholeGroups.NONE) {
            draft.set(decision, Decisions.NONE);
            return;
        }
        int time = wholes.clashes.time(session, slot);
        int now = draft.value(decision);
        int[] range = decisions.range(decision);
        for (int i = 0; i < CANDIDATES; i++) {
            if (now != Decisions.NONE && isFree(now, session, time)) {
                draft.set(decision, now);
                return;
            }
            now = range[random.nextInt(range.length)];
        }
        draft.set(decision, Decisions.NONE);
    }

    private boolean isFree(int person, int session, int time) {
        if (has(wholes.staff[person], time)) {
            return false;
        }
        for (int seat : wholes.seatsOfPerson[person]) {
            if (draft.value(decisions.seat(seat)) == person) {
                for (int other : blueprint.sessionsOf()[seat]) {
                    int slot = draft.value(decisions.slot(other));
                    if (other != session
                            && slot != Decisions.NONE
                            && !blueprint.isGuest(other)
                            && has(wholes.clashes.of(other, slot), time)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Times that a group may have, less those at which its members can't; the same array again at each call. */
    long[] freeTimes(WholeGroup whole) {
        System.arraycopy(wholes.possible[wholes.wholeOf[whole.group()]], 0, here, 0, here.length);
        for (int membership : whole.memberships()) {
            if (draft.value(decisions.member(membership)) == whole.group()) {
                keepFree(here, membership);
            }
        }
        return here;
    }
}
