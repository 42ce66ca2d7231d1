package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everyone rests as long as the law says. The law looks back 24 hours, or seven days, from the end of any duty; that holds
 * exactly when no run of duties without such a rest between them is longer than the day, or the week, less the rest.
 * Source: Working Environment Act, ch. 9.
 */
final class RestRules {
    static final RuleType DAILY =
            RuleType.hard("core.daily-rest", "Working Environment Act, ch. 9: 11 hours in any 24");
    static final RuleType WEEKLY =
            RuleType.hard("core.weekly-rest", "Working Environment Act, ch. 9: a day off in any seven");
    static final List<RuleType> TYPES = List.of(DAILY, WEEKLY);

    private RestRules() {}

    static List<Rule> of(Brief brief) {
        ZoneId zone = brief.problem().horizon().zone();
        Map<StaffId, WorkRules> work = brief.work();
        return List.of(
                timeline(DAILY, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                            WorkRules law = law(work, duties.owner());
                            End ending = law.agreedShortRest() == null
                                    ? restOf(law.dailyRestMinutes(), duties)
                                    : new ShortRests(duties, law, law.agreedShortRest());
                            runs(duties, ending, law.longestDailyRun(), zone, charge);
                        })
                        .seeing(one -> law(work, one).agreedShortRest() == null
                                ? Sight.nearby(law(work, one).dailyRestMinutes())
                                : Sight.EVERYTHING)
                        .neverLessForMore(),
                timeline(WEEKLY, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                            WorkRules law = law(work, duties.owner());
                            runs(duties, restOf(law.weeklyRestMinutes(), duties), law.longestWeeklyRun(), zone, charge);
                        })
                        .seeing(one -> Sight.nearby(law(work, one).weeklyRestMinutes()))
                        .neverLessForMore());
    }

    private static WorkRules law(Map<StaffId, WorkRules> work, Object owner) {
        return work.getOrDefault(((StaffMember) owner).id(), WorkRules.defaults());
    }

    /** Whether a run of duties, as long as it is so far, ends before the next duty. */
    private interface End {
        boolean isBefore(int next, long start, long end);
    }

    /** A run of duties costs the minutes by which it is longer than {@code longest}. */
    private static void runs(Duties duties, End ending, long longest, ZoneId zone, Charge charge) {
        long start = 0;
        long end = Long.MIN_VALUE;
        boolean decided = false;
        for (int duty = 0; duty < duties.size(); duty++) {
            if (!duties.isWork(duty)) {
                continue;
            }
            if (end == Long.MIN_VALUE || ending.isBefore(duty, start, end)) {
                chargeRun(duties, start, end, longest, decided, zone, charge);
                start = duties.start(duty);
                decided = false;
                end = duties.end(duty);
            }
            end = Math.max(end, duties.end(duty));
            decided |= duties.session(duty) != null;
        }
        chargeRun(duties, start, end, longest, decided, zone, charge);
    }

    /** Duties less than {@code rest} apart are one run. */
    private static End restOf(long rest, Duties duties) {
        return (next, start, end) -> duties.start(next) - end >= rest;
    }

    private static void chargeRun(
            Duties duties, long start, long end, long longest, boolean decided, ZoneId zone, Charge charge) {
        if (decided && end - start > longest) {
            charge.add(
                    end - start - longest,
                    ((StaffMember) duties.owner()).id(),
                    Interval.moment(start, zone),
                    Interval.moment(end, zone));
        }
    }

    /** Ends the runs of somebody whose school has agreed on shorter rests now and then; asked in the order of duties. */
    private static final class ShortRests implements End {
        private final Duties duties;
        private final WorkRules law;
        private final AgreedShortRest agreement;
        private @Nullable LocalDate lastUse;
        private int usesInWeek;

        ShortRests(Duties duties, WorkRules law, AgreedShortRest agreement) {
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
            return gap >= agreement.hours() * 60L && isNeeded && use(duties.date(next));
        }

        private boolean use(LocalDate date) {
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
