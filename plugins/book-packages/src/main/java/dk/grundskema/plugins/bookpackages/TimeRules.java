package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Rules on the times of sessions. */
final class TimeRules {
    private TimeRules() {}

    /** Charges a session that is not entirely in usable time its minutes, those of one date. Placeholder 1 is the session. */
    static Rule outsideUsableTime(RuleType type, List<Session> sessions, List<UsableTime> usable) {
        return perSession(type, sessions, (scope, view, charge) -> {
            MeetingTime time = view.time(0);
            if (time != null && !UsableTime.contains(usable, time)) {
                charge.add(Duration.between(time.start(), time.end()).toMinutes(), ((Session) scope.key()).id());
            }
        });
    }

    /**
     * Charges two sessions that belong together the minutes by which they overlap on a day. Placeholder 1 is the later one in the list.
     *
     * @param what returns what a session belongs to
     */
    static Rule notAtOnce(RuleType type, List<Session> sessions, Function<Session, Object> what) {
        var pairs = new ArrayList<Scope>();
        for (int i = 0; i < sessions.size(); i++) {
            for (Session other : sessions.subList(i + 1, sessions.size())) {
                if (what.apply(sessions.get(i)).equals(what.apply(other))) {
                    pairs.add(new Scope(other.id(), List.of(sessions.get(i), other), List.of(), List.of()));
                }
            }
        }
        return local(type, pairs, (scope, view, charge) -> {
            MeetingTime one = view.time(0);
            MeetingTime other = view.time(1);
            if (one != null && other != null) {
                charge.add(sharedMinutes(one, other), scope.key());
            }
        });
    }

    private static long sharedMinutes(MeetingTime one, MeetingTime other) {
        if (one.weekday() != other.weekday() || Collections.disjoint(one.weeks(), other.weeks())) {
            return 0;
        }
        var start = one.start().isAfter(other.start()) ? one.start() : other.start();
        var end = one.end().isBefore(other.end()) ? one.end() : other.end();
        return Math.max(0, Duration.between(start, end).toMinutes());
    }
}
