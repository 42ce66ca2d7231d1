package dk.grundskema.examples.generated;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.plugins.smallgroups.Candidate;
import dk.grundskema.plugins.smallgroups.SmallGroupsParameters;
import dk.grundskema.plugins.smallgroups.Tutor;
import java.util.Collection;
import java.util.Objects;

/** Computes how much need remains unserved because of capacity alone. */
public final class UnservedNeedBound {
    private UnservedNeedBound() {}

    /**
     * Returns a lower bound, by counting, of the sum of needs of candidates that any plan of a problem's small groups leaves
     * without a group.
     *
     * @throws IllegalArgumentException if the problem has no small groups
     */
    public static long unservedNeed(Problem problem) {
        SmallGroupsParameters parameters = problem.interventions().stream()
                .map(Intervention::parameters)
                .filter(SmallGroupsParameters.class::isInstance)
                .map(SmallGroupsParameters.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The problem (%s) has no small groups.".formatted(problem.title())));
        long groups = parameters.candidates().size();
        Integer most = parameters.mostGroups();
        groups = most == null ? groups : Math.min(groups, most);
        if (parameters.tutors().stream().allMatch(one -> one.mostSessionsPerWeek() != null)) {
            // With several tutors of a group, the sessions that one tutor has left count for another's group.
            int shared = parameters.tutorsPerGroup() > 1 ? 1 : parameters.sessionsPerWeek();
            long sessions = parameters.tutors().stream()
                    .map(Tutor::mostSessionsPerWeek)
                    .mapToLong(limit -> Objects.requireNonNull(limit) / shared)
                    .sum();
            groups = Math.min(groups, sessions * shared / parameters.sessionsPerWeek());
        }
        return unservedNeed(
                parameters.candidates().stream().map(Candidate::need).toList(), groups * parameters.largest());
    }

    /**
     * Returns a lower bound, by counting, of the sum of needs that any plan leaves without a group.
     *
     * <p>Proof: in a plan without missing sessions or tutors, each group that meets uses {@code sessions} of its tutor's sessions
     * a week. If one tutor has all sessions of a group, a tutor with {@code m} sessions a week has at most {@code m / sessions}
     * groups, rounded down, and all tutors together have at most the sum of these; otherwise all tutors' sessions are divided by
     * those of a group. The planner may set a lower limit. Each group has at most {@code largest} members, and each student is in one group for each candidacy. So at
     * most {@code places} of the needs are met, and the sum of the others is least if they are the smallest ones. Free hours,
     * rooms, subjects and vetoes may force more; a planted plan that leaves no more shows that they do not.
     *
     * @param needs  need of each candidate
     * @param places maximum number of candidates in groups, 0 or more
     */
    public static long unservedNeed(Collection<Integer> needs, long places) {
        return needs.stream()
                .sorted()
                .limit(Math.max(0, needs.size() - places))
                .mapToLong(Integer::longValue)
                .sum();
    }
}
