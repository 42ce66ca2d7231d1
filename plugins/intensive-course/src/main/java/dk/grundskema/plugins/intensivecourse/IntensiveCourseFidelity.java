package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.GroupAsks;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import dk.grundskema.solver.spi.toolkit.StudentAsks;

/** What the guide asks of an intensive course and what a finished timetable gives of it. */
final class IntensiveCourseFidelity {
    private static final String LESSON = "course-lesson";

    private IntensiveCourseFidelity() {}

    static FidelityReport of(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        var asked = one.parameters();
        var students = new StudentAsks(one, problem, timetable, Participant.ids(asked.students()));
        Asks asks = students.asks();
        var practice = asks.source("guide", "practice");
        var partlyOurs = asks.partlyOurs("guide", "practice");
        var groups = new GroupAsks(asks, students.finished(), problem, LESSON);
        if (SchoolWeeks.areWeekends(asked.courseDates(problem))) {
            groups.lessonsInAll("lessons-in-all", partlyOurs, 70, 45);
        } else {
            groups.lessonsAWeek("lessons-a-week", practice, 35, 45);
            groups.weeks("two-weeks", practice, 2);
        }
        groups.adults("two-adults", partlyOurs, 2);
        groups.fewStudents("few-students", partlyOurs, 14);
        groups.able("qualified", partlyOurs, "teacher", asked::isAble);
        students.outsideLessons("outside-lessons", asks.source("guide", "overview"), LESSON);
        students.atHome("own-school", practice, asked.site());
        students.known("known-adults", practice, LESSON);
        students.fullWeeks("mentor-course", partlyOurs, "mentor", 8, 2 * 45L, 8, 2, 45);
        students.onePerson("same-mentor", Asks.ours(), "mentor");
        students.whoWasIn("mentor-from-course", Asks.ours(), "mentor", LESSON);
        var goals = asks.tally("goals", asks.source("guide", "conditions"), "subjects");
        asked.subjects().forEach(each -> goals.at(each.goal() != null, asks.why("no-goal"), each.subject()));
        goals.done();
        var handed = asks.tally("handover", asks.source("guide", "conditions"), "classes");
        for (GroupId home : Participant.classes(asked.students(), problem)) {
            boolean isMet = students.finished().meetings("handover").stream()
                    .filter(each -> each.sessionId().value().endsWith("/" + home))
                    .anyMatch(each -> each.seats().stream().allMatch(seat -> seat.staffId() != null));
            handed.at(isMet, asks.why("no-handover"), home);
        }
        handed.done();
        return students.report();
    }
}
