package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits of calendar dates that a school or a person sets itself, each as a rule, a guideline or a wish: the longest day, the rest between dates and
 * free dates of a week. A duty belongs to the date on which it starts. What lessons of the existing timetable break alone is not charged.
 */
final class DateRules {

    private final Map<StaffId, WorkRules> work;
    private final Horizon horizon;

    private DateRules(CoreRuleContext context) {
        this.work = context.work();
        this.horizon = context.problem().horizon();
    }

    /** Returns a rule for each limit and level that somebody has. */
    static List<Rule> of(CoreRuleContext context) {
        var rules = new DateRules(context);
        return Stream.of(Level.values())
                .flatMap(level -> Stream.<@Nullable Rule>of(
                                rules.longDay(level), rules.restBetweenDates(level), rules.freeDates(level))
                        .filter(Objects::nonNull))
                .map(Rule.class::cast)
                .toList();
    }

    /** Charges the minutes from the first duty of a date to the end of the last beyond the limit, or beyond those of lessons alone. */
    private @Nullable Rule longDay(Level level) {
        Function<Object, @Nullable DutyLimit> limit =
                owner -> atLevel(workRulesOf(owner).longestDay(), DutyLimit::level, level);
        return rule(CoreRules.LONG_DAY, level, limit, Window.DAY, (duties, charge) -> {
            DutyLimit most = limit.apply(duties.owner());
            if (most == null || duties.size() == 0) {
                return;
            }
            var day = new DutyDay();
            day.read(duties, 0);
            long over = day.all.minutes() - Math.max(most.minutes(), day.lessons.minutes());
            charge(
                    charge,
                    over,
                    duties,
                    () -> List.of(
                            duties.date(0), Figure.ofMinutes(day.all.minutes()), Figure.ofMinutes(most.minutes())));
        });
    }

    /** Charges the minutes of rest missing between the last duty of a date and the first of the next, but for those missing between lessons alone. */
    private @Nullable Rule restBetweenDates(Level level) {
        Function<Object, @Nullable DutyLimit> limit =
                owner -> atLevel(workRulesOf(owner).restBetweenDates(), DutyLimit::level, level);
        return rule(CoreRules.REST_BETWEEN_DATES, level, limit, Window.HORIZON, (duties, charge) -> {
            DutyLimit fewest = limit.apply(duties.owner());
            if (fewest == null) {
                return;
            }
            var before = new DutyDay();
            var day = new DutyDay();
            for (int duty = 0; duty < duties.size(); ) {
                LocalDate date = duties.date(duty);
                duty = day.read(duties, duty);
                if (day.all.isEmpty()) {
                    continue;
                }
                long missing = before.all.missingRest(day.all, fewest.minutes());
                charge(
                        charge,
                        missing - before.lessons.missingRest(day.lessons, fewest.minutes()),
                        duties,
                        () -> List.of(
                                date,
                                Figure.ofMinutes(fewest.minutes() - missing),
                                Figure.ofMinutes(fewest.minutes()),
                                Figure.ofMinutes(missing)));
                DutyDay last = before;
                before = day;
                day = last;
            }
        });
    }

    /** Charges the free dates that are missing in a calendar week, but for those that lessons alone take. */
    private @Nullable Rule freeDates(Level level) {
        Function<Object, @Nullable FreeDates> limit =
                owner -> atLevel(workRulesOf(owner).freeDates(), FreeDates::level, level);
        long[] midnights = midnights();
        return rule(CoreRules.FREE_DATES, level, limit, Window.HORIZON, (duties, charge) -> {
            FreeDates free = limit.apply(duties.owner());
            if (free == null) {
                return;
            }
            int[] all = new int[horizon.weeks() + 1];
            int[] lessons = new int[all.length];
            for (int duty = 0; duty < duties.size(); duty++) {
                if (duties.isWork(duty)) {
                    addDates(duties, duty, midnights, all, lessons);
                }
            }
            for (int week = 0; week < horizon.weeks(); week++) {
                IsoWeek named = horizon.firstWeek().plus(week);
                charge(
                        charge,
                        missingDates(all[week], free) - missingDates(lessons[week], free),
                        duties,
                        () -> List.of(named, new Figure(free.perWeek())));
            }
        });
    }

    /** Returns the first minutes of all dates of the horizon and of the week after it. */
    private long[] midnights() {
        return IntStream.range(0, 7 * (horizon.weeks() + 1))
                .mapToLong(day -> horizon.firstDay()
                                .plusDays(day)
                                .atStartOfDay(horizon.zone())
                                .toEpochSecond()
                        / 60)
                .toArray();
    }

    /** Marks the dates of a duty in its weeks, as bits from Monday on. */
    private static void addDates(Duties duties, int duty, long[] midnights, int[] all, int[] lessons) {
        int found = Arrays.binarySearch(midnights, duties.start(duty));
        for (int day = found >= 0 ? found : -found - 2;
                day >= 0 && day < midnights.length && midnights[day] < duties.end(duty);
                day++) {
            all[day / 7] |= 1 << day % 7;
            if (duties.session(duty) == null) {
                lessons[day / 7] |= 1 << day % 7;
            }
        }
    }

    private static long missingDates(int taken, FreeDates free) {
        return Math.max(0, Integer.bitCount(taken) + free.perWeek() - 7);
    }

    /** Creates the rule; {@code null} if nobody has such a limit at the level, so that plans without it do not name it. */
    private <T> @Nullable Rule rule(
            Map<Level, RuleType> types,
            Level level,
            Function<Object, @Nullable T> limit,
            Window window,
            TimelineRule.Cost cost) {
        boolean isAsked = work.keySet().stream().anyMatch(one -> limit.apply(one) != null);
        return isAsked
                ? timeline(Objects.requireNonNull(types.get(level)), Owner.STAFF, window, cost)
                        .withVisibility(owner ->
                                limit.apply(owner) == null ? DutyVisibility.NOTHING : DutyVisibility.EVERYTHING)
                : null;
    }

    private static <T> @Nullable T atLevel(@Nullable T limit, Function<T, Level> of, Level level) {
        return limit != null && of.apply(limit) == level ? limit : null;
    }

    /** @param owner a {@code StaffMember} or its id */
    private WorkRules workRulesOf(Object owner) {
        StaffId id = owner instanceof StaffMember member ? member.id() : (StaffId) owner;
        return work.getOrDefault(id, WorkRules.defaults());
    }

    private static void charge(
            PenaltyCollector charge, long amount, Duties duties, Supplier<List<Object>> whenAndFigures) {
        if (amount <= 0) {
            return;
        }
        if (charge.needsArguments()) {
            List<Object> arguments = whenAndFigures.get();
            charge.add(
                    amount,
                    ((StaffMember) duties.owner()).id(),
                    arguments.getFirst(),
                    arguments.subList(1, arguments.size()));
        } else {
            charge.add(amount);
        }
    }

    /** The work that starts on one date, and the lessons among it. Reused from date to date. */
    private static final class DutyDay {
        private final Span all = new Span();
        private final Span lessons = new Span();

        /** Reads the duties of the date of the given duty, and returns the first duty of a later date, or the number of duties. */
        int read(Duties duties, int first) {
            all.clear();
            lessons.clear();
            LocalDate date = duties.date(first);
            int duty = first;
            for (; duty < duties.size() && duties.date(duty).equals(date); duty++) {
                if (duties.isWork(duty)) {
                    all.add(duties, duty);
                    if (duties.session(duty) == null) {
                        lessons.add(duties, duty);
                    }
                }
            }
            return duty;
        }
    }

    /** The time from the first of some duties to the end of the last. */
    private static final class Span {
        private long start = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;

        void clear() {
            start = Long.MAX_VALUE;
            end = Long.MIN_VALUE;
        }

        void add(Duties duties, int duty) {
            start = Math.min(start, duties.start(duty));
            end = Math.max(end, duties.end(duty));
        }

        boolean isEmpty() {
            return start > end;
        }

        long minutes() {
            return isEmpty() ? 0 : end - start;
        }

        /** Returns the minutes missing to the rest before later duties; 0 if there are none on either side. */
        long missingRest(Span next, long required) {
            return isEmpty() || next.isEmpty() ? 0 : Math.max(0, required - Math.max(0, next.start - end));
        }
    }
}
