package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules that several kinds of intervention have, each with a type and texts of the plugin's own. */
public final class UsualRules {
    /** What belongs together on a day of the week. */
    private record OnDay(Object what, DayOfWeek day) {}

    /** Somebody of the staff in what belongs together. */
    private record Adult(Object what, StaffId staff) {}

    private UsualRules() {}

    /** A session at another time than those that it may choose costs 1; only a lock puts it there. Placeholder 1 is the session. */
    public static Rule ownTimes(RuleType type, List<Session> sessions) {
        return LocalRule.perSession(type, sessions, (scope, view, charge) -> {
            var session = (Session) scope.key();
            MeetingTime time = view.time(0);
            if (time != null && session.times().stream().noneMatch(one -> isPart(time, one))) {
                charge.add(1, session.id());
            }
        });
    }

    private static boolean isPart(MeetingTime time, MeetingTime of) {
        return time.weekday() == of.weekday()
                && time.start().equals(of.start())
                && time.end().equals(of.end())
                && of.weeks().containsAll(time.weeks());
    }

    /** A session costs each week that it is held less than at another of its times. Placeholder 1 is the session. */
    public static Rule weeksLeftOut(RuleType type, List<Session> sessions) {
        return LocalRule.perSession(type, sessions, (scope, view, charge) -> {
            var session = (Session) scope.key();
            MeetingTime time = view.time(0);
            if (time != null) {
                int most = session.times().stream()
                        .mapToInt(one -> one.weeks().size())
                        .max()
                        .orElse(0);
                charge.add(Math.max(0, most - time.weeks().size()), session.id());
            }
        });
    }

    /**
     * Sessions that belong together cost 1 on a day of the week for each from the second on. Placeholders 1 and 2 are what they belong to, and
     * the day.
     *
     * @param what what a session belongs to; {@code null} if the rule doesn't concern it
     */
    public static Rule onceADay(RuleType type, Function<Session, @Nullable Object> what) {
        return SumRule.sum(type)
                .overPlacements((session, time, host, entries) -> {
                    Object key = what.apply(session);
                    if (key != null) {
                        entries.add(new OnDay(key, time.weekday()), 1);
                    }
                })
                .cost((key, sessions) -> Math.max(0, sessions - 1));
    }

    /**
     * Each of the staff in sessions that belong together costs 1, so that one is better than two. Placeholders 1 and 2 are what they belong to,
     * and who.
     *
     * @param what what a session belongs to; {@code null} if the rule doesn't concern it
     */
    public static Rule fewAdults(RuleType type, Function<Session, @Nullable Object> what) {
        return SumRule.sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    Object key = what.apply(session);
                    if (key != null) {
                        entries.add(new Adult(key, holder.id()), 1);
                    }
                })
                .cost((key, sessions) -> sessions > 0 ? 1 : 0);
    }
}
