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
 * Matches groups of a later timetable to groups of an earlier one. It compares sets of members, because the ids of formed groups carry no meaning
 * for readers. A group that keeps more than half of its members under its id matches itself. The remaining groups are matched greedily by the
 * number of common members.
 */
final class GroupMatcher {
    private record Pair(GroupId was, GroupId is, int common) {}

    private final Map<GroupId, Set<StudentId>> before;
    private final Map<GroupId, Set<StudentId>> after;
    private final Map<GroupId, Object> names = new HashMap<>();
    private final Set<GroupId> taken = new HashSet<>();

    private GroupMatcher(Timetable before, Timetable after) {
        this.before = members(before);
        this.after = members(after);
        this.after.forEach((id, now) -> {
            Set<StudentId> then = this.before.getOrDefault(id, Set.of());
            if (2 * countCommon(then, now) > Math.max(then.size(), now.size()) || then.equals(now)) {
                match(id, id);
            }
        });
        candidatePairs().forEach(pair -> match(pair.is(), pair.was()));
        this.after.keySet().forEach(id -> names.putIfAbsent(id, taken.contains(id) ? List.of(id) : id));
    }

    /** Returns the members of each group, in any week. */
    static Map<GroupId, Set<StudentId>> members(Timetable timetable) {
        return timetable.groups().stream()
                .collect(Collectors.toMap(GroupMembers::id, GroupMatcher::students, (one, same) -> one));
    }

    private static Set<StudentId> students(GroupMembers group) {
        return group.members().stream().map(GroupMember::studentId).collect(Collectors.toSet());
    }

    private static int countCommon(Set<StudentId> some, Set<StudentId> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private void match(GroupId is, GroupId was) {
        if (!names.containsKey(is) && taken.add(was)) {
            names.put(is, was);
        }
    }

    /** Returns the unmatched pairs of groups with at least one common member, largest overlap first. */
    private List<Pair> candidatePairs() {
        var pairs = new ArrayList<Pair>();
        after.forEach((is, now) -> {
            if (!names.containsKey(is)) {
                before.forEach((was, then) -> {
                    int common = taken.contains(was) ? 0 : countCommon(then, now);
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

    /** Returns the earlier id of each later group. A new group maps to its own id, or to a distinct key if an earlier group has that id. */
    static Map<GroupId, Object> matchGroups(Timetable before, Timetable after) {
        return new GroupMatcher(before, after).names;
    }

    /** Replaces groups by their matches. A group without a match stays itself. */
    static List<Object> applyMatches(Collection<GroupId> groups, Map<GroupId, Object> names) {
        return groups.stream().map(id -> names.getOrDefault(id, id)).toList();
    }
}
