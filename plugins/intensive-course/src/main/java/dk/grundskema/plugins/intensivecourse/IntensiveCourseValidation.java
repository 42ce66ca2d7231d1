package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.LessonTime;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.Pins;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

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
        asked.baseGroups().check(asked.students().size(), findings, "baseGroups");
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
        for (int i = 0; i < asked.subjects().size(); i++) {
            SubjectShare one = asked.subjects().get(i);
            boolean lacks = asked.able("teacher", List.of(one), problem).isEmpty();
            findings.warnIf(lacks, "no-teacher", "subjects/" + i, one.subject(), one.asked());
        }
        boolean missing = asked.pedagogues() > 0
                && asked.able("pedagogue", asked.subjects(), problem).isEmpty();
        findings.warnIf(missing, "no-pedagogue", "pedagogues", asked.pedagogueSkill());
        var lessons = new OwnLessons(problem);
        Participant.classes(asked.students(), problem).forEach(home -> {
            boolean lacks =
                    asked.handoverMinutes() > 0 && lessons.teachers(home).isEmpty();
            findings.warnIf(lacks, "no-class-teacher", "handoverMinutes", home);
        });
    }

    /** What is less than the guide asks for is allowed, and said; what replaces lessons takes a decision. */
    private void days(List<LocalDate> dates) {
        findings.dates(asked.dates(), problem, "dates");
        var weeks = new TreeMap<IsoWeek, Integer>();
        int aDay = asked.baseTimetable().size();
        dates.forEach(date -> weeks.merge(IsoWeek.of(date), aDay, Integer::sum));
        boolean isEnough = !asked.dates().isEmpty() || weeks.size() == asked.weeks();
        findings.unless(isEnough, "no-holiday", "weeks", weeks.size(), asked.weeks());
        if (SchoolWeeks.areWeekends(dates)) {
            int all = aDay * dates.size();
            findings.warnIf(!dates.isEmpty() && all < 70, "few-lessons-in-all", "dates", all, 70);
        } else {
            weeks.forEach((week, has) -> findings.warnIf(has < 35, "few-lessons", "lessons", week, has, 35));
            findings.warnIf(weeks.size() < 2, "few-weeks", "weeks", weeks.size(), 2);
        }
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
        int minutes = Math.max(wanted == 0 ? 0 : mentors.minutes(), asked.handoverMinutes());
        UsableTime.check(asked.afterSchool(), minutes, weeks, problem, findings, "usable");
    }
}
