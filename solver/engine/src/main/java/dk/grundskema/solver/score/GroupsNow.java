package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import java.util.SplittableRandom;

/** Who is in which group at the moment, and what of it changed since costs were last brought up to date; lives with one thread. */
final class GroupsNow {
    /** Told which aspects of a group changed. */
    interface Changed {
        void group(int group, int aspects);
    }

    /** Told that the first student joined a group, or the last left it. */
    interface Woken {
        void group(int group, boolean isAwake);
    }

    private final Blueprint blueprint;
    private final int[] sizes;
    private final int[] settledSizes;
    private final long[] hashes;
    private final long[] settledHashes;
    private final boolean[] awake;
    private final long[] random;
    private final Occupants joined;
    private final Marks changed;

    GroupsNow(Blueprint blueprint) {
        this.blueprint = blueprint;
        int groups = blueprint.groups().size();
        this.sizes = new int[groups];
        this.settledSizes = new int[groups];
        this.hashes = new long[groups];
        this.settledHashes = new long[groups];
        this.awake = new boolean[groups];
        this.random = new SplittableRandom(0x3e7)
                .longs(blueprint.memberships().size())
                .toArray();
        this.joined = new Occupants(groups);
        this.changed = new Marks(groups);
    }

    /** Size of each group; changes meanwhile. */
    int[] sizes() {
        return sizes;
    }

    /** The memberships that decide for each group; change meanwhile. */
    Occupants joined() {
        return joined;
    }

    /** Only given students are in groups; all of it is news. */
    void clear() {
        joined.clear();
        for (int group = 0; group < sizes.length; group++) {
            sizes[group] = blueprint.groups().get(group).members().size();
            settledSizes[group] = -1;
            hashes[group] = 0;
            settledHashes[group] = 0;
            awake[group] = false;
            changed.mark(group);
        }
    }

    /** A membership decides for a group, or no longer if the sign is -1. */
    void join(int membership, int group, int sign) {
        sizes[group] += sign;
        hashes[group] += sign * random[membership];
        if (sign > 0) {
            joined.add(group, membership);
        } else {
            joined.remove(group, membership);
        }
        changed.mark(group);
    }

    /** Tells what is otherwise than when it was last told; who came and went again is no news. */
    void settle(Changed told, Woken woken) {
        for (int i = 0; i < changed.count(); i++) {
            int group = changed.get(i);
            int aspects = (sizes[group] == settledSizes[group] ? 0 : Aspect.SIZES)
                    | (hashes[group] == settledHashes[group] ? 0 : Aspect.WHO);
            settledSizes[group] = sizes[group];
            settledHashes[group] = hashes[group];
            if (aspects != 0) {
                told.group(group, aspects);
            }
            boolean isAwake = joined.count(group) > 0;
            if (isAwake != awake[group]) {
                awake[group] = isAwake;
                woken.group(group, isAwake);
            }
        }
        changed.clear();
    }
}
