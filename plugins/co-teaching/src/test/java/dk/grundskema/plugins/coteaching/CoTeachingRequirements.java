package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.testkit.requirement.PresenceCheck;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.RequiredTimes;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Derives the meetings that co-teaching must have from parameters and lessons: each lesson with a seat for a co-teacher in all of its weeks, the
 * preparation of each class, and the meetings of adults, with their rooms and who may be on duty. Shares no code with the expansion.
 */
final class CoTeachingRequirements {
    /** What an intervention must have. */
    static final Requirements<CoTeachingParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<CoTeachingParameters> plugin() {
            return new CoTeachingPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<CoTeachingParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return CoTeachingRequirements.of(intervention, problem, interruptions, timetable);
        }
    };

    /** Most starts of adults' meetings on a day that the search may choose from. */
    private static final int MOST_STARTS = 12;

    private final InterventionId id;
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final List<DateSpan> interruptions;
    private final PluginTexts texts;
    private final FinishedIntervention finished;
    private final FinishedWeeks weeks;
    private final RequiredTimes calendar;
    private final PresenceCheck presence;
    private @Nullable String usualKind;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private CoTeachingRequirements(
            Intervention<CoTeachingParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.id = intervention.id();
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.interruptions = interruptions;
        this.texts = PluginTexts.ofPlugin(CoTeachingPlugin.class, problem.language());
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.weeks = new FinishedWeeks(parameters, problem);
        this.calendar = new RequiredTimes(problem);
        this.presence = new PresenceCheck(problem, LessonsByPerson.of(problem));
    }

    private static List<RequiredMeetings> of(
            Intervention<CoTeachingParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new CoTeachingRequirements(intervention, problem, interruptions, timetable);
        List<SortedSet<IsoWeek>> spans = requirements.spans();
        for (ClassNeed need : requirements.parameters.classes()) {
            List<Lesson> lessons = FinishedCoTeaching.lessonsOf(problem, need);
            for (SortedSet<IsoWeek> span : spans) {
                lessons.forEach(lesson -> requirements.addLesson(need, lesson, span));
                requirements.addPreparation(need, lessons, span);
            }
        }
        requirements.addAdvisorsMeeting();
        intervention.parameters().supervision().forEach(requirements::addSupervision);
        return requirements.required;
    }

    private void addLesson(ClassNeed need, Lesson lesson, SortedSet<IsoWeek> span) {
        MeetingTime time = lesson.time();
        SortedSet<IsoWeek> held = new TreeSet<>(weeks.openWeeks(lesson));
        held.removeIf(week -> !span.contains(week) || !weeks.hasCoTeaching(need, week));
        var meetings = RequiredMeetings.builder(lesson.title(), "lesson")
                .id("%s/lesson/%s/%s".formatted(id, lesson.id(), span.first()))
                .groups(lesson.groupIds())
                .students(lesson.studentIds())
                .weeks(held)
                .times(List.of(new WeekPart(time.weekday(), time.start(), time.end())))
                .seats(1, "co-teacher", false, coTeachers(need, lesson.staffIds()))
                .room(lesson.roomId())
                .furtherRooms(furtherRooms(need, lesson))
                .mayExcuse(false)
                .content(
                        lesson.title(),
                        lesson.subject(),
                        FinishedCoTeaching.form(need, lesson).word());
        lesson.teachers().forEach(who -> meetings.seats(1, "teacher", true, List.of(who)));
        add(meetings);
    }

    /** Returns who may be the second adult of a class, beside some colleagues. */
    private List<StaffId> coTeachers(ClassNeed need, List<StaffId> colleagues) {
        var able = new ArrayList<StaffId>();
        for (CoTeacher one : parameters.pool()) {
            boolean isQualified = one.schemes().isEmpty() || one.schemes().contains(need.scheme());
            boolean isVetoed =
                    need.never().contains(one.staffId()) || one.neverClasses().contains(need.groupId());
            boolean isAmongThem =
                    colleagues.contains(one.staffId()) || !Collections.disjoint(one.neverColleagues(), colleagues);
            if (isQualified && !isVetoed && !isAmongThem) {
                able.add(one.staffId());
            }
        }
        return able;
    }

    /** Returns the lesson's own further rooms and, if the adults teach in parallel, the rooms for the other half of the class. */
    private Set<RoomId> furtherRooms(ClassNeed need, Lesson lesson) {
        Set<RoomId> rooms = new LinkedHashSet<>(lesson.extraRoomIds());
        if (FinishedCoTeaching.form(need, lesson) != TeachingForm.PARALLEL) {
            return rooms;
        }
        for (Room room : problem.rooms()) {
            boolean isChoice = parameters.secondRooms().isEmpty()
                    ? (room.kind().equals("classroom") || room.kind().equals(usualKind()))
                            && siteOf(room).equals(siteOf(lesson))
                    : parameters.secondRooms().contains(room.id());
            if (isChoice && !room.id().equals(lesson.roomId())) {
                rooms.add(room.id());
            }
        }
        return rooms;
    }

    private SiteId siteOf(Room room) {
        return problem.siteOrDefault(room.site());
    }

    /** Returns the lesson's own site, else that of its room. */
    private SiteId siteOf(Lesson lesson) {
        RoomId room = lesson.roomId();
        return lesson.site() == null && room != null
                ? problem.room(room).map(this::siteOf).orElseGet(() -> problem.siteOrDefault(null))
                : problem.siteOrDefault(lesson.site());
    }

    /** Returns the kind of room that most lessons are in; of several, the first in the alphabet. */
    private String usualKind() {
        if (usualKind == null) {
            usualKind = mostUsedKind(problem);
        }
        return usualKind;
    }

    private static String mostUsedKind(Problem problem) {
        Map<String, Integer> lessons = new TreeMap<>();
        for (Lesson lesson : problem.lessons()) {
            RoomId room = lesson.roomId();
            if (room != null) {
                problem.room(room).ifPresent(one -> lessons.merge(one.kind(), 1, Integer::sum));
            }
        }
        String usual = "classroom";
        int most = 0;
        for (var one : lessons.entrySet()) {
            if (one.getValue() > most) {
                most = one.getValue();
                usual = one.getKey();
            }
        }
        return usual;
    }

    /** Returns the weeks of the intervention in parts, each with the same periods and the same interruptions in all of its weeks. */
    private List<SortedSet<IsoWeek>> spans() {
        var spans = new ArrayList<SortedSet<IsoWeek>>();
        Set<Object> before = Set.of();
        for (IsoWeek week : problem.horizon().allWeeks()) {
            if (!isInIntervention(week)) {
                continue;
            }
            Set<Object> conditions = conditions(week);
            if (spans.isEmpty() || !conditions.equals(before)) {
                spans.add(new TreeSet<>());
            }
            spans.getLast().add(week);
            before = conditions;
        }
        return spans;
    }

    private boolean isInIntervention(IsoWeek week) {
        IsoWeek first = parameters.firstWeek();
        return (first == null || week.compareTo(first) >= 0) && week.compareTo(weeks.lastWeek()) <= 0;
    }

    private Set<Object> conditions(IsoWeek week) {
        Set<Object> conditions = new LinkedHashSet<>();
        for (PriorityPeriod period : parameters.periods()) {
            IsoWeek last = period.lastWeek();
            if (week.compareTo(period.firstWeek()) >= 0 && (last == null || week.compareTo(last) <= 0)) {
                conditions.add(period.id());
            }
        }
        for (int i = 0; i < interruptions.size(); i++) {
            if (isInterrupted(week, interruptions.get(i))) {
                conditions.add(i);
            }
        }
        return conditions;
    }

    private static boolean isInterrupted(IsoWeek week, DateSpan span) {
        return !week.date(DayOfWeek.MONDAY).isAfter(span.until())
                && !week.date(DayOfWeek.FRIDAY).isBefore(span.from());
    }

    /** A class with co-teaching prepares once in each week but those in which all are away, if no time is possible in all weeks. A class without any is not reported. */
    private void addPreparation(ClassNeed need, List<Lesson> lessons, SortedSet<IsoWeek> span) {
        int minutes = switch (need.scheme()) {
            case TYPE_1 -> parameters.preparation().minutesType1();
            case TYPE_2 -> parameters.preparation().minutesType2();
            case TWO_ALWAYS -> parameters.preparation().minutesTwoAlways();
        };
        SortedSet<IsoWeek> ofClass = weeks.classWeeks(need, span.first(), span.last());
        boolean hasLesson =
                lessons.stream().anyMatch(lesson -> !Collections.disjoint(weeks.openWeeks(lesson), ofClass));
        if (minutes == 0 || ofClass.isEmpty() || !hasLesson) {
            return;
        }
        List<Meeting> held = finished.meetings("preparation", need.groupId().value()).stream()
                .filter(one -> !Collections.disjoint(one.weeks(), ofClass))
                .toList();
        String name = problem.group(need.groupId())
                .map(Group::name)
                .orElse(need.groupId().value());
        String title = texts.text("title.preparation", name);
        Set<StaffId> teachers = new LinkedHashSet<>();
        lessons.forEach(lesson -> teachers.addAll(lesson.staffIds()));
        List<StaffId> able = coTeachers(need, List.of());
        List<WeekPart> always = preparationTimes(minutes, able, teachers, ofClass);
        SortedSet<IsoWeek> asked = new TreeSet<>(ofClass);
        asked.removeIf(week -> always.isEmpty()
                && preparationTimes(minutes, able, teachers, new TreeSet<>(Set.of(week)))
                        .isEmpty());
        List<WeekPart> times = preparationTimes(minutes, able, teachers, asked);
        calendar.ofWeeklyMeetings(1, asked, times, held)
                .forEach(open -> add(RequiredMeetings.builder(title, "preparation")
                        .id("%s/preparation/%s/%s".formatted(id, need.groupId(), span.first()))
                        .weeks(open)
                        .required(isCoTaught(need, open))
                        .minutes(minutes)
                        .times(times)
                        .seats(1, "co-teacher", false, able)
                        .seats(1, "teacher", false, teachers)
                        .rooms(List.of())
                        .mayExcuse(false)
                        .content(title, "", "")));
    }

    private List<WeekPart> preparationTimes(
            int minutes, List<StaffId> able, Set<StaffId> teachers, SortedSet<IsoWeek> in) {
        return workingHours(minutes, in).stream()
                .filter(time -> isAnyFree(able, time, in) && isAnyFree(teachers, time, in))
                .toList();
    }

    private boolean isAnyFree(Collection<StaffId> some, WeekPart time, SortedSet<IsoWeek> in) {
        return some.stream().anyMatch(who -> isFree(who, time, in));
    }

    /** Returns whether somebody is free at a time in all of some weeks in which its weekday is open, at least one. */
    private boolean isFree(StaffId who, WeekPart time, SortedSet<IsoWeek> in) {
        SortedSet<IsoWeek> open = calendar.openOn(time.weekday(), in);
        return presence.isFree(who, new MeetingTime(open, time.weekday(), time.from(), time.to()));
    }

    private boolean isCoTaught(ClassNeed need, SortedSet<IsoWeek> span) {
        return finished.meetings("lesson").stream()
                .filter(one -> one.groupIds().equals(List.of(need.groupId())))
                .filter(one -> !Collections.disjoint(one.weeks(), span))
                .anyMatch(one -> !FinishedIntervention.staff(one, "co-teacher").isEmpty());
    }

    /** Returns the times of adults' meetings of a length on working days of some weeks. */
    private List<WeekPart> workingHours(int minutes, SortedSet<IsoWeek> in) {
        SharedPreparation hours = parameters.preparation();
        SortedSet<DayOfWeek> weekdays = new TreeSet<>(hours.weekdays());
        if (weekdays.isEmpty()) {
            weekdays.addAll(List.of(DayOfWeek.values()).subList(0, 5));
        }
        List<LocalTime> starts = starts(minutes);
        return weekdays.stream()
                .filter(weekday -> !calendar.openOn(weekday, in).isEmpty())
                .flatMap(weekday ->
                        starts.stream().map(start -> new WeekPart(weekday, start, start.plusMinutes(minutes))))
                .toList();
    }

    /**
     * Returns the starts that are asked for; without any, the start of the working hours and when lessons start or end. Of more than twelve that fit
     * into the working hours, twelve that are spread evenly.
     */
    private List<LocalTime> starts(int minutes) {
        SharedPreparation hours = parameters.preparation();
        SortedSet<LocalTime> starts = new TreeSet<>(hours.starts());
        if (starts.isEmpty()) {
            starts.add(hours.earliest());
            starts.addAll(calendar.bells());
        }
        starts.removeIf(start -> start.isBefore(hours.earliest())
                || Duration.between(start, hours.latest()).toMinutes() < minutes);
        List<LocalTime> fitting = List.copyOf(starts);
        return fitting.size() <= MOST_STARTS
                ? fitting
                : IntStream.range(0, MOST_STARTS)
                        .mapToObj(i -> fitting.get(i * (fitting.size() - 1) / (MOST_STARTS - 1)))
                        .toList();
    }

    private void addAdvisorsMeeting() {
        AdvisorsMeeting meeting = parameters.advisorsMeeting();
        if (meeting != null) {
            addRecurring(
                    "advisors-meeting",
                    "advisors-meeting",
                    texts.kindTitle("advisors-meeting"),
                    meeting.everyWeeks(),
                    meeting.minutes(),
                    null,
                    meeting.staff(),
                    finished.meetings("advisors-meeting"));
        }
    }

    private void addSupervision(Supervision one) {
        addRecurring(
                "supervision/" + one.id(),
                "supervision",
                texts.titleOrText(one.title(), "title.kind.supervision"),
                one.everyWeeks(),
                one.minutes(),
                one.staffId(),
                one.with(),
                finished.meetings("supervision", one.id()));
    }

    private void addRecurring(
            String name,
            String kind,
            String title,
            int everyWeeks,
            int minutes,
            @Nullable StaffId leader,
            List<StaffId> named,
            List<Meeting> held) {
        Set<StaffId> advisors = new LinkedHashSet<>(named);
        if (named.isEmpty()) {
            parameters.pool().forEach(one -> advisors.add(one.staffId()));
        }
        advisors.removeIf(who -> Objects.equals(who, leader));
        if (leader == null && advisors.isEmpty()) {
            return;
        }
        SortedSet<IsoWeek> in = everyNthWeek(everyWeeks);
        List<WeekPart> times = leastMissed(workingHours(minutes, in), in, advisors, leader);
        for (SortedSet<IsoWeek> open : calendar.ofWeeklyMeetings(1, in, times, held)) {
            var meetings = RequiredMeetings.builder(title, kind)
                    .id(id + "/" + name)
                    .weeks(open)
                    .minutes(minutes)
                    .times(times)
                    .rooms(List.of())
                    .mayExcuse(false)
                    .content(title, "", "");
            if (leader != null) {
                meetings.seats(1, "supervisor", true, List.of(leader));
            }
            advisors.forEach(who -> meetings.seats(1, "advisor", true, List.of(who)));
            add(meetings);
        }
    }

    /** Returns the times that the fewest people miss. */
    private List<WeekPart> leastMissed(
            List<WeekPart> times, SortedSet<IsoWeek> in, Set<StaffId> advisors, @Nullable StaffId leader) {
        Map<Long, List<WeekPart>> byMissing = new TreeMap<>();
        for (WeekPart time : times) {
            long missing =
                    advisors.stream().filter(who -> !isFree(who, time, in)).count();
            boolean isLed = leader == null || isFree(leader, time, in);
            byMissing
                    .computeIfAbsent(isLed ? missing : missing + 1, fresh -> new ArrayList<>())
                    .add(time);
        }
        return byMissing.values().stream().findFirst().orElse(List.of());
    }

    /** Returns the first school week and each that is so many school weeks later; a week that is interrupted gives way to the next. */
    private SortedSet<IsoWeek> everyNthWeek(int number) {
        List<IsoWeek> school =
                calendar.schoolWeeks().stream().filter(this::isInIntervention).toList();
        var chosen = new TreeSet<IsoWeek>();
        int next = 0;
        for (int i = 0; i < school.size(); i++) {
            IsoWeek week = school.get(i);
            boolean isFree = interruptions.stream().noneMatch(span -> isInterrupted(week, span));
            if (i >= next && isFree) {
                chosen.add(week);
                next = i + number;
            }
        }
        return chosen;
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }
}
