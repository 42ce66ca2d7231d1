package dk.grundskema.solver.score;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A rule's scope in indices.
 *
 * @param scope the scope as the rule declared it
 * @param sessions indices of its sessions
 * @param groups indices of its groups
 * @param memberships indices of its memberships
 * @param parts participants of each of its sessions
 */
public record NumberedScope(Scope scope, int[] sessions, int[] groups, int[] memberships, ParticipantCount[] parts) {
    static final NumberedScope NOTHING = new NumberedScope(
            new Scope("", List.of(), List.of(), List.of()),
            new int[0],
            new int[0],
            new int[0],
            new ParticipantCount[0]);

    /**
     * Converts a scope to the indices of a blueprint.
     *
     * @param memberships positions of the blueprint's memberships
     * @param taking participants of a session, by its index
     * @throws IllegalArgumentException if the scope refers to something that the blueprint does not contain
     */
    static NumberedScope of(
            Scope scope, Blueprint blueprint, IdIndex<Membership> memberships, IntFunction<ParticipantCount> taking) {
        var index = blueprint.index();
        int[] sessions = scope.sessions().stream()
                .mapToInt(one -> index.session().indexOf(one.id()))
                .toArray();
        int[] groups = numbers(scope.groups(), blueprint);
        int[] members =
                scope.memberships().stream().mapToInt(memberships::indexOf).toArray();
        ParticipantCount[] parts = Arrays.stream(sessions).mapToObj(taking).toArray(ParticipantCount[]::new);
        return new NumberedScope(scope, sessions, groups, members, parts);
    }

    private static int[] numbers(List<GroupId> groups, Blueprint blueprint) {
        return groups.stream()
                .mapToInt(id -> blueprint.index().group().indexOf(id))
                .toArray();
    }
}
