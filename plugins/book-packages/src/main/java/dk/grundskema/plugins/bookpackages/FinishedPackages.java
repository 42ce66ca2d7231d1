package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention.MeetingOnDate;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The packages in a finished timetable: meetings in which they are handed out, and tasks to send them. Used by check and report; deliberately
 * shares no code with the expansion and the rules.
 */
final class FinishedPackages {
    /**
     * Support that students received, in a meeting or as a task.
     *
     * @param date     the date
     * @param students the students who received it
     * @param staff    the staff members who gave it, at least one
     */
    record DatedSupport(LocalDate date, List<StudentId> students, List<StaffId> staff) {
        /** Returns the dates, in order. */
        static SortedSet<LocalDate> dates(Collection<DatedSupport> some) {
            return some.stream().map(DatedSupport::date).collect(Collectors.toCollection(TreeSet::new));
        }

        /** Returns the students, in order of ids. */
        static SortedSet<StudentId> students(Collection<DatedSupport> some) {
            return some.stream().flatMap(one -> one.students.stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        /** Returns the staff members, in order of ids. */
        static SortedSet<StaffId> staff(Collection<DatedSupport> some) {
            return some.stream().flatMap(one -> one.staff.stream()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private final Problem problem;
    private final FinishedIntervention finished;
    private final String prefix;
    private final List<Task> tasks;

    /**
     * @param intervention the intervention
     * @param problem      its problem
     * @param timetable    the finished timetable
     */
    FinishedPackages(Intervention<?> intervention, Problem problem, Timetable timetable) {
        this.problem = problem;
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.prefix = intervention.id() + "/";
        this.tasks = timetable.tasks().stream()
                .filter(task -> task.interventionId().equals(intervention.id()))
                .toList();
    }

    private List<Task> tasks(String kind) {
        return tasks.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /**
     * Adds a hard violation for each meeting of a kind that is not entirely in usable time: its minutes and the session.
     *
     * @param rule without the plugin's id
     */
    void outsideUsableTime(String kind, List<UsableTime> usable, String rule, PluginViolations faults) {
        finished.meetings(kind)
                .forEach(one -> faults.hard(
                        rule,
                        UsableTime.contains(usable, one.time()) ? 0 : FinishedIntervention.minutes(one),
                        one.sessionId()));
    }

    /**
     * Adds a hard violation for each two overlapping meetings of a kind whose sessions' ids differ in their last part only: the minutes that they
     * share, and the later session.
     *
     * @param rule without the plugin's id
     */
    void overlappingParts(String kind, String rule, PluginViolations faults) {
        List<MeetingOnDate> held = finished.meetingsByDate(kind);
        for (MeetingOnDate one : held) {
            List<String> mine = finished.idParts(one.meeting());
            for (MeetingOnDate other : held) {
                List<String> others = finished.idParts(other.meeting());
                boolean isLater =
                        other.meeting().sessionId().compareTo(one.meeting().sessionId()) > 0;
                if (isLater && mine.subList(0, mine.size() - 1).equals(others.subList(0, others.size() - 1))) {
                    faults.hard(
                            rule,
                            finished.interval(one).overlapMinutes(finished.interval(other)),
                            other.meeting().sessionId());
                }
            }
        }
    }

    /** Returns the dates on which somebody gives a student something of a kind, as a task or in a meeting, in order. */
    SortedSet<LocalDate> datesOf(StudentId student, String kind) {
        var dates = new TreeSet<LocalDate>();
        tasks(kind).stream()
                .filter(task -> task.staffId() != null && task.studentIds().contains(student))
                .forEach(task -> dates.add(task.date()));
        finished.meetingsByDateOf(student, kind).stream()
                .filter(one -> !FinishedIntervention.staff(one.meeting()).isEmpty())
                .forEach(one -> dates.add(one.date()));
        return dates;
    }

    /**
     * Returns the support of a kind that somebody gives, in meetings and tasks whose ids continue with {@code about} after the kind, in order of dates.
     *
     * @param about part after the kind; empty means any
     */
    List<DatedSupport> datedSupport(String kind, String about) {
        var given = new ArrayList<DatedSupport>();
        for (Meeting meeting : about.isEmpty() ? finished.meetings(kind) : finished.meetings(kind, about)) {
            if (FinishedIntervention.staff(meeting).isEmpty()) {
                continue;
            }
            for (LocalDate date : meeting.time().dates()) {
                var students = List.copyOf(finished.students(meeting, IsoWeek.of(date)));
                given.add(new DatedSupport(date, students, FinishedIntervention.staff(meeting)));
            }
        }
        for (Task task : tasks(kind)) {
            StaffId who = task.staffId();
            boolean isAbout =
                    task.taskId().value().startsWith(prefix + kind + "/" + (about.isEmpty() ? "" : about + "/"));
            if (who != null && isAbout) {
                given.add(new DatedSupport(task.date(), task.studentIds(), List.of(who)));
            }
        }
        given.sort(Comparator.comparing(DatedSupport::date));
        return given;
    }

    /**
     * Adds a medium violation for each staff member in a meeting of a kind who does not teach all of its single students: the number of these
     * students, the session and the staff member.
     *
     * @param rule without the plugin's id
     */
    void addStaffNotTeachingAllStudents(String kind, String rule, PluginViolations faults) {
        var lessons = LessonsByPerson.of(problem);
        for (Meeting meeting : finished.meetings(kind)) {
            for (StaffId who : FinishedIntervention.staff(meeting)) {
                var taught = lessons.of(who).stream()
                        .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                        .toList();
                long untaughtStudents = meeting.studentIds().stream()
                        .filter(one -> lessons.of(one).stream().noneMatch(taught::contains))
                        .count();
                faults.medium(rule, untaughtStudents, meeting.sessionId(), who);
            }
        }
    }
}
