package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The hard and medium rules of a course, re-derived from parameters and finished timetable: it knows neither expansion nor rules. */
record IntensiveCourseCheck(
        Intervention<IntensiveCourseParameters> intervention, Problem problem, Finished finished, FaultList faults) {
    static List<Fault> of(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        var finished = new Finished(one, problem, timetable);
        var check = new IntensiveCourseCheck(one, problem, finished, new FaultList("intensive-course"));
        check.timetable();
        check.qualified();
        check.mentors();
        return check.faults.all();
    }

    private IntensiveCourseParameters asked() {
        return intervention.parameters();
    }

    /** Each base group has each lesson of the base timetable on each day. */
    private void timetable() {
        for (int number = 1; number <= asked().groupCount(); number++) {
            var group = new GroupId(intervention.id() + "-group-" + number);
            for (LocalDate date : asked().courseDates(problem)) {
                for (int i = 0; i < asked().baseTimetable().size(); i++) {
                    LessonTime time = asked().baseTimetable().get(i);
                    var when = MeetingTime.on(date, time.start(), time.end());
                    String id = String.join("/", "course-lesson", group.value(), date.toString(), "" + (i + 1));
                    boolean held = finished.meeting(id)
                            .filter(one -> one.time().equals(when))
                            .filter(one -> one.groupIds().contains(group))
                            .isPresent();
                    faults.hard("timetable", held ? 0 : 1, new SessionId(intervention.id() + "/" + id));
                }
            }
        }
    }

    private void qualified() {
        String pedagogue = asked().pedagogueWord(problem);
        for (Meeting lesson : finished.meetings("course-lesson")) {
            var teachers = Finished.staff(lesson, "teacher");
            long wrong = lesson.seats().stream()
                    .filter(seat -> seat.role().equals("pedagogue"))
                    .map(MeetingSeat::staffId)
                    .filter(who -> who != null && !has(who, pedagogue))
                    .count();
            boolean untaught = !teachers.isEmpty()
                    && asked().subjects().stream()
                            .filter(one -> one.subject().equals(lesson.subject()))
                            .anyMatch(one -> teachers.stream().noneMatch(who -> has(who, one.asked())));
            faults.medium("unqualified", wrong + (untaught ? 1 : 0), lesson.sessionId());
        }
    }

    private boolean has(StaffId who, String skill) {
        return problem.staffMember(who)
                .filter(one -> Words.isAmong(one.skills(), skill))
                .isPresent();
    }

    private void mentors() {
        var mentees = new ArrayList<Object>();
        for (int number = 1; number <= asked().menteeGroups(); number++) {
            mentees.add(new GroupId(intervention.id() + "-mentees-" + number));
        }
        if (asked().mentoring().menteesPerSession() == 1) {
            asked().students().forEach(one -> mentees.add(one.studentId()));
        }
        long all = (long) asked().mentoring().weeks() * asked().mentoring().sessionsPerWeek();
        for (Object whose : mentees) {
            long held = finished.meetings("mentor").stream()
                    .filter(one -> whose instanceof StudentId student
                            ? one.studentIds().contains(student)
                            : one.groupIds().contains(whose))
                    .mapToLong(one -> one.weeks().size())
                    .sum();
            faults.medium("mentor-course", all - held, whose);
        }
    }
}
