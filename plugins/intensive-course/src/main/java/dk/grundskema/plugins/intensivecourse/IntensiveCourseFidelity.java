package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.util.Collection;

/** Compares a finished timetable with what the guide asks of an intensive course. */
final class IntensiveCourseFidelity {
    /** Adults in a lesson of a base group. */
    static final int ADULTS = 2;

    private static final String LESSON = "course-lesson";

    private IntensiveCourseFidelity() {}

    static FidelityReport of(Intervention<IntensiveCourseParameters> one, Problem problem, Timetable timetable) {
        var asked = one.parameters();
        var students = new StudentFidelity(one, problem, timetable, CourseParticipants.ids(asked.students()));
        FidelityReportBuilder asks = students.asks();
        var practice = asks.source("guide", "practice");
        var partlyOurs = asks.partlyOurs("guide", "practice");
        var groups = new GroupFidelity(asks, students.finished(), problem, LESSON);
        if (SchoolWeeks.areWeekends(asked.courseDates(problem))) {
            groups.lessonsInAll("lessons-in-all", partlyOurs, 70, 45);
        } else {
            groups.lessonsPerWeek("lessons-a-week", practice, 35, 45);
            groups.enoughWeeks("two-weeks", practice, 2);
        }
        groups.enoughAdults("two-adults", partlyOurs, ADULTS);
        groups.atMostStudents("few-students", partlyOurs, 14);
        groups.qualifiedAdult("qualified", partlyOurs, "teacher", asked::isAble);
        students.outsideLessons("outside-lessons", asks.source("guide", "overview"), LESSON);
        students.atOwnSchool("own-school", practice, asked.site());
        students.knownAdult("known-adults", practice, LESSON);
        students.fullWeeks("mentor-course", partlyOurs, "mentor", 8, 2 * 45L, 8, Mentoring.GUIDE_SESSIONS, 45);
        students.onePerson("same-mentor", FidelityReportBuilder.productDefault(), "mentor");
        students.samePeopleAsIn("mentor-from-course", FidelityReportBuilder.productDefault(), "mentor", LESSON);
        askGoals(asks, asks.source("guide", "conditions"), asked.subjects());
        var classes = CourseParticipants.classes(asked.students(), problem);
        HandoverMeetings.askForHandovers(asks, asks.source("guide", "conditions"), classes, students.finished());
        groups.addTable(45);
        students.addCompanionTable("mentors", "mentor", asked.mentoring().weeks());
        return students.build();
    }

    /** Adds the ask {@code goals} that each subject has a goal; reason {@code no-goal}. */
    private static void askGoals(FidelityReportBuilder asks, AskOrigin origin, Collection<SubjectShare> shares) {
        var tally = asks.tally("goals", origin, "subjects");
        shares.forEach(each -> tally.addPlace(each.goal() != null, asks.reason("no-goal"), each.subject()));
        tally.finish();
    }
}
