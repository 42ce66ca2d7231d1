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
    private final WholeGroups wholes;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;
    private final long[] free;
    private final int[] pool;
    private final WholeGroupChoice choice;

    WholeGroupMoves(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.planner = new GroupPlanner(wholes, blueprint, draft, random);
        this.free = wholes.noTimes();
        this.pool = new int[blueprint.memberships().size()];
        this.choice = new WholeGroupChoice(wholes, blueprint, draft, random);
    }

    private boolean join(int membership, int group) {
        return draft.set(decisions.member(membership), group);
    }

    /** A group, mostly an empty one, is built around a student who has none, or is built anew. */
    void build() {
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        choice.count(grouping);
        boolean isEmpty = random.nextInt(3) > 0;
        int whole = choice.anyWhole(grouping, isEmpty);
        if (whole == WholeGroups.NONE) {
            whole = choice.anyWhole(grouping, !isEmpty);
        }
        int seed = choice.anyUnserved(members);
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
        int[] members = wholes.membersOf.get(choice.anyGrouping());
        int place = choice.anyServed(members);
        int whole = place < 0 ? not : choice.wholeOf(members[place]);
        int tutor = holder(whole);
        if (whole != not) {
            dissolve(wholes.groups.get(whole));
        }
        return tutor;
    }

    private void dissolve(WholeGroup whole) {
        for (int membership : whole.memberships()) {
            if (choice.groupOf(membership) == whole.group()) {
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
        int before = choice.wholeOf(members[seed]);
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
        for (int step = 1; step <= WholeGroupChoice.REACH && size < target; step++) {
            for (int side = -1; side <= 1 && size < target; side += 2) {
                int place = seed + side * step;
                if (place >= 0 && place < members.length && random.nextInt(5) > 0) {
                    size += comes(whole, members[place], mayTake) ? 1 : 0;
                }
            }
        }
    }

    private boolean comes(WholeGroup whole, int membership, boolean mayTake) {
        boolean isThere = choice.groupOf(membership) == whole.group();
        boolean isTaken = choice.groupOf(membership) != Decisions.NONE;
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
        choice.count(grouping);
        for (int whole : wholes.groupsOf.get(grouping)) {
            int[] sessions = wholes.groups.get(whole).sessions();
            boolean isLeft = choice.size(whole) == 0
                    && (holder(whole) != Decisions.NONE || draft.value(decisions.slot(sessions[0])) != Decisions.NONE);
            if (choice.size(whole) > 0 || isLeft) {
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
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        int place = choice.anyServed(members);
        int other = place < 0 ? -1 : choice.near(members, place);
        if (other < 0) {
            return;
        }
        int one = choice.wholeOf(members[place]);
        int two = choice.wholeOf(members[other]);
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

    private int pool(int[] members, int one, int two, int from) {
        int count = 0;
        int spare = random.nextInt(3);
        for (int i = 0; i < members.length; i++) {
            int whole = choice.wholeOf(members[i]);
            boolean isSpare = choice.groupOf(members[i]) == Decisions.NONE
                    && i >= from
                    && i <= from + WholeGroupChoice.REACH
                    && spare > 0;
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
        int grouping = choice.anyGrouping();
        int place = choice.anyServed(wholes.membersOf.get(grouping));
        if (place < 0) {
            return;
        }
        WholeGroup whole = wholes.groups.get(choice.wholeOf(wholes.membersOf.get(grouping)[place]));
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
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        Grouping asked = wholes.groupings.get(grouping);
        int from = random.nextInt(3) == 0 ? random.nextInt(members.length) : choice.anyUnserved(members);
        boolean isUnserved = from >= 0 && choice.groupOf(members[from]) == Decisions.NONE;
        if (isUnserved && random.nextInt(4) == 0) {
            fill(grouping, members[from], asked.largest());
            return;
        }
        boolean isNeed = isUnserved && random.nextBoolean();
        int to = from < 0 ? -1 : isNeed ? choice.inLessNeed(members, from) : choice.near(members, from);
        if (to < 0) {
            return;
        }
        int before = choice.groupOf(members[from]);
        WholeGroup whole = wholes.groups.get(choice.wholeOf(members[to]));
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
        choice.count(grouping);
        int[] some = wholes.groupsOf.get(grouping);
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int number = some[(offset + i) % some.length];
            WholeGroup whole = wholes.groups.get(number);
            if (choice.size(number) > 0 && planner.joined(whole) < largest && join(membership, whole.group())) {
                planner.mend(whole);
                return;
            }
        }
    }

    private void leave(int[] members, int place, int before) {
        int third = before == Decisions.NONE ? choice.near(members, place) : -1;
        if (third >= 0 && random.nextInt(2) == 0) {
            WholeGroup other = wholes.groups.get(choice.wholeOf(members[third]));
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
