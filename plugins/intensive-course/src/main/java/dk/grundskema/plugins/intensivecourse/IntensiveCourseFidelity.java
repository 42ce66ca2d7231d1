package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Held;
import dk.grundskema.solver.spi.toolkit.StudentAsks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What the guide asks of an intensive course and what a finished timetable gives of it. */
record IntensiveCourseFidelity(
        IntensiveCourseParameters asked, Problem problem, StudentAsks of, Asks asks, Finished finished) {
    static FidelityReport of(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        var asked = one.parameters();
        var students = new StudentAsks(one, problem, timetable, asked.studentIds());
        var report = new IntensiveCourseFidelity(asked, problem, students, students.asks(), students.finished());
        Origin practice = report.asks.source("guide", "practice");
        Origin partlyOurs = report.asks.partlyOurs("guide", "practice");
        report.amount(practice, partlyOurs);
        report.lessons(partlyOurs);
        students.outsideLessons("outside-lessons", report.asks.source("guide", "overview"), "course-lesson");
        students.atHome("own-school", practice, asked.site());
        students.known("known-adults", practice, "course-lesson");
        students.fullWeeks("mentor-course", partlyOurs, "mentor", 8, 2 * 45L, 8, 2, 45);
        students.onePerson("same-mentor", Asks.ours(), "mentor");
        students.whoWasIn("mentor-from-course", Asks.ours(), "mentor", "course-lesson");
        report.conditions(report.asks.source("guide", "conditions"));
        return students.report();
    }

    private void amount(Origin practice, Origin partlyOurs) {
        Map<GroupId, Map<IsoWeek, Long>> lessons = new LinkedHashMap<>();
        for (Held held : finished.held("course-lesson")) {
            Map<IsoWeek, Long> weeks =
                    lessons.computeIfAbsent(held.meeting().groupIds().getFirst(), any -> new LinkedHashMap<>());
            weeks.merge(held.week(), finished.minutes(held) / 45, Long::sum);
        }
        boolean isOnWeekends = asked.isOnWeekends(problem);
        var aWeek = asks.tally("lessons-a-week", practice, "lessons");
        var atLeast = asks.tally("two-weeks", practice, "weeks");
        var inAll = asks.tally("lessons-in-all", partlyOurs, "lessons");
        lessons.forEach((group, weeks) -> {
            long all = weeks.values().stream().mapToLong(one -> one).sum();
            if (isOnWeekends) {
                inAll.at(70, all, asks.why("few-lessons", all), group);
            } else {
                weeks.forEach((week, some) -> aWeek.at(35, some, asks.why("few-lessons", some), group, week));
                atLeast.at(2, weeks.size(), asks.why("few-weeks", weeks.size()), group);
            }
        });
        aWeek.done(35);
        atLeast.done(2);
        inAll.done(70);
    }

    private void lessons(Origin partlyOurs) {
        var adults = asks.tally("two-adults", partlyOurs, "lessons");
        var few = asks.tally("few-students", partlyOurs, "lessons");
        var qualified = asks.tally("qualified", partlyOurs, "lessons");
        for (Held held : finished.held("course-lesson")) {
            var lesson = held.meeting();
            var staff = Finished.staff(lesson);
            int size = finished.students(lesson, held.week()).size();
            adults.at(staff.size() >= 2, asks.why("few-adults", staff.size()), lesson.sessionId());
            few.at(size <= 14, asks.why("many-students", size), lesson.sessionId());
            boolean isAble = problem.staff().stream()
                    .anyMatch(who -> staff.contains(who.id()) && asked.isAble(who, "teacher", lesson.subject()));
            qualified.at(isAble, asks.why("nobody-qualified", lesson.subject()), lesson.sessionId());
        }
        adults.done(2);
        few.done(14);
        qualified.done();
    }

    private void conditions(Origin conditions) {
        var goals = asks.tally("goals", conditions, "subjects");
        asked.subjects().forEach(one -> goals.at(one.goal() != null, asks.why("no-goal"), one.subject()));
        goals.done();
        var handed = asks.tally("handover", conditions, "classes");
        var classes = of.students().stream().map(Student::classGroup).filter(Objects::nonNull);
        for (GroupId home : new TreeSet<>(classes.toList())) {
            boolean isMet = finished.meeting("handover/" + home)
                    .filter(one -> one.seats().stream().allMatch(seat -> seat.staffId() != null))
                    .isPresent();
            handed.at(isMet, asks.why("no-handover"), home);
        }
        handed.done();
    }
}
