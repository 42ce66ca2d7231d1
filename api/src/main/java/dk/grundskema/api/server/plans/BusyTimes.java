package dk.grundskema.api.server.plans;

import dk.grundskema.api.timetable.ExistingLessons;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
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

/** When people and rooms of a problem are needed by other plans: dates and times, without what for. */
final class BusyTimes {
    private final Problem problem;
    private final Set<String> staff = new HashSet<>();
    private final Set<String> rooms = new HashSet<>();
    private final Set<String> students = new HashSet<>();
    private final Map<String, Map<String, List<Period>>> found = new HashMap<>();

    /** @param problem whose people and rooms are meant */
    BusyTimes(Problem problem) {
        this.problem = problem;
        problem.staff().forEach(one -> staff.add(one.id().value()));
        problem.rooms().forEach(one -> rooms.add(one.id().value()));
        problem.students().forEach(one -> students.add(one.id().value()));
    }

    /**
     * Takes in another plan's timetable.
     *
     * @param isSameHouse whether it is a plan of the same organisation, so that rooms and students are the same, too
     */
    void add(Timetable timetable, boolean isSameHouse) {
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
                    .filter(one -> staff.contains(one.value()))
                    .filter(one -> !isKnown(meeting, one))
                    .forEach(one -> add("staff", one, meeting));
            if (isSameHouse && !ExistingLessons.is(meeting)) {
                ofHouse(meeting, members);
            }
        }
    }

    private void ofHouse(Meeting meeting, Map<GroupId, List<StudentId>> members) {
        var inRooms = new LinkedHashSet<Id>(meeting.extraRoomIds());
        if (meeting.roomId() != null) {
            inRooms.add(meeting.roomId());
        }
        inRooms.stream().filter(one -> rooms.contains(one.value())).forEach(one -> add("rooms", one, meeting));
        var there = new LinkedHashSet<Id>(meeting.studentIds());
        meeting.groupIds().forEach(group -> there.addAll(members.getOrDefault(group, List.of())));
        there.stream().filter(one -> students.contains(one.value())).forEach(one -> add("students", one, meeting));
    }

    /** Whether the problem has the person in a lesson at that time anyway: a lesson of the existing timetable that both plans were made over. */
    private boolean isKnown(Meeting meeting, StaffId person) {
        return ExistingLessons.is(meeting)
                && problem.lessons().stream()
                        .filter(lesson -> lesson.staffIds().contains(person))
                        .anyMatch(lesson -> isThen(lesson, meeting));
    }

    private static boolean isThen(Lesson lesson, Meeting meeting) {
        return lesson.time().weekday() == meeting.weekday()
                && lesson.time().start().equals(meeting.start())
                && lesson.time().end().equals(meeting.end());
    }

    /** Weeks that follow each other make one period. */
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
        List<Period> periods = found.computeIfAbsent(sort, fresh -> new HashMap<>())
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
            found.getOrDefault(sort, new HashMap<>()).remove(who.value());
        }
    }

    /** A night that begins on the day before the first concerns the first, too. */
    private boolean concerns(LocalDate date) {
        return !date.isBefore(problem.horizon().firstDay().minusDays(1))
                && !date.isAfter(problem.horizon().lastDay());
    }

    /** Whether nobody and nothing of the problem is needed elsewhere. */
    boolean isEmpty() {
        return found.values().stream().allMatch(Map::isEmpty);
    }

    /** For ids of a list of the problem, when they are needed elsewhere. */
    Map<String, List<Period>> of(String list) {
        return found.getOrDefault(list, Map.of());
    }
}
