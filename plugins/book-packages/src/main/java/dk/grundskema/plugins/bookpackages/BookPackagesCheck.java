package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Held;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/** Where a finished timetable hands out packages in another way than asked: derived from parameters and timetable alone. */
final class BookPackagesCheck {
    private BookPackagesCheck() {}

    static List<Fault> of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var asked = intervention.parameters();
        var finished = new Finished(intervention, problem, timetable);
        var lessons = new OwnLessons(problem);
        var faults = new FaultList("book-packages");
        List<Held> held = finished.held("book-package");
        for (Held one : held) {
            Meeting meeting = one.meeting();
            boolean isUsable = UsableTime.holds(asked.usable(), meeting.time());
            faults.hard("outside-usable-time", isUsable ? 0 : Finished.minutes(meeting), meeting.sessionId());
            for (StaffId person : Finished.staff(meeting)) {
                long strangers = meeting.studentIds().stream()
                        .filter(student -> isStranger(person, student, lessons))
                        .count();
                faults.medium("handed-out-by-a-stranger", strangers, meeting.sessionId(), person);
            }
            for (Held other : held) {
                boolean isLater = other.meeting().sessionId().compareTo(meeting.sessionId()) > 0;
                if (isLater && samePackage(one, other, finished)) {
                    long shared = finished.interval(one).overlap(finished.interval(other));
                    faults.hard("class-emptied", shared, other.meeting().sessionId());
                }
            }
        }
        return faults.all();
    }

    private static boolean isStranger(StaffId person, StudentId student, OwnLessons lessons) {
        return lessons.of(person).stream()
                .noneMatch(lesson -> lesson.kind() == Lesson.Kind.TEACHING
                        && lessons.of(student).contains(lesson));
    }

    /** Whether two meetings are parts of one class getting one package: their names differ in the last place only. */
    private static boolean samePackage(Held one, Held other, Finished finished) {
        List<String> mine = finished.parts(one.meeting());
        List<String> others = finished.parts(other.meeting());
        return mine.size() == others.size()
                && mine.subList(0, mine.size() - 1).equals(others.subList(0, others.size() - 1));
    }
}
