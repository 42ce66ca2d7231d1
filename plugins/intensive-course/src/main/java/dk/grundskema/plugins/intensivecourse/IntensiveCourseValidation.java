package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with an intensive course or doesn't fit the rest of the problem, all at once. */
record IntensiveCourseValidation(
        Course course, IntensiveCourseParameters asked, Problem problem, FindingList findings) {
    static List<Finding> of(Intervention<IntensiveCourseParameters> one, Problem problem) {
        var findings = new FindingList("intensive-course", problem);
        var validation = new IntensiveCourseValidation(new Course(one, problem), one.parameters(), problem, findings);
        validation.names();
        validation.groups();
        validation.people();
        validation.days();
        if (!validation.course.dates().isEmpty()) {
            validation.amount();
            validation.afterwards();
            if (validation.asked.takesStudentsFromLessons() == null) {
                findings.replacedLessons(problem, validation.course.students(), validation.course.times(), "dates");
            }
        }
        return findings.all();
    }

    private void names() {
        for (int i = 0; i < asked.students().size(); i++) {
            var student = asked.students().get(i).studentId();
            boolean isKnown = findings.student(student, "students/" + i + "/studentId");
            boolean lacks = isKnown
                    && course.lessons().of(student).isEmpty()
                    && !problem.lessons().isEmpty();
            findings.warnIf(lacks, "student-without-timetable", "students/" + i, student);
        }
        findings.staff(asked.staff(), "staff");
        findings.staff(asked.mentoring().mentors(), "mentoring/mentors");
        findings.rooms(asked.rooms(), "rooms");
        findings.rooms(asked.mentoring().rooms(), "mentoring/rooms");
        if (asked.site() != null) {
            findings.site(asked.site(), "site");
        }
    }

    private void groups() {
        int students = asked.students().size();
        int groups = asked.groupCount();
        int places = groups * asked.largestGroup();
        findings.warnIf(students > places, "too-few-places", "groups", students, places);
        int least = asked.smallestGroup();
        findings.warnIf(students < groups * least, "small-groups", "groups", students, groups, least);
        DemandDraft.groupIds(course.intervention(), "group", groups).stream()
                .filter(id -> problem.group(id).isPresent())
                .forEach(id -> findings.error("group-taken", "groups", id));
        for (int i = 1; i < asked.baseTimetable().size(); i++) {
            var ends = asked.baseTimetable().get(i - 1).end();
            var starts = asked.baseTimetable().get(i).start();
            findings.unless(!starts.isBefore(ends), "lesson.overlap", "lessons/" + i, starts, ends);
        }
    }

    private void people() {
        for (int i = 0; i < asked.subjects().size(); i++) {
            CourseSubject one = asked.subjects().get(i);
            boolean lacks = course.teachers(List.of(one)).isEmpty();
            findings.warnIf(lacks, "no-teacher", "subjects/" + i, one.subject(), one.asked());
        }
        boolean missing = asked.pedagogues() > 0 && course.pedagogues().isEmpty();
        findings.warnIf(missing, "no-pedagogue", "pedagogues", asked.pedagogueSkill());
        course.homeClasses().forEach(home -> {
            boolean lacks =
                    asked.handoverMinutes() > 0 && course.teachersOf(home).isEmpty();
            findings.warnIf(lacks, "no-class-teacher", "handoverMinutes", home);
        });
    }

    private void days() {
        Horizon horizon = problem.horizon();
        for (int i = 0; i < asked.dates().size(); i++) {
            LocalDate date = asked.dates().get(i);
            boolean isIn = horizon.contains(date);
            findings.unless(isIn, "date-outside", "dates/" + i, date, horizon.firstDay(), horizon.lastDay());
        }
        long weeks = course.dates().stream().map(IsoWeek::of).distinct().count();
        boolean isEnough = !asked.dates().isEmpty() || weeks == asked.weeks();
        findings.unless(isEnough, "no-holiday", "weeks", weeks, asked.weeks());
    }

    /** What is less than the guide asks for is allowed, and said. */
    private void amount() {
        Map<IsoWeek, Integer> weeks = new LinkedHashMap<>();
        int aDay = asked.baseTimetable().size();
        course.dates().forEach(date -> weeks.merge(IsoWeek.of(date), aDay, Integer::sum));
        int all = aDay * course.dates().size();
        if (asked.isOnWeekends(problem)) {
            findings.warnIf(all < 70, "few-lessons-in-all", "dates", all, 70);
        } else {
            weeks.forEach((week, has) -> findings.warnIf(has < 35, "few-lessons", "lessons", week, has, 35));
            findings.warnIf(weeks.size() < 2, "few-weeks", "weeks", weeks.size(), 2);
        }
    }

    private void afterwards() {
        int wanted = asked.mentoring().weeks();
        var weeks = course.weeksAfter(wanted, List.of());
        findings.warnIf(weeks.size() < wanted, "few-mentor-weeks", "mentoring/weeks", weeks.size(), wanted);
        int minutes = Math.max(wanted == 0 ? 0 : asked.mentoring().minutes(), asked.handoverMinutes());
        boolean fits =
                UsableTime.times(asked.afterSchool(), minutes, weeks, problem).isEmpty();
        findings.warnIf(minutes > 0 && !weeks.isEmpty() && fits, "no-usable-time", "usable", minutes);
    }
}
