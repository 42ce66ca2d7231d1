package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Derives in which weeks and at which times meetings must be held. It shares no code with the calendars and times of expansions. */
public final class RequiredTimes {
    private final Problem problem;
    private final Set<LocalDate> taught = new HashSet<>();

    /** @param problem the problem with horizon, lessons and closed days */
    public RequiredTimes(Problem problem) {
        this.problem = problem;
        problem.lessons().stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .forEach(lesson ->
                        lesson.time().dates().stream().filter(this::isOpen).forEach(taught::add));
    }

    /** Returns when lessons that teach start or end, in order; empty without lessons. */
    public SortedSet<LocalTime> bells() {
        var bells = new TreeSet<LocalTime>();
        problem.lessons().stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .forEach(lesson -> bells.addAll(
                        List.of(lesson.time().start(), lesson.time().end())));
        return bells;
    }

    /** Returns whether something can be held on a date. */
    public boolean isOpen(LocalDate date) {
        return problem.horizon().contains(date) && !problem.horizon().isClosed(date);
    }

    /** Returns all school weeks of the horizon. */
    public SortedSet<IsoWeek> schoolWeeks() {
        return of(null, problem.horizon().weeks(), List.of());
    }

    /** Returns the weeks of some weeks in which a weekday is open. */
    public SortedSet<IsoWeek> openOn(DayOfWeek weekday, SortedSet<IsoWeek> weeks) {
        var open = new TreeSet<IsoWeek>();
        weeks.stream().filter(week -> isOpen(week.date(weekday))).forEach(open::add);
        return open;
    }

    /**
     * Returns the weeks of each of several weekly meetings. A meeting keeps its weekday and is not held in weeks in which that is closed. Its weekday
     * is the one on which most of the given meetings are held; a meeting that is not held at all could be on any.
     *
     * @param count number of meetings in each week
     * @param weeks weeks of the meetings
     * @param times parts of the week in which they may be
     * @param held  meetings of the finished timetable
     * @return weeks for each meeting; a meeting without any possible week is left out
     */
    public List<SortedSet<IsoWeek>> ofWeeklyMeetings(
            int count, SortedSet<IsoWeek> weeks, List<WeekPart> times, Collection<Meeting> held) {
        List<DayOfWeek> weekdays = usualWeekdays(held);
        var all = new ArrayList<SortedSet<IsoWeek>>();
        for (int i = 0; i < count; i++) {
            var own = new TreeSet<IsoWeek>();
            List<DayOfWeek> possible = i < weekdays.size()
                    ? List.of(weekdays.get(i))
                    : times.stream().map(WeekPart::weekday).distinct().toList();
            possible.forEach(weekday -> own.addAll(openOn(weekday, weeks)));
            if (!own.isEmpty()) {
                all.add(own);
            }
        }
        return all;
    }

    /** Returns the weekdays of meetings, those of the most weeks first; a weekday as often as there are several on the same day. */
    private static List<DayOfWeek> usualWeekdays(Collection<Meeting> held) {
        Map<LocalDate, Integer> dates = new HashMap<>();
        Map<DayOfWeek, Map<Integer, Integer>> weeks = new EnumMap<>(DayOfWeek.class);
        for (Meeting meeting : held) {
            for (LocalDate date : meeting.time().dates()) {
                int number = dates.merge(date, 1, Integer::sum);
                weeks.computeIfAbsent(meeting.weekday(), fresh -> new HashMap<>())
                        .merge(number, 1, Integer::sum);
            }
        }
        var usual = new ArrayList<Map.Entry<DayOfWeek, Integer>>();
        weeks.forEach((weekday, counts) -> counts.values().forEach(many -> usual.add(Map.entry(weekday, many))));
        usual.sort(Map.Entry.<DayOfWeek, Integer>comparingByValue().reversed());
        return usual.stream().map(Map.Entry::getKey).toList();
    }

    /** Returns the times of a length in minutes that usable time gives, each once, see {@link #timesIn}. */
    public static List<WeekPart> usableTimes(List<UsableTime> usable, int minutes) {
        var times = new LinkedHashSet<WeekPart>();
        for (UsableTime one : usable) {
            one.days().forEach(weekday -> times.addAll(timesIn(weekday, one.start(), one.end(), minutes)));
        }
        return List.copyOf(times);
    }

    /**
     * Returns the times of a length in a part of a day: one after the other from its start, and the last that ends with it. It deliberately shares no
     * code with {@link UsableTime#times}, which expansions use.
     *
     * @param from    start of the part
     * @param to      end of the part, after {@code from}
     * @param minutes length, 1 or more
     * @return empty if the part is shorter
     */
    public static List<WeekPart> timesIn(DayOfWeek weekday, LocalTime from, LocalTime to, int minutes) {
        var times = new LinkedHashSet<WeekPart>();
        long left = Duration.between(from, to).toMinutes();
        for (LocalTime start = from; left >= minutes; start = start.plusMinutes(minutes)) {
            times.add(new WeekPart(weekday, start, start.plusMinutes(minutes)));
            left -= minutes;
        }
        if (!times.isEmpty()) {
            times.add(new WeekPart(weekday, to.minusMinutes(minutes), to));
        }
        return List.copyOf(times);
    }

    /**
     * Returns a number of school weeks that nothing interrupts.
     *
     * @param first         first possible week; {@code null} means the first of the horizon
     * @param count         number of weeks
     * @param interruptions dates on which other interventions take people out of their ordinary week
     * @return weeks in order; fewer than {@code count} if the horizon ends before
     */
    public SortedSet<IsoWeek> of(@Nullable IsoWeek first, int count, List<DateSpan> interruptions) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : problem.horizon().allWeeks()) {
            boolean isLater = first == null || week.compareTo(first) >= 0;
            if (isLater && weeks.size() < count && isSchoolWeek(week) && !isInterrupted(week, interruptions)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** A school week has teaching on an open day; without any teaching in the problem, an open day from Monday to Friday is enough. */
    private boolean isSchoolWeek(IsoWeek week) {
        return taught.isEmpty()
                ? schoolDays(week).stream().anyMatch(this::isOpen)
                : allDays(week).stream().anyMatch(taught::contains);
    }

    private static boolean isInterrupted(IsoWeek week, List<DateSpan> interruptions) {
        return schoolDays(week).stream()
                .anyMatch(date -> interruptions.stream()
                        .anyMatch(span -> !date.isBefore(span.from()) && !date.isAfter(span.until())));
    }

    private static List<LocalDate> schoolDays(IsoWeek week) {
        return allDays(week).subList(0, 5);
    }

    private static List<LocalDate> allDays(IsoWeek week) {
        return List.of(DayOfWeek.values()).stream().map(week::date).toList();
    }
}
