package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Moves of groups that are formed together with their times, rooms and staff. Students who are close in the grouping's
 * list are assumed to be of similar level.
 */
final class WholeGroupMoves {
    private final WholeGroups wholes;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final GroupPlanner planner;
    private final long[] free;
    private final int[] pool;
    private final WholeGroupPicker choice;

    WholeGroupMoves(WholeGroups wholes, Blueprint blueprint, DecisionOverlay draft, RandomGenerator random) {
        this.wholes = wholes;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.planner = new GroupPlanner(wholes, blueprint, draft, random);
        this.free = wholes.noTimes();
        this.pool = new int[blueprint.memberships().size()];
        this.choice = new WholeGroupPicker(wholes, blueprint, draft, random);
    }

    private boolean join(int membership, int group) {
        return draft.set(decisions.member(membership), group);
    }

    /** Builds a group, mostly an empty one, around a student without a group, or rebuilds one. */
    void buildGroup() {
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        choice.countMembers(grouping);
        boolean isEmpty = random.nextInt(3) > 0;
        int whole = choice.randomWholeGroup(grouping, isEmpty);
        if (whole == WholeGroups.NONE) {
            whole = choice.randomWholeGroup(grouping, !isEmpty);
        }
        int seed = choice.anyStudentWithoutGroup(members);
        if (seed < 0) {
            seed = random.nextInt(members.length);
        }
        int tutor = isEmpty && random.nextInt(2) == 0 ? dissolveAnother(whole) : tutorOf(whole);
        buildGroup(grouping, whole, seed, random.nextInt(4) == 0, random.nextInt(4) == 0 ? Decisions.NONE : tutor);
    }

    /** Returns the holder of a group's first seat. */
    private int tutorOf(int whole) {
        int[] seats = wholes.groups.get(whole).seats();
        return seats.length == 0 ? Decisions.NONE : draft.value(decisions.seat(seats[0]));
    }

    /** Dissolves a random other group to free its tutor's time; returns the tutor. */
    private int dissolveAnother(int not) {
        int[] members = wholes.membersOf.get(choice.anyGrouping());
        int place = choice.anyStudentWithGroup(members);
        int whole = place < 0 ? not : choice.wholeGroupIndexOf(members[place]);
        int tutor = tutorOf(whole);
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
        if (planner.memberCount(whole) == 0) {
            planner.clear(whole);
        }
    }

    /**
     * Builds a group around a student. On failure it clears the draft.
     *
     * @param grouping the group's grouping
     * @param number the group's position among the whole groups
     * @param seed the student's position in the grouping's list
     * @param mayTake whether students of other groups may be taken
     * @param tutor the holder of the first seat; {@link Decisions#NONE} means any candidate with time
     */
    void buildGroup(int grouping, int number, int seed, boolean mayTake, int tutor) {
        WholeGroup whole = wholes.groups.get(number);
        Grouping asked = wholes.groupings.get(grouping);
        int[] members = wholes.membersOf.get(grouping);
        int before = choice.wholeGroupIndexOf(members[seed]);
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
        gatherMembers(whole, members, seed, target, mayTake);
        if (planner.memberCount(whole) < asked.smallest()) {
            draft.clear();
            return;
        }
        planner.completeGroup(whole);
        dissolveIfTooSmall(before, number);
        dissolveTooSmallGroups(grouping, number);
    }

    /** Adds students close in the list, the closest first, as long as enough common free time remains. */
    private void gatherMembers(WholeGroup whole, int[] members, int seed, int target, boolean mayTake) {
        System.arraycopy(planner.freeTimes(whole), 0, free, 0, free.length);
        int size = 1;
        for (int step = 1; step <= WholeGroupPicker.MAX_JOIN_DISTANCE && size < target; step++) {
            for (int side = -1; side <= 1 && size < target; side += 2) {
                int place = seed + side * step;
                if (place >= 0 && place < members.length && random.nextInt(5) > 0) {
                    size += joinsIfFree(whole, members[place], mayTake) ? 1 : 0;
                }
            }
        }
    }

    private boolean joinsIfFree(WholeGroup whole, int membership, boolean mayTake) {
        boolean isThere = choice.groupOf(membership) == whole.group();
        boolean isTaken = choice.groupOf(membership) != Decisions.NONE;
        if (isThere || (isTaken && !mayTake) || !draft.allows(decisions.member(membership), whole.group())) {
            return false;
        }
        long[] times = free.clone();
        planner.retainFreeTimes(times, membership);
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

    /** Dissolves groups that became too small because they lost students. */
    private void dissolveTooSmallGroups(int grouping, int not) {
        choice.countMembers(grouping);
        for (int whole : wholes.groupsOf.get(grouping)) {
            int[] sessions = wholes.groups.get(whole).sessions();
            boolean isLeft = choice.memberCount(whole) == 0
                    && (tutorOf(whole) != Decisions.NONE || draft.value(decisions.slot(sessions[0])) != Decisions.NONE);
            if (choice.memberCount(whole) > 0 || isLeft) {
                dissolveIfTooSmall(whole, not);
            }
        }
    }

    private void dissolveIfTooSmall(int number, int not) {
        if (number == WholeGroups.NONE || number == not) {
            return;
        }
        WholeGroup whole = wholes.groups.get(number);
        Grouping asked = wholes.groupings.get(whole.grouping());
        if (asked.mayStayEmpty() && planner.memberCount(whole) < asked.smallest()) {
            dissolve(whole);
        }
    }

    /**
     * Redistributes the students of two groups, and up to two students without a group, mostly so that neighbours in
     * the list stay together.
     */
    void rebuildGroups() {
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        int place = choice.anyStudentWithGroup(members);
        int other = place < 0 ? -1 : choice.anyNearby(members, place);
        if (other < 0) {
            return;
        }
        int one = choice.wholeGroupIndexOf(members[place]);
        int two = choice.wholeGroupIndexOf(members[other]);
        int count = collectPool(members, one, two, Math.min(place, other));
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
        completeOrClear(one);
        completeOrClear(two);
    }

    private void completeOrClear(int number) {
        WholeGroup whole = wholes.groups.get(number);
        if (planner.memberCount(whole) == 0) {
            planner.clear(whole);
        } else {
            if (random.nextInt(4) == 0) {
                planner.clearTimes(whole);
            }
            planner.completeGroup(whole);
        }
    }

    private int collectPool(int[] members, int one, int two, int from) {
        int count = 0;
        int spare = random.nextInt(3);
        for (int i = 0; i < members.length; i++) {
            int whole = choice.wholeGroupIndexOf(members[i]);
            boolean isSpare = choice.groupOf(members[i]) == Decisions.NONE
                    && i >= from
                    && i <= from + WholeGroupPicker.MAX_JOIN_DISTANCE
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

    /** Replans some or all times of a group, its tutor, or both, and keeps its students. */
    void replanGroup() {
        int grouping = choice.anyGrouping();
        int place = choice.anyStudentWithGroup(wholes.membersOf.get(grouping));
        if (place < 0) {
            return;
        }
        WholeGroup whole =
                wholes.groups.get(choice.wholeGroupIndexOf(wholes.membersOf.get(grouping)[place]));
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
        planner.completeGroup(whole);
    }

    /**
     * Gives a student another's place, who moves to the first one's group, to another group, or nowhere; or a free
     * place.
     */
    void takePlace() {
        int grouping = choice.anyGrouping();
        int[] members = wholes.membersOf.get(grouping);
        Grouping asked = wholes.groupings.get(grouping);
        int from = random.nextInt(3) == 0 ? random.nextInt(members.length) : choice.anyStudentWithoutGroup(members);
        boolean isUnserved = from >= 0 && choice.groupOf(members[from]) == Decisions.NONE;
        if (isUnserved && random.nextInt(4) == 0) {
            fillFreePlace(grouping, members[from], asked.largest());
            return;
        }
        boolean isNeed = isUnserved && random.nextBoolean();
        int to = from < 0 ? -1 : isNeed ? choice.anyInLessNeed(members, from) : choice.anyNearby(members, from);
        if (to < 0) {
            return;
        }
        int before = choice.groupOf(members[from]);
        WholeGroup whole = wholes.groups.get(choice.wholeGroupIndexOf(members[to]));
        if (!join(members[from], whole.group())) {
            return;
        }
        if (isNeed) {
            join(members[to], Decisions.NONE);
        } else if (planner.memberCount(whole) > asked.largest() || random.nextInt(2) == 0) {
            moveOut(members, to, before);
        }
        planner.completeGroup(whole);
        if (before != Decisions.NONE && wholes.wholeOf[before] != WholeGroups.NONE) {
            int old = wholes.wholeOf[before];
            dissolveIfTooSmall(old, WholeGroups.NONE);
            if (planner.memberCount(wholes.groups.get(old)) > 0) {
                planner.completeGroup(wholes.groups.get(old));
            }
        }
    }

    /** Adds a student to a random group with a free place. */
    private void fillFreePlace(int grouping, int membership, int largest) {
        choice.countMembers(grouping);
        int[] some = wholes.groupsOf.get(grouping);
        int offset = random.nextInt(some.length);
        for (int i = 0; i < some.length; i++) {
            int number = some[(offset + i) % some.length];
            WholeGroup whole = wholes.groups.get(number);
            if (choice.memberCount(number) > 0
                    && planner.memberCount(whole) < largest
                    && join(membership, whole.group())) {
                planner.completeGroup(whole);
                return;
            }
        }
    }

    private void moveOut(int[] members, int place, int before) {
        int third = before == Decisions.NONE ? choice.anyNearby(members, place) : -1;
        if (third >= 0 && random.nextInt(2) == 0) {
            WholeGroup other = wholes.groups.get(choice.wholeGroupIndexOf(members[third]));
            if (join(members[place], other.group())) {
                planner.completeGroup(other);
                return;
            }
        }
        if (before == Decisions.NONE || !join(members[place], before)) {
            join(members[place], Decisions.NONE);
        }
    }
}
