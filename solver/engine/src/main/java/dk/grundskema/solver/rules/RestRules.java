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
                    WorkRules law = law(work, duties);
                    if (law.agreedShortRest() == null) {
                        runs(duties, law.dailyRestMinutes(), law.longestDailyRun(), zone, charge);
                    } else {
                        new ShortRests(duties, law, law.agreedShortRest(), zone, charge).walk();
                    }
                }),
                timeline(WEEKLY, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                    WorkRules law = law(work, duties);
                    runs(duties, law.weeklyRestMinutes(), law.longestWeeklyRun(), zone, charge);
                }));
    }

    private static WorkRules law(Map<StaffId, WorkRules> work, Duties duties) {
        return work.getOrDefault(((StaffMember) duties.owner()).id(), WorkRules.defaults());
    }

    /** A run of duties less than {@code rest} apart costs the minutes by which it is longer than {@code longest}. */
    private static void runs(Duties duties, long rest, long longest, ZoneId zone, Charge charge) {
        long start = 0;
        long end = Long.MIN_VALUE;
        boolean decided = false;
        for (int duty = 0; duty < duties.size(); duty++) {
            if (!duties.isWork(duty)) {
                continue;
            }
            if (end == Long.MIN_VALUE || duties.start(duty) - end >= rest) {
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

    /** Walks through the duties of somebody whose school has agreed on shorter rests now and then. */
    private static final class ShortRests {
        private final Duties duties;
        private final WorkRules law;
        private final AgreedShortRest agreement;
        private final ZoneId zone;
        private final Charge charge;
        private @Nullable LocalDate lastUse;
        private int usesInWeek;

        ShortRests(Duties duties, WorkRules law, AgreedShortRest agreement, ZoneId zone, Charge charge) {
            this.duties = duties;
            this.law = law;
            this.agreement = agreement;
            this.zone = zone;
            this.charge = charge;
        }

        void walk() {
            long start = 0;
            long end = Long.MIN_VALUE;
            boolean decided = false;
            for (int duty = 0; duty < duties.size(); duty++) {
                if (!duties.isWork(duty)) {
                    continue;
                }
                if (end == Long.MIN_VALUE || ends(duty, start, end)) {
                    chargeRun(duties, start, end, law.longestDailyRun(), decided, zone, charge);
                    start = duties.start(duty);
                    end = duties.end(duty);
                    decided = false;
                }
                end = Math.max(end, duties.end(duty));
                decided |= duties.session(duty) != null;
            }
            chargeRun(duties, start, end, law.longestDailyRun(), decided, zone, charge);
        }

        private boolean ends(int next, long start, long end) {
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
