package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What follows from an intensive course's parameters without any decision. */
record Course(Intervention<IntensiveCourseParameters> intervention, Problem problem, OwnLessons lessons) {
    /** An ordinary lesson on one of its dates that the course would replace. */
    record Replaced(Lesson lesson, LocalDate date) {}

    Course(Intervention<IntensiveCourseParameters> intervention, Problem problem) {
        this(intervention, problem, new OwnLessons(problem));
    }

    IntensiveCourseParameters asked() {
        return intervention.parameters();
    }

    PluginTexts texts() {
        return PluginTexts.beside(Course.class, problem.language());
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
        return students().stream()
                .map(Student::classGroup)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Groups that are formed, by what they are called in ids. */
    List<GroupId> formed(String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GroupId(intervention.id() + "-" + word + "-" + number))
                .toList();
    }

    /** Who can teach one of the subjects. */
    List<StaffId> teachers() {
        return staff(one -> asked().subjects().stream().anyMatch(subject -> isQualified(one, subject)));
    }

    /** Who can be a pedagogue. */
    List<StaffId> pedagogues() {
        String word = asked().pedagogueWord(problem);
        return staff(one -> Words.isAmong(one.skills(), word));
    }

    /** Adults of the course, teachers first. */
    List<StaffId> adults() {
        Set<StaffId> all = new LinkedHashSet<>(teachers());
        all.addAll(pedagogues());
        return List.copyOf(all);
    }

    private List<StaffId> staff(Predicate<StaffMember> fitting) {
        return problem.staff().stream()
                .filter(one -> asked().staff().isEmpty() || asked().staff().contains(one.id()))
                .filter(fitting)
                .map(StaffMember::id)
                .toList();
    }

    static boolean isQualified(StaffMember person, CourseSubject subject) {
        return Words.isAmong(person.skills(), subject.asked());
    }

    /** Who teaches a class in the existing timetable. */
    List<StaffId> teachersOf(GroupId home) {
        return lessons.of(home).stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .flatMap(lesson -> lesson.teachers().stream())
                .distinct()
                .toList();
    }

    /** The first week after the course. */
    IsoWeek firstWeekAfter() {
        return IsoWeek.of(asked().courseDates(problem).getLast()).plus(1);
    }

    /** A student's lessons that are held at the same time as the course. */
    Set<Replaced> replaced(StudentId student) {
        Set<Replaced> replaced = new LinkedHashSet<>();
        for (LocalDate date : asked().courseDates(problem)) {
            for (LessonTime one : asked().baseTimetable()) {
                lessons.inTheWay(student, MeetingTime.on(date, one.start(), one.end())).stream()
                        .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                        .forEach(lesson -> replaced.add(new Replaced(lesson, date)));
            }
        }
        return replaced;
    }
}
