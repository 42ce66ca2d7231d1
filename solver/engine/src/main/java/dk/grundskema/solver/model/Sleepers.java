package dk.grundskema.solver.model;

import dk.grundskema.domain.people.GroupId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which sessions are held for which group to be formed: while no student has joined it they sleep, and so does a seat of which all sessions
 * sleep. What sleeps counts as undecided, whatever was decided about it, and wakes as it was decided when somebody joins.
 */
public final class Sleepers {
    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final int[] groupOf;
    private final int[][] sessionsOf;
    private final boolean any;

    /** The sleepers of a blueprint. */
    public Sleepers(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.groupOf = blueprint.sessions().stream()
                .mapToInt(session -> number(session.awakeWith()))
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

    private int number(@org.jspecify.annotations.Nullable GroupId group) {
        return group == null ? Decisions.NONE : blueprint.index().group().of(group);
    }

    /** Whether any session can sleep at all. */
    public boolean any() {
        return any;
    }

    /** Whether a session can sleep. */
    public boolean canSleep(int session) {
        return groupOf[session] != Decisions.NONE;
    }

    /** The sessions that are held for a group; not to be changed. */
    public int[] sessions(int group) {
        return sessionsOf[group];
    }

    /** How many of a seat's sessions never sleep. */
    public int sleepless(int seat) {
        int count = 0;
        for (int session : blueprint.sessionsOf()[seat]) {
            count += canSleep(session) ? 0 : 1;
        }
        return count;
    }

    /** Which sessions sleep as decisions stand. */
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

    /** The decisions as they count: nothing is decided about what sleeps. The list that is given stays as it is. */
    public int[] awake(int[] values) {
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
