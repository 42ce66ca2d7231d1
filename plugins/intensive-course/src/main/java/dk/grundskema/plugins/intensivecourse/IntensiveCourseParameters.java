package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an intensive course is made of. Source: guide to school-supporting interventions, part D; what the guide leaves open is ours.
 *
 * @param dates                    the days of the course, in holidays or on weekends; empty means Monday to Friday of the first {@code weeks} weeks
 *     of the horizon without teaching
 * @param weeks                    number of these weeks, 1 to 10; ignored if {@code dates} is not empty. Source: guide, part D (2)
 * @param site                     site; {@code null} means the problem's first site
 * @param students                 participants, at least one
 * @param baseGroups               how many base groups of which sizes; 10 to 14 students are ours
 * @param lessons                  the lessons of each day; empty means the default: seven lessons of 45 minutes from 8:30 to 15:00
 * @param subjects                 subjects, at least one
 * @param staff                    staff members who may work in the course; empty means everybody with a required skill
 * @param teachers                 teachers in each lesson of a base group, 0 to 4; the default is ours
 * @param pedagogues               pedagogues in each lesson of a base group, 0 to 4; the default is ours
 * @param pedagogueSkill           skill that marks a staff member as a pedagogue
 * @param rooms                    rooms of the course; if there is one for each base group, each group keeps its own. Empty means that none is needed
 * @param preparationMinutes       paid preparation and evaluation of each adult for a lesson, 0 to 120; the default is ours
 * @param mentoring                the mentor course afterwards
 * @param handoverMinutes          length of the handover to a class's teacher, 0 to 180; 0 means none. The default is ours
 * @param handoverWeeks            number of school weeks, from the first one after the course, in which handovers are held, 1 to 10; the default is
 *     ours
 * @param usable                   possible times of mentors' meetings and handovers; empty means Monday to Thursday from 14 to 16, which is ours
 * @param work                     working-time rules during the course; {@code null} means those of the problem
 * @param takesStudentsFromLessons decision by which students miss ordinary lessons; {@code null} means that they may not
 */
public record IntensiveCourseParameters(
        List<LocalDate> dates,
        @Default("2") int weeks,
        @Nullable SiteId site,
        List<Participant> students,
        @Default("{\"smallest\": 10, \"largest\": 14}") GroupSizes baseGroups,
        List<LessonTime> lessons,
        List<SubjectShare> subjects,
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
    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, something is named twice,
     *         or there are no students or no subjects
     */
    public IntensiveCourseParameters {
        dates = List.copyOf(dates);
        students = List.copyOf(students);
        lessons = List.copyOf(lessons);
        subjects = List.copyOf(subjects);
        staff = List.copyOf(staff);
        rooms = List.copyOf(rooms);
        usable = List.copyOf(usable);
        new RecordValidator()
                .distinct("dates", dates)
                .range("weeks", weeks, 1, 10)
                .notEmpty("students", students)
                .distinct(
                        "students",
                        students.stream().map(Participant::studentId).toList())
                .notEmpty("subjects", subjects)
                .distinct(
                        "subjects", subjects.stream().map(SubjectShare::subject).toList())
                .distinct("staff", staff)
                .range("teachers", teachers, 0, 4)
                .range("pedagogues", pedagogues, 0, 4)
                .name("pedagogueSkill", pedagogueSkill)
                .distinct("rooms", rooms)
                .range("preparationMinutes", preparationMinutes, 0, 120)
                .range("handoverMinutes", handoverMinutes, 0, 180)
                .range("handoverWeeks", handoverWeeks, 1, 10)
                .throwIfInvalid();
    }

    /** Returns the days of the course in order: the given ones, or those of the first holiday weeks. */
    List<LocalDate> courseDates(Problem problem) {
        return dates.isEmpty()
                ? SchoolWeeks.of(problem).holidayDates(weeks)
                : dates.stream().sorted().toList();
    }

    /** Returns the lessons of a day, in order. */
    List<LessonTime> baseTimetable() {
        return lessons.isEmpty() ? LessonTime.sevenLessons() : lessons;
    }

    /** Returns the times of the course's lessons. */
    List<MeetingTime> times(Problem problem) {
        return courseDates(problem).stream()
                .flatMap(date -> baseTimetable().stream().map(one -> one.on(date)))
                .toList();
    }

    /** Returns when meetings after the course may be held. */
    List<UsableTime> afterSchool() {
        return usable.isEmpty() ? List.of(UsableTime.afterSchool()) : usable;
    }

    /** Returns the given number of school weeks after the course. */
    SortedSet<IsoWeek> weeksAfter(int count, Problem problem, List<DateSpan> interruptions) {
        IsoWeek last = IsoWeek.of(courseDates(problem).getLast());
        return PlannedWeeks.of(problem, last.plus(1), count, interruptions);
    }

    /** Returns the groups of mentees: as many as the participants need; none if each has a mentor alone. */
    GroupSizes menteeSizes() {
        int most = mentoring.menteesPerSession();
        return new GroupSizes(1, most, Math.ceilDiv(new GroupFormation(baseGroups).placedCount(students.size()), most));
    }

    /** Returns the groups or students whose meetings with mentors are planned; empty if there are none. */
    List<? extends Id> mentees(Intervention<?> intervention) {
        if (mentoring.weeks() == 0) {
            return List.of();
        }
        return mentoring.menteesPerSession() == 1
                ? CourseParticipants.ids(students)
                : DemandBuilder.groupIds(
                        intervention, "mentees", new GroupFormation(menteeSizes()).groupCount(students.size()));
    }

    /**
     * Returns whether a staff member can have a role. Pedagogues need the pedagogue skill, all others must be able to teach the
     * subject.
     */
    boolean isAble(StaffMember who, String role, String subject) {
        boolean cares = role.equals("pedagogue");
        return WordMatcher.isAmong(who.skills(), cares ? pedagogueSkill : requiredSkill(subject));
    }

    /** Returns the staff who can have a role of the course in one of the given subjects. */
    List<StaffId> ableStaff(String role, List<SubjectShare> some, Problem problem) {
        return ((Qualification) this::isAble).qualifiedStaff(problem, staff, role, some);
    }

    /** Returns the staff who can have any role of the course. */
    List<StaffId> adults(Problem problem) {
        var roles = Stream.of("teacher", "pedagogue");
        return roles.flatMap(role -> ableStaff(role, subjects, problem).stream())
                .distinct()
                .toList();
    }

    /** Returns the skill that teaching a subject requires: that of its share, or the subject itself if it has no share. */
    private String requiredSkill(String subject) {
        return subjects.stream()
                .filter(one -> one.subject().equals(subject))
                .map(SubjectShare::requiredSkill)
                .findFirst()
                .orElse(subject);
    }

    private IntensiveCourseParameters with(
            List<StaffId> otherStaff, int teachersEach, int pedagoguesEach, Mentoring otherMentoring) {
        return new IntensiveCourseParameters(
                dates,
                weeks,
                site,
                students,
                baseGroups,
                lessons,
                subjects,
                otherStaff,
                teachersEach,
                pedagoguesEach,
                pedagogueSkill,
                rooms,
                preparationMinutes,
                otherMentoring,
                handoverMinutes,
                handoverWeeks,
                usable,
                work,
                takesStudentsFromLessons);
    }

    /** Returns the parameters with other numbers of adults in each lesson of a base group. */
    IntensiveCourseParameters withAdults(int teachersEach, int pedagoguesEach) {
        return with(staff, teachersEach, pedagoguesEach, mentoring);
    }

    IntensiveCourseParameters withMentoring(Mentoring otherwise) {
        return with(staff, teachers, pedagogues, otherwise);
    }

    /** Returns the parameters with one more person in the lists of staff and mentors; an empty list already means everybody. */
    IntensiveCourseParameters withPerson(StaffId person) {
        return with(
                withOneMore(staff, person),
                teachers,
                pedagogues,
                mentoring.withMentors(withOneMore(mentoring.mentors(), person)));
    }

    private static List<StaffId> withOneMore(List<StaffId> some, StaffId person) {
        return some.isEmpty()
                ? some
                : Stream.concat(some.stream(), Stream.of(person)).toList();
    }
}
