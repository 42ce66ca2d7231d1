package dk.grundskema.api.planning.comparison;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a class, a team or a member of staff takes part in two timetables.
 *
 * @param name        display name, by the second problem if it is in both
 * @param before      minutes a week in meetings of the first timetable, on average over the weeks in which either timetable has meetings; a lesson of the
 *                    school counts for a class only if an adult of an intervention is in it; 0 or more
 * @param after       the same in the second timetable
 * @param differences meetings of a class or team that differ, or dates on which the duties of a member of staff differ; 0 or more
 */
public record ParticipationChange(String name, long before, long after, int differences) {
    /**
     * A plan.
     *
     * @param problem   its problem
     * @param timetable its timetable
     * @param names     display name of a group or a member of staff by id
     */
    public record Side(Problem problem, Timetable timetable, Function<Object, String> names) {
        /** Leaves out everything: problems name people. */
        @Override
        public String toString() {
            return "a plan";
        }

        private Map<StudentId, Set<GroupId>> classes() {
            var classes = new HashMap<StudentId, Set<GroupId>>();
            problem.students()
                    .forEach(student -> classes.put(
                            student.id(),
                            Stream.ofNullable(student.classGroup()).collect(Collectors.toCollection(HashSet::new))));
            problem.groups().stream()
                    .filter(group -> group.kind() == Group.Kind.CLASS)
                    .forEach(group -> group.members()
                            .forEach(member -> classes.computeIfAbsent(member.studentId(), first -> new HashSet<>())
                                    .add(group.id())));
            return classes;
        }

        /** Returns the given groups and those that the plan forms, in order. */
        private List<GroupId> groups() {
            return Stream.concat(
                            problem.groups().stream().map(Group::id),
                            timetable.groups().stream().map(GroupMembers::id))
                    .toList();
        }

        /** Returns whether an intervention gives a class something in a meeting: in a lesson of the school's own timetable, only if one of its own adults is there. */
        private Predicate<Meeting> isGiven() {
            Set<List<?>> lessons = problem.lessons().stream()
                    .map(lesson -> List.of(
                            lesson.groupIds(),
                            lesson.time().weekday(),
                            lesson.time().start(),
                            lesson.time().end()))
                    .collect(Collectors.toSet());
            return meeting -> {
                List<MeetingSeat> own = meeting.seats().stream()
                        .filter(seat -> !isOfSchool(seat))
                        .toList();
                return own.isEmpty()
                        || own.stream().anyMatch(seat -> seat.staffId() != null)
                        || !lessons.contains(
                                List.of(meeting.groupIds(), meeting.weekday(), meeting.start(), meeting.end()));
            };
        }

        /** Returns whether a seat in a lesson of the school is that of its own teacher, which is fixed. */
        private static boolean isOfSchool(MeetingSeat seat) {
            return seat.role().equals("teacher") && seat.required() && seat.locked();
        }

        /** Returns a function to who takes part in a meeting: given groups, classes of its students, and formed groups whose students are in no class. */
        private Function<Meeting, Set<GroupId>> participants() {
            Set<GroupId> given = problem.groups().stream().map(Group::id).collect(Collectors.toSet());
            Map<StudentId, Set<GroupId>> classes = classes();
            Function<List<StudentId>, Set<GroupId>> classesOf = students -> students.stream()
                    .flatMap(student -> classes.getOrDefault(student, Set.of()).stream())
                    .collect(Collectors.toSet());
            Map<GroupId, Set<GroupId>> formed = new HashMap<>();
            timetable
                    .groups()
                    .forEach(group -> formed.put(
                            group.id(),
                            classesOf.apply(group.members().stream()
                                    .map(GroupMember::studentId)
                                    .toList())));
            return meeting -> {
                var participants = new HashSet<>(classesOf.apply(meeting.studentIds()));
                for (GroupId group : meeting.groupIds()) {
                    Set<GroupId> found = given.contains(group) ? Set.of() : formed.getOrDefault(group, Set.of());
                    participants.addAll(found.isEmpty() ? Set.of(group) : found);
                }
                return participants;
            };
        }
    }

    /** Returns the classes and teams that differ, in the order of the second problem, then those of the first problem alone. */
    public static List<ParticipationChange> ofGroups(Side before, Side after, ChangeSet changes) {
        Function<Meeting, Set<GroupId>> was = before.participants();
        Function<Meeting, Set<GroupId>> is = after.participants();
        var different = new HashMap<GroupId, Integer>();
        changes.sessions().forEach(change -> {
            var concerned = new HashSet<GroupId>();
            Stream.ofNullable(change.before()).map(was).forEach(concerned::addAll);
            Stream.ofNullable(change.after()).map(is).forEach(concerned::addAll);
            concerned.forEach(group -> different.merge(group, 1, Integer::sum));
        });
        return between(
                names(before, after, Side::groups),
                minutes(before, before.isGiven(), was),
                minutes(after, after.isGiven(), is),
                weeks(before, after),
                different);
    }

    /** Returns the staff who differ, in the order of the second problem, then those of the first problem alone. */
    public static List<ParticipationChange> ofStaff(Side before, Side after, ChangeSet changes) {
        Function<Meeting, Set<StaffId>> holders = meeting -> meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
        var days = changes.personDays().stream()
                .collect(Collectors.groupingBy(PersonDay::staffId, Collectors.summingInt(day -> 1)));
        return between(
                names(
                        before,
                        after,
                        side -> side.problem().staff().stream()
                                .map(StaffMember::id)
                                .toList()),
                minutes(before, any -> true, holders),
                minutes(after, any -> true, holders),
                weeks(before, after),
                days);
    }

    private static <I> Map<I, String> names(Side before, Side after, Function<Side, List<I>> ids) {
        var names = new LinkedHashMap<I, String>();
        Stream.of(after, before)
                .forEach(side -> ids.apply(side).forEach(id -> names.computeIfAbsent(id, side.names())));
        return names;
    }

    private static <I> Map<I, Long> minutes(
            Side side, Predicate<Meeting> counts, Function<Meeting, Set<I>> participants) {
        ToLongFunction<Meeting> length =
                meeting -> meeting.time().intervals(side.timetable().zone()).stream()
                        .mapToLong(held -> held.end() - held.start())
                        .sum();
        var minutes = new HashMap<I, Long>();
        side.timetable().meetings().stream()
                .filter(counts)
                .forEach(meeting -> participants
                        .apply(meeting)
                        .forEach(one -> minutes.merge(one, length.applyAsLong(meeting), Long::sum)));
        return minutes;
    }

    private static int weeks(Side before, Side after) {
        Set<IsoWeek> weeks = Stream.of(before, after)
                .flatMap(side -> side.timetable().meetings().stream())
                .flatMap(meeting -> meeting.weeks().stream())
                .collect(Collectors.toSet());
        return Math.max(1, weeks.size());
    }

    private static <I> List<ParticipationChange> between(
            Map<I, String> names, Map<I, Long> before, Map<I, Long> after, int weeks, Map<I, Integer> different) {
        return names.entrySet().stream()
                .map(one -> new ParticipationChange(
                        one.getValue(),
                        perWeek(before.getOrDefault(one.getKey(), 0L), weeks),
                        perWeek(after.getOrDefault(one.getKey(), 0L), weeks),
                        different.getOrDefault(one.getKey(), 0)))
                .filter(one -> one.differences() > 0 || one.before() != one.after())
                .toList();
    }

    /** Returns the figures only: the name may be that of a person. */
    @Override
    public String toString() {
        return before + " to " + after + ", " + differences;
    }

    private static long perWeek(long minutes, int weeks) {
        return Math.round((double) minutes / weeks);
    }
}
