package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about presence: everything demanded is held, with the required adults and no more. */
final class RequiredSessionsRules {
    private static final int EMPTY_SESSION_FACTOR = 3;

    private RequiredSessionsRules() {}

    static List<Rule> of(CoreRuleContext context) {
        Set<SessionId> seated = context.seats().stream()
                .flatMap(seat -> seat.sessions().stream())
                .collect(Collectors.toSet());
        Set<SessionId> hosting =
                context.sessions().stream().flatMap(one -> one.hosts().stream()).collect(Collectors.toSet());
        List<Session> staffed = sessionsIn(context, seated);
        List<Session> hosts = sessionsIn(context, hosting);
        List<Session> required = context.sessions().stream()
                .filter(one -> one.required() && (one.isGuest() || !one.isFixedInTime()))
                .toList();
        return List.of(
                moreStaffThanAsked(staffed, context.asked()),
                twoInOneModule(hosts),
                missingAdult(staffed),
                unplacedSession(required));
    }

    private static List<Session> sessionsIn(CoreRuleContext context, Set<SessionId> ids) {
        return context.sessions().stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static List<Scope> scopes(List<Session> sessions) {
        return sessions.stream()
                .map(one -> new Scope(one.id(), List.of(one), List.of(), List.of()))
                .toList();
    }

    /** Charges 1 for each filled seat that no intervention demands; only a lock can add such a seat. */
    private static Rule moreStaffThanAsked(List<Session> sessions, Map<SessionId, Integer> asked) {
        return local(CoreRules.MORE_STAFF_THAN_ASKED, scopes(sessions), (scope, view, charge) -> {
            if (view.time(0) == null) {
                return;
            }
            int seats = asked.getOrDefault((SessionId) scope.key(), 0);
            int more = 0;
            for (int seat = seats; seat < view.seatCount(0); seat++) {
                more += view.holderIndex(0, seat) >= 0 ? 1 : 0;
            }
            charge.add(more, scope.key());
        });
    }

    /** Charges 1 for each guest of a host after the first. */
    private static Rule twoInOneModule(List<Session> hosts) {
        return local(CoreRules.TWO_IN_ONE_MODULE, scopes(hosts), (scope, view, charge) -> {
            if (view.guestCount(0) > 1) {
                charge.add(view.guestCount(0) - 1, scope.key());
            }
        });
    }

    /**
     * Charges 1 for each vacant required seat, and 3 more if the students have no adult at all; in a lesson they have
     * their teacher. A session without a time needs nobody.
     */
    private static Rule missingAdult(List<Session> sessions) {
        return local(CoreRules.MISSING_ADULT, scopes(sessions), RequiredSessionsRules::chargeMissing);
    }

    private static void chargeMissing(Scope scope, ScopeView view, PenaltyCollector charge) {
        if (view.time(0) == null) {
            return;
        }
        int missing = 0;
        boolean somebody = false;
        for (int seat = 0; seat < view.seatCount(0); seat++) {
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
            charge.add(missing + (hasStudents && !somebody ? EMPTY_SESSION_FACTOR : 0), scope.key());
        }
    }

    /** Charges 1 for a required session without a time, unless it sleeps. */
    private static Rule unplacedSession(List<Session> sessions) {
        return local(CoreRules.UNPLACED_SESSION, scopes(sessions), (scope, view, charge) -> {
            if (view.time(0) == null && !view.isAsleep(0)) {
                charge.add(1, scope.key());
            }
        });
    }
}
