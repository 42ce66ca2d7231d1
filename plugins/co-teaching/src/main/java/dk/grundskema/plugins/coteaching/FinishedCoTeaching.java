package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Co-teaching as a finished timetable has it, class by class and span by span; spans are read off its lessons' ids. */
final class FinishedCoTeaching {
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final String prefix;
    private final Map<String, List<Meeting>> byLesson = new LinkedHashMap<>();
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();
    private final TreeSet<IsoWeek> starts = new TreeSet<>();
    private final Map<DayOfWeek, Set<IsoWeek>> schoolDays = new EnumMap<>(DayOfWeek.class);
    private final List<FinishedPattern> patterns = new ArrayList<>();
    private final List<Object> wrong = new ArrayList<>();
    private final List<IsoWeek> fullest;
    private final Map<IsoWeek, Map<StaffId, Long>> perWeek = new HashMap<>();

    FinishedCoTeaching(Intervention<CoTeachingParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.prefix = intervention.id() + "/lesson/";
        for (Lesson lesson : problem.lessons()) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                schoolDays
                        .computeIfAbsent(lesson.time().weekday(), any -> new HashSet<>())
                        .addAll(openWeeks(lesson));
            }
        }
        timetable.meetings().stream()
                .filter(one -> one.interventionId().equals(intervention.id()))
                .forEach(this::read);
        for (ClassNeed need : parameters.classes()) {
            read(need, intervention.id() + "/preparation/" + need.groupId() + "/");
        }
        byLesson.values().forEach(unknown -> unknown.forEach(one -> wrong.add(one.sessionId())));
        fullest = findFullest();
    }

    private void read(Meeting meeting) {
        String id = meeting.sessionId().value();
        meetings.put(id, meeting);
        int slash = id.lastIndexOf('/');
        if (id.startsWith(prefix) && slash > prefix.length()) {
            byLesson.computeIfAbsent(id.substring(prefix.length(), slash), any -> new ArrayList<>())
                    .add(meeting);
            starts.add(startOf(meeting));
        }
    }

    private static IsoWeek startOf(Meeting meeting) {
        String id = meeting.sessionId().value();
        try {
            return IsoWeek.parse(id.substring(id.lastIndexOf('/') + 1));
        } catch (InvalidValueException noWeek) {
            return meeting.weeks().first(); // the id is not one of ours; its weeks are all there is to go by
        }
    }

    private void read(ClassNeed need, String preparation) {
        var lessons = lessonsOf(need);
        lessons.forEach(lesson -> {
            List<Meeting> held = byLesson.getOrDefault(lesson.id().value(), List.of());
            compare(need, lesson, held);
        });
        var from = List.copyOf(starts);
        for (int i = 0; i < from.size(); i++) {
            IsoWeek first = from.get(i);
            IsoWeek last = i + 1 < from.size() ? from.get(i + 1).plus(-1) : lastWeek();
            var weeks = classWeeks(need, first, last);
            var ours = new ArrayList<HeldLesson>();
            for (Lesson lesson : lessons) {
                for (Meeting meeting : byLesson.getOrDefault(lesson.id().value(), List.of())) {
                    if (startOf(meeting).equals(first)) {
                        ours.add(new HeldLesson(
                                meeting, lesson, share(lesson, meeting, weeks), isParallel(need, lesson)));
                    }
                }
            }
            if (!ours.isEmpty() && !weeks.isEmpty()) {
                patterns.add(pattern(need, first, last, weeks, ours, meetings.get(preparation + first)));
            }
        }
        lessons.forEach(lesson -> byLesson.remove(lesson.id().value()));
    }

    private static boolean isParallel(ClassNeed need, Lesson lesson) {
        for (var one : need.subjectForms().entrySet()) {
            if (plain(one.getKey()).equals(plain(lesson.subject()))) {
                return one.getValue() == Form.PARALLEL;
            }
        }
        return need.form() == Form.PARALLEL;
    }

    private FinishedPattern pattern(
            ClassNeed need,
            IsoWeek first,
            IsoWeek last,
            SortedSet<IsoWeek> weeks,
            List<HeldLesson> lessons,
            @Nullable Meeting preparation) {
        double asked = need.lessonsPerWeek() != null ? need.lessonsPerWeek() : guide(need.scheme());
        int priority = need.need();
        PriorityPeriod period = periodOf(first);
        for (Priority other : period == null ? List.<Priority>of() : period.priorities()) {
            if (other.groupId().equals(need.groupId())) {
                priority = other.need() != null ? other.need() : priority;
                asked = other.lessonsPerWeek() != null ? other.lessonsPerWeek() : asked;
            }
        }
        asked = need.scheme() == Scheme.TWO_ALWAYS ? 0 : asked;
        int preparationMinutes = switch (need.scheme()) {
            case TYPE_1 -> parameters.preparation().minutesType1();
            case TYPE_2 -> parameters.preparation().minutesType2();
            case TWO_ALWAYS -> parameters.preparation().minutesTwoAlways();
        };
        long askedMinutes = (long) Math.floor(asked * parameters.lessonMinutes());
        return new FinishedPattern(
                need, first, last, weeks, lessons, preparation, asked, askedMinutes, priority, preparationMinutes);
    }

    private static double guide(Scheme scheme) {
        return switch (scheme) {
            case TYPE_1 -> 10.5;
            case TYPE_2 -> 14.5;
            case TWO_ALWAYS -> 0;
        };
    }

    /** The lesson is there in each week in which it is to be, once, as it is. */
    private void compare(ClassNeed need, Lesson lesson, List<Meeting> held) {
        var missing = new TreeSet<IsoWeek>();
        for (IsoWeek week : openWeeks(lesson)) {
            if (isAsked(need, week)) {
                missing.add(week);
            }
        }
        for (Meeting meeting : held) {
            boolean once = missing.containsAll(meeting.weeks());
            missing.removeAll(meeting.weeks());
            if (!once || !isTheLesson(meeting, lesson)) {
                wrong.add(meeting.sessionId());
            }
        }
        if (!missing.isEmpty()) {
            wrong.add(lesson.id());
        }
    }

    private static boolean isTheLesson(Meeting meeting, Lesson lesson) {
        return meeting.kind().equals("lesson")
                && meeting.weekday() == lesson.time().weekday()
                && meeting.start().equals(lesson.time().start())
                && meeting.end().equals(lesson.time().end())
                && meeting.groupIds().equals(lesson.groupIds());
    }

    /** Whole classes alone with one teacher; bands and coupled lessons are never taken, lessons with two adults need nobody. */
    private List<Lesson> lessonsOf(ClassNeed need) {
        return problem.lessons().stream()
                .filter(one -> one.kind() == Lesson.Kind.TEACHING && !one.part())
                .filter(one -> one.groupIds().size() == 1 && one.groupIds().contains(need.groupId()))
                .filter(one -> Set.copyOf(one.staffIds()).size() == 1)
                .filter(one -> need.subjects().isEmpty()
                        || need.subjects().stream()
                                .anyMatch(subject -> plain(subject).equals(plain(one.subject()))))
                .toList();
    }

    private static String plain(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }

    private SortedSet<IsoWeek> openWeeks(Lesson lesson) {
        var open = new TreeSet<>(lesson.time().weeks());
        open.removeIf(week -> !problem.horizon().contains(week)
                || problem.horizon()
                        .closedDays()
                        .contains(week.date(lesson.time().weekday())));
        return open;
    }

    private IsoWeek lastWeek() {
        IsoWeek end = problem.horizon().firstWeek().plus(problem.horizon().weeks() - 1);
        IsoWeek named = parameters.lastWeek();
        return named != null && named.compareTo(end) < 0 ? named : end;
    }

    private boolean isAsked(ClassNeed need, IsoWeek week) {
        IsoWeek first = parameters.firstWeek();
        if ((first != null && week.compareTo(first) < 0) || week.compareTo(lastWeek()) > 0) {
            return false;
        }
        if ((need.firstWeek() != null && week.compareTo(need.firstWeek()) < 0)
                || (need.lastWeek() != null && week.compareTo(need.lastWeek()) > 0)) {
            return false;
        }
        PriorityPeriod period = periodOf(week);
        if (period == null
                || (period.onlyClasses().isEmpty() && period.onlyYears().isEmpty())) {
            return true;
        }
        return period.onlyClasses().contains(need.groupId())
                || period.onlyYears().contains(yearOf(need));
    }

    private int yearOf(ClassNeed need) {
        String name = problem.group(need.groupId()).map(Group::name).orElse("");
        var digits = Pattern.compile("^\\s*(\\d{1,2})").matcher(name);
        return digits.find() ? Integer.parseInt(digits.group(1)) : -1;
    }

    private @Nullable PriorityPeriod periodOf(IsoWeek week) {
        for (PriorityPeriod period : parameters.periods()) {
            boolean ended = period.lastWeek() != null && week.compareTo(period.lastWeek()) > 0;
            if (week.compareTo(period.firstWeek()) >= 0 && !ended) {
                return period;
            }
        }
        return null;
    }

    private SortedSet<IsoWeek> classWeeks(ClassNeed need, IsoWeek first, IsoWeek last) {
        var weeks = new TreeSet<IsoWeek>();
        for (Set<IsoWeek> ofDay : schoolDays.values()) {
            for (IsoWeek week : ofDay) {
                if (week.compareTo(first) >= 0 && week.compareTo(last) <= 0 && isAsked(need, week)) {
                    weeks.add(week);
                }
            }
        }
        return weeks;
    }

    /** What a lesson adds to a full week: its length, in proportion to the school days on which it is held. */
    private long share(Lesson lesson, Meeting meeting, SortedSet<IsoWeek> weeks) {
        var days = new HashSet<>(schoolDays.getOrDefault(lesson.time().weekday(), Set.of()));
        days.retainAll(weeks);
        long length =
                Duration.between(lesson.time().start(), lesson.time().end()).toMinutes();
        return days.isEmpty() ? 0 : Math.round((double) length * meeting.weeks().size() / days.size());
    }

    /** Ids of sessions and lessons that are not there as they are to be. */
    List<Object> wrong() {
        return wrong;
    }

    /** A meeting of the intervention by the end of its id; {@code null} if there is none. */
    @Nullable
    Meeting meeting(String id) {
        return meetings.get(id);
    }

    /** All classes in all spans. */
    List<FinishedPattern> patterns() {
        return patterns;
    }

    /** All lessons of this intervention that are held in a week, and the classes that have co-teaching then. */
    private Set<Object> heldIn(IsoWeek week) {
        Set<Object> held = new HashSet<>();
        for (FinishedPattern pattern : patterns) {
            if (pattern.weeks().contains(week)) {
                held.add(pattern.need().groupId());
            }
            for (HeldLesson lesson : pattern.lessons()) {
                if (lesson.meeting().weeks().contains(week)) {
                    held.add(lesson.lesson().id());
                }
            }
        }
        return held;
    }

    /** In each span the weeks that have something that no other has; of equal ones the first. */
    List<IsoWeek> fullestWeeks() {
        return fullest;
    }

    private List<IsoWeek> findFullest() {
        var found = new ArrayList<IsoWeek>();
        Map<IsoWeek, TreeMap<IsoWeek, Set<Object>>> spans = new TreeMap<>();
        for (FinishedPattern pattern : patterns) {
            var ofSpan = spans.computeIfAbsent(pattern.first(), any -> new TreeMap<>());
            pattern.weeks().forEach(week -> ofSpan.computeIfAbsent(week, this::heldIn));
        }
        for (var ofSpan : spans.values()) {
            var kept = new ArrayList<Set<Object>>();
            ofSpan.forEach((week, held) -> {
                boolean isLess = ofSpan.values().stream()
                        .anyMatch(other -> other.size() > held.size() && other.containsAll(held));
                if (!isLess && !kept.contains(held)) {
                    kept.add(held);
                    found.add(week);
                }
            });
        }
        return List.copyOf(found);
    }

    /** Minutes that somebody may have in a week. */
    long budget(CoTeacher one, IsoWeek week) {
        if (one.minutesPerWeek() != null) {
            return one.minutesPerWeek();
        }
        return one.lessonsPerWeek() != null
                ? Math.round(one.lessonsPerWeek() * parameters.lessonMinutes())
                : contractBeside(one.staffId(), week);
    }

    /** Minutes that those of a pool may have in a week. */
    long poolBudget(PoolBudget pool) {
        return Math.round(pool.lessonsPerWeek() * parameters.lessonMinutes());
    }

    /** Minutes that those of a pool have in a week. */
    long poolMinutes(PoolBudget pool, IsoWeek week) {
        var minutes = minutesOf(week);
        return parameters.pool().stream()
                .filter(one -> pool.name().equals(one.pool()))
                .mapToLong(one -> minutes.getOrDefault(one.staffId(), 0L))
                .sum();
    }

    /** Minutes of everybody in a week, shared preparation in them. */
    Map<StaffId, Long> minutesOf(IsoWeek week) {
        return perWeek.computeIfAbsent(week, this::count);
    }

    private Map<StaffId, Long> count(IsoWeek week) {
        Map<StaffId, Long> minutes = new HashMap<>();
        for (FinishedPattern pattern : patterns) {
            for (HeldLesson held : pattern.lessons()) {
                if (held.meeting().weeks().contains(week)) {
                    held.coTeachers().forEach(who -> minutes.merge(who, held.length(), Long::sum));
                }
            }
            Meeting preparation = pattern.preparation();
            if (preparation != null && pattern.weeks().contains(week)) {
                for (MeetingSeat seat : preparation.seats()) {
                    if (seat.staffId() != null && seat.role().equals("co-teacher")) {
                        minutes.merge(seat.staffId(), (long) pattern.preparationMinutes(), Long::sum);
                    }
                }
            }
        }
        return minutes;
    }

    /** Minutes of the contract that somebody's own lessons leave in a week. */
    private long contractBeside(StaffId who, IsoWeek week) {
        double hours = problem.staffMember(who).map(one -> one.contractHours()).orElse(0.0);
        long own = 0;
        for (Lesson lesson : problem.lessons()) {
            if (lesson.staffIds().contains(who) && openWeeks(lesson).contains(week)) {
                own += Duration.between(lesson.time().start(), lesson.time().end())
                        .toMinutes();
            }
        }
        return Math.max(0, Math.round(hours * 60) - own);
    }
}
