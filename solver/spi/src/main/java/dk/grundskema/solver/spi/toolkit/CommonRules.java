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

/** Rules that several kinds of intervention have, each with a type and texts of the plugin. */
public final class CommonRules {
    /** A set of sessions that belong together, on one day of the week. */
    private record DayKey(Object what, DayOfWeek day) {}

    /** A staff member in a set of sessions that belong together. */
    private record AdultKey(Object what, StaffId staff) {}

    private CommonRules() {}

    /** Charges 1 for a session at a time that is not one of its possible times; only a lock can place it there. Placeholder 1 is the session. */
    public static Rule timeNotOffered(RuleType type, List<Session> sessions) {
        return LocalRule.perSession(type, sessions, (scope, view, charge) -> {
            var session = (Session) scope.key();
            MeetingTime time = view.time(0);
            if (time != null && session.times().stream().noneMatch(one -> isPartOf(time, one))) {
                charge.add(1, session.id());
            }
        });
    }

    private static boolean isPartOf(MeetingTime time, MeetingTime of) {
        return time.weekday() == of.weekday()
                && time.start().equals(of.start())
                && time.end().equals(of.end())
                && of.weeks().containsAll(time.weeks());
    }

    /** Charges a session for each week that it is held less than at its time with most weeks. Placeholder 1 is the session. */
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
     * Charges 1 for each session beyond the first on a day of the week, among sessions that belong together. Placeholders 1 and 2 are what they
     * belong to, and the day.
     *
     * @param what returns what a session belongs to; {@code null} if the rule does not apply to it
     */
    public static Rule onceADay(RuleType type, Function<Session, @Nullable Object> what) {
        return SumRule.sum(type)
                .overPlacements((session, time, host, entries) -> {
                    Object key = what.apply(session);
                    if (key != null) {
                        entries.add(new DayKey(key, time.weekday()), 1);
                    }
                })
                .cost((key, sessions) -> Math.max(0, sessions - 1));
    }

    /**
     * Charges 1 for each staff member in sessions that belong together, so that one is better than two. Placeholders 1 and 2 are what they belong
     * to, and the staff member.
     *
     * @param what returns what a session belongs to; {@code null} if the rule does not apply to it
     */
    public static Rule fewAdults(RuleType type, Function<Session, @Nullable Object> what) {
        return SumRule.sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    Object key = what.apply(session);
                    if (key != null) {
                        entries.add(new AdultKey(key, holder.id()), 1);
                    }
                })
                .cost((key, sessions) -> sessions > 0 ? 1 : 0);
    }
}
