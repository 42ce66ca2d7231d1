package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MemberLockCheck;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.List;

/** Validates an intensive course on its own and against the rest of the problem. Reports all findings at once. */
record IntensiveCourseValidation(IntensiveCourseParameters asked, Problem problem, FindingCollector findings) {
    static List<Finding> of(Intervention<IntensiveCourseParameters> one, Problem problem) {
        var findings = new FindingCollector("intensive-course", problem);
        var validation = new IntensiveCourseValidation(one.parameters(), problem, findings);
        validation.checkNames();
        validation.checkPeople();
        List<LocalDate> dates = one.parameters().courseDates(problem);
        validation.checkDays(dates);
        if (!dates.isEmpty()) {
            validation.checkAfterwards();
        }
        MemberLockCheck.check(
                problem, () -> IntensiveCourseExpansion.of(one, problem, List.of()), findings, "students");
        return findings.all();
    }

    private void checkNames() {
        CourseParticipants.check(asked.students(), problem, findings, "students");
        new GroupFormation(asked.baseGroups())
                .check(CourseParticipants.ids(asked.students()), problem, findings, "baseGroups");
        LessonTime.check(asked.baseTimetable(), findings, "lessons");
        findings.checkKnown(asked.staff(), "staff");
        findings.checkKnown(asked.mentoring().mentors(), "mentoring/mentors");
        findings.checkKnown(asked.rooms(), "rooms");
        findings.checkKnown(asked.mentoring().rooms(), "mentoring/rooms");
        if (asked.site() != null) {
            findings.checkSite(asked.site(), "site");
        }
    }

    private void checkPeople() {
        ((Qualification) asked::isAble)
                .checkSubjectsHaveTeachers(problem, asked.staff(), "teacher", asked.subjects(), findings);
        boolean missing = asked.pedagogues() > 0
                && asked.ableStaff("pedagogue", asked.subjects(), problem).isEmpty();
        findings.warnIf(missing, "no-pedagogue", "pedagogues", asked.pedagogueSkill());
        if (asked.handoverMinutes() > 0) {
            HandoverMeetings.check(
                    CourseParticipants.classes(asked.students(), problem), problem, findings, "handoverMinutes");
        }
    }

    /** Less than the guide asks for is allowed and reported; replacing lessons requires a decision. */
    private void checkDays(List<LocalDate> dates) {
        findings.checkDates(asked.dates(), problem, "dates");
        int weeks = (int) dates.stream().map(IsoWeek::of).distinct().count();
        boolean isEnough = !asked.dates().isEmpty() || weeks == asked.weeks();
        findings.errorUnless(isEnough, "no-holiday", "weeks", weeks, asked.weeks());
        FullTimeValidator.check(dates, asked.baseTimetable().size(), 35, 2, findings);
        if (asked.takesStudentsFromLessons() == null) {
            var students = CourseParticipants.students(asked.students(), problem);
            ReplacedLessons.check(problem, students, asked.times(problem), findings, "dates");
        }
    }

    private void checkAfterwards() {
        Mentoring mentors = asked.mentoring();
        int wanted = mentors.weeks();
        boolean isShort = wanted < 8 || mentors.sessionsPerWeek() < 2 || mentors.minutes() < 45;
        findings.warnIf(isShort, "short-mentoring", "mentoring", wanted, mentors.sessionsPerWeek(), mentors.minutes());
        var weeks = asked.weeksAfter(wanted, problem, List.of());
        findings.warnIf(weeks.size() < wanted, "few-mentor-weeks", "mentoring/weeks", weeks.size(), wanted);
        var students = CourseParticipants.ids(asked.students());
        var usable = asked.afterSchool();
        UsableTimeValidator.check(
                students, usable, mentors.minutes(), mentors.sessionsPerWeek(), weeks, problem, findings, "usable");
        var after = asked.weeksAfter(asked.handoverWeeks(), problem, List.of());
        UsableTime.check(usable, asked.handoverMinutes(), after, problem, findings, "usable");
    }
}
