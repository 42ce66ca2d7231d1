package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import java.util.List;

/** Rules about rooms: every meeting that needs a room has a suitable one. */
final class RoomRules {

    private RoomRules() {}

    static List<Rule> of(CoreRuleContext context) {
        List<Session> hosted =
                context.sessions().stream().filter(one -> !one.isGuest()).toList();
        List<Session> alone =
                hosted.stream().filter(one -> one.lesson() == null).toList();
        List<Session> needing =
                alone.stream().filter(one -> !one.rooms().isEmpty()).toList();
        return List.of(roomKind(hosted), roomCapacity(alone), missingRoom(needing));
    }

    /**
     * Charges 1 for a room that is not among the session's rooms. The additional room of a lesson counts only while a
     * seat is filled; the intervention decides its capacity and whether it is required.
     */
    private static Rule roomKind(List<Session> sessions) {
        return perSession(CoreRules.ROOM_KIND, sessions, (scope, view, charge) -> {
            var room = view.room(0);
            Session session = (Session) scope.key();
            if (room != null
                    && view.time(0) != null
                    && !session.rooms().contains(room.id())
                    && (session.lesson() == null || view.hasHolder(0))) {
                charge.add(1, session.id(), room.id());
            }
        });
    }

    /** Charges the students and other people that exceed the room's capacity. */
    private static Rule roomCapacity(List<Session> sessions) {
        return perSession(CoreRules.ROOM_CAPACITY, sessions, (scope, view, charge) -> {
            var room = view.room(0);
            if (room != null && view.time(0) != null) {
                int attendance = ((Session) scope.key()).attendance();
                int people = view.studentCount(0) + attendance;
                if (people > room.capacity() && !charge.needsArguments()) {
                    charge.add(people - room.capacity());
                } else if (people > room.capacity()) {
                    charge.add(
                            people - room.capacity(),
                            ((Session) scope.key()).id(),
                            room.id(),
                            List.of(new Figure(people), new Figure(room.capacity())));
                }
            }
        });
    }

    /** Charges 1 for a meeting that needs a room and has none. */
    private static Rule missingRoom(List<Session> sessions) {
        List<Scope> scopes = sessions.stream()
                .map(one -> new Scope(one.id(), List.of(one), List.of(), List.of()))
                .toList();
        return local(CoreRules.MISSING_ROOM, scopes, (scope, view, charge) -> {
            if (view.room(0) == null && view.time(0) != null) {
                charge.add(1, scope.key());
            }
        });
    }
}
