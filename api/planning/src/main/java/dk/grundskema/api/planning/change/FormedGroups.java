package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The groups that a plan in use forms, such as the teams of a camp, with their names and members. Not thread-safe. */
public final class FormedGroups {
    private final PlanningFacade planning;
    private final Problem problem;
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private @Nullable List<Grouping> groupings;

    /**
     * @param planning  planning operations; plugins are asked when a group is looked up first
     * @param problem   problem of the plan in use
     * @param timetable plan in use
     */
    public FormedGroups(PlanningFacade planning, Problem problem, Timetable timetable) {
        this.planning = planning;
        this.problem = problem;
        for (GroupMembers group : timetable.groups()) {
            if (problem.group(group.id()).isEmpty()) {
                members.put(group.id(), group.members());
            }
        }
    }

    private List<Grouping> groupings() {
        if (groupings == null) {
            groupings = planning.expandDemands(problem).stream()
                    .map(Demand::groupings)
                    .flatMap(List::stream)
                    .filter(one -> one.groups().stream().anyMatch(group -> members.containsKey(group.id())))
                    .toList();
        }
        return groupings;
    }

    /** Returns the groups of which the plan has members, in the order of the demands. */
    public List<Group> all() {
        return members.isEmpty()
                ? List.of()
                : groupings().stream()
                        .flatMap(one -> one.groups().stream())
                        .filter(group -> members.containsKey(group.id()))
                        .map(group -> new Group(
                                group.id(), group.name(), group.kind(), members.getOrDefault(group.id(), List.of())))
                        .toList();
    }

    Optional<Group> find(GroupId id) {
        return all().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** Returns the groups of which a student can be in one, among them the given one. */
    Set<GroupId> beside(GroupId id) {
        return groupings().stream()
                .filter(one ->
                        one.groups().stream().anyMatch(group -> group.id().equals(id)))
                .flatMap(one -> one.groups().stream())
                .map(Group::id)
                .collect(Collectors.toSet());
    }

    /** Returns the name of one of the groups, its id if it has no members. */
    String name(GroupId id) {
        return find(id).map(Group::name).orElse(id.value());
    }

    /** Returns whether a problem asks for a student to be placed in one of the groups, so that the student can join the given one. */
    boolean canJoin(Problem changed, StudentId student, GroupId group) {
        return planning.expandDemands(changed).stream()
                .flatMap(demand -> demand.groupings().stream())
                .anyMatch(grouping -> grouping.students().contains(student)
                        && grouping.allows(student, group)
                        && grouping.groups().stream().anyMatch(one -> one.id().equals(group)));
    }

    /** Returns whether a student is in one of the groups that are formed together with the given one. */
    boolean isInOneOf(StudentId student, GroupId group) {
        return beside(group).stream()
                .flatMap(one -> members.getOrDefault(one, List.of()).stream())
                .anyMatch(one -> one.studentId().equals(student));
    }

    /** Returns the memberships of a student in the groups. */
    Stream<GroupMember> memberships(StudentId student) {
        return members.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.studentId().equals(student));
    }

    /** Returns whether a student is in one of the groups in a week or later. */
    boolean isMember(StudentId student, IsoWeek from) {
        return memberships(student)
                .anyMatch(one -> one.weeks().isEmpty() || one.weeks().last().compareTo(from) >= 0);
    }
}
