package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Rules of when sessions may be held. */
public final class TimeRules {
    private TimeRules() {}

    /** A session at a time that isn't usable altogether costs its minutes, those of a single time that it is held. Placeholder 1 is the session. */
    public static Rule usable(RuleType type, List<Session> sessions, List<UsableTime> usable) {
        return perSession(type, sessions, (scope, view, charge) -> {
            MeetingTime time = view.time(0);
            if (time != null && !UsableTime.holds(usable, time)) {
                charge.add(Duration.between(time.start(), time.end()).toMinutes(), ((Session) scope.key()).id());
            }
        });
    }

    /**
     * Two sessions that belong together cost the minutes that they share on a day. Placeholder 1 is the later one in the list.
     *
     * @param what what a session belongs to
     */
    public static Rule notAtOnce(RuleType type, List<Session> sessions, Function<Session, Object> what) {
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
                charge.add(shared(one, other), scope.key());
            }
        });
    }

    private static long shared(MeetingTime one, MeetingTime other) {
        if (one.weekday() != other.weekday() || Collections.disjoint(one.weeks(), other.weeks())) {
            return 0;
        }
        var start = one.start().isAfter(other.start()) ? one.start() : other.start();
        var end = one.end().isBefore(other.end()) ? one.end() : other.end();
        return Math.max(0, Duration.between(start, end).toMinutes());
    }
}
