package dk.grundskema.solver.check;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works and rests by a timetable, as the law looks at it: lessons of the existing timetable are work, a stand-by at home is rest.
 * Source: Working Environment Act, ch. 9.
 *
 * @param staff         who
 * @param rules         the working-time rules that hold for the person
 * @param work          when the person works, in order, with something between any two; empty means never
 * @param taughtMinutes minutes of it in lessons of the existing timetable
 * @param shortest      the shortest rest of those that part days of work, and of those that should; {@code null} if there is none
 * @param free          rests as long as the weekly one at least, between first and last work; empty means none
 * @param tooLong       work without the rest that is owed; empty means that all is well
 */
public record Rests(
        StaffId staff,
        WorkRules rules,
        List<Interval> work,
        long taughtMinutes,
        @Nullable Interval shortest,
        List<Interval> free,
        List<TooLong> tooLong) {
    /** Copies the lists. */
    public Rests {
        work = List.copyOf(work);
        free = List.copyOf(free);
        tooLong = List.copyOf(tooLong);
    }

    /**
     * Work without the rest that is owed between, in which something was planned.
     *
     * @param isWeekly    whether it is the weekly rest that is missing, not the daily one
     * @param run         from when until when
     * @param longestRest the longest rest in it; of no length if there is none
     */
    public record TooLong(boolean isWeekly, Interval run, Interval longestRest) {}

    static Rests of(CheckedPlan plan, StaffMember person) {
        WorkRules rules = plan.workRules(person);
        List<Duty> duties = plan.timelines().workOf(person.id());
        List<Stretch> pieces = DailyRestCheck.pieces(duties, rules);
        List<Stretch> runs = WeeklyRestCheck.runs(duties, rules);
        List<Interval> work = together(duties);
        List<Interval> pauses = between(work);
        var tooLong = new ArrayList<TooLong>();
        tooLong(false, pieces, rules.longestDailyRun(), pauses).forEach(tooLong::add);
        tooLong(true, runs, rules.longestWeeklyRun(), pauses).forEach(tooLong::add);
        return new Rests(
                person.id(),
                rules,
                work,
                duties.stream()
                        .filter(Duty::isFact)
                        .mapToLong(Duty::workMinutes)
                        .sum(),
                shortest(pieces, rules, pauses),
                between(runs.stream().map(Rests::interval).toList()),
                tooLong);
    }

    private static Interval interval(Stretch stretch) {
        return new Interval(stretch.start(), stretch.end());
    }

    private static List<Interval> together(List<Duty> duties) {
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

    private static List<Interval> between(List<Interval> some) {
        var gaps = new ArrayList<Interval>();
        for (int i = 1; i < some.size(); i++) {
            long start = some.get(i - 1).end();
            long end = some.get(i).start();
            gaps.add(new Interval(start, end));
        }
        return gaps;
    }

    private static Stream<TooLong> tooLong(
            boolean isWeekly, List<Stretch> stretches, long longest, List<Interval> pauses) {
        return stretches.stream()
                .filter(one -> one.minutesOver(longest) > 0)
                .map(one -> new TooLong(
                        isWeekly,
                        interval(one),
                        longestIn(one, pauses).orElse(new Interval(one.start(), one.start()))));
    }

    private static Optional<Interval> longestIn(Stretch stretch, List<Interval> pauses) {
        return pauses.stream()
                .filter(pause -> pause.start() >= stretch.start() && pause.end() <= stretch.end())
                .max(Comparator.comparingLong(Interval::minutes));
    }

    private static @Nullable Interval shortest(List<Stretch> pieces, WorkRules rules, List<Interval> pauses) {
        Stream<Interval> within = pieces.stream()
                .filter(piece -> piece.minutes() > rules.longestDailyRun())
                .flatMap(piece -> longestIn(piece, pauses).stream());
        return Stream.concat(between(pieces.stream().map(Rests::interval).toList()).stream(), within)
                .min(Comparator.comparingLong(Interval::minutes))
                .orElse(null);
    }
}
