package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.ClassNeed;
import dk.grundskema.plugins.coteaching.CoTeacher;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.TeachingForm;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A school's plan, indexed for scoring. Written from the rules' definitions, independently of the plugin's code.
 *
 * @param problem    the problem, whose only intervention is co-teaching in one weekly pattern
 * @param parameters its parameters
 * @param timetable  the finished plan
 * @param classes    what each class gets
 * @param weeks      number of weeks of the pattern
 */
record SchoolPlan(
        Problem problem, CoTeachingParameters parameters, Timetable timetable, List<CoTaughtClass> classes, int weeks) {
    static final String CO_TEACHER = "co-teacher";
    static final String TEACHER = "teacher";

    private record GroupTime(Object group, DayOfWeek weekday, LocalTime start) {}

    static SchoolPlan of(Problem problem, Timetable timetable) {
        Intervention<?> only = problem.interventions().getFirst();
        if (problem.interventions().size() != 1
                || !(only.parameters() instanceof CoTeachingParameters parameters)
                || !problem.locks().isEmpty()
                || !parameters.periods().isEmpty()
                || !parameters.pools().isEmpty()
                || parameters.firstWeek() != null
                || parameters.lastWeek() != null
                || parameters.advisorsMeeting() != null
                || !parameters.supervision().isEmpty()
                || parameters.preparation().mainCoTeacher() != RuleStrength.WISH
                || parameters.classes().stream().anyMatch(one -> one.limits() != null)
                || parameters.pool().stream().anyMatch(one -> one.leastLessonsPerWeek() > 0)) {
            throw new IllegalArgumentException(
                    "The problem (%s) must be co-teaching in one pattern without locks.".formatted(problem.title()));
        }
        Map<GroupTime, Meeting> lessons = new HashMap<>();
        Map<String, Meeting> preparations = new HashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.kind().equals("lesson")) {
                lessons.put(new GroupTime(meeting.groupIds(), meeting.weekday(), meeting.start()), meeting);
            } else {
                preparations.put(meeting.sessionId().value().split("/", -1)[2], meeting);
            }
        }
        var classes = parameters.classes().stream()
                .map(need -> new CoTaughtClass(
                        need,
                        coTaughtLessons(need, problem, lessons),
                        preparations.get(need.groupId().value())))
                .toList();
        var weeks = new TreeSet<IsoWeek>();
        problem.lessons().forEach(lesson -> weeks.addAll(lesson.time().weeks()));
        return new SchoolPlan(problem, parameters, timetable, classes, weeks.size());
    }

    private static List<CoTaughtLesson> coTaughtLessons(
            ClassNeed need, Problem problem, Map<GroupTime, Meeting> meetings) {
        var taken = new ArrayList<CoTaughtLesson>();
        for (Lesson lesson : problem.lessons()) {
            boolean isOwn = lesson.groupIds().equals(List.of(need.groupId())) && !lesson.part();
            if (isOwn
                    && lesson.kind() == Lesson.Kind.TEACHING
                    && lesson.staffIds().size() == 1
                    && allowsLesson(need, lesson)) {
                Meeting meeting = meetings.get(new GroupTime(
                        lesson.groupIds(),
                        lesson.time().weekday(),
                        lesson.time().start()));
                StaffId second = meeting == null
                        ? null
                        : meeting.seats().stream()
                                .filter(seat -> seat.role().equals(CO_TEACHER) && seat.staffId() != null)
                                .map(seat -> Objects.requireNonNull(seat.staffId()))
                                .findFirst()
                                .orElse(null);
                taken.add(new CoTaughtLesson(
                        lesson,
                        second,
                        formOf(need, lesson) == TeachingForm.PARALLEL,
                        meeting != null && !meeting.extraRoomIds().isEmpty()));
            }
        }
        return taken;
    }

    private static boolean allowsLesson(ClassNeed need, Lesson lesson) {
        return need.subjects().isEmpty()
                || need.subjects().stream().anyMatch(one -> normalized(one).equals(normalized(lesson.subject())));
    }

    private static TeachingForm formOf(ClassNeed need, Lesson lesson) {
        return need.subjectForms().entrySet().stream()
                .filter(one -> normalized(one.getKey()).equals(normalized(lesson.subject())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(need.form());
    }

    static String normalized(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }

    CoTeacher coTeacher(StaffId who) {
        return parameters.pool().stream()
                .filter(one -> one.staffId().equals(who))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns whether a co-teacher knows a lesson's subject, or has a skill that is nobody's subject and that the lesson's
     * teachers lack.
     */
    boolean complements(StaffId who, Lesson lesson) {
        Set<String> skills = skills(who);
        if (skills.isEmpty() || skills.contains(normalized(lesson.subject()))) {
            return true;
        }
        lesson.staffIds().forEach(teacher -> skills.removeAll(skills(teacher)));
        problem.lessons().forEach(other -> skills.remove(normalized(other.subject())));
        return !skills.isEmpty();
    }

    private Set<String> skills(StaffId who) {
        Set<String> skills = new HashSet<>();
        problem.staffMember(who)
                .map(StaffMember::skills)
                .ifPresent(all -> all.forEach(one -> skills.add(normalized(one))));
        return skills;
    }

    /** Returns the meetings in which a staff member has a seat of their own, without the lessons that they teach. */
    List<Meeting> meetingsOf(StaffId who) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> isOwnSeat(seat, meeting, who)))
                .toList();
    }

    private static boolean isOwnSeat(MeetingSeat seat, Meeting meeting, StaffId who) {
        boolean isTeachers = meeting.kind().equals("lesson") && !seat.role().equals(CO_TEACHER);
        return who.equals(seat.staffId()) && !isTeachers;
    }
}
