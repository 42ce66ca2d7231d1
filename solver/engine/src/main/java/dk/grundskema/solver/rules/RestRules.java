package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules about daily and weekly rest. The law looks back 24 hours, or seven days, from the end of any duty. This is
 * equivalent to a limit on each run of duties without such a rest between them: it is not longer than the day, or the
 * week, minus the rest; {@link WorkRules} has the hours. Source: Working Environment Act, ch. 9.
 */
final class RestRules {

    private RestRules() {}

    static List<Rule> of(CoreRuleContext context) {
        ZoneId zone = context.problem().horizon().zone();
        Map<StaffId, WorkRules> work = context.work();
        return List.of(
                timeline(CoreRules.DAILY_REST, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                            WorkRules law = workRulesOf(work, duties.owner());
                            RunEnd ending = law.agreedShortRest() == null
                                    ? runEndByRest(law.dailyRestMinutes(), duties)
                                    : new AgreedShortRests(duties, law, law.agreedShortRest());
                            chargeLongRuns(duties, ending, law.longestDailyRun(), law.dailyRestMinutes(), zone, charge);
                        })
                        .withVisibility(one -> workRulesOf(work, one).agreedShortRest() == null
                                ? DutyVisibility.nearby(workRulesOf(work, one).dailyRestMinutes())
                                : DutyVisibility.EVERYTHING)
                        .monotone(),
                timeline(CoreRules.WEEKLY_REST, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                            WorkRules law = workRulesOf(work, duties.owner());
                            chargeLongRuns(
                                    duties,
                                    runEndByRest(law.weeklyRestMinutes(), duties),
                                    law.longestWeeklyRun(),
                                    law.weeklyRestMinutes(),
                                    zone,
                                    charge);
                        })
                        .withVisibility(one ->
                                DutyVisibility.nearby(workRulesOf(work, one).weeklyRestMinutes()))
                        .monotone());
    }

    private static WorkRules workRulesOf(Map<StaffId, WorkRules> work, Object owner) {
        return work.getOrDefault(((StaffMember) owner).id(), WorkRules.defaults());
    }

    /** Decides whether the current run of duties ends before the next duty. */
    private interface RunEnd {
        boolean isBefore(int next, long start, long end);
    }

    /** Charges the minutes by which a run of duties is longer than {@code longest}. */
    private static void chargeLongRuns(
            Duties duties, RunEnd ending, long longest, long requiredRest, ZoneId zone, PenaltyCollector charge) {
        var run = new Run(longest, requiredRest, zone);
        long start = 0;
        long end = Long.MIN_VALUE;
        for (int duty = 0; duty < duties.size(); duty++) {
            if (!duties.isWork(duty)) {
                continue;
            }
            if (end == Long.MIN_VALUE || ending.isBefore(duty, start, end)) {
                run.charge(duties, duty, start, end, charge);
                start = duties.start(duty);
                run.decided = false;
                run.first = duty;
                end = duties.end(duty);
            }
            end = Math.max(end, duties.end(duty));
            run.decided |= duties.session(duty) != null;
        }
        run.charge(duties, duties.size(), start, end, charge);
    }

    /** Ends a run at each break of at least {@code rest} minutes. */
    private static RunEnd runEndByRest(long rest, Duties duties) {
        return (next, start, end) -> duties.start(next) - end >= rest;
    }

    /** What is known of the current run besides its start and end. */
    private static final class Run {
        private final long longest;
        private final long requiredRest;
        private final ZoneId zone;
        private boolean decided;
        private int first;

        Run(long longest, long requiredRest, ZoneId zone) {
            this.longest = longest;
            this.requiredRest = requiredRest;
            this.zone = zone;
        }

        /** @param next index of the first duty after the run */
        void charge(Duties duties, int next, long start, long end, PenaltyCollector charge) {
            if (!decided || end - start <= longest) {
                return;
            }
            long over = end - start - longest;
            if (charge.needsArguments()) {
                long rest = leastRest(duties, next, start);
                charge.add(
                        over,
                        ((StaffMember) duties.owner()).id(),
                        Interval.toLocalDateTime(start, zone),
                        List.of(
                                Interval.toLocalDateTime(end, zone),
                                Figure.ofMinutes(rest),
                                Figure.ofMinutes(requiredRest),
                                Figure.ofMinutes(requiredRest - rest)));
            } else {
                charge.add(over);
            }
        }

        /** Returns the longest rest in the day, or the week, that has the least: each ends with a duty, and before the run there is rest. */
        private long leastRest(Duties duties, int next, long start) {
            long least = requiredRest;
            for (int last = first; last < next; last++) {
                long until = duties.end(last);
                if (!duties.isWork(last) || until - start <= longest) {
                    continue;
                }
                long from = until - longest - requiredRest;
                long most = start - from;
                long busyUntil = Math.max(start, from);
                for (int duty = first; duty < next && duties.start(duty) < until; duty++) {
                    if (duties.isWork(duty)) {
                        most = Math.max(most, duties.start(duty) - busyUntil);
                        busyUntil = Math.max(busyUntil, duties.end(duty));
                    }
                }
                least = Math.min(least, most);
            }
            return Math.max(0, least);
        }
    }

    /** Ends runs under an agreement on occasional shorter rests. Must be called in the order of duties. */
    private static final class AgreedShortRests implements RunEnd {
        private final Duties duties;
        private final WorkRules law;
        private final AgreedShortRest agreement;
        private @Nullable LocalDate lastUse;
        private int usesInWeek;

        AgreedShortRests(Duties duties, WorkRules law, AgreedShortRest agreement) {
            this.duties = duties;
            this.law = law;
            this.agreement = agreement;
        }

        @Override
        public boolean isBefore(int next, long start, long end) {
            long gap = duties.start(next) - end;
            if (gap >= law.dailyRestMinutes()) {
                return true;
            }
            boolean isNeeded = Math.max(end, duties.end(next)) - start > law.longestDailyRun();
            return gap >= agreement.hours() * 60L && isNeeded && useAgreement(duties.date(next));
        }

        private boolean useAgreement(LocalDate date) {
            boolean isSameWeek = lastUse != null && IsoWeek.of(lastUse).equals(IsoWeek.of(date));
            boolean isFree = lastUse == null
                    || (lastUse.isBefore(date.minusDays(1)) && (!isSameWeek || usesInWeek < agreement.timesAWeek()));
            if (isFree) {
                usesInWeek = isSameWeek ? usesInWeek + 1 : 1;
                lastUse = date;
            }
            return isFree;
        }
    }
}
