package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules.GivenPart;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import dk.grundskema.solver.score.CompiledRules.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the decisions of one search stand and what they cost, kept up to date: {@link #set} changes a decision, {@link #settle}
 * brings the costs up to date. Costs that many changes touch are worked out once, when asked for. Lives with one thread.
 */
public final class ScoreState {
    private final CompiledRules compiled;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Sums sums;
    private final int[] values;
    private final Penalties penalties;

    private final long[] totals;
    private final long[] rowCosts;
    private final Marks dirtyRows;

    private final Guests guests;
    private final int[] sizes;
    private final int[] settledSizes;
    private final Marks changedGroups;
    private final ScopeAt view;
    private final long[] scopeCosts;
    private final int[] scopeReads;
    private final Marks dirtyScopes;

    private final OwnerLine[] staffLines;
    private final OwnerLine[] roomLines;
    private final StudentLine[] studentLines;
    private final StudentLine[] dirtyStudents;
    private int dirtyStudentCount;
    private final OwnerLine[] dirtyLines;
    private int dirtyLineCount;
    private final DutyList duties;
    private final OwnerLine.SumCharge charge = new OwnerLine.SumCharge();
    private final boolean[][] members;

    /** A state in which all decisions stand as they start. */
    public ScoreState(CompiledRules compiled) {
        this.compiled = compiled;
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.sums = compiled.sums();
        this.values = new int[decisions.count()];
        this.penalties = new Penalties(compiled);
        this.totals = new long[sums.keys().length];
        this.rowCosts = new long[totals.length];
        this.dirtyRows = new Marks(totals.length);
        this.guests = new Guests(blueprint.sessions().size());
        this.sizes = new int[blueprint.groups().size()];
        this.settledSizes = new int[sizes.length];
        this.changedGroups = new Marks(sizes.length);
        this.view = new ScopeAt(blueprint, values, guests, sizes);
        this.scopeCosts = new long[compiled.scopes().size()];
        this.scopeReads = new int[scopeCosts.length];
        this.dirtyScopes = new Marks(scopeCosts.length);
        this.duties = new DutyList(blueprint);
        this.staffLines = lines(blueprint.staff(), compiled.lines().staff());
        this.roomLines = lines(blueprint.rooms(), compiled.lines().room());
        this.studentLines = studentLines();
        this.dirtyLines = new OwnerLine[staffLines.length + roomLines.length];
        this.dirtyStudents = new StudentLine[studentLines.length];
        this.members = new boolean[sizes.length][blueprint.students().size()];
        load(decisions.startValues());
    }

    private StudentLine[] studentLines() {
        OwnerRules rules = compiled.lines().student();
        var lines = new StudentLine[rules.isEmpty() ? 0 : blueprint.students().size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new StudentLine(
                    i, blueprint.students().get(i), rules, blueprint.spots().day());
        }
        return lines;
    }

    private OwnerLine[] lines(List<?> owners, OwnerRules rules) {
        var lines = new OwnerLine[rules.isEmpty() ? 0 : owners.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new OwnerLine(owners.get(i), rules, compiled);
        }
        return lines;
    }

    /** How a decision stands. */
    public int value(int decision) {
        return values[decision];
    }

    /** Sets all decisions at once and works everything out anew. */
    public void load(int[] all) {
        Arrays.fill(values, Decisions.NONE);
        penalties.clear();
        System.arraycopy(sums.starts(), 0, totals, 0, totals.length);
        Arrays.fill(rowCosts, 0);
        guests.clear();
        Arrays.fill(settledSizes, -1);
        Arrays.fill(scopeCosts, 0);
        for (int row = 0; row < totals.length; row++) {
            dirtyRows.mark(row);
        }
        for (int scope = 0; scope < scopeCosts.length; scope++) {
            dirtyScopes.mark(scope);
        }
        clearLines();
        countGivenMembers();
        for (int decision = 0; decision < all.length; decision++) {
            set(decision, all[decision]);
        }
    }

    private void clearLines() {
        dirtyLineCount = 0;
        var facts = compiled.lines();
        clear(staffLines, facts.staffFacts());
        clear(roomLines, facts.roomFacts());
        dirtyStudentCount = 0;
        for (int i = 0; i < studentLines.length; i++) {
            studentLines[i].clear();
            studentLines[i].dirty = false;
            busy(i, facts.studentFacts()[i], 1);
        }
    }

    private void clear(OwnerLine[] lines, int[][] facts) {
        for (int i = 0; i < lines.length; i++) {
            lines[i].clear();
            lines[i].dirty = false;
            touch(lines[i]);
            for (int spot : facts[i]) {
                lines[i].change(spot, 1);
            }
        }
    }

    private void countGivenMembers() {
        for (int g = 0; g < sizes.length; g++) {
            Arrays.fill(members[g], false);
            sizes[g] = blueprint.groups().get(g).members().size();
            changedGroups.mark(g);
        }
    }

    /** Changes a decision. The value is in its range, or {@link Decisions#NONE}; or the one that a lock fixed. */
    public void set(int decision, int value) {
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
                    mark(compiled.watch().ofSession()[session], Aspect.SEATS);
                }
            }
            case SLOT -> {
                slot(owner, old, -1);
                values[decision] = value;
                slot(owner, value, 1);
                mark(compiled.watch().ofSession()[owner], Aspect.TIME);
            }
            case ROOM -> {
                room(owner, values[decisions.slot(owner)], old, -1);
                values[decision] = value;
                room(owner, values[decisions.slot(owner)], value, 1);
                mark(compiled.watch().ofSession()[owner], Aspect.ROOM);
            }
            case MEMBER -> {
                member(owner, old, -1);
                values[decision] = value;
                member(owner, value, 1);
                mark(compiled.watch().ofMembership()[owner], Aspect.MEMBERS);
            }
        }
        entries(decision, old, -1);
        entries(decision, value, 1);
    }

    private void entries(int decision, int value, int sign) {
        if (value != Decisions.NONE) {
            apply(sums.entries()[decision][value], sign);
        }
    }

    private void apply(int[] block, int sign) {
        for (int i = 0; i < block.length; i += 2) {
            totals[block[i]] += sign * (long) block[i + 1];
            dirtyRows.mark(block[i]);
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
            if (slot == Decisions.NONE) {
                continue;
            }
            int[][][] movable = sums.seatAt()[seat][i];
            if (movable != null) {
                apply(movable[slot][person], sign);
            }
            occupy(staffLines, person, blueprint.spots().of()[session][slot], sign);
            for (int g = 0; g < guests.count(session); g++) {
                teach(seat, guests.of(session, g), person, sign);
            }
        }
    }

    private void teach(int seat, int guest, int person, int sign) {
        int[][] perPerson = sums.teaching()[seat][sums.guestKinds()[guest]];
        if (perPerson != null) {
            apply(perPerson[person], sign);
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
        int[] spots = blueprint.spots().of()[session][slot];
        int[] seats = blueprint.seatsOf()[session];
        for (int seat : seats) {
            int person = values[decisions.seat(seat)];
            if (person != Decisions.NONE) {
                int[][][] movable = sums.seatAt()[seat][placeIn(blueprint.sessionsOf()[seat], session)];
                if (movable != null) {
                    apply(movable[slot][person], sign);
                }
                occupy(staffLines, person, spots, sign);
            }
        }
        room(session, slot, values[decisions.room(session)], sign);
        if (studentLines.length > 0) {
            attend(session, slot, sign);
        }
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
                teach(seat, guest, person, sign);
            }
        }
        mark(compiled.watch().ofSession()[host], Aspect.GUESTS);
    }

    private void attend(int session, int slot, int sign) {
        for (GivenPart part : compiled.lines().given()[session]) {
            busy(part.student(), part.weeks()[slot], sign);
        }
        for (var group : blueprint.sessions().get(session).groups()) {
            int number = blueprint.index().group().of(group);
            for (int student = 0; student < studentLines.length; student++) {
                if (members[number][student]) {
                    busy(student, blueprint.spots().of()[session][slot], sign);
                }
            }
        }
    }

    private void room(int session, int slot, int room, int sign) {
        if (room != Decisions.NONE && slot != Decisions.NONE) {
            occupy(roomLines, room, blueprint.spots().of()[session][slot], sign);
        }
    }

    private void member(int membership, int group, int sign) {
        if (group == Decisions.NONE) {
            return;
        }
        sizes[group] += sign;
        changedGroups.mark(group);
        if (studentLines.length == 0) {
            return;
        }
        int student = blueprint
                .index()
                .student()
                .of(blueprint.memberships().get(membership).student().id());
        members[group][student] = sign > 0;
        for (int session : compiled.lines().groupSessions()[group]) {
            int slot = values[decisions.slot(session)];
            if (slot != Decisions.NONE) {
                busy(student, blueprint.spots().of()[session][slot], sign);
            }
        }
    }

    private void occupy(OwnerLine[] lines, int owner, int[] spots, int sign) {
        if (lines.length > 0) {
            for (int spot : spots) {
                lines[owner].change(spot, sign);
            }
            touch(lines[owner]);
        }
    }

    private void busy(int student, int[] spots, int sign) {
        long change = 0;
        for (int spot : spots) {
            change += compiled.lines().random()[spot];
        }
        StudentLine line = studentLines[student];
        line.change(sign * change);
        if (!line.dirty) {
            line.dirty = true;
            dirtyStudents[dirtyStudentCount++] = line;
        }
    }

    /** The spots of a student as everything stands. */
    private int[] spotsOf(int student) {
        var spots = IntStream.builder();
        addAll(spots, compiled.lines().studentFacts()[student]);
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int slot = values[decisions.slot(session)];
            if (slot != Decisions.NONE) {
                for (GivenPart part : compiled.lines().given()[session]) {
                    if (part.student() == student) {
                        addAll(spots, part.weeks()[slot]);
                    }
                }
            }
        }
        for (int group = 0; group < members.length; group++) {
            if (members[group][student]) {
                for (int session : compiled.lines().groupSessions()[group]) {
                    int slot = values[decisions.slot(session)];
                    if (slot != Decisions.NONE) {
                        addAll(spots, blueprint.spots().of()[session][slot]);
                    }
                }
            }
        }
        return spots.build().toArray();
    }

    private static void addAll(IntStream.Builder spots, int[] some) {
        for (int spot : some) {
            spots.add(spot);
        }
    }

    private void touch(OwnerLine line) {
        if (!line.dirty) {
            line.dirty = true;
            dirtyLines[dirtyLineCount++] = line;
        }
    }

    private void mark(int[] scopes, int aspect) {
        for (int scope : scopes) {
            if ((scopeReads[scope] & aspect) != 0) {
                dirtyScopes.mark(scope);
            }
        }
    }

    /** Brings all costs up to date. */
    public ScoreState settle() {
        for (int i = 0; i < changedGroups.count(); i++) {
            int group = changedGroups.get(i);
            if (sizes[group] != settledSizes[group]) {
                settledSizes[group] = sizes[group];
                mark(compiled.watch().ofGroup()[group], Aspect.SIZES);
            }
        }
        changedGroups.clear();
        settleRows();
        settleScopes();
        for (int i = 0; i < dirtyLineCount; i++) {
            dirtyLines[i].settle(duties, charge, penalties);
        }
        dirtyLineCount = 0;
        for (int i = 0; i < dirtyStudentCount; i++) {
            dirtyStudents[i].settle(this::spotsOf, duties, charge, penalties);
        }
        dirtyStudentCount = 0;
        return this;
    }

    private void settleRows() {
        for (int i = 0; i < dirtyRows.count(); i++) {
            int row = dirtyRows.get(i);
            long cost = sums.costs()[row].of(sums.keys()[row], totals[row]);
            penalties.add(sums.rules()[row], cost - rowCosts[row]);
            rowCosts[row] = cost;
        }
        dirtyRows.clear();
    }

    private void settleScopes() {
        for (int i = 0; i < dirtyScopes.count(); i++) {
            int number = dirtyScopes.get(i);
            RuledScope scope = compiled.scopes().get(number);
            charge.total = 0;
            scope.cost().of(scope.scope().scope(), view.at(scope.scope()), charge);
            penalties.add(scope.rule(), charge.total - scopeCosts[number]);
            scopeCosts[number] = charge.total;
            scopeReads[number] = view.read();
        }
        dirtyScopes.clear();
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
