package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A band as it is in a finished timetable, for check and report. Shares no code with expansion and rules. */
final class FinishedBand {
    /**
     * A group with students.
     *
     * @param id       its id
     * @param round    week or date of its round
     * @param workshop id of the workshop
     * @param students its students in that round, without those who are away from all its meetings
     * @param meetings its meetings
     */
    record WorkshopGroup(GroupId id, String round, String workshop, List<StudentId> students, List<Meeting> meetings) {}

    private final List<WorkshopGroup> groups = new ArrayList<>();

    FinishedBand(Intervention<WorkshopBandParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedIntervention(intervention, problem, timetable);
        Map<GroupId, List<Meeting>> meetings = new LinkedHashMap<>();
        finished.meetings()
                .forEach(one -> one.groupIds()
                        .forEach(group -> meetings.computeIfAbsent(group, fresh -> new ArrayList<>())
                                .add(one)));
        for (var group : finished.groupsByPrefix("group/")) {
            List<String> parts = finished.idParts(group.id());
            IsoWeek week = week(parts.get(1));
            List<Meeting> held = meetings.getOrDefault(group.id(), List.of());
            List<StudentId> students = finished.members(group.id(), week).stream()
                    .filter(student -> isThere(student, held, problem))
                    .toList();
            if (!students.isEmpty()) {
                groups.add(new WorkshopGroup(group.id(), parts.get(1), parts.get(2), students, held));
            }
        }
    }

    /** Returns the groups with students, in the timetable's order. */
    List<WorkshopGroup> groups() {
        return groups;
    }

    private static IsoWeek week(String round) {
        return round.contains("W") ? IsoWeek.parse(round) : IsoWeek.of(LocalDate.parse(round));
    }

    /** Returns whether a student is not away from all meetings of a group; true if there are none. */
    private static boolean isThere(StudentId id, List<Meeting> held, Problem problem) {
        Student student = problem.student(id).orElse(null);
        if (student == null || held.isEmpty()) {
            return true;
        }
        List<Interval> away = student.availability().unavailableIntervals(problem.horizon());
        for (Meeting meeting : held) {
            for (LocalDate date : meeting.time().dates()) {
                if (!RequiredRounds.isCovered(
                        away, date, meeting.time().start(), meeting.time().end(), problem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the groups of a workshop. */
    List<WorkshopGroup> groupsOf(Workshop workshop) {
        return groups.stream()
                .filter(one -> one.workshop().equals(workshop.id()))
                .toList();
    }

    /** Returns the number of rounds in which a workshop is offered. */
    int roundsOf(Workshop workshop) {
        return (int)
                groupsOf(workshop).stream().map(WorkshopGroup::round).distinct().count();
    }

    /** Returns the ids of a student's workshops by round, in order of time. */
    Map<String, String> workshopsOf(StudentId student) {
        Map<String, String> own = new TreeMap<>();
        groups.stream()
                .filter(one -> one.students().contains(student))
                .forEach(one -> own.put(one.round(), one.workshop()));
        return own;
    }
}
