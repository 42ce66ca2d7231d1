package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.intensivecourse.Course.Replaced;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wrong with an intensive course or doesn't fit the rest of the problem, all at once. */
final class IntensiveCourseValidation {
    private final Course course;
    private final IntensiveCourseParameters asked;
    private final Problem problem;
    private final FindingList findings;

    private IntensiveCourseValidation(Course course) {
        this.course = course;
        this.asked = course.asked();
        this.problem = course.problem();
        this.findings = new FindingList("intensive-course", problem);
    }

    static List<Finding> of(Intervention<IntensiveCourseParameters> intervention, Problem problem) {
        var validation = new IntensiveCourseValidation(new Course(intervention, problem));
        validation.names();
        validation.groups();
        validation.people();
        List<LocalDate> dates = validation.asked.courseDates(problem);
        if (validation.areGood(dates)) {
            validation.amount(dates);
            validation.replaced();
            validation.afterwards();
        }
        return validation.findings.all();
    }

    private void names() {
        for (int i = 0; i < asked.students().size(); i++) {
            var student = asked.students().get(i).studentId();
            if (findings.student(student, "students/" + i + "/studentId")) {
                boolean hasTimetable = !course.lessons().of(student).isEmpty()
                        || problem.lessons().isEmpty();
                findings.warnIf(!hasTimetable, "student-without-timetable", "students/" + i, student);
            }
        }
        each(asked.staff(), "staff", findings::staff);
        each(asked.mentoring().mentors(), "mentoring/mentors", findings::staff);
        each(asked.rooms(), "rooms", findings::room);
        each(asked.mentoring().rooms(), "mentoring/rooms", findings::room);
        if (asked.site() != null) {
            findings.site(asked.site(), "site");
        }
    }

    private interface Named<T> {
        boolean isKnown(T id, String place);
    }

    private static <T> void each(List<T> ids, String place, Named<T> named) {
        for (int i = 0; i < ids.size(); i++) {
            named.isKnown(ids.get(i), place + "/" + i);
        }
    }

    private void groups() {
        int students = asked.students().size();
        int groups = asked.groupCount();
        findings.warnIf(
                students > groups * asked.largestGroup(),
                "too-few-places",
                "groups",
                students,
                groups * asked.largestGroup());
        findings.warnIf(
                students < groups * asked.smallestGroup(),
                "small-groups",
                "groups",
                students,
                groups,
                asked.smallestGroup());
        course.formed("group", groups).stream()
                .filter(id -> problem.group(id).isPresent())
                .forEach(id -> findings.error("group-taken", "groups", id));
        for (int i = 1; i < asked.baseTimetable().size(); i++) {
            LessonTime before = asked.baseTimetable().get(i - 1);
            LessonTime one = asked.baseTimetable().get(i);
            findings.unless(
                    !one.start().isBefore(before.end()), "lesson.overlap", "lessons/" + i, one.start(), before.end());
        }
    }

    private void people() {
        for (int i = 0; i < asked.subjects().size(); i++) {
            CourseSubject subject = asked.subjects().get(i);
            boolean can = problem.staff().stream()
                    .anyMatch(one -> course.teachers().contains(one.id()) && Course.isQualified(one, subject));
            findings.warnIf(!can, "no-teacher", "subjects/" + i, subject.subject(), subject.asked());
        }
        boolean missing = asked.pedagogues() > 0 && course.pedagogues().isEmpty();
        findings.warnIf(missing, "no-pedagogue", "pedagogues", asked.pedagogueWord(problem));
        for (GroupId home : course.homeClasses()) {
            boolean lacks =
                    asked.handoverMinutes() > 0 && course.teachersOf(home).isEmpty();
            findings.warnIf(lacks, "no-class-teacher", "handoverMinutes", home);
        }
    }

    private boolean areGood(List<LocalDate> dates) {
        long weeks = dates.stream().map(IsoWeek::of).distinct().count();
        findings.unless(
                !asked.dates().isEmpty() || weeks == asked.weeks(), "no-holiday", "weeks", weeks, asked.weeks());
        for (int i = 0; i < asked.dates().size(); i++) {
            LocalDate date = asked.dates().get(i);
            findings.unless(
                    problem.horizon().contains(date),
                    "date-outside",
                    "dates/" + i,
                    date,
                    problem.horizon().firstDay(),
                    problem.horizon().lastDay());
        }
        return !dates.isEmpty();
    }

    /** What is less than the guide asks for is allowed, and said. */
    private void amount(List<LocalDate> dates) {
        int lessons = asked.baseTimetable().size();
        SortedMap<IsoWeek, Integer> weeks = new TreeMap<>();
        dates.forEach(date -> weeks.merge(IsoWeek.of(date), lessons, Integer::sum));
        if (Amounts.isOnWeekends(dates)) {
            int all = lessons * dates.size();
            findings.warnIf(all < Amounts.ALL, "few-lessons-in-all", "dates", all, Amounts.ALL);
            return;
        }
        weeks.forEach((week, has) ->
                findings.warnIf(has < Amounts.A_WEEK, "few-lessons", "lessons", week, has, Amounts.A_WEEK));
        findings.warnIf(weeks.size() < Amounts.WEEKS, "few-weeks", "weeks", weeks.size(), Amounts.WEEKS);
    }

    /** A course is never in ordinary teaching time, unless somebody decided so. */
    private void replaced() {
        SortedMap<GroupId, Set<Replaced>> classes = new TreeMap<>();
        for (Student student : course.students()) {
            var lost = course.replaced(student.id());
            if (!lost.isEmpty()) {
                GroupId home = student.classGroup();
                GroupId name = home == null ? new GroupId(student.id().value()) : home;
                classes.computeIfAbsent(name, any -> new LinkedHashSet<>()).addAll(lost);
            }
        }
        classes.forEach((home, lost) -> {
            Replaced first = lost.iterator().next();
            findings.unless(
                    asked.takesStudentsFromLessons() != null,
                    "replaces-lessons",
                    "dates",
                    home,
                    lost.size(),
                    first.lesson().title(),
                    first.date());
        });
    }

    private void afterwards() {
        int weeks = asked.mentoring().weeks();
        var there = PlannedWeeks.of(problem, course.firstWeekAfter(), weeks, List.of());
        findings.warnIf(there.size() < weeks, "few-mentor-weeks", "mentoring/weeks", there.size(), weeks);
        int longest = Math.max(weeks == 0 ? 0 : asked.mentoring().minutes(), asked.handoverMinutes());
        boolean fits = longest == 0
                || there.isEmpty()
                || !UsableTime.times(asked.afterSchool(), longest, there, problem)
                        .isEmpty();
        findings.warnIf(!fits, "no-usable-time", "usable", longest);
    }
}
