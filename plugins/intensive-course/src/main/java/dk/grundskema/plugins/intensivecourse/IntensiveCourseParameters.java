package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an intensive course is made of. Source: guide to school-supporting interventions, part D; what the guide leaves open is ours.
 *
 * @param dates                    the days of the course, in holidays or on weekends; empty means Monday to Friday of the first {@code weeks} weeks
 *     of the horizon without teaching
 * @param weeks                    how many of these weeks, 1 to 10; says nothing beside {@code dates}. Source: guide, part D (2)
 * @param site                     where it is; {@code null} means the problem's first site
 * @param students                 who takes part, at least one
 * @param smallestGroup            fewest students in a base group, 1 to 40; the default is ours
 * @param largestGroup             most students in a base group, from {@code smallestGroup} to 40; the default is ours
 * @param groups                   how many base groups, 1 to 40; {@code null} means as few as have a place for everybody
 * @param lessons                  the base timetable, each lesson of a day; empty means ours: seven lessons of 45 minutes from 8:30 to 15:00
 * @param subjects                 one or few subjects, at least one
 * @param staff                    who may be an adult of the course; empty means everybody with a fitting skill
 * @param teachers                 teachers in each lesson of a base group, 0 to 4; the default is ours
 * @param pedagogues               pedagogues in each lesson of a base group, 0 to 4; the default is ours
 * @param pedagogueSkill           skill by which pedagogues are known
 * @param rooms                    rooms of the course; with one for each base group, each keeps its own. Empty means that none is needed
 * @param preparationMinutes       paid preparation and evaluation of each adult for a lesson, 0 to 120; the default is ours
 * @param mentoring                the mentor course afterwards
 * @param handoverMinutes          length of the handover to a class's teacher, 0 to 180; 0 means none. The default is ours
 * @param handoverWeeks            in how many of the first school weeks after the course handovers are held, 1 to 10; the default is ours
 * @param usable                   when mentors' meetings and handovers may be held; empty means Monday to Thursday from 14 to 16, which is ours
 * @param work                     working-time rules during the course; {@code null} means those of the problem
 * @param takesStudentsFromLessons decision by which students miss ordinary lessons; {@code null} means that they may not
 */
public record IntensiveCourseParameters(
        List<LocalDate> dates,
        @Default("2") int weeks,
        @Nullable SiteId site,
        List<Participant> students,
        @Default("10") int smallestGroup,
        @Default("14") int largestGroup,
        @Nullable Integer groups,
        List<LessonTime> lessons,
        List<CourseSubject> subjects,
        List<StaffId> staff,
        @Default("1") int teachers,
        @Default("1") int pedagogues,
        @Default("\"pædagog\"") String pedagogueSkill,
        List<RoomId> rooms,
        @Default("15") int preparationMinutes,
        @Default("{}") Mentoring mentoring,
        @Default("30") int handoverMinutes,
        @Default("2") int handoverWeeks,
        List<UsableTime> usable,
        @Nullable WorkRules work,
        @Nullable Decision takesStudentsFromLessons) {
    private static final List<LessonTime> USUAL_LESSONS = Stream.of(
                    "08:30", "09:15", "10:20", "11:05", "12:30", "13:15", "14:15")
            .map(LocalTime::parse)
            .map(start -> new LessonTime(start, start.plusMinutes(45)))
            .toList();
    private static final List<UsableTime> AFTER_SCHOOL = List.of(new UsableTime(
            new TreeSet<>(List.of(DayOfWeek.values()).subList(0, 4)), LocalTime.of(14, 0), LocalTime.of(16, 0)));

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, something is named twice, or nobody or nothing is taught */
    public IntensiveCourseParameters {
        dates = List.copyOf(dates);
        students = List.copyOf(students);
        lessons = List.copyOf(lessons);
        subjects = List.copyOf(subjects);
        staff = List.copyOf(staff);
        rooms = List.copyOf(rooms);
        usable = List.copyOf(usable);
        new Checks()
                .distinct("dates", dates)
                .range("weeks", weeks, 1, 10)
                .notEmpty("students", students)
                .distinct(
                        "students",
                        students.stream().map(Participant::studentId).toList())
                .range("smallestGroup", smallestGroup, 1, 40)
                .range("largestGroup", largestGroup, smallestGroup, 40)
                .range("groups", groups == null ? 1 : groups, 1, 40)
                .notEmpty("subjects", subjects)
                .distinct(
                        "subjects",
                        subjects.stream().map(CourseSubject::subject).toList())
                .distinct("staff", staff)
                .range("teachers", teachers, 0, 4)
                .range("pedagogues", pedagogues, 0, 4)
                .name("pedagogueSkill", pedagogueSkill)
                .distinct("rooms", rooms)
                .range("preparationMinutes", preparationMinutes, 0, 120)
                .range("handoverMinutes", handoverMinutes, 0, 180)
                .range("handoverWeeks", handoverWeeks, 1, 10)
                .done();
    }

    private static List<StudentId> ids(List<Participant> some) {
        return some.stream().map(Participant::studentId).toList();
    }

    /** Who takes part. */
    List<StudentId> studentIds() {
        return ids(students);
    }

    /** The days of the course, in order: those given, or those of the first holiday weeks. */
    List<LocalDate> courseDates(Problem problem) {
        return dates.isEmpty()
                ? new SchoolWeeks(problem)
                        .holidays().stream()
                                .limit(weeks)
                                .flatMap(week -> List.of(DayOfWeek.values()).subList(0, 5).stream()
                                        .map(week::date))
                                .toList()
                : dates.stream().sorted().toList();
    }

    /** The lessons of a day, in order. */
    List<LessonTime> baseTimetable() {
        return lessons.isEmpty() ? USUAL_LESSONS : lessons;
    }

    /** How many base groups there are. */
    int groupCount() {
        return groups == null ? Math.ceilDiv(students.size(), largestGroup) : groups;
    }

    /** In how many groups the mentees are; 0 if each has a mentor alone, or nobody has one. */
    int menteeGroups() {
        int places = Math.min(students.size(), groupCount() * largestGroup);
        boolean inGroups = mentoring.weeks() > 0 && mentoring.menteesPerSession() > 1;
        return inGroups ? Math.ceilDiv(places, mentoring.menteesPerSession()) : 0;
    }

    /** Whose meetings with mentors are planned, groups or students; empty if there are none. */
    List<? extends Id> mentees(Intervention<?> intervention) {
        return mentoring.weeks() > 0 && mentoring.menteesPerSession() == 1
                ? studentIds()
                : DemandDraft.groupIds(intervention, "mentees", menteeGroups());
    }

    /** Pedagogues are known by their skill, everybody else has to be able to teach the subject. */
    boolean isAble(StaffMember who, String role, String subject) {
        String skill = subjects.stream()
                .filter(one -> one.subject().equals(subject))
                .map(CourseSubject::asked)
                .findFirst()
                .orElse(subject);
        return Words.isAmong(who.skills(), role.equals("pedagogue") ? pedagogueSkill : skill);
    }

    /** Whether the course has no day from Monday to Friday. */
    boolean isOnWeekends(Problem problem) {
        return courseDates(problem).stream()
                .allMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    /** When meetings after the course may be held. */
    List<UsableTime> afterSchool() {
        return usable.isEmpty() ? AFTER_SCHOOL : usable;
    }
}
