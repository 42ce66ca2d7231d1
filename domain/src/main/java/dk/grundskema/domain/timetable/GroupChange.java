package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A group that differs from an earlier timetable. Groups are compared as sets of members: a new id alone is not a change.
 *
 * @param kind    kind of change
 * @param groupId id of the group in the later timetable, or in the earlier one if the group is gone
 * @param joining students who join; all members if the group is new
 * @param leaving students who leave; all members if the group is gone
 */
public record GroupChange(Kind kind, GroupId groupId, SortedSet<StudentId> joining, SortedSet<StudentId> leaving) {
    /** Kind of change. */
    public enum Kind {
        /** The group has other members. */
        OTHER_MEMBERS,
        /** The earlier timetable has no matching group. */
        NEW,
        /** The later timetable has no matching group. */
        GONE
    }

    /** Copies the sets. */
    public GroupChange {
        joining = Collections.unmodifiableSortedSet(new TreeSet<>(joining));
        leaving = Collections.unmodifiableSortedSet(new TreeSet<>(leaving));
    }

    /** Returns the changed groups: groups with other members, then new groups, then groups that are gone, each in order of their ids. */
    static List<GroupChange> between(Timetable before, Timetable after) {
        Map<GroupId, Object> names = GroupMatcher.matchGroups(before, after);
        Map<GroupId, Set<StudentId>> then = members(before);
        var changes = new ArrayList<GroupChange>();
        members(after).forEach((id, now) -> {
            if (names.get(id) instanceof GroupId was && then.containsKey(was)) {
                Set<StudentId> members = then.remove(was);
                if (!members.equals(now)) {
                    changes.add(new GroupChange(
                            Kind.OTHER_MEMBERS, id, difference(now, members), difference(members, now)));
                }
            } else {
                changes.add(new GroupChange(Kind.NEW, id, new TreeSet<>(now), new TreeSet<>()));
            }
        });
        then.forEach(
                (id, members) -> changes.add(new GroupChange(Kind.GONE, id, new TreeSet<>(), new TreeSet<>(members))));
        changes.sort(Comparator.comparing(GroupChange::kind).thenComparing(GroupChange::groupId));
        return List.copyOf(changes);
    }

    /** Returns the groups that have at least one member. */
    private static Map<GroupId, Set<StudentId>> members(Timetable timetable) {
        var members = GroupMatcher.members(timetable);
        return members.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    private static SortedSet<StudentId> difference(Set<StudentId> some, Set<StudentId> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
