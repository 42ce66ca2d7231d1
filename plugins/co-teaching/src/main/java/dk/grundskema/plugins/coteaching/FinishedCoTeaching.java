package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Co-teaching in a finished timetable, class by class and span by span. Meetings are found by their ids, and spans are read off
 * the lessons' ids. The result is computed once in the constructor. It shares no code with the expansion or the rules, because
 * checks and the fidelity report rely on it.
 */
final class FinishedCoTeaching {
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final FinishedWeeks weeks;
    private final String prefix;
    private final Map<String, List<Meeting>> byLesson = new LinkedHashMap<>();
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();
    private final TreeSet<IsoWeek> starts = new TreeSet<>();
    private final List<FinishedPattern> patterns = new ArrayList<>();
    private final List<Object> wrong = new ArrayList<>();
    private final FinishedHours hours;

    FinishedCoTeaching(Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.prefix = intervention.id() + "/lesson/";
        this.weeks = new FinishedWeeks(parameters, problem);
        timetable.meetings().stream()
                .filter(one -> one.interventionId().equals(intervention.id()))
                .forEach(this::read);
        for (ClassNeed need : parameters.classes()) {
            read(need, intervention.id() + "/preparation/" + need.groupId() + "/");
        }
        byLesson.values().forEach(unknown -> unknown.forEach(one -> wrong.add(one.sessionId())));
        hours = new FinishedHours(parameters, problem, weeks, patterns);
    }

    private void read(Meeting meeting) {
        String id = originOf(meeting);
        meetings.merge(id, meeting, FinishedCoTeaching::joined);
        int slash = id.lastIndexOf('/');
        if (id.startsWith(prefix) && slash > prefix.length()) {
            byLesson.computeIfAbsent(id.substring(prefix.length(), slash), any -> new ArrayList<>())
                    .add(meeting);
            starts.add(startOf(meeting));
        }
    }

    private static String originOf(Meeting meeting) {
        return meeting.origin().value();
    }

    /** Returns two parts of a session that was split by date as one meeting, if everybody required is there in both; otherwise the first. */
    private static Meeting joined(Meeting one, Meeting other) {
        boolean isStaffed = Stream.of(one, other)
                .flatMap(part -> part.seats().stream())
                .noneMatch(seat -> seat.required() && seat.staffId() == null);
        if (!isStaffed || one.weekday() != other.weekday()) {
            return one;
        }
        var all = new TreeSet<>(one.weeks());
        all.addAll(other.weeks());
        return one.withTime(new MeetingTime(all, one.weekday(), one.start(), one.end()));
    }

    private static IsoWeek startOf(Meeting meeting) {
        String id = originOf(meeting);
        try {
            return IsoWeek.parse(id.substring(id.lastIndexOf('/') + 1));
        } catch (InvalidValueException noWeek) {
            return meeting.weeks().first(); // not an id of the intervention, so only its weeks are known
        }
    }

    private void read(ClassNeed need, String preparation) {
        var lessons = lessonsOf(need);
        lessons.forEach(lesson -> {
            List<Meeting> held = byLesson.getOrDefault(lesson.id().value(), List.of());
            compareLesson(need, lesson, held);
        });
        var from = List.copyOf(starts);
        for (int i = 0; i < from.size(); i++) {
            IsoWeek first = from.get(i);
            IsoWeek last = i + 1 < from.size() ? from.get(i + 1).plus(-1) : weeks.lastWeek();
            var ofClass = weeks.classWeeks(need, first, last);
            var ours = new ArrayList<HeldLesson>();
            for (Lesson lesson : lessons) {
                int before =
                        0; // weeks of earlier parts, so that the rounded minutes of parts add up to those of the whole
                for (Meeting meeting : byLesson.getOrDefault(lesson.id().value(), List.of())) {
                    if (startOf(meeting).equals(first)) {
                        int with = before + meeting.weeks().size();
                        ours.add(new HeldLesson(
                                meeting,
                                lesson,
                                weeks.minutesPerFullWeek(lesson, with, ofClass)
                                        - weeks.minutesPerFullWeek(lesson, before, ofClass),
                                form(need, lesson) == TeachingForm.PARALLEL));
                        before = with;
                    }
                }
            }
            if (!ours.isEmpty() && !ofClass.isEmpty()) {
                patterns.add(pattern(need, first, last, ofClass, ours, meetings.get(preparation + first)));
            }
        }
        lessons.forEach(lesson -> byLesson.remove(lesson.id().value()));
    }

    private Set<StaffId> teachers(ClassNeed need) {
        return lessonsOf(need).stream()
                .flatMap(lesson -> lesson.staffIds().stream())
                .collect(Collectors.toSet());
    }

    /** Returns how the adults share a lesson: as the class asks for its subject, or else for all of its lessons. */
    static TeachingForm form(ClassNeed need, Lesson lesson) {
        for (var one : need.subjectForms().entrySet()) {
            if (plain(one.getKey()).equals(plain(lesson.subject()))) {
                return one.getValue();
            }
        }
        return need.form();
    }

    private FinishedPattern pattern(
            ClassNeed need,
            IsoWeek first,
            IsoWeek last,
            SortedSet<IsoWeek> ofClass,
            List<HeldLesson> lessons,
            @Nullable Meeting preparation) {
        double asked = need.lessonsPerWeek() != null
                ? need.lessonsPerWeek()
                : guide(need.scheme()) * 45 / parameters.lessonMinutes();
        int priority = need.need();
        PriorityPeriod period = weeks.periodOf(first);
        for (Priority other : period == null ? List.<Priority>of() : period.priorities()) {
            if (other.groupId().equals(need.groupId())) {
                priority = other.need() != null ? other.need() : priority;
                asked = other.lessonsPerWeek() != null ? other.lessonsPerWeek() : asked;
            }
        }
        asked = need.scheme() == CoTeachingType.TWO_ALWAYS ? 0 : asked;
        int preparationMinutes = switch (need.scheme()) {
            case TYPE_1 -> parameters.preparation().minutesType1();
            case TYPE_2 -> parameters.preparation().minutesType2();
            case TWO_ALWAYS -> parameters.preparation().minutesTwoAlways();
        };
        long askedMinutes = (long) Math.floor(asked * parameters.lessonMinutes());
        return new FinishedPattern(
                need,
                first,
                last,
                ofClass,
                lessons,
                preparation,
                asked,
                askedMinutes,
                priority,
                preparationMinutes,
                preparation != null
                        && new FinishedPreparation(parameters, weeks)
                                .isComplete(preparation, ofClass, preparationMinutes, teachers(need)));
    }

    private static double guide(CoTeachingType scheme) {
        return switch (scheme) {
            case TYPE_1 -> 10.5;
            case TYPE_2 -> 14.5;
            case TWO_ALWAYS -> 0;
        };
    }

    /** Checks that the lesson is held unchanged, exactly once in each of its weeks. */
    private void compareLesson(ClassNeed need, Lesson lesson, List<Meeting> held) {
        var missing = new TreeSet<IsoWeek>();
        for (IsoWeek week : weeks.openWeeks(lesson)) {
            if (weeks.hasCoTeaching(need, week)) {
                missing.add(week);
            }
        }
        for (Meeting meeting : held) {
            boolean once = missing.containsAll(meeting.weeks());
            missing.removeAll(meeting.weeks());
            if (!once || !matchesLesson(meeting, lesson)) {
                wrong.add(meeting.sessionId());
            }
        }
        if (!missing.isEmpty()) {
            wrong.add(lesson.id());
        }
    }

    private static boolean matchesLesson(Meeting meeting, Lesson lesson) {
        return meeting.kind().equals("lesson")
                && meeting.weekday() == lesson.time().weekday()
                && meeting.start().equals(lesson.time().start())
                && meeting.end().equals(lesson.time().end())
                && meeting.groupIds().equals(lesson.groupIds())
                && meeting.subject().equals(lesson.subject());
    }

    /**
     * Returns lessons of the whole class alone with one teacher. Bands and coupled lessons are never used; lessons with two
     * adults need nobody.
     */
    List<Lesson> lessonsOf(ClassNeed need) {
        return lessonsOf(problem, need);
    }

    static List<Lesson> lessonsOf(Problem problem, ClassNeed need) {
        return LessonsByPerson.of(problem).of(need.groupId()).stream()
                .filter(one -> one.kind() == Lesson.Kind.TEACHING && !one.part())
                .filter(one -> one.groupIds().size() == 1)
                .filter(one -> Set.copyOf(one.staffIds()).size() == 1)
                .filter(one -> need.subjects().isEmpty()
                        || need.subjects().stream()
                                .anyMatch(subject -> plain(subject).equals(plain(one.subject()))))
                .toList();
    }

    private static String plain(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the ids of sessions and lessons that are not held as required. */
    List<Object> deviatingIds() {
        return wrong;
    }

    /** Returns a meeting of the intervention by the end of its id; {@code null} if there is none. */
    @Nullable
    Meeting meeting(String id) {
        return meetings.get(id);
    }

    /** Returns the weeks with teaching and co-teaching. */
    FinishedWeeks weeks() {
        return weeks;
    }

    /** Returns the hours of its co-teachers. */
    FinishedHours hours() {
        return hours;
    }

    /** Returns all classes in all spans. */
    List<FinishedPattern> patterns() {
        return patterns;
    }
}
