package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Held;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the guide asks of an intensive course and what a finished timetable gives of it. */
final class IntensiveCourseFidelity {
    private static final int LESSON_MINUTES = 45;
    private static final int ADULTS = 2;
    private static final int STUDENTS = 14;
    private static final int MENTOR_WEEKS = 8;
    private static final int MENTOR_MINUTES = 2 * LESSON_MINUTES;

    private final IntensiveCourseParameters asked;
    private final Problem problem;
    private final Finished finished;
    private final OwnLessons lessons;
    private final List<Student> students;
    private final Asks asks = new Asks("intensive-course");
    private final Origin practice = asks.source("guide", "practice");
    private final Origin partlyOurs = asks.partlyOurs("guide", "practice");

    private IntensiveCourseFidelity(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        this.asked = one.parameters();
        this.problem = problem;
        this.finished = new Finished(one, problem, timetable);
        this.lessons = new OwnLessons(problem);
        this.students = asked.students().stream()
                .map(each -> problem.student(each.studentId()))
                .flatMap(Optional::stream)
                .toList();
    }

    static FidelityReport of(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        var report = new IntensiveCourseFidelity(one, problem, timetable);
        report.amount();
        report.lessons();
        report.students();
        report.mentors();
        report.handovers();
        return report.asks.report(one);
    }

    private void amount() {
        List<LocalDate> dates = asked.courseDates(problem);
        Map<GroupId, Map<IsoWeek, Long>> minutes = new LinkedHashMap<>();
        for (Held held : finished.held("course-lesson")) {
            held.meeting()
                    .groupIds()
                    .forEach(group -> minutes.computeIfAbsent(group, any -> new LinkedHashMap<>())
                            .merge(held.week(), finished.minutes(held), Long::sum));
        }
        boolean isOnWeekends = Amounts.isOnWeekends(dates);
        var aWeek = asks.tally("lessons-a-week", practice, "lessons");
        var weeks = asks.tally("two-weeks", practice, "weeks");
        var inAll = asks.tally("lessons-in-all", partlyOurs, "lessons");
        minutes.forEach((group, each) -> {
            long all = each.values().stream().mapToLong(Long::longValue).sum() / LESSON_MINUTES;
            if (isOnWeekends) {
                inAll.at(Amounts.ALL, all, asks.why("few-lessons", all), group);
                return;
            }
            each.forEach((week, some) -> aWeek.at(
                    Amounts.A_WEEK,
                    some / LESSON_MINUTES,
                    asks.why("few-lessons", some / LESSON_MINUTES),
                    group,
                    week));
            weeks.at(Amounts.WEEKS, each.size(), asks.why("few-weeks", each.size()), group);
        });
        aWeek.done(Amounts.A_WEEK);
        weeks.done(Amounts.WEEKS);
        inAll.done(Amounts.ALL);
    }

    private void lessons() {
        var adults = asks.tally("two-adults", partlyOurs, "lessons");
        var few = asks.tally("few-students", partlyOurs, "lessons");
        var qualified = asks.tally("qualified", partlyOurs, "lessons");
        for (Held held : finished.held("course-lesson")) {
            Meeting lesson = held.meeting();
            int there = Finished.staff(lesson).size();
            int size = finished.students(lesson, held.week()).size();
            adults.at(there >= ADULTS, asks.why("few-adults", there), lesson.sessionId());
            few.at(size <= STUDENTS, asks.why("many-students", size), lesson.sessionId());
            asked.subjects().stream()
                    .filter(one -> one.subject().equals(lesson.subject()))
                    .forEach(one -> qualified.at(
                            Finished.staff(lesson).stream().anyMatch(who -> has(who, one.asked())),
                            asks.why("nobody-qualified", one.asked()),
                            lesson.sessionId()));
        }
        adults.done(ADULTS);
        few.done(STUDENTS);
        qualified.done();
        var goals = asks.tally("goals", asks.source("guide", "conditions"), "subjects");
        asked.subjects().forEach(one -> goals.at(one.goal() != null, asks.why("no-goal"), one.subject()));
        goals.done();
    }

    private boolean has(StaffId who, String skill) {
        Optional<StaffMember> person = problem.staffMember(who);
        return person.isPresent() && Words.isAmong(person.get().skills(), skill);
    }

    private void students() {
        var outside = asks.tally("outside-lessons", asks.source("guide", "overview"), "students");
        var own = asks.tally("own-school", practice, "students");
        var known = asks.tally("known-adults", practice, "students");
        for (Student student : students) {
            var course = finished.heldFor(student.id(), "course-lesson");
            long lost = course.stream()
                    .flatMap(held -> lessons.inTheWay(student.id(), on(held)).stream())
                    .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                    .count();
            outside.at(lost == 0, asks.why("replaced", lost), student.id());
            boolean isHome = problem.siteOr(student.site()).equals(problem.siteOr(asked.site()));
            own.at(isHome, asks.why("elsewhere", problem.siteOr(asked.site())), student.id());
            Set<StaffId> adults = staff(course, "");
            boolean knows = lessons.teachers(student.id()).stream().anyMatch(adults::contains);
            known.at(knows, asks.why("strangers", List.copyOf(adults)), student.id());
        }
        outside.done();
        own.done();
        known.done();
    }

    private static MeetingTime on(Held held) {
        return MeetingTime.on(
                held.date(), held.meeting().start(), held.meeting().end());
    }

    /** Who was in some meetings, in order; no role means any. */
    private static Set<StaffId> staff(List<Held> some, String role) {
        Set<StaffId> staff = new LinkedHashSet<>();
        some.forEach(held ->
                staff.addAll(role.isEmpty() ? Finished.staff(held.meeting()) : Finished.staff(held.meeting(), role)));
        return staff;
    }

    private void mentors() {
        var amount = asks.tally("mentor-course", partlyOurs, "weeks");
        var same = asks.tally("same-mentor", Asks.ours(), "students");
        var from = asks.tally("mentor-from-course", Asks.ours(), "students");
        Set<StaffId> adults = staff(finished.held("course-lesson"), "");
        for (Student student : students) {
            var held = finished.heldFor(student.id(), "mentor");
            Map<IsoWeek, Long> minutes =
                    held.stream().collect(Collectors.groupingBy(Held::week, Collectors.summingLong(finished::minutes)));
            long full = minutes.values().stream()
                    .filter(one -> one >= MENTOR_MINUTES)
                    .count();
            Set<StaffId> mentors = staff(held, "mentor");
            amount.at(MENTOR_WEEKS, full, asks.why("few-mentor-weeks", full), student.id());
            same.at(mentors.size() == 1, asks.why("mentors", mentors.size()), student.id());
            from.at(
                    !mentors.isEmpty() && adults.containsAll(mentors),
                    asks.why("other-mentor", List.copyOf(mentors)),
                    student.id());
        }
        amount.done(MENTOR_WEEKS, MENTOR_MINUTES / LESSON_MINUTES, LESSON_MINUTES);
        same.done();
        from.done();
    }

    private void handovers() {
        var handed = asks.tally("handover", asks.source("guide", "conditions"), "classes");
        var classes = students.stream()
                .map(Student::classGroup)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        for (GroupId home : classes) {
            boolean isMet = finished.meeting("handover/" + home)
                    .filter(one -> Finished.staff(one, "course-teacher").size() == 1)
                    .filter(one -> Finished.staff(one, "class-teacher").size() == 1)
                    .isPresent();
            handed.at(isMet, asks.why("no-handover"), home);
        }
        handed.done();
    }
}
