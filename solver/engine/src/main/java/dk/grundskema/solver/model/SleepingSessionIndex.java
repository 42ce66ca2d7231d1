package dk.grundskema.solver.model;

import dk.grundskema.domain.people.GroupId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Index of the sessions that depend on a group to be formed. A session sleeps while no student has joined its group; a
 * seat sleeps while all its sessions sleep. Decisions about something that sleeps count as undecided; their values are
 * kept and count again when a student joins.
 */
public final class SleepingSessionIndex {
    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final int[] groupOf;
    private final int[][] sessionsOf;
    private final boolean any;

    /** Indexes the sessions of a blueprint that can sleep. */
    public SleepingSessionIndex(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.groupOf = blueprint.sessions().stream()
                .mapToInt(session -> groupIndex(session.awakeWith()))
                .toArray();
        List<List<Integer>> lists = IntStream.range(0, blueprint.groups().size())
                .<List<Integer>>mapToObj(group -> new ArrayList<>())
                .toList();
        for (int session = 0; session < groupOf.length; session++) {
            if (groupOf[session] != Decisions.NONE) {
                lists.get(groupOf[session]).add(session);
            }
        }
        this.sessionsOf = lists.stream()
                .map(list ->
                        list.isEmpty() ? NONE : list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        this.any = Arrays.stream(sessionsOf).anyMatch(some -> some.length > 0);
    }

    private int groupIndex(@org.jspecify.annotations.Nullable GroupId group) {
        return group == null ? Decisions.NONE : blueprint.index().group().indexOf(group);
    }

    /** Whether any session can sleep at all. */
    public boolean canAnySleep() {
        return any;
    }

    /** Whether a session can sleep. */
    public boolean canSleep(int session) {
        return groupOf[session] != Decisions.NONE;
    }

    /** Returns the sessions that depend on a group; do not modify the array. */
    public int[] sessionsOfGroup(int group) {
        return sessionsOf[group];
    }

    /** Returns how many of a seat's sessions never sleep. */
    public int countNeverSleeping(int seat) {
        int count = 0;
        for (int session : blueprint.sessionsOf()[seat]) {
            count += canSleep(session) ? 0 : 1;
        }
        return count;
    }

    /** Returns for each session whether it sleeps under the given values. */
    public boolean[] asleep(int[] values) {
        var asleep = new boolean[groupOf.length];
        if (any) {
            var isJoined = new boolean[sessionsOf.length];
            Decisions decisions = blueprint.decisions();
            for (int m = 0; m < blueprint.memberships().size(); m++) {
                int group = values[decisions.member(m)];
                if (group != Decisions.NONE) {
                    isJoined[group] = true;
                }
            }
            for (int session = 0; session < asleep.length; session++) {
                asleep[session] = canSleep(session) && !isJoined[groupOf[session]];
            }
        }
        return asleep;
    }

    /**
     * Returns the effective values: decisions about sleeping sessions and seats are {@link Decisions#NONE}. Does not
     * modify the given array.
     */
    public int[] withoutSleeping(int[] values) {
        if (!any) {
            return values;
        }
        boolean[] asleep = asleep(values);
        Decisions decisions = blueprint.decisions();
        int[] counting = values.clone();
        for (int session = 0; session < asleep.length; session++) {
            if (asleep[session]) {
                counting[decisions.slot(session)] = Decisions.NONE;
                counting[decisions.room(session)] = Decisions.NONE;
            }
        }
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            if (Arrays.stream(blueprint.sessionsOf()[seat]).allMatch(session -> asleep[session])) {
                counting[decisions.seat(seat)] = Decisions.NONE;
            }
        }
        return counting;
    }
}
