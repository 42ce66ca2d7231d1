package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the timetable states the participants that are asked for: the groups and students of each meeting, those excused from lessons for it,
 * and the members of each given group.
 */
final class DemandParticipantsCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        plan.groups().forEach(group -> checkNamedOnce(group, faults));
        checkGivenGroups(plan, faults);
        for (CheckedMeeting held : plan.held()) {
            Session session = held.session();
            if (session != null) {
                checkParticipants(held, session, faults);
                checkExcused(plan, held, session, faults);
            }
        }
    }

    private static void checkParticipants(CheckedMeeting held, Session session, CoreViolations faults) {
        Meeting meeting = held.meeting();
        var lesson = held.lesson();
        compare(meeting.groupIds(), lesson == null ? session.groups() : lesson.groupIds(), held, faults);
        compare(meeting.studentIds(), lesson == null ? session.students() : lesson.studentIds(), held, faults);
        Set<SessionId> within = lesson == null ? Set.copyOf(session.within()) : Set.of();
        faults.medium("core.asked-within", within.equals(Set.copyOf(meeting.within())) ? 0 : 1, held.id());
    }

    private static void compare(Collection<?> stated, Collection<?> asked, CheckedMeeting held, CoreViolations faults) {
        for (Object one : asked) {
            faults.medium("core.asked-participant", stated.contains(one) ? 0 : 1, held.id(), one);
        }
        for (Object one : stated) {
            faults.medium("core.other-participant", asked.contains(one) ? 0 : 1, held.id(), one);
        }
    }

    /** A student is excused if a decision allows it and the student has a lesson at that time. */
    private static void checkExcused(CheckedPlan plan, CheckedMeeting held, Session session, CoreViolations faults) {
        Meeting meeting = held.meeting();
        Set<StudentId> taking = plan.attendance().students(meeting.groupIds(), meeting.studentIds());
        for (StudentId student : meeting.excusedStudentIds()) {
            boolean isRight =
                    session.excuse() != null && taking.contains(student) && missesLesson(plan, held, session, student);
            faults.medium("core.excused-without-reason", isRight ? 0 : 1, student, held.id());
        }
        if (session.excuse() == null || session.lesson() != null) {
            return;
        }
        for (StudentId student : taking) {
            boolean isLeftOut =
                    !meeting.excusedStudentIds().contains(student) && missesLesson(plan, held, session, student);
            faults.medium("core.not-excused", isLeftOut ? 1 : 0, student, held.id());
        }
    }

    private static boolean missesLesson(CheckedPlan plan, CheckedMeeting held, Session session, StudentId student) {
        List<Interval> times = held.meeting().time().intervals(plan.zone());
        int next = 0;
        for (Duty duty : plan.timelines().of(student)) { // ordered by start, like the times
            while (next < times.size() && times.get(next).end() <= duty.start()) {
                next++;
            }
            Lesson lesson = duty.lesson();
            if (lesson != null
                    && lesson.kind() == Lesson.Kind.TEACHING
                    && !session.inside().contains(lesson.id())
                    && next < times.size()
                    && duty.interval().overlaps(times.get(next))) {
                return true;
            }
        }
        return false;
    }

    private static void checkNamedOnce(GroupMembers group, CoreViolations faults) {
        Map<StudentId, Long> times = new TreeMap<>();
        group.members().forEach(member -> times.merge(member.studentId(), 1L, Long::sum));
        times.forEach((student, count) -> faults.medium("core.member-twice", count - 1, student, group.id()));
    }

    private static void checkGivenGroups(CheckedPlan plan, CoreViolations faults) {
        Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> stated = new HashMap<>();
        plan.groups().forEach(group -> stated.put(group.id(), byStudent(group.members())));
        var absent = new AbsentMembers(
                plan.problem(),
                plan.held().stream().map(CheckedMeeting::meeting).toList());
        Set<GroupId> formed = new HashSet<>();
        for (Grouping grouping : plan.demanded().groupings()) {
            var placed = new StudentPlacements(plan.problem());
            for (Group group : grouping.groups()) {
                formed.add(group.id());
                Map<StudentId, SortedSet<IsoWeek>> members = stated.getOrDefault(group.id(), Map.of());
                checkMembers(group, members, faults);
                members.forEach((student, weeks) -> {
                    boolean isLeftOut =
                            !grouping.students().contains(student) && absent.neverComes(student, group.id());
                    if (!plan.attendance().isGiven(group.id(), student) && !isLeftOut) {
                        boolean isChosen = placed.add(student, group.id(), weeks)
                                && grouping.students().contains(student);
                        faults.medium("core.other-member", isChosen ? 0 : 1, student, group.id());
                    }
                });
            }
            placed.incomplete().forEach((student, group) -> faults.medium("core.asked-member", 1, student, group));
        }
        for (Group group : plan.problem().groups()) {
            Map<StudentId, SortedSet<IsoWeek>> members = stated.get(group.id());
            checkMembers(group, members, faults);
            if (members != null && !formed.contains(group.id())) {
                Map<StudentId, SortedSet<IsoWeek>> given = byStudent(group.members());
                members.keySet()
                        .forEach(student -> faults.medium(
                                "core.other-member", given.containsKey(student) ? 0 : 1, student, group.id()));
            }
        }
    }

    private static void checkMembers(
            Group group, @Nullable Map<StudentId, SortedSet<IsoWeek>> stated, CoreViolations faults) {
        for (GroupMember member : group.members()) {
            boolean isSame = stated != null && member.weeks().equals(stated.get(member.studentId()));
            faults.medium("core.asked-member", isSame ? 0 : 1, member.studentId(), group.id());
        }
    }

    private static Map<StudentId, SortedSet<IsoWeek>> byStudent(List<GroupMember> members) {
        Map<StudentId, SortedSet<IsoWeek>> weeks = new TreeMap<>();
        members.forEach(member -> weeks.put(member.studentId(), member.weeks()));
        return weeks;
    }

    /**
     * Tells which members of a group are away from all its meetings. An absence that is recorded afterwards leaves such members in groups of the past, which nobody
     * changes any more.
     */
    private static final class AbsentMembers {
        private final Problem problem;
        private final Map<GroupId, List<Interval>> meetings = new HashMap<>();

        AbsentMembers(Problem problem, Collection<Meeting> held) {
            this.problem = problem;
            for (Meeting meeting : held) {
                List<Interval> times =
                        meeting.time().intervals(problem.horizon().zone());
                meeting.groupIds()
                        .forEach(group -> meetings.computeIfAbsent(group, any -> new ArrayList<>())
                                .addAll(times));
            }
        }

        /** Returns whether a student is away from start to end of all meetings of a group; false for a group without meetings. */
        boolean neverComes(StudentId id, GroupId group) {
            List<Interval> times = meetings.getOrDefault(group, List.of());
            if (times.isEmpty()) {
                return false;
            }
            List<Interval> away = problem.student(id)
                    .map(student -> student.availability().unavailableIntervals(problem.horizon()))
                    .orElse(List.of());
            return times.stream().allMatch(time -> AvailabilityCheck.overlap(time, away) == time.minutes());
        }
    }
}
