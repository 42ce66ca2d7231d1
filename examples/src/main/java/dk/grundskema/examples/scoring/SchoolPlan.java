package dk.grundskema.examples.scoring;

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
import dk.grundskema.plugins.coteaching.Form;
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
 * A school's plan laid out so that costs can be read off. Written from what the rules say, not from how the plugin works them out.
 *
 * @param problem    the problem, whose only intervention is co-teaching in one weekly pattern
 * @param parameters its parameters
 * @param timetable  the finished plan
 * @param classes    what each class gets
 * @param weeks      how many weeks the pattern lasts
 */
record SchoolPlan(
        Problem problem, CoTeachingParameters parameters, Timetable timetable, List<CoTaughtClass> classes, int weeks) {
    static final String CO_TEACHER = "co-teacher";
    static final String TEACHER = "teacher";

    private record Place(Object group, DayOfWeek weekday, LocalTime start) {}

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
                || parameters.pool().stream().anyMatch(one -> one.leastLessonsPerWeek() > 0)) {
            throw new IllegalArgumentException(
                    "The problem (%s) isn't just co-teaching in one pattern without locks.".formatted(problem.title()));
        }
        Map<Place, Meeting> lessons = new HashMap<>();
        Map<String, Meeting> preparations = new HashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.kind().equals("lesson")) {
                lessons.put(new Place(meeting.groupIds(), meeting.weekday(), meeting.start()), meeting);
            } else {
                preparations.put(meeting.sessionId().value().split("/", -1)[2], meeting);
            }
        }
        var classes = parameters.classes().stream()
                .map(need -> new CoTaughtClass(
                        need,
                        lessons(need, problem, lessons),
                        preparations.get(need.groupId().value())))
                .toList();
        var weeks = new TreeSet<IsoWeek>();
        problem.lessons().forEach(lesson -> weeks.addAll(lesson.time().weeks()));
        return new SchoolPlan(problem, parameters, timetable, classes, weeks.size());
    }

    private static List<CoTaughtLesson> lessons(ClassNeed need, Problem problem, Map<Place, Meeting> meetings) {
        var taken = new ArrayList<CoTaughtLesson>();
        for (Lesson lesson : problem.lessons()) {
            boolean isOwn = lesson.groupIds().equals(List.of(need.groupId())) && !lesson.part();
            if (isOwn
                    && lesson.kind() == Lesson.Kind.TEACHING
                    && lesson.staffIds().size() == 1
                    && takes(need, lesson)) {
                Meeting meeting = meetings.get(new Place(
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
                        form(need, lesson) == Form.PARALLEL,
                        meeting != null && !meeting.extraRoomIds().isEmpty()));
            }
        }
        return taken;
    }

    private static boolean takes(ClassNeed need, Lesson lesson) {
        return need.subjects().isEmpty()
                || need.subjects().stream().anyMatch(one -> plain(one).equals(plain(lesson.subject())));
    }

    private static Form form(ClassNeed need, Lesson lesson) {
        return need.subjectForms().entrySet().stream()
                .filter(one -> plain(one.getKey()).equals(plain(lesson.subject())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(need.form());
    }

    static String plain(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }

    CoTeacher coTeacher(StaffId who) {
        return parameters.pool().stream()
                .filter(one -> one.staffId().equals(who))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a co-teacher knows a lesson's subject, or something that nobody's subject is and the lesson's teachers don't know. */
    boolean brings(StaffId who, Lesson lesson) {
        Set<String> skills = skills(who);
        if (skills.isEmpty() || skills.contains(plain(lesson.subject()))) {
            return true;
        }
        lesson.staffIds().forEach(teacher -> skills.removeAll(skills(teacher)));
        problem.lessons().forEach(other -> skills.remove(plain(other.subject())));
        return !skills.isEmpty();
    }

    private Set<String> skills(StaffId who) {
        Set<String> skills = new HashSet<>();
        problem.staffMember(who).map(StaffMember::skills).ifPresent(all -> all.forEach(one -> skills.add(plain(one))));
        return skills;
    }

    /** Meetings in which somebody has a seat of their own: not those of lessons that they teach. */
    List<Meeting> meetingsOf(StaffId who) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> isOwn(seat, meeting, who)))
                .toList();
    }

    private static boolean isOwn(MeetingSeat seat, Meeting meeting, StaffId who) {
        boolean isTeachers = meeting.kind().equals("lesson") && !seat.role().equals(CO_TEACHER);
        return who.equals(seat.staffId()) && !isTeachers;
    }
}
