package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.Able;
import dk.grundskema.solver.spi.toolkit.EnoughTime;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.FullTime;
import dk.grundskema.solver.spi.toolkit.Handovers;
import dk.grundskema.solver.spi.toolkit.LessonTime;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.Pins;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.List;

/** What is wrong with an intensive course or doesn't fit the rest of the problem, all at once. */
record IntensiveCourseValidation(IntensiveCourseParameters asked, Problem problem, FindingList findings) {
    static List<Finding> of(Intervention<IntensiveCourseParameters> one, Problem problem) {
        var findings = new FindingList("intensive-course", problem);
        var validation = new IntensiveCourseValidation(one.parameters(), problem, findings);
        validation.names();
        validation.people();
        List<LocalDate> dates = one.parameters().courseDates(problem);
        validation.days(dates);
        if (!dates.isEmpty()) {
            validation.afterwards();
        }
        Pins.check(problem, () -> IntensiveCourseExpansion.of(one, problem, List.of()), findings, "students");
        return findings.all();
    }

    private void names() {
        Participant.check(asked.students(), problem, findings, "students");
        asked.baseGroups().check(Participant.ids(asked.students()), problem, findings, "baseGroups");
        LessonTime.check(asked.baseTimetable(), findings, "lessons");
        findings.known(asked.staff(), "staff");
        findings.known(asked.mentoring().mentors(), "mentoring/mentors");
        findings.known(asked.rooms(), "rooms");
        findings.known(asked.mentoring().rooms(), "mentoring/rooms");
        if (asked.site() != null) {
            findings.site(asked.site(), "site");
        }
    }

    private void people() {
        ((Able) asked::isAble).check(problem, asked.staff(), "teacher", asked.subjects(), findings);
        boolean missing = asked.pedagogues() > 0
                && asked.able("pedagogue", asked.subjects(), problem).isEmpty();
        findings.warnIf(missing, "no-pedagogue", "pedagogues", asked.pedagogueSkill());
        if (asked.handoverMinutes() > 0) {
            Handovers.check(Participant.classes(asked.students(), problem), problem, findings, "handoverMinutes");
        }
    }

    /** What is less than the guide asks for is allowed, and said; what replaces lessons takes a decision. */
    private void days(List<LocalDate> dates) {
        findings.dates(asked.dates(), problem, "dates");
        int weeks = (int) dates.stream().map(IsoWeek::of).distinct().count();
        boolean isEnough = !asked.dates().isEmpty() || weeks == asked.weeks();
        findings.unless(isEnough, "no-holiday", "weeks", weeks, asked.weeks());
        FullTime.check(dates, asked.baseTimetable().size(), 35, 2, findings);
        if (asked.takesStudentsFromLessons() == null) {
            var students = Participant.students(asked.students(), problem);
            findings.replacedLessons(problem, students, asked.times(problem), "dates");
        }
    }

    private void afterwards() {
        Mentoring mentors = asked.mentoring();
        int wanted = mentors.weeks();
        boolean isShort = wanted < 8 || mentors.sessionsPerWeek() < 2 || mentors.minutes() < 45;
        findings.warnIf(isShort, "short-mentoring", "mentoring", wanted, mentors.sessionsPerWeek(), mentors.minutes());
        var weeks = asked.weeksAfter(wanted, problem, List.of());
        findings.warnIf(weeks.size() < wanted, "few-mentor-weeks", "mentoring/weeks", weeks.size(), wanted);
        var students = Participant.ids(asked.students());
        var usable = asked.afterSchool();
        EnoughTime.check(
                students, usable, mentors.minutes(), mentors.sessionsPerWeek(), weeks, problem, findings, "usable");
        var after = asked.weeksAfter(asked.handoverWeeks(), problem, List.of());
        UsableTime.check(usable, asked.handoverMinutes(), after, problem, findings, "usable");
    }
}
