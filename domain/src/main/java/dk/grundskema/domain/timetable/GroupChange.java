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
 * A group that has other members than in an earlier timetable. Groups are compared as sets of members: what only has another id has not changed.
 *
 * @param kind    what became of it
 * @param groupId the group: its id in the later timetable, or in the earlier one if it is gone
 * @param joining who is in it and was not; of a new group all
 * @param leaving who was in it and no longer is; of a group that is gone all
 */
public record GroupChange(Kind kind, GroupId groupId, SortedSet<StudentId> joining, SortedSet<StudentId> leaving) {
    /** What became of a group. */
    public enum Kind {
        /** It has other members. */
        OTHER_MEMBERS,
        /** Nothing like it was there. */
        NEW,
        /** Nothing like it is there any more. */
        GONE
    }

    /** Copies the sets. */
    public GroupChange {
        joining = Collections.unmodifiableSortedSet(new TreeSet<>(joining));
        leaving = Collections.unmodifiableSortedSet(new TreeSet<>(leaving));
    }

    /** Groups with other members, then new ones, then those that are gone, each in the order of their ids. */
    static List<GroupChange> between(Timetable before, Timetable after) {
        Map<GroupId, Object> names = SameGroups.names(before, after);
        Map<GroupId, Set<StudentId>> then = members(before);
        var changes = new ArrayList<GroupChange>();
        members(after).forEach((id, now) -> {
            if (names.get(id) instanceof GroupId was && then.containsKey(was)) {
                Set<StudentId> members = then.remove(was);
                if (!members.equals(now)) {
                    changes.add(new GroupChange(Kind.OTHER_MEMBERS, id, without(now, members), without(members, now)));
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

    /** Groups that have members at all. */
    private static Map<GroupId, Set<StudentId>> members(Timetable timetable) {
        var members = SameGroups.members(timetable);
        return members.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    private static SortedSet<StudentId> without(Set<StudentId> some, Set<StudentId> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
