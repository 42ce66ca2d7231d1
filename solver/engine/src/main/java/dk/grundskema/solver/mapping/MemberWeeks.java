package dk.grundskema.solver.mapping;

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
import dk.grundskema.solver.rules.MembershipWeeks;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the members of formed groups of a changed plan their weeks: a decision names one group of each grouping, the present one. Groups that the changed
 * plan no longer asks for have no members.
 */
public final class MemberWeeks implements MembershipWeeks {
    private final Problem problem;
    private final @Nullable LocalDateTime now;
    private final Map<GroupId, Integer> groupings = new HashMap<>();
    private final Map<Place, Map<GroupId, SortedSet<IsoWeek>>> earlier = new HashMap<>();
    private final Map<StudentId, SortedSet<IsoWeek>> present = new ConcurrentHashMap<>();

    /** Weeks in which a group meets in the earlier plan; a group without meetings has none. */
    private final Map<GroupId, SortedSet<IsoWeek>> met = new HashMap<>();

    /** Where a student is to have one group at a time. */
    private record Place(StudentId student, int grouping) {}

    private MemberWeeks(Problem problem, List<Demand> demands, Timetable before, @Nullable LocalDateTime now) {
        this.problem = problem;
        this.now = now;
        int number = 0;
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                for (Group group : grouping.groups()) {
                    groupings.put(group.id(), number);
                }
                number++;
            }
        }
        problem.groups().forEach(given -> groupings.remove(given.id()));
        before.meetings()
                .forEach(meeting -> meeting.groupIds()
                        .forEach(group -> met.computeIfAbsent(group, any -> new TreeSet<>())
                                .addAll(meeting.weeks())));
        for (GroupMembers group : before.groups()) {
            Integer grouping = groupings.get(group.id());
            if (grouping != null) {
                for (GroupMember member : group.members()) {
                    earlier.computeIfAbsent(new Place(member.studentId(), grouping), any -> new LinkedHashMap<>())
                            .merge(group.id(), weeksOf(member), MemberWeeks::union);
                }
            }
        }
    }

    /**
     * Students whose group another decision names are there instead, in the same weeks; the weeks that they were in other groups before stay.
     *
     * @param problem the problem of the changed plan
     * @param demands its demands
     * @param before  the plan that was changed
     */
    public static MemberWeeks ofAll(Problem problem, List<Demand> demands, Timetable before) {
        return new MemberWeeks(problem, demands, before, null);
    }

    /**
     * Students join and leave with the weeks that begin at a moment or later: in earlier ones the groups were as they were.
     *
     * @param problem the problem of the changed plan
     * @param demands its demands
     * @param before  the plan that was changed
     * @param now     moment of the change
     */
    public static MemberWeeks from(Problem problem, List<Demand> demands, Timetable before, LocalDateTime now) {
        return new MemberWeeks(problem, demands, before, now);
    }

    /**
     * Returns groups whose members have their weeks. Members of given groups stay as they are; nobody is in a formed group without a week.
     *
     * @param decided the groups as the decisions have them
     */
    public List<GroupMembers> in(List<GroupMembers> decided) {
        Map<Place, GroupId> decisions = new LinkedHashMap<>();
        Map<GroupId, List<GroupMember>> groups = new LinkedHashMap<>();
        for (GroupMembers group : decided) {
            Integer grouping = groupings.get(group.id());
            groups.put(group.id(), grouping == null ? group.members() : new ArrayList<>());
            if (grouping != null) {
                group.members().forEach(one -> decisions.put(new Place(one.studentId(), grouping), group.id()));
            }
        }
        Set<Place> places = new LinkedHashSet<>(decisions.keySet());
        places.addAll(earlier.keySet());
        for (Place place : places) {
            if (problem.student(place.student()).isPresent()) {
                after(place, decisions.get(place))
                        .forEach((id, weeks) -> member(place.student(), weeks)
                                .ifPresent(member -> groups.computeIfAbsent(id, any -> new ArrayList<>())
                                        .add(member)));
            }
        }
        return groups.entrySet().stream()
                .map(entry -> new GroupMembers(
                        entry.getKey(),
                        groupings.containsKey(entry.getKey())
                                ? entry.getValue().stream()
                                        .sorted(Comparator.comparing(GroupMember::studentId))
                                        .toList()
                                : entry.getValue()))
                .toList();
    }

    @Override
    public SortedSet<IsoWeek> ifJoined(StudentId student, GroupId group) {
        Integer grouping = groupings.get(group);
        return grouping == null
                ? presentWeeks(student)
                : after(new Place(student, grouping), group).getOrDefault(group, new TreeSet<>());
    }

    @Override
    public Map<StudentId, SortedSet<IsoWeek>> former(GroupId group) {
        Map<StudentId, SortedSet<IsoWeek>> former = new HashMap<>();
        Integer grouping = groupings.get(group);
        if (grouping != null) {
            earlier.keySet().stream()
                    .filter(place -> place.grouping() == grouping)
                    .filter(place -> problem.student(place.student()).isPresent())
                    .forEach(place -> {
                        SortedSet<IsoWeek> weeks = after(place, null).getOrDefault(group, new TreeSet<>());
                        if (!weeks.isEmpty()) {
                            former.put(place.student(), weeks);
                        }
                    });
        }
        return former;
    }

    private SortedSet<IsoWeek> presentWeeks(StudentId student) {
        return present.computeIfAbsent(student, problem::weeksPresent);
    }

    /** Returns the weeks of a student in each group, if a decision names one of them, or none. */
    private Map<GroupId, SortedSet<IsoWeek>> after(Place place, @Nullable GroupId decided) {
        Map<GroupId, SortedSet<IsoWeek>> before = earlier.getOrDefault(place, Map.of());
        return now == null ? edited(place, before, decided) : changed(place, before, decided);
    }

    /** Returns the weeks of a student in each group after a change: those that have begun as before, the others in the present group. */
    private Map<GroupId, SortedSet<IsoWeek>> changed(
            Place place, Map<GroupId, SortedSet<IsoWeek>> before, @Nullable GroupId present) {
        Map<GroupId, SortedSet<IsoWeek>> after = new LinkedHashMap<>();
        before.forEach((id, weeks) -> {
            if (id.equals(present) || !meetsOnlyLater(id)) {
                after.put(id, matching(weeks, this::hasBegun));
            }
        });
        if (present != null) {
            after.merge(present, matching(presentWeeks(place.student()), week -> !hasBegun(week)), MemberWeeks::union);
        }
        return after;
    }

    /** Returns the weeks of a student in each group after an edit, which moves those of the present group to another. */
    private Map<GroupId, SortedSet<IsoWeek>> edited(
            Place place, Map<GroupId, SortedSet<IsoWeek>> before, @Nullable GroupId present) {
        Map<GroupId, SortedSet<IsoWeek>> after = new LinkedHashMap<>(before);
        Optional<GroupId> was = before.entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().last()))
                .map(Map.Entry::getKey);
        if (present != null && was.filter(present::equals).isPresent()) {
            return after;
        }
        SortedSet<IsoWeek> weeks = was.map(after::remove).orElseGet(() -> presentWeeks(place.student()));
        if (present != null) {
            after.merge(present, weeks, MemberWeeks::union);
        }
        return after;
    }

    private static SortedSet<IsoWeek> union(SortedSet<IsoWeek> some, SortedSet<IsoWeek> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static SortedSet<IsoWeek> matching(SortedSet<IsoWeek> weeks, Predicate<IsoWeek> isAsked) {
        return weeks.stream().filter(isAsked).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether all meetings of a group are in weeks to come, so that nobody has been in it yet. */
    private boolean meetsOnlyLater(GroupId group) {
        SortedSet<IsoWeek> weeks = met.getOrDefault(group, new TreeSet<>());
        return !weeks.isEmpty() && weeks.stream().noneMatch(this::hasBegun);
    }

    private boolean hasBegun(IsoWeek week) {
        return now != null && week.date(DayOfWeek.MONDAY).atStartOfDay().isBefore(now);
    }

    private SortedSet<IsoWeek> weeksOf(GroupMember member) {
        return new TreeSet<>(member.weeks().isEmpty() ? problem.horizon().allWeeks() : member.weeks());
    }

    private Optional<GroupMember> member(StudentId student, SortedSet<IsoWeek> weeks) {
        if (weeks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                weeks.containsAll(problem.horizon().allWeeks())
                        ? GroupMember.always(student)
                        : new GroupMember(student, weeks));
    }
}
