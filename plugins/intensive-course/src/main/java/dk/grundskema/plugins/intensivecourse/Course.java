package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What follows from an intensive course's parameters without any decision. */
record Course(
        Intervention<IntensiveCourseParameters> intervention,
        Problem problem,
        OwnLessons lessons,
        List<LocalDate> dates) {
    Course(Intervention<IntensiveCourseParameters> intervention, Problem problem) {
        this(
                intervention,
                problem,
                new OwnLessons(problem),
                intervention.parameters().courseDates(problem));
    }

    IntensiveCourseParameters asked() {
        return intervention.parameters();
    }

    /** The students who take part and exist. */
    List<Student> students() {
        return asked().students().stream()
                .map(one -> problem.student(one.studentId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The home classes of those who take part. */
    SortedSet<GroupId> homeClasses() {
        var classes = students().stream().map(Student::classGroup).filter(Objects::nonNull);
        return new TreeSet<>(classes.toList());
    }

    /** When lessons of the course are held. */
    List<MeetingTime> times() {
        return dates.stream()
                .flatMap(date -> asked().baseTimetable().stream().map(one -> one.on(date)))
                .toList();
    }

    /** Who can teach one of some subjects. */
    List<StaffId> teachers(List<CourseSubject> subjects) {
        return staff(who -> subjects.stream().anyMatch(one -> asked().isAble(who, "teacher", one.subject())));
    }

    /** Who can be a pedagogue. */
    List<StaffId> pedagogues() {
        return staff(who -> asked().isAble(who, "pedagogue", ""));
    }

    /** All who can be adults of the course. */
    List<StaffId> adults() {
        return Stream.concat(teachers(asked().subjects()).stream(), pedagogues().stream())
                .distinct()
                .toList();
    }

    private List<StaffId> staff(Predicate<StaffMember> fitting) {
        return problem.staff().stream()
                .filter(one -> asked().staff().isEmpty() || asked().staff().contains(one.id()))
                .filter(fitting)
                .map(StaffMember::id)
                .toList();
    }

    /** Who teaches a class in the existing timetable. */
    List<StaffId> teachersOf(GroupId home) {
        return lessons.of(home).stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .flatMap(lesson -> lesson.teachers().stream())
                .distinct()
                .toList();
    }

    /** So many school weeks after the course. */
    SortedSet<IsoWeek> weeksAfter(int count, List<DateSpan> interruptions) {
        return PlannedWeeks.of(problem, IsoWeek.of(dates.getLast()).plus(1), count, interruptions);
    }
}
