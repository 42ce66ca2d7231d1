package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SleepingSessionIndex;
import dk.grundskema.solver.score.CompiledRules.LessonRelief;
import dk.grundskema.solver.score.CompiledRules.Sums;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of all decisions of one search and their score, updated incrementally. {@link #set} changes a decision: it
 * applies entry blocks to the totals of sums, adds or removes duties, and marks the affected scopes and owners.
 * {@link #settle} recomputes only what is marked, so that a cost touched by several changes of one move is computed
 * once. Invariant: {@code decided} holds what was set; {@code values} holds what counts, which is
 * {@link Decisions#NONE} for everything that sleeps (see {@link SleepingSessionIndex}). Not thread-safe.
 */
public final class ScoreState {
    private final CompiledRules.ScopeWatchers watch;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Sums sums;
    private final @Nullable LessonRelief[] relieving;
    private final int[] memberStudents;
    private final SleepingSessionIndex sleepers;
    private final int[] decided;
    private final int[] values;
    private final boolean[] asleep;
    private final int[] awakeSessions;
    private final boolean[] needsSomebody;
    private final int[] filled;
    private final CostLog log = new CostLog();
    private final Penalties penalties;
    private final RowTotals rows;
    private final FreedLessonCounter freed;
    private final ScopeCosts scopes;
    private final ArrayScopeView view;
    private final Occupants guests;
    private final GroupState groups;
    private final OwnerTimelines staff;
    private final OwnerTimelines rooms;
    private final StudentTimelines students;
    private final DutyList duties;
    private final SummingPenaltyCollector charge = new SummingPenaltyCollector();
    private int[] triedDecisions = new int[16];
    private int[] valuesBefore = new int[16];
    private int triedCount;
    private boolean isTrial;

    /** Creates a state with the start values of all decisions. */
    public ScoreState(CompiledRules compiled) {
        this.watch = compiled.watch();
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.sums = compiled.sums();
        this.relieving = compiled.lines().relieving();
        this.memberStudents = blueprint.memberships().stream()
                .mapToInt(
                        one -> blueprint.index().student().indexOf(one.student().id()))
                .toArray();
        this.sleepers = new SleepingSessionIndex(blueprint);
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
        this.rows = new RowTotals(sums, log);
        this.freed = new FreedLessonCounter(sums.freed());
        this.scopes = new ScopeCosts(compiled, log);
        this.guests = new Occupants(blueprint.sessions().size());
        this.groups = new GroupState(blueprint);
        this.view = new ArrayScopeView(blueprint, values, guests, groups.sizes(), groups.memberships(), asleep);
        var lines = compiled.lines();
        this.staff = new OwnerTimelines(blueprint.staff(), lines.staff(), lines.staffFacts(), compiled, log);
        this.rooms = new OwnerTimelines(blueprint.rooms(), lines.room(), lines.roomFacts(), compiled, log);
        this.students = new StudentTimelines(compiled, log);
        this.duties = new DutyList(blueprint);
        load(decisions.startValues());
    }

    /** Returns the value of a decision, even if it concerns something that sleeps. */
    public int value(int decision) {
        return decided[decision];
    }

    /** Returns the live values of all decisions; only this state may write to the array. */
    public int[] liveValues() {
        return decided;
    }

    /** Sets all decisions and recomputes everything. */
    public void load(int[] all) {
        Arrays.fill(decided, Decisions.NONE);
        Arrays.fill(values, Decisions.NONE);
        Arrays.fill(filled, 0);
        putToSleep();
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

    /** Puts every session that can sleep to sleep until a student joins its group. */
    private void putToSleep() {
        for (int session = 0; session < asleep.length; session++) {
            asleep[session] = sleepers.canSleep(session);
        }
        for (int seat = 0; seat < awakeSessions.length; seat++) {
            awakeSessions[seat] = sleepers.countNeverSleeping(seat);
        }
    }

    /**
     * Changes a decision. The value is in its range, {@link Decisions#NONE}, or fixed by a lock. A decision about
     * something that sleeps is stored and counts as soon as a student joins.
     */
    public void set(int decision, int value) {
        if (decided[decision] != value) {
            if (isTrial) {
                rememberDecision(decision);
            }
            decided[decision] = value;
            if (!sleepers.canAnySleep() || !isAsleep(decision)) {
                applyDecision(decision, value);
            }
        }
    }

    private void rememberDecision(int decision) {
        if (triedCount == triedDecisions.length) {
            triedDecisions = Arrays.copyOf(triedDecisions, 2 * triedCount);
            valuesBefore = Arrays.copyOf(valuesBefore, 2 * triedCount);
        }
        triedDecisions[triedCount] = decision;
        valuesBefore[triedCount++] = decided[decision];
    }

    /** Begins a trial: changes that are kept or reverted together. Everything is settled. */
    public void beginTrial() {
        isTrial = true;
        triedCount = 0;
        log.begin();
        penalties.begin();
    }

    /** Keeps the changes of the trial. The costs are as of the last {@link #settle}. */
    public void keepTrial() {
        isTrial = false;
        log.keep();
    }

    /** Writes the values before the last trial, which was kept, into a copy of the current values. */
    public void restoreValuesBeforeTrial(int[] copy) {
        for (int i = triedCount - 1; i >= 0; i--) {
            copy[triedDecisions[i]] = valuesBefore[i];
        }
    }

    /** Undoes the changes of the trial. The costs are those before it, without computing them again. */
    public void revertTrial() {
        isTrial = false;
        for (int i = triedCount - 1; i >= 0; i--) {
            set(triedDecisions[i], valuesBefore[i]);
        }
        groups.settle((group, aspects) -> {}, this::setAwake);
        rows.forgetChanges();
        scopes.forgetChanges();
        staff.forgetChanges();
        rooms.forgetChanges();
        students.forgetChanges();
        log.revert();
        penalties.revert();
    }

    private boolean isAsleep(int decision) {
        int owner = decisions.owner(decision);
        return switch (decisions.kind(decision)) {
            case SLOT, ROOM -> asleep[owner];
            case SEAT -> awakeSessions[owner] == 0;
            case MEMBER -> false;
        };
    }

    /** Makes a decision count with the given value. */
    private void applyDecision(int decision, int value) {
        int old = values[decision];
        if (old == value) {
            return;
        }
        int owner = decisions.owner(decision);
        switch (decisions.kind(decision)) {
            case SEAT -> {
                applySeat(owner, old, -1);
                values[decision] = value;
                applySeat(owner, value, 1);
                for (int session : blueprint.sessionsOf()[owner]) {
                    scopes.mark(watch.ofSession()[session], ScopeAspect.SEATS);
                }
            }
            case SLOT -> {
                applySlot(owner, old, -1);
                values[decision] = value;
                applySlot(owner, value, 1);
                scopes.mark(watch.ofSession()[owner], ScopeAspect.TIME);
            }
            case ROOM -> {
                applyRoom(owner, values[decisions.slot(owner)], old, -1);
                values[decision] = value;
                applyRoom(owner, values[decisions.slot(owner)], value, 1);
                scopes.mark(watch.ofSession()[owner], ScopeAspect.ROOM);
            }
            case MEMBER -> {
                applyMembership(owner, old, -1);
                values[decision] = value;
                applyMembership(owner, value, 1);
                scopes.mark(watch.ofMembership()[owner], ScopeAspect.MEMBERS);
            }
        }
        applyEntries(decision, old, -1);
        applyEntries(decision, value, 1);
    }

    private void applyEntries(int decision, int value, int sign) {
        if (value != Decisions.NONE) {
            rows.apply(sums.entries()[decision][value], sign);
        }
    }

    private void applySeat(int seat, int person, int sign) {
        if (person == Decisions.NONE) {
            return;
        }
        int[] sessions = blueprint.sessionsOf()[seat];
        for (int i = 0; i < sessions.length; i++) {
            int session = sessions[i];
            int slot = values[decisions.slot(session)];
            updateFilledSeats(session, slot, sign);
            if (slot == Decisions.NONE) {
                continue;
            }
            int[][][] movable = sums.seatAt()[seat][i];
            if (movable != null) {
                rows.apply(movable[slot][person], sign);
            }
            staff.change(person, session, slot, sign);
            applyRelief(session, slot, seat, sign);
            for (int g = 0; g < guests.count(session); g++) {
                applyTeaching(seat, i, guests.occupant(session, g), person, sign);
            }
        }
        int[] members = sums.companions().members()[seat];
        for (int place = 0; place < members.length; place++) {
            applyCompanions(seat, place, values[decisions.member(members[place])], person, sign);
        }
    }

    /** The additional room of a lesson is occupied while at least one of the seats is filled. */
    private void updateFilledSeats(int session, int slot, int sign) {
        if (!needsSomebody[session]) {
            return;
        }
        int room = values[decisions.room(session)];
        if (sign > 0 && filled[session]++ == 0) {
            applyRoom(session, slot, room, 1);
        } else if (sign < 0 && filled[session] == 1) {
            applyRoom(session, slot, room, -1);
        }
        filled[session] -= sign < 0 ? 1 : 0;
    }

    private void applyCompanions(int seat, int place, int group, int person, int sign) {
        if (group != Decisions.NONE && person != Decisions.NONE) {
            rows.apply(sums.companions().blocks()[seat][place][group][person], sign);
        }
    }

    /** Frees a staff member from a lesson while this seat is filled. */
    private void applyRelief(int session, int slot, int seat, int sign) {
        LessonRelief relieved = relieving[session];
        if (relieved != null && relieved.seat() == seat) {
            staff.changeLessons(relieved.person(), relieved.spots()[slot], -sign);
            freed.change(relieved.numbers()[slot], sign, rows);
        }
    }

    private void applyTeaching(int seat, int place, int guest, int person, int sign) {
        int[][] perPerson = sums.teaching()[seat][place][sums.guestKinds()[guest]];
        if (perPerson != null) {
            rows.apply(perPerson[person], sign);
        }
    }

    private void applySlot(int session, int slot, int sign) {
        if (slot == Decisions.NONE) {
            return;
        }
        if (blueprint.isGuest(session)) {
            applyGuest(session, blueprint.host(session, slot), sign);
            return;
        }
        int[] seats = blueprint.seatsOf()[session];
        for (int seat : seats) {
            int person = values[decisions.seat(seat)];
            if (person != Decisions.NONE) {
                int[][][] movable = sums.seatAt()[seat][placeOf(blueprint.sessionsOf()[seat], session)];
                if (movable != null) {
                    rows.apply(movable[slot][person], sign);
                }
                staff.change(person, session, slot, sign);
                applyRelief(session, slot, seat, sign);
            }
        }
        applyRoom(session, slot, values[decisions.room(session)], sign);
        students.holdSession(session, slot, sign);
    }

    private static int placeOf(int[] list, int number) {
        int place = 0;
        while (list[place] != number) {
            place++;
        }
        return place;
    }

    private void applyGuest(int guest, int host, int sign) {
        if (sign > 0) {
            guests.add(host, guest);
        } else {
            guests.remove(host, guest);
        }
        for (int seat : blueprint.seatsOf()[host]) {
            int person = values[decisions.seat(seat)];
            if (person != Decisions.NONE) {
                applyTeaching(seat, placeOf(blueprint.sessionsOf()[seat], host), guest, person, sign);
            }
        }
        scopes.mark(watch.ofSession()[host], ScopeAspect.GUESTS);
    }

    private void applyRoom(int session, int slot, int room, int sign) {
        boolean isTaken = !needsSomebody[session] || filled[session] > 0;
        if (room != Decisions.NONE && slot != Decisions.NONE && isTaken) {
            rooms.change(room, session, slot, sign);
        }
    }

    private void applyMembership(int membership, int group, int sign) {
        if (group == Decisions.NONE) {
            return;
        }
        groups.join(membership, group, sign);
        students.joinGroup(memberStudents[membership], group, sign);
        for (int seat : sums.companions().seats()[membership]) {
            int place = placeOf(sums.companions().members()[seat], membership);
            applyCompanions(seat, place, group, values[decisions.seat(seat)], sign);
        }
    }

    /** Wakes the sessions of a group with their stored decisions, or puts them to sleep. */
    private void setAwake(int group, boolean isAwake) {
        for (int session : sleepers.sessionsOfGroup(group)) {
            asleep[session] = !isAwake;
            applyDecision(decisions.slot(session), isAwake ? decided[decisions.slot(session)] : Decisions.NONE);
            applyDecision(decisions.room(session), isAwake ? decided[decisions.room(session)] : Decisions.NONE);
            for (int seat : blueprint.seatsOf()[session]) {
                awakeSessions[seat] += isAwake ? 1 : -1;
                applyDecision(
                        decisions.seat(seat), awakeSessions[seat] > 0 ? decided[decisions.seat(seat)] : Decisions.NONE);
            }
            scopes.mark(watch.ofSession()[session], ScopeAspect.SLEEP);
        }
    }

    /** Updates all costs. */
    public ScoreState settle() {
        settleWithin(Long.MAX_VALUE);
        return this;
    }

    /**
     * Updates the costs of a trial, those that take least time first, as long as its hard cost may be within a limit.
     *
     * @param hardLimit weighted hard cost, 0 or more
     * @return {@code false} if the hard cost is certain to be above the limit; then costs are missing, and the trial can only be reverted
     */
    public boolean settleTrial(long hardLimit) {
        return settleWithin(hardLimit + penalties.before(Level.HARD)); // what is not yet updated cannot fall by more
    }

    private boolean settleWithin(long mostHard) {
        groups.settle((group, aspects) -> scopes.mark(watch.ofGroup()[group], aspects), this::setAwake);
        rows.settle(penalties);
        staff.settleNearby(duties, charge, penalties);
        rooms.settleNearby(duties, charge, penalties);
        if (cost(Level.HARD) > mostHard) {
            return false;
        }
        scopes.settle(view, charge, penalties);
        if (cost(Level.HARD) > mostHard) {
            return false;
        }
        staff.settleWhole(duties, charge, penalties);
        rooms.settleWhole(duties, charge, penalties);
        if (cost(Level.HARD) > mostHard) {
            return false;
        }
        students.settle(penalties);
        return true;
    }

    /** Returns the unweighted penalty of a rule, as of the last {@link #settle}. */
    public long penalty(int rule) {
        return penalties.of(rule);
    }

    /** Starts to look for changed charges. */
    public void forgetPenaltyChanges() {
        penalties.forgetChanges();
    }

    /** Whether some charge of a rule has changed since {@link #forgetPenaltyChanges}, even if their sum has not, as of the last {@link #settle}. */
    public boolean hasPenaltyChanged(int rule) {
        return penalties.hasChanged(rule);
    }

    /** Returns the weighted sum of the penalties of one level, as of the last {@link #settle}; 0 or more. */
    public long cost(Level level) {
        return penalties.of(level);
    }

    /** Returns the score as of the last {@link #settle}. */
    public Score score() {
        return new Score(-cost(Level.HARD), -cost(Level.MEDIUM), -cost(Level.SOFT));
    }
}
