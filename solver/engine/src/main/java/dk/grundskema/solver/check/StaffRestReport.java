package dk.grundskema.solver.check;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person's work and rest in a timetable, in terms of the law: lessons of the existing timetable are work, a stand-by at home is rest. Source:
 * Working Environment Act, ch. 9.
 *
 * @param staff         the person
 * @param rules         the person's working-time rules
 * @param work          intervals of work in order, with a gap between any two; empty means none
 * @param taught        minutes of it in lessons of the existing timetable, by the week in which they start; those of several lessons at the same time
 *     count once, and weeks without are left out
 * @param shortest      the shortest of the rests that separate days of work, or should; {@code null} if there is none
 * @param free          rests of at least the weekly rest, between first and last work; empty means none
 * @param tooLong       runs of work without the required rest; empty means none
 */
public record StaffRestReport(
        StaffId staff,
        WorkRules rules,
        List<Interval> work,
        SortedMap<IsoWeek, Long> taught,
        @Nullable Interval shortest,
        List<Interval> free,
        List<MissingRest> tooLong) {
    /** Copies the lists. */
    public StaffRestReport {
        work = List.copyOf(work);
        taught = Collections.unmodifiableSortedMap(new TreeMap<>(taught));
        free = List.copyOf(free);
        tooLong = List.copyOf(tooLong);
    }

    /** Returns the minutes in lessons of the existing timetable. */
    public long taughtMinutes() {
        return taught.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A run of work without the required rest, in which at least one duty was planned.
     *
     * @param isWeekly    whether the weekly rest is missing; otherwise the daily one
     * @param run         start and end of the run
     * @param longestRest the longest rest in it; of no length if there is none
     * @param minutes     minutes of rest that are missing in those 24 hours, or seven days, in which most are
     */
    public record MissingRest(boolean isWeekly, Interval run, Interval longestRest, long minutes) {}

    static StaffRestReport of(CheckedPlan plan, StaffMember person) {
        WorkRules rules = plan.workRules(person);
        List<Duty> duties = plan.timelines().workOf(person.id());
        List<DutyRun> pieces = DailyRestCheck.runsBetweenDailyRests(duties, rules);
        List<DutyRun> runs = WeeklyRestCheck.runsBetweenWeeklyRests(duties, rules);
        List<Interval> work = mergeAdjacent(duties);
        List<Interval> pauses = gapsBetween(work);
        var tooLong = new ArrayList<MissingRest>();
        tooLong(
                        false,
                        pieces,
                        rules.longestDailyRun(),
                        pauses,
                        run -> run.missingRest(duties, DailyRestCheck.PERIOD, rules.dailyRestMinutes()))
                .forEach(tooLong::add);
        tooLong(
                        true,
                        runs,
                        rules.longestWeeklyRun(),
                        pauses,
                        run -> run.missingRest(duties, WeeklyRestCheck.PERIOD, rules.weeklyRestMinutes()))
                .forEach(tooLong::add);
        return new StaffRestReport(
                person.id(),
                rules,
                work,
                mergeAdjacent(duties.stream().filter(Duty::isFact).toList()).stream()
                        .collect(Collectors.groupingBy(
                                one -> IsoWeek.of(
                                        plan.toLocalDateTime(one.start()).toLocalDate()),
                                TreeMap::new,
                                Collectors.summingLong(Interval::minutes))),
                shortest(pieces, rules, pauses),
                gapsBetween(runs.stream().map(StaffRestReport::interval).toList()),
                tooLong);
    }

    private static Interval interval(DutyRun stretch) {
        return new Interval(stretch.start(), stretch.end());
    }

    private static List<Interval> mergeAdjacent(List<Duty> duties) {
        var work = new ArrayList<Interval>();
        for (Duty duty : duties) {
            boolean goesOn = !work.isEmpty() && work.getLast().end() >= duty.start();
            work.add(
                    goesOn
                            ? new Interval(
                                    work.getLast().start(),
                                    Math.max(work.removeLast().end(), duty.end()))
                            : duty.interval());
        }
        return work;
    }

    private static List<Interval> gapsBetween(List<Interval> some) {
        var gaps = new ArrayList<Interval>();
        for (int i = 1; i < some.size(); i++) {
            long start = some.get(i - 1).end();
            long end = some.get(i).start();
            gaps.add(new Interval(start, end));
        }
        return gaps;
    }

    private static Stream<MissingRest> tooLong(
            boolean isWeekly,
            List<DutyRun> stretches,
            long longest,
            List<Interval> pauses,
            ToLongFunction<DutyRun> missing) {
        return stretches.stream()
                .filter(one -> one.minutesOver(longest) > 0)
                .map(one -> new MissingRest(
                        isWeekly,
                        interval(one),
                        longestIn(one, pauses).orElse(new Interval(one.start(), one.start())),
                        missing.applyAsLong(one)));
    }

    private static Optional<Interval> longestIn(DutyRun stretch, List<Interval> pauses) {
        return pauses.stream()
                .filter(pause -> pause.start() >= stretch.start() && pause.end() <= stretch.end())
                .max(Comparator.comparingLong(Interval::minutes));
    }

    private static @Nullable Interval shortest(List<DutyRun> pieces, WorkRules rules, List<Interval> pauses) {
        Stream<Interval> within = pieces.stream()
                .filter(piece -> piece.minutes() > rules.longestDailyRun())
                .flatMap(piece -> longestIn(piece, pauses).stream());
        return Stream.concat(
                        gapsBetween(
                                pieces.stream().map(StaffRestReport::interval).toList())
                                .stream(),
                        within)
                .min(Comparator.comparingLong(Interval::minutes))
                .orElse(null);
    }
}
