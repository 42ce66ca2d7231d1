package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import java.util.SplittableRandom;

/**
 * The current members of each group, and what changed since the costs were last updated. Members are hashed, so that a
 * student who leaves and returns counts as no change. Not thread-safe.
 */
final class GroupState {
    /** Receives which aspects of a group changed. */
    interface GroupChangeListener {
        void onGroupChanged(int group, int aspects);
    }

    /** Receives that the first student joined a group or the last one left it. */
    interface GroupWakeListener {
        void onGroupWake(int group, boolean isAwake);
    }

    private final Blueprint blueprint;
    private final int[] sizes;
    private final int[] settledSizes;
    private final long[] hashes;
    private final long[] settledHashes;
    private final boolean[] awake;
    private final long[] random;
    private final Occupants joined;
    private final DirtyIndexSet changed;

    GroupState(Blueprint blueprint) {
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
        this.changed = new DirtyIndexSet(groups);
    }

    /** Returns the live size of each group. */
    int[] sizes() {
        return sizes;
    }

    /** Returns the live memberships of each group. */
    Occupants memberships() {
        return joined;
    }

    /** Resets all groups to their given students and marks all of them as changed. */
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

    /** Adds a membership to a group, or removes it if the sign is -1. */
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

    /** Reports the net changes since the last call. */
    void settle(GroupChangeListener listener, GroupWakeListener wakeListener) {
        for (int i = 0; i < changed.count(); i++) {
            int group = changed.get(i);
            int aspects = (sizes[group] == settledSizes[group] ? 0 : ScopeAspect.SIZES)
                    | (hashes[group] == settledHashes[group] ? 0 : ScopeAspect.WHO);
            settledSizes[group] = sizes[group];
            settledHashes[group] = hashes[group];
            if (aspects != 0) {
                listener.onGroupChanged(group, aspects);
            }
            boolean isAwake = joined.count(group) > 0;
            if (isAwake != awake[group]) {
                awake[group] = isAwake;
                wakeListener.onGroupWake(group, isAwake);
            }
        }
        changed.clear();
    }
}
