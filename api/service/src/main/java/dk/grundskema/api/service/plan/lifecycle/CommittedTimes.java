package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SharedStaff;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The times in which people and rooms of a problem are needed by other plans, without the reasons. */
final class CommittedTimes {
    private final Problem problem;
    private final Set<String> rooms = new HashSet<>();
    private final Set<String> students = new HashSet<>();
    private final Map<String, Map<String, List<Period>>> periodsByEntity = new HashMap<>();

    /** @param problem problem whose people and rooms are considered */
    CommittedTimes(Problem problem) {
        this.problem = problem;
        problem.rooms().forEach(one -> rooms.add(one.id().value()));
        problem.students().forEach(one -> students.add(one.id().value()));
    }

    /**
     * Adds the meetings of another plan's timetable.
     *
     * @param others      staff of its problem
     * @param isSameHouse whether the plan belongs to the same organisation, so that ids of staff, rooms and students are the same too
     */
    void add(Timetable timetable, List<StaffMember> others, boolean isSameHouse) {
        Map<StaffId, StaffId> people = SharedStaff.find(problem.staff(), others, isSameHouse);
        Map<GroupId, List<StudentId>> members = new HashMap<>();
        for (GroupMembers group : timetable.groups()) {
            members.put(
                    group.id(),
                    group.members().stream().map(one -> one.studentId()).toList());
        }
        for (Meeting meeting : timetable.meetings()) {
            meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .flatMap(one -> Stream.ofNullable(people.get(one)))
                    .filter(one -> !isExistingLesson(meeting, one))
                    .forEach(one -> add("staff", one, meeting));
            if (isSameHouse && !ExistingLessons.isExistingLesson(meeting)) {
                addRoomsAndStudents(meeting, members);
            }
        }
    }

    private void addRoomsAndStudents(Meeting meeting, Map<GroupId, List<StudentId>> members) {
        var inRooms = new LinkedHashSet<Id>(meeting.extraRoomIds());
        if (meeting.roomId() != null) {
            inRooms.add(meeting.roomId());
        }
        inRooms.stream().filter(one -> rooms.contains(one.value())).forEach(one -> add("rooms", one, meeting));
        var there = new LinkedHashSet<Id>(meeting.studentIds());
        meeting.groupIds().forEach(group -> there.addAll(members.getOrDefault(group, List.of())));
        there.stream().filter(one -> students.contains(one.value())).forEach(one -> add("students", one, meeting));
    }

    /**
     * Returns whether the meeting is a lesson of the existing timetable that the problem contains too. Such a lesson is no additional
     * commitment.
     */
    private boolean isExistingLesson(Meeting meeting, StaffId person) {
        return ExistingLessons.isExistingLesson(meeting)
                && problem.lessons().stream()
                        .filter(lesson -> lesson.staffIds().contains(person))
                        .anyMatch(lesson -> isSameTime(lesson, meeting));
    }

    private static boolean isSameTime(Lesson lesson, Meeting meeting) {
        return lesson.time().weekday() == meeting.weekday()
                && lesson.time().start().equals(meeting.start())
                && lesson.time().end().equals(meeting.end());
    }

    /** Merges consecutive weeks into one period. */
    private void add(String sort, Id who, Meeting meeting) {
        var runs = new ArrayList<List<IsoWeek>>();
        for (IsoWeek week : meeting.weeks()) {
            if (!concerns(meeting.time().date(week))) {
                continue;
            }
            if (runs.isEmpty() || !runs.getLast().getLast().plus(1).equals(week)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(week);
        }
        List<Period> periods = periodsByEntity
                .computeIfAbsent(sort, fresh -> new HashMap<>())
                .computeIfAbsent(who.value(), fresh -> new ArrayList<>());
        for (List<IsoWeek> run : runs) {
            var period = new Period(
                    meeting.time().date(run.getFirst()),
                    meeting.time().date(run.getLast()),
                    new TreeSet<>(Set.of(meeting.weekday())),
                    meeting.start(),
                    meeting.end());
            if (!periods.contains(period)) {
                periods.add(period);
            }
        }
        if (periods.isEmpty()) {
            periodsByEntity.getOrDefault(sort, new HashMap<>()).remove(who.value());
        }
    }

    /** Includes the day before the first, because a night that begins then extends into the horizon. */
    private boolean concerns(LocalDate date) {
        return !date.isBefore(problem.horizon().firstDay().minusDays(1))
                && !date.isAfter(problem.horizon().lastDay());
    }

    /** Returns whether there are no commitments. */
    boolean isEmpty() {
        return periodsByEntity.values().stream().allMatch(Map::isEmpty);
    }

    /** Returns the busy periods by id for a list of the problem: {@code staff}, {@code rooms} or {@code students}. */
    Map<String, List<Period>> periodsOf(String list) {
        return periodsByEntity.getOrDefault(list, Map.of());
    }
}
