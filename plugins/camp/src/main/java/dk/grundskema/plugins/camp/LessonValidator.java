package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks whether a camp takes students from ordinary lessons, which requires a named decision. Source: guide to school-supporting
 * interventions, ch. 1.
 */
final class LessonValidator {
    private static final String PLACE = "/parameters/takesStudentsFromLessons";

    /** Assumed start of lessons on school days; ours. */
    private static final LocalTime SCHOOL_STARTS = LocalTime.of(8, 0);

    private static final LocalTime SCHOOL_ENDS = LocalTime.of(15, 30);

    private final CampContext context;
    private final Problem problem;
    private final Set<StudentId> students;
    private final Map<GroupId, Group> groups;

    LessonValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.students = context.students().stream().map(Student::id).collect(Collectors.toSet());
        this.groups = problem.groups().stream().collect(Collectors.toMap(Group::id, group -> group));
    }

    List<Finding> findings() {
        if (context.parameters().takesStudentsFromLessons() != null) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        checkTerms(findings);
        checkLessons(findings);
        return findings;
    }

    private void checkTerms(List<Finding> findings) {
        Map<SchoolId, School> schools =
                problem.schools().stream().collect(Collectors.toMap(School::id, school -> school));
        var dates = new TreeSet<LocalDate>();
        int concerned = 0;
        for (Student student : context.students()) {
            SchoolId id = student.school();
            School school = id == null ? null : schools.get(id);
            boolean inTerm = false;
            for (CampContext.CampDay day : context.days()) {
                if (school != null && school.isInTerm(day.date()) && isInSchoolHours(day)) {
                    dates.add(day.date());
                    inTerm = true;
                }
            }
            concerned += inTerm ? 1 : 0;
        }
        if (concerned > 0) {
            findings.add(Finding.error(
                    "camp.lessons.school-in-term", PLACE, concerned, dates.size(), dates.first(), dates.last()));
        }
    }

    private static boolean isInSchoolHours(CampContext.CampDay day) {
        DayOfWeek weekday = day.date().getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && day.kind().blocks().stream()
                        .filter(Block::hasStudents)
                        .anyMatch(block -> block.start().isBefore(SCHOOL_ENDS)
                                && (block.endsNextDay() || block.end().isAfter(SCHOOL_STARTS)));
    }

    private void checkLessons(List<Finding> findings) {
        var busy = campTimes();
        var concerned = new HashSet<StudentId>();
        int lost = 0;
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week : lesson.time().weeks()) {
                Interval when = lesson.time().interval(week, problem.horizon().zone());
                if (busy.stream().anyMatch(when::overlaps)) {
                    var missing = participants(lesson, week);
                    lost += missing.isEmpty() ? 0 : 1;
                    concerned.addAll(missing);
                }
            }
        }
        if (lost > 0) {
            findings.add(Finding.error("camp.lessons.students-in-lessons", PLACE, concerned.size(), lost));
        }
    }

    private List<Interval> campTimes() {
        var zone = problem.horizon().zone();
        var times = new ArrayList<Interval>();
        for (CampContext.CampDay day : context.days()) {
            for (Block block : day.kind().blocks()) {
                if (block.hasStudents()) {
                    LocalDate ends = block.endsNextDay() ? day.date().plusDays(1) : day.date();
                    times.add(Interval.between(day.date().atTime(block.start()), ends.atTime(block.end()), zone));
                }
            }
        }
        return times;
    }

    /** Returns the camp's students who attend the lesson in a week. */
    private Set<StudentId> participants(Lesson lesson, IsoWeek week) {
        var who = new HashSet<>(lesson.studentIds());
        for (GroupId id : lesson.groupIds()) {
            Group group = groups.get(id);
            for (GroupMember member : group == null ? List.<GroupMember>of() : group.members()) {
                if (member.weeks().isEmpty() || member.weeks().contains(week)) {
                    who.add(member.studentId());
                }
            }
        }
        who.retainAll(students);
        return who;
    }
}
