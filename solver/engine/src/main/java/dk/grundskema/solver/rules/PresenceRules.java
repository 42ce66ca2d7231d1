package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is demanded is held, with the adults that it needs and no more. */
final class PresenceRules {
    private static final int NOBODY_AT_ALL = 3;
    static final RuleType TOO_MANY = RuleType.hard("core.more-staff-than-asked", RuleType.OURS);
    static final RuleType TWO_IN_ONE = RuleType.hard("core.two-in-one-module", RuleType.OURS);
    static final RuleType MISSING =
            RuleType.medium("core.missing-adult", 100, "LOKO: two staff in every module; the weight is ours");
    static final RuleType UNPLACED = RuleType.medium("core.unplaced-session", 1000, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(TOO_MANY, TWO_IN_ONE, MISSING, UNPLACED);

    private PresenceRules() {}

    static List<Rule> of(Brief brief) {
        Set<SessionId> seated =
                brief.seats().stream().flatMap(seat -> seat.sessions().stream()).collect(Collectors.toSet());
        Set<SessionId> hosting =
                brief.sessions().stream().flatMap(one -> one.hosts().stream()).collect(Collectors.toSet());
        List<Session> staffed = among(brief, seated);
        List<Session> hosts = among(brief, hosting);
        List<Session> required = brief.sessions().stream()
                .filter(one -> one.required() && (one.isGuest() || !one.isFixedInTime()))
                .toList();
        return List.of(
                moreStaffThanAsked(staffed, brief.asked()),
                twoInOneModule(hosts),
                missingAdult(staffed),
                unplacedSession(required));
    }

    private static List<Session> among(Brief brief, Set<SessionId> ids) {
        return brief.sessions().stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static List<Scope> scopes(List<Session> sessions) {
        return sessions.stream()
                .map(one -> new Scope(one.id(), List.of(one), List.of(), List.of()))
                .toList();
    }

    /** Somebody in a seat that nobody asked for costs 1; only a lock puts people there. */
    private static Rule moreStaffThanAsked(List<Session> sessions, Map<SessionId, Integer> asked) {
        return local(TOO_MANY, scopes(sessions), (scope, view, charge) -> {
            if (view.time(0) == null) {
                return;
            }
            int seats = asked.getOrDefault((SessionId) scope.key(), 0);
            int more = 0;
            for (int seat = seats; seat < view.seats(0); seat++) {
                more += view.holderIndex(0, seat) >= 0 ? 1 : 0;
            }
            charge.add(more, scope.key());
        });
    }

    /** Each guest beyond a host's first costs 1. */
    private static Rule twoInOneModule(List<Session> hosts) {
        return local(TWO_IN_ONE, scopes(hosts), (scope, view, charge) -> {
            if (view.guests(0) > 1) {
                charge.add(view.guests(0) - 1, scope.key());
            }
        });
    }

    /**
     * Each required seat that nobody fills costs 1, and 3 more if the students have no adult at all; in a lesson they have their
     * teacher. A session without a time needs nobody.
     */
    private static Rule missingAdult(List<Session> sessions) {
        return local(MISSING, scopes(sessions), PresenceRules::chargeMissing);
    }

    private static void chargeMissing(Scope scope, ScopeView view, Charge charge) {
        if (view.time(0) == null) {
            return;
        }
        int missing = 0;
        boolean somebody = false;
        for (int seat = 0; seat < view.seats(0); seat++) {
            if (view.holderIndex(0, seat) >= 0) {
                somebody = true;
            } else if (view.seat(0, seat).required()) {
                missing++;
            }
        }
        if (missing > 0) {
            Session session = scope.sessions().getFirst();
            boolean hasStudents = session.lesson() == null
                    && (!session.groups().isEmpty() || !session.students().isEmpty());
            charge.add(missing + (hasStudents && !somebody ? NOBODY_AT_ALL : 0), scope.key());
        }
    }

    /** A required session without a time costs 1, unless it sleeps. */
    private static Rule unplacedSession(List<Session> sessions) {
        return local(UNPLACED, scopes(sessions), (scope, view, charge) -> {
            if (view.time(0) == null && !view.isAsleep(0)) {
                charge.add(1, scope.key());
            }
        });
    }
}
