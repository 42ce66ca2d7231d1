package dk.grundskema.solver.score;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Numbers;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A rule's scope by numbers.
 *
 * @param scope            as the rule declared it
 * @param sessions         indices of its sessions
 * @param groups           indices of its groups
 * @param memberships      indices of its memberships
 * @param parts            for each of its sessions, who takes part
 */
public record NumberedScope(Scope scope, int[] sessions, int[] groups, int[] memberships, TakingPart[] parts) {
    static final NumberedScope NOTHING = new NumberedScope(
            new Scope("", List.of(), List.of(), List.of()), new int[0], new int[0], new int[0], new TakingPart[0]);

    /**
     * The scope by the numbers of a blueprint.
     *
     * @param memberships places of the blueprint's memberships
     * @param taking      who takes part in a session of that number
     * @throws IllegalArgumentException if the scope names what the blueprint lacks
     */
    static NumberedScope of(
            Scope scope, Blueprint blueprint, Numbers<Membership> memberships, IntFunction<TakingPart> taking) {
        var index = blueprint.index();
        int[] sessions = scope.sessions().stream()
                .mapToInt(one -> index.session().of(one.id()))
                .toArray();
        int[] groups = numbers(scope.groups(), blueprint);
        int[] members = scope.memberships().stream().mapToInt(memberships::of).toArray();
        TakingPart[] parts = Arrays.stream(sessions).mapToObj(taking).toArray(TakingPart[]::new);
        return new NumberedScope(scope, sessions, groups, members, parts);
    }

    private static int[] numbers(List<GroupId> groups, Blueprint blueprint) {
        return groups.stream().mapToInt(id -> blueprint.index().group().of(id)).toArray();
    }
}
