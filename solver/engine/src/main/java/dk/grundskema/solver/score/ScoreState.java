package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Sleepers;
import dk.grundskema.solver.score.CompiledRules.Relieved;
import dk.grundskema.solver.score.CompiledRules.Sums;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the decisions of one search stand and what they cost, kept up to date: {@link #set} changes a decision, {@link #settle}
 * brings the costs up to date. Costs that many changes touch are worked out once, when asked for. Lives with one thread.
 */
public final class ScoreState {
    private final CompiledRules.Watch watch;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Sums sums;
    private final @Nullable Relieved[] relieving;
    private final int[] memberStudents;
    private final Sleepers sleepers;
    private final int[] decided;
    private final int[] values;
    private final boolean[] asleep;
    private final int[] awakeSessions;
    private final boolean[] needsSomebody;
    private final int[] filled;
    private final Penalties penalties;
    private final RowTotals rows;
    private final FreedLessons freed;
    private final ScopeCosts scopes;
    private final ScopeAt view;
    private final Occupants guests;
    private final GroupsNow groups;
    private final OwnerLines staff;
    private final OwnerLines rooms;
    private final Attendance students;
    private final DutyList duties;
    private final SumCharge charge = new SumCharge();

    /** A state in which all decisions stand as they start. */
    public ScoreState(CompiledRules compiled) {
        this.watch = compiled.watch();
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.sums = compiled.sums();
        this.relieving = compiled.lines().relieving();
        this.memberStudents = blueprint.memberships().stream()
                .mapToInt(one -> blueprint.index().student().of(one.student().id()))
                .toArray();
        this.sleepers = new Sleepers(blueprint);
        this.decided = new int[decisions.count()];
        this.values = new int[decisions.count()];
        this.asleep = new boolean[blueprint.sessions().size()];
        this.awakeSessions = new int[blueprint.seats().size()];
        this.filled = new int[blueprint.sessions().size()];
        this.needsSomebody = new boolean[filled.length];
        for (int session = 0; session < filled.length; session++) {
            needsSomebody[session] = blueprint.isLesson(session);
        }
        this.penalties = new Penalties(compiled);
        this.rows = new RowTotals(sums);
        this.freed = new FreedLessons(sums.freed());
        this.scopes = new ScopeCosts(compiled);
        this.guests = new Occupants(blueprint.sessions().size());
        this.groups = new GroupsNow(blueprint);
        this.view = new ScopeAt(blueprint, values, guests, groups.sizes(), groups.joined(), asleep);
        var lines = compiled.lines();
        this.staff = new OwnerLines(blueprint.staff(), lines.staff(), lines.staffFacts(), compiled);
        this.rooms = new OwnerLines(blueprint.rooms(), lines.room(), lines.roomFacts(), compiled);
        this.students = new Attendance(compiled);
        this.duties = new DutyList(blueprint);
        load(decisions.startValues());
    }

    /** How a decision stands, also one about what sleeps. */
    public int value(int decision) {
        return decided[decision];
    }

    /** Sets all decisions at once and works everything out anew. */
    public void load(int[] all) {
        Arrays.fill(decided, Decisions.NONE);
        Arrays.fill(values, Decisions.NONE);
        Arrays.fill(filled, 0);
        sleep();
        penalties.clear();
        rows.clear();
        freed.clear();
        scopes.clear();
        guests.clear();
        staff.clear();
        rooms.clear();
        students.clear();
        groups.clear();
        for (int decision = 0; decision < all.length; decision++) {
            set(decision, all[decision]);
        }
    }

    /** What can sleep does, until somebody is known to have joined its group. */
    private void sleep() {
        for (int session = 0; session < asleep.length; session++) {
            asleep[session] = sleepers.canSleep(session);
        }
        for (int seat = 0; seat < awakeSessions.length; seat++) {
            awakeSessions[seat] = sleepers.sleepless(seat);
        }
    }

    /**
     * Changes a decision. The value is in its range, or {@link Decisions#NONE}; or the one that a lock fixed. A decision about what sleeps is
     * noted, and counts from when somebody joins.
     */
    public void set(int decision, int value) {
        if (decided[decision] != value) {
            decided[decision] = value;
            if (!sleepers.any() || !isAsleep(decision)) {
                count(decision, value);
            }
        }
    }

    private boolean isAsleep(int decision) {
        int owner = decisions.owner(decision);
        return switch (decisions.kind(decision)) {
            case SLOT, ROOM -> asleep[owner];
            case SEAT -> awakeSessions[owner] == 0;
            case MEMBER -> false;
        };
    }

    /** From now on a decision counts with this value. */
    private void count(int decision, int value) {
        int old = values[decision];
        if (old == value) {
            return;
        }
        int owner = decisions.owner(decision);
        switch (decisions.kind(decision)) {
            case SEAT -> {
                seat(owner, old, -1);
                values[decision] = value;
                seat(owner, value, 1);
                for (int session : blueprint.sessionsOf()[owner]) {
                    scopes.mark(watch.ofSession()[session], Aspect.SEATS);
                }
            }
            case SLOT -> {
                slot(owner, old, -1);
                values[decision] = value;
                slot(owner, value, 1);
                scopes.mark(watch.ofSession()[owner], Aspect.TIME);
            }
            case ROOM -> {
                room(owner, values[decisions.slot(owner)], old, -1);
                values[decision] = value;
                room(owner, values[decisions.slot(owner)], value, 1);
                scopes.mark(watch.ofSession()[owner], Aspect.ROOM);
            }
            case MEMBER -> {
                member(owner, old, -1);
                values[decision] = value;
                member(owner, value, 1);
                scopes.mark(watch.ofMembership()[owner], Aspect.MEMBERS);
            }
        }
        entries(decision, old, -1);
        entries(decision, value, 1);
    }

    private void entries(int decision, int value, int sign) {
        if (value != Decisions.NONE) {
            rows.apply(sums.entries()[decision][value], sign);
        }
    }

    private void seat(int seat, int person, int sign) {
        if (person == Decisions.NONE) {
            return;
        }
        int[] sessions = blueprint.sessionsOf()[seat];
        for (int i = 0; i < sessions.length; i++) {
            int session = sessions[i];
            int slot = values[decisions.slot(session)];
            fill(session, slot, sign);
            if (slot == Decisions.NONE) {
                continue;
            }
            int[][][] movable = sums.seatAt()[seat][i];
            if (movable != null) {
                rows.apply(movable[slot][person], sign);
            }
            staff.change(person, session, slot, sign);
            relieve(session, slot, seat, sign);
            for (int g = 0; g < guests.count(session); g++) {
                teach(seat, i, guests.of(session, g), person, sign);
            }
        }
        int[] members = sums.companions().members()[seat];
        for (int place = 0; place < members.length; place++) {
            accompany(seat, place, values[decisions.member(members[place])], person, sign);
        }
    }

    /** The further room of a lesson is taken while somebody fills one of the seats. */
    private void fill(int session, int slot, int sign) {
        if (!needsSomebody[session]) {
            return;
        }
        int room = values[decisions.room(session)];
        if (sign > 0 && filled[session]++ == 0) {
            room(session, slot, room, 1);
        } else if (sign < 0 && filled[session] == 1) {
            room(session, slot, room, -1);
        }
        filled[session] -= sign < 0 ? 1 : 0;
    }

    private void accompany(int seat, int place, int group, int person, int sign) {
        if (group != Decisions.NONE && person != Decisions.NONE) {
            rows.apply(sums.companions().blocks()[seat][place][group][person], sign);
        }
    }

    /** Somebody else is taken out of a lesson while this seat is filled. */
    private void relieve(int session, int slot, int seat, int sign) {
        Relieved relieved = relieving[session];
        if (relieved != null && relieved.seat() == seat) {
            staff.changeLessons(relieved.person(), relieved.spots()[slot], -sign);
            freed.change(relieved.numbers()[slot], sign, rows);
        }
    }

    private void teach(int seat, int place, int guest, int person, int sign) {
        int[][] perPerson = sums.teaching()[seat][place][sums.guestKinds()[guest]];
        if (perPerson != null) {
            rows.apply(perPerson[person], sign);
        }
    }

    private void slot(int session, int slot, int sign) {
        if (slot == Decisions.NONE) {
            return;
        }
        if (blueprint.isGuest(session)) {
            visit(session, blueprint.host(session, slot), sign);
            return;
        }
        int[] seats = blueprint.seatsOf()[session];
        for (int seat : seats) {
            int person = values[decisions.seat(seat)];
            if (person != Decisions.NONE) {
                int[][][] movable = sums.seatAt()[seat][placeIn(blueprint.sessionsOf()[seat], session)];
                if (movable != null) {
                    rows.apply(movable[slot][person], sign);
                }
                staff.change(person, session, slot, sign);
                relieve(session, slot, seat, sign);
            }
        }
        room(session, slot, values[decisions.room(session)], sign);
        students.hold(session, slot, sign);
    }

    private static int placeIn(int[] list, int number) {
        int place = 0;
        while (list[place] != number) {
            place++;
        }
        return place;
    }

    private void visit(int guest, int host, int sign) {
        if (sign > 0) {
            guests.add(host, guest);
        } else {
            guests.remove(host, guest);
        }
        for (int seat : blueprint.seatsOf()[host]) {
            int person = values[decisions.seat(seat)];
            if (person != Decisions.NONE) {
                teach(seat, placeIn(blueprint.sessionsOf()[seat], host), guest, person, sign);
            }
        }
        scopes.mark(watch.ofSession()[host], Aspect.GUESTS);
    }

    private void room(int session, int slot, int room, int sign) {
        boolean isTaken = !needsSomebody[session] || filled[session] > 0;
        if (room != Decisions.NONE && slot != Decisions.NONE && isTaken) {
            rooms.change(room, session, slot, sign);
        }
    }

    private void member(int membership, int group, int sign) {
        if (group == Decisions.NONE) {
            return;
        }
        groups.join(membership, group, sign);
        students.join(memberStudents[membership], group, sign);
        for (int seat : sums.companions().seats()[membership]) {
            int place = placeIn(sums.companions().members()[seat], membership);
            accompany(seat, place, group, values[decisions.seat(seat)], sign);
        }
    }

    /** The sessions of a group wake, as they were decided, or fall asleep. */
    private void wake(int group, boolean isAwake) {
        for (int session : sleepers.sessions(group)) {
            asleep[session] = !isAwake;
            count(decisions.slot(session), isAwake ? decided[decisions.slot(session)] : Decisions.NONE);
            count(decisions.room(session), isAwake ? decided[decisions.room(session)] : Decisions.NONE);
            for (int seat : blueprint.seatsOf()[session]) {
                awakeSessions[seat] += isAwake ? 1 : -1;
                count(decisions.seat(seat), awakeSessions[seat] > 0 ? decided[decisions.seat(seat)] : Decisions.NONE);
            }
            scopes.mark(watch.ofSession()[session], Aspect.SLEEP);
        }
    }

    /** Brings all costs up to date. */
    public ScoreState settle() {
        groups.settle((group, aspects) -> scopes.mark(watch.ofGroup()[group], aspects), this::wake);
        rows.settle(penalties);
        scopes.settle(view, charge, penalties);
        staff.settle(duties, charge, penalties);
        rooms.settle(duties, charge, penalties);
        students.settle(penalties);
        return this;
    }

    /** What a rule costs before its weight, as of the last {@link #settle}. */
    public long penalty(int rule) {
        return penalties.of(rule);
    }

    /** The weighted sum of the penalties of one level, as of the last {@link #settle}; 0 or more. */
    public long cost(Level level) {
        return penalties.of(level);
    }

    /** The score as of the last {@link #settle}. */
    public Score score() {
        return new Score(-cost(Level.HARD), -cost(Level.MEDIUM), -cost(Level.SOFT));
    }
}
