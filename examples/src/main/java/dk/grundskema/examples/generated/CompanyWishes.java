package dk.grundskema.examples.generated;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates wishes and vetoes for company. Candidates are in the order of the planted groups, four in each, those without a group
 * last. No veto is within a group.
 */
final class CompanyWishes {
    private final List<GeneratedCandidate> candidates;
    private final SplittableRandom random;

    CompanyWishes(List<GeneratedCandidate> candidates, SplittableRandom random) {
        this.candidates = candidates;
        this.random = random;
    }

    /**
     * Every second student has a wish for company, in half of the cases within the same group; one in eight has a veto against a student of the same
     * subject.
     */
    void addWishes() {
        for (GeneratedCandidate one : candidates) {
            GeneratedCandidate friend = random.nextBoolean() ? randomOfGroup(one) : randomCandidate();
            GeneratedCandidate other = randomCandidate();
            boolean isFriend = one.number() % 2 == 0 && mayBeNamed(one, friend);
            if (isFriend) {
                one.wishedCompany().add(friend.id());
            }
            boolean isVeto = one.number() % 8 == 5
                    && mayBeNamed(one, other)
                    && groupOf(one) != groupOf(other)
                    && one.subject().equals(other.subject())
                    && !one.wishedCompany().contains(other.id())
                    && !other.wishedCompany().contains(one.id());
            if (isVeto) {
                one.vetoedCompany().add(other.id());
            }
        }
    }

    private static boolean mayBeNamed(GeneratedCandidate one, GeneratedCandidate other) {
        return one.number() != other.number()
                && !one.vetoedCompany().contains(other.id())
                && !other.vetoedCompany().contains(one.id());
    }

    private static int groupOf(GeneratedCandidate one) {
        return one.number() / GroupsSize.FULL;
    }

    private GeneratedCandidate randomOfGroup(GeneratedCandidate one) {
        int first = GroupsSize.FULL * groupOf(one);
        return candidates.get(Math.min(candidates.size() - 1, first + random.nextInt(GroupsSize.FULL)));
    }

    private GeneratedCandidate randomCandidate() {
        return candidates.get(random.nextInt(candidates.size()));
    }
}
