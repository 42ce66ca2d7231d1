package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Numbers;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import java.util.List;

/**
 * A rule's scope by numbers.
 *
 * @param scope            as the rule declared it
 * @param sessions         indices of its sessions
 * @param groups           indices of its groups
 * @param memberships      indices of its memberships
 * @param groupsOfSessions for each of its sessions, the indices of the session's groups
 */
public record NumberedScope(Scope scope, int[] sessions, int[] groups, int[] memberships, int[][] groupsOfSessions) {
    static final NumberedScope NOTHING = new NumberedScope(
            new Scope("", List.of(), List.of(), List.of()), new int[0], new int[0], new int[0], new int[0][]);

    /**
     * The scope by the numbers of a blueprint.
     *
     * @param memberships places of the blueprint's memberships
     * @throws IllegalArgumentException if the scope names what the blueprint lacks
     */
    public static NumberedScope of(Scope scope, Blueprint blueprint, Numbers<Membership> memberships) {
        var index = blueprint.index();
        int[] sessions = scope.sessions().stream()
                .mapToInt(one -> index.session().of(one.id()))
                .toArray();
        int[] groups = numbers(scope.groups(), blueprint);
        int[] members = scope.memberships().stream().mapToInt(memberships::of).toArray();
        int[][] groupsOfSessions = new int[sessions.length][];
        for (int i = 0; i < sessions.length; i++) {
            Session session = scope.sessions().get(i);
            groupsOfSessions[i] = numbers(session.groups(), blueprint);
        }
        return new NumberedScope(scope, sessions, groups, members, groupsOfSessions);
    }

    private static int[] numbers(List<GroupId> groups, Blueprint blueprint) {
        return groups.stream().mapToInt(id -> blueprint.index().group().of(id)).toArray();
    }
}
