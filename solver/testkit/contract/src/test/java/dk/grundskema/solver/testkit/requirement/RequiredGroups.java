package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups that an intervention forms of some students, derived from its parameters alone. Each student is in one
 * of the groups, and nobody else is in them but the given members.
 *
 * @param groups       the groups
 * @param needs        the students, with the shortfall if one of them is in no group, at least 1
 * @param smallest     fewest members of a group, 0 or more
 * @param largest      most members of a group, not below {@code smallest}
 * @param mayStayEmpty whether a group may have no members at all
 * @param given        members that a group has in any case; a group that is left out has none
 */
public record RequiredGroups(
        Set<GroupId> groups,
        Map<StudentId, Integer> needs,
        int smallest,
        int largest,
        boolean mayStayEmpty,
        Map<GroupId, Set<StudentId>> given) {
    /** @throws IllegalArgumentException if the sizes are out of range */
    public RequiredGroups {
        groups = Set.copyOf(groups);
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
        given = given.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
        if (smallest < 0 || largest < smallest) {
            throw new IllegalArgumentException(
                    "The groups (%s) have (%d) to (%d) members.\nMaybe the two are interchanged?"
                            .formatted(groups, smallest, largest));
        }
    }

    /**
     * Creates groups without given members.
     *
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public RequiredGroups(
            Collection<GroupId> groups,
            Map<StudentId, Integer> needs,
            int smallest,
            int largest,
            boolean mayStayEmpty) {
        this(Set.copyOf(groups), needs, smallest, largest, mayStayEmpty, Map.of());
    }

    /** Returns a copy with only some of the groups. */
    RequiredGroups only(Set<GroupId> some) {
        Set<GroupId> left = groups.stream().filter(some::contains).collect(Collectors.toSet());
        return new RequiredGroups(left, needs, smallest, largest, mayStayEmpty, given);
    }
}
