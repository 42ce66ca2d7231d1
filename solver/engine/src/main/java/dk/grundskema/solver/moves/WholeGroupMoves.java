package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Moves of groups that are formed together with their times, rooms and people. Who is near to whom in the grouping's list fits together; that is
 * all that is known of levels here.
 */
final class WholeGroupMoves {
    private static final int TRIES = 8;

    /** How far in the list a student looks for company. */
    private static final int REACH = 24;

    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;
    private final long[] free;
    private final int[] pool;
    private final int[] sizes;

    WholeGroupMoves(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.planner = new GroupPlanner(wholes, blueprint, draft, random);
        this.free = wholes.noTimes();
        this.pool = new int[blueprint.memberships().size()];
        this.sizes = new int[wholes.groups.size()];
    }

    private int groupOf(int membership) {
        return draft.value(decisions.member(membership));
    }

    private boolean join(int membership, int group) {
        return draft.set(decisions.member(membership), group);
    }

    /** A grouping, the more often the more students it has. */
    private int anyGrouping() {
        int place = 0;
        int all = 0;
        for (int[] members : wholes.membersOf) {
            all += members.length;
        }
        for (int left = random.nextInt(all); left >= wholes.membersOf.get(place).length; place++) {
            left -= wholes.membersOf.get(place).length;
        }
        return place;
    }

    /** How many students have joined each whole of a grouping. */
    private void count(int grouping) {
        for (int whole : wholes.groupsOf.get(grouping)) {
            sizes[whole] = 0;
        }
        for (int membership : wholes.membersOf.get(grouping)) {
            int whole = wholeOf(membership);
            if (whole != WholeGroups.NONE) {
                sizes[whole]++;
            }
        }
    }

    private int wholeOf(int membership) {
        int group = groupOf(membership);
        return group == Decisions.NONE ? WholeGroups.NONE : wholes.wholeOf[group];
    }

    /** A group that has students, or one that has none; {@link WholeGroups#NONE} if there is no such group. */
    private int anyWhole(int grouping, boolean isEmpty) {
        int[] some = wholes.groupsOf.get(grouping);
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int whole = some[(offset + i) % some.length];
            if (sizes[whole] == 0 == isEmpty) {
                return whole;
            }
        }
        return WholeGroups.NONE;
    }

    /** The place in the grouping's list of a student without a group, of a few the one in greatest need; -1 if a few tries find none. */
    private int anyUnserved(int[] members) {
        int best = -1;
        int found = 0;
        for (int i = 0; i < 3 * TRIES && found < 3; i++) {
            int place = random.nextInt(members.length);
            if (groupOf(members[place]) == Decisions.NONE) {
                found++;
                if (best < 0 || wholes.need[members[place]] > wholes.need[members[best]]) {
                    best = place;
                }
            }
        }
        return best;
    }

    /** A group, mostly an empty one, is built around a student who has none, or is built anew. */
    void build() {
        int grouping = anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        count(grouping);
        boolean isEmpty = random.nextInt(3) > 0;
        int whole = anyWhole(grouping, isEmpty);
        if (whole == WholeGroups.NONE) {
            whole = anyWhole(grouping, !isEmpty);
        }
        int seed = anyUnserved(members);
        if (seed < 0) {
            seed = random.nextInt(members.length);
        }
        int tutor = isEmpty && random.nextInt(2) == 0 ? dissolved(whole) : holder(whole);
        build(grouping, whole, seed, random.nextInt(4) == 0, random.nextInt(4) == 0 ? Decisions.NONE : tutor);
    }

    /** Who fills the first seat of a group. */
    private int holder(int whole) {
        int[] seats = wholes.groups.get(whole).seats();
        return seats.length == 0 ? Decisions.NONE : draft.value(decisions.seat(seats[0]));
    }

    /** Dissolves any other group, since its tutor may have no more time than for as many groups; returns the tutor. */
    private int dissolved(int not) {
        int[] members = wholes.membersOf.get(anyGrouping());
        int place = anyServed(members);
        int whole = place < 0 ? not : wholeOf(members[place]);
        int tutor = holder(whole);
        if (whole != not) {
            dissolve(wholes.groups.get(whole));
        }
        return tutor;
    }

    private void dissolve(WholeGroup whole) {
        for (int membership : whole.memberships()) {
            if (groupOf(membership) == whole.group()) {
                join(membership, Decisions.NONE);
            }
        }
        if (planner.joined(whole) == 0) {
            planner.clear(whole);
        }
    }

    /**
     * Builds a group around a student; whether that led to a group is seen on the draft.
     *
     * @param grouping its grouping
     * @param number   the group's place among the wholes
     * @param seed     the student's place in the grouping's list
     * @param mayTake  whether students of other groups may come too
     * @param tutor    who is to fill the first seat; {@link Decisions#NONE} means whoever has time
     */
    void build(int grouping, int number, int seed, boolean mayTake, int tutor) {
        WholeGroup whole = wholes.groups.get(number);
        Grouping asked = wholes.groupings.get(grouping);
        int[] members = wholes.membersOf.get(grouping);
        int before = wholeOf(members[seed]);
        if (!draft.allows(decisions.member(members[seed]), whole.group())) {
            return;
        }
        dissolve(whole);
        planner.clear(whole);
        if (whole.seats().length > 0) {
            draft.set(decisions.seat(whole.seats()[0]), tutor);
        }
        join(members[seed], whole.group());
        int target = asked.smallest() + random.nextInt(asked.largest() - asked.smallest() + 1);
        gather(whole, members, seed, target, mayTake);
        if (planner.joined(whole) < asked.smallest()) {
            draft.forget();
            return;
        }
        planner.mend(whole);
        shrunk(before, number);
        settle(grouping, number);
    }

    /** Students near in the list join, first those who are nearest, as long as enough common time is left. */
    private void gather(WholeGroup whole, int[] members, int seed, int target, boolean mayTake) {
        System.arraycopy(planner.freeTimes(whole), 0, free, 0, free.length);
        int size = 1;
        for (int step = 1; step <= REACH && size < target; step++) {
            for (int side = -1; side <= 1 && size < target; side += 2) {
                int place = seed + side * step;
                if (place >= 0 && place < members.length && random.nextInt(5) > 0) {
                    size += comes(whole, members[place], mayTake) ? 1 : 0;
                }
            }
        }
    }

    private boolean comes(WholeGroup whole, int membership, boolean mayTake) {
        boolean isThere = groupOf(membership) == whole.group();
        boolean isTaken = groupOf(membership) != Decisions.NONE;
        if (isThere || (isTaken && !mayTake) || !draft.allows(decisions.member(membership), whole.group())) {
            return false;
        }
        long[] times = free.clone();
        planner.keepFree(times, membership);
        int left = 0;
        for (long word : times) {
            left += Long.bitCount(word);
        }
        if (left < whole.sessions().length) {
            return false;
        }
        System.arraycopy(times, 0, free, 0, free.length);
        return join(membership, whole.group());
    }

    /** Groups that lost students to another are dissolved if they are too small now. */
    private void settle(int grouping, int not) {
        count(grouping);
        for (int whole : wholes.groupsOf.get(grouping)) {
            int[] sessions = wholes.groups.get(whole).sessions();
            boolean isLeft = sizes[whole] == 0
                    && (holder(whole) != Decisions.NONE || draft.value(decisions.slot(sessions[0])) != Decisions.NONE);
            if (sizes[whole] > 0 || isLeft) {
                shrunk(whole, not);
            }
        }
    }

    private void shrunk(int number, int not) {
        if (number == WholeGroups.NONE || number == not) {
            return;
        }
        WholeGroup whole = wholes.groups.get(number);
        Grouping asked = wholes.groupings.get(whole.grouping());
        if (asked.mayStayEmpty() && planner.joined(whole) < asked.smallest()) {
            dissolve(whole);
        }
    }

    /** Two groups and a student or two without one are dealt out to the two anew, mostly so that neighbours in the list stay together. */
    void rebuild() {
        int grouping = anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        int place = anyServed(members);
        int other = place < 0 ? -1 : near(members, place);
        if (other < 0) {
            return;
        }
        int one = wholeOf(members[place]);
        int two = wholeOf(members[other]);
        int count = pool(members, one, two, Math.min(place, other));
        if (random.nextInt(3) == 0) {
            shuffle(count);
        }
        Grouping asked = wholes.groupings.get(grouping);
        int first = asked.smallest() + random.nextInt(asked.largest() - asked.smallest() + 1);
        int second = Math.min(count - first, asked.largest());
        if (first > count || (second > 0 && second < asked.smallest())) {
            return;
        }
        int skipped = count - first - second == 0 ? 0 : random.nextInt(count - first - second + 1);
        for (int i = 0; i < count; i++) {
            int at = i - skipped;
            int group = at < 0 || at >= first + second
                    ? Decisions.NONE
                    : wholes.groups.get(at < first ? one : two).group();
            join(pool[i], group);
        }
        mendOrClear(one);
        mendOrClear(two);
    }

    private void mendOrClear(int number) {
        WholeGroup whole = wholes.groups.get(number);
        if (planner.joined(whole) == 0) {
            planner.clear(whole);
        } else {
            if (random.nextInt(4) == 0) {
                planner.clearTimes(whole);
            }
            planner.mend(whole);
        }
    }

    private int anyServed(int[] members) {
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(members.length);
            if (wholeOf(members[place]) != WholeGroups.NONE) {
                return place;
            }
        }
        return -1;
    }

    /** The place of a student near to another in the list who is in another group; -1 if a few tries find none. */
    private int near(int[] members, int place) {
        for (int i = 0; i < TRIES; i++) {
            int other = place - REACH / 2 + random.nextInt(REACH + 1);
            if (other >= 0 && other < members.length) {
                int whole = wholeOf(members[other]);
                if (whole != WholeGroups.NONE && whole != wholeOf(members[place])) {
                    return other;
                }
            }
        }
        return -1;
    }

    /** The place of a student in a group who needs it less than another; -1 if a few tries find none. */
    private int inLessNeed(int[] members, int place) {
        for (int i = 0; i < 2 * TRIES; i++) {
            int other = random.nextInt(members.length);
            if (wholeOf(members[other]) != WholeGroups.NONE
                    && wholes.need[members[other]] < wholes.need[members[place]]) {
                return other;
            }
        }
        return -1;
    }

    private int pool(int[] members, int one, int two, int from) {
        int count = 0;
        int spare = random.nextInt(3);
        for (int i = 0; i < members.length; i++) {
            int whole = wholeOf(members[i]);
            boolean isSpare = groupOf(members[i]) == Decisions.NONE && i >= from && i <= from + REACH && spare > 0;
            if (isSpare) {
                spare--;
            }
            if (isSpare || (whole != WholeGroups.NONE && (whole == one || whole == two))) {
                pool[count++] = members[i];
            }
        }
        return count;
    }

    private void shuffle(int count) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = pool[i];
            pool[i] = pool[other];
            pool[other] = kept;
        }
    }

    /** A group keeps its students: some or all of its times, its tutor, or both are planned anew. */
    void replan() {
        int grouping = anyGrouping();
        int place = anyServed(wholes.membersOf.get(grouping));
        if (place < 0) {
            return;
        }
        WholeGroup whole = wholes.groups.get(wholeOf(wholes.membersOf.get(grouping)[place]));
        int way = random.nextInt(4);
        if (way > 0 && whole.seats().length > 0) {
            int seat = whole.seats()[way == 1 ? random.nextInt(whole.seats().length) : 0];
            int[] range = decisions.range(decisions.seat(seat));
            draft.set(decisions.seat(seat), way == 3 ? Decisions.NONE : range[random.nextInt(range.length)]);
        }
        if (way == 0) {
            int some = 1 + random.nextInt(2);
            for (int i = 0; i < some; i++) {
                int session = whole.sessions()[random.nextInt(whole.sessions().length)];
                draft.set(decisions.slot(session), Decisions.NONE);
                draft.set(decisions.room(session), Decisions.NONE);
            }
        } else if (way == 3) {
            planner.clearTimes(whole);
        }
        planner.mend(whole);
    }

    /** A student takes the place of another, who goes to the first one's group, to another one, or nowhere; or takes a place that is free. */
    void takePlace() {
        int grouping = anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        Grouping asked = wholes.groupings.get(grouping);
        int from = random.nextInt(3) == 0 ? random.nextInt(members.length) : anyUnserved(members);
        boolean isUnserved = from >= 0 && groupOf(members[from]) == Decisions.NONE;
        if (isUnserved && random.nextInt(4) == 0) {
            fill(grouping, members[from], asked.largest());
            return;
        }
        boolean isNeed = isUnserved && random.nextBoolean();
        int to = from < 0 ? -1 : isNeed ? inLessNeed(members, from) : near(members, from);
        if (to < 0) {
            return;
        }
        int before = groupOf(members[from]);
        WholeGroup whole = wholes.groups.get(wholeOf(members[to]));
        if (!join(members[from], whole.group())) {
            return;
        }
        if (isNeed) {
            join(members[to], Decisions.NONE);
        } else if (planner.joined(whole) > asked.largest() || random.nextInt(2) == 0) {
            leave(members, to, before);
        }
        planner.mend(whole);
        if (before != Decisions.NONE && wholes.wholeOf[before] != WholeGroups.NONE) {
            int old = wholes.wholeOf[before];
            shrunk(old, WholeGroups.NONE);
            if (planner.joined(wholes.groups.get(old)) > 0) {
                planner.mend(wholes.groups.get(old));
            }
        }
    }

    /** A student joins any group with a place to spare. */
    private void fill(int grouping, int membership, int largest) {
        count(grouping);
        int[] some = wholes.groupsOf.get(grouping);
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int number = some[(offset + i) % some.length];
            WholeGroup whole = wholes.groups.get(number);
            if (sizes[number] > 0 && planner.joined(whole) < largest && join(membership, whole.group())) {
                planner.mend(whole);
                return;
            }
        }
    }

    private void leave(int[] members, int place, int before) {
        int third = before == Decisions.NONE ? near(members, place) : -1;
        if (third >= 0 && random.nextInt(2) == 0) {
            WholeGroup other = wholes.groups.get(wholeOf(members[third]));
            if (join(members[place], other.group())) {
                planner.mend(other);
                return;
            }
        }
        if (before == Decisions.NONE || !join(members[place], before)) {
            join(members[place], Decisions.NONE);
        }
    }
}
