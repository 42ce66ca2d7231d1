package dk.grundskema.examples.generated;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Whose company made-up students wish for or must not have. Candidates are in the order of the planted groups, four in each, those without a group
 * last: no veto is within a group.
 */
final class Company {
    private final List<MadeCandidate> candidates;
    private final SplittableRandom random;

    Company(List<MadeCandidate> candidates, SplittableRandom random) {
        this.candidates = candidates;
        this.random = random;
    }

    /** Every other student wishes for somebody, of the same group as often as not; one in eight must not be with somebody of the same subject. */
    void add() {
        for (MadeCandidate one : candidates) {
            MadeCandidate friend = random.nextBoolean() ? ofGroup(one) : any();
            MadeCandidate other = any();
            boolean isFriend = one.number() % 2 == 0 && isSomebodyElse(one, friend);
            if (isFriend) {
                one.wished().add(friend.id());
            }
            boolean isVeto = one.number() % 8 == 5
                    && isSomebodyElse(one, other)
                    && group(one) != group(other)
                    && one.subject().equals(other.subject())
                    && !one.wished().contains(other.id())
                    && !other.wished().contains(one.id());
            if (isVeto) {
                one.never().add(other.id());
            }
        }
    }

    private static boolean isSomebodyElse(MadeCandidate one, MadeCandidate other) {
        return one.number() != other.number()
                && !one.never().contains(other.id())
                && !other.never().contains(one.id());
    }

    private static int group(MadeCandidate one) {
        return one.number() / GroupsSize.FULL;
    }

    private MadeCandidate ofGroup(MadeCandidate one) {
        int first = GroupsSize.FULL * group(one);
        return candidates.get(Math.min(candidates.size() - 1, first + random.nextInt(GroupsSize.FULL)));
    }

    private MadeCandidate any() {
        return candidates.get(random.nextInt(candidates.size()));
    }
}
