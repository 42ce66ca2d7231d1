package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which group of a later timetable is which one of an earlier: groups are compared as sets of members, for the ids of those that were formed say
 * nothing to anybody. A group that still has most of its members under its id stays itself; of the others those with most in common are the same.
 */
final class SameGroups {
    private record Pair(GroupId was, GroupId is, int common) {}

    private final Map<GroupId, Set<StudentId>> before;
    private final Map<GroupId, Set<StudentId>> after;
    private final Map<GroupId, Object> names = new HashMap<>();
    private final Set<GroupId> taken = new HashSet<>();

    private SameGroups(Timetable before, Timetable after) {
        this.before = members(before);
        this.after = members(after);
        this.after.forEach((id, now) -> {
            Set<StudentId> then = this.before.getOrDefault(id, Set.of());
            if (2 * common(then, now) > Math.max(then.size(), now.size()) || then.equals(now)) {
                name(id, id);
            }
        });
        pairs().forEach(pair -> name(pair.is(), pair.was()));
        this.after.keySet().forEach(id -> names.putIfAbsent(id, taken.contains(id) ? List.of(id) : id));
    }

    /** Who is in which group, in any week. */
    static Map<GroupId, Set<StudentId>> members(Timetable timetable) {
        return timetable.groups().stream()
                .collect(Collectors.toMap(GroupMembers::id, SameGroups::students, (one, same) -> one));
    }

    private static Set<StudentId> students(GroupMembers group) {
        return group.members().stream().map(GroupMember::studentId).collect(Collectors.toSet());
    }

    private static int common(Set<StudentId> some, Set<StudentId> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private void name(GroupId is, GroupId was) {
        if (!names.containsKey(is) && taken.add(was)) {
            names.put(is, was);
        }
    }

    /** Groups that have anybody in common and are nobody else yet, those with most in common first. */
    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        after.forEach((is, now) -> {
            if (!names.containsKey(is)) {
                before.forEach((was, then) -> {
                    int common = taken.contains(was) ? 0 : common(then, now);
                    if (common > 0) {
                        pairs.add(new Pair(was, is, common));
                    }
                });
            }
        });
        pairs.sort(Comparator.comparingInt(Pair::common)
                .reversed()
                .thenComparing(Pair::is)
                .thenComparing(Pair::was));
        return pairs;
    }

    /** What groups of the later timetable are called in the earlier one; a group that was not there is nothing that was. */
    static Map<GroupId, Object> names(Timetable before, Timetable after) {
        return new SameGroups(before, after).names;
    }

    /** Groups under these names; one without a name is itself. */
    static List<Object> named(Collection<GroupId> groups, Map<GroupId, Object> names) {
        return groups.stream().map(id -> names.getOrDefault(id, id)).toList();
    }
}
