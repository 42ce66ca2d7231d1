package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which guests can be recognised in the meetings of their hosts. A guest has no meeting of its own: its host's meeting
 * carries its title, subject and form, and each host takes one. Guests that look the same can't be told apart, so as many of
 * them as possible are matched to hosts, first come first served.
 */
final class Guests {
    private final Map<SessionId, List<HeldMeeting>> meetings = new HashMap<>();
    private final Map<HeldMeeting, Session> guestOf = new HashMap<>();
    private final Set<SessionId> placed = new HashSet<>();

    private Guests() {}

    static Guests of(CheckedPlan plan) {
        var guests = new Guests();
        for (HeldMeeting held : plan.held()) {
            Session session = held.session();
            if (session != null) {
                guests.meetings
                        .computeIfAbsent(session.id(), any -> new ArrayList<>())
                        .add(held);
            }
        }
        for (Session session : plan.demanded().sessions().values()) {
            if (session.isGuest() && guests.place(session, new HashSet<>())) {
                guests.placed.add(session.id());
            }
        }
        return guests;
    }

    /** Finds a meeting for a guest, moving others on where they have an alternative. */
    private boolean place(Session guest, Set<HeldMeeting> tried) {
        for (HeldMeeting meeting : candidates(guest)) {
            if (tried.add(meeting)) {
                Session present = guestOf.get(meeting);
                if (present == null || place(present, tried)) {
                    guestOf.put(meeting, guest);
                    return true;
                }
            }
        }
        return false;
    }

    /** Meetings of a guest's hosts that look as if it were placed there. */
    List<HeldMeeting> candidates(Session guest) {
        return guest.hosts().stream()
                .flatMap(host -> meetings.getOrDefault(host, List.of()).stream())
                .filter(held -> held.meeting().title().equals(guest.title())
                        && held.meeting().subject().equals(guest.subject())
                        && held.meeting().form().equals(guest.form()))
                .toList();
    }

    boolean isPlaced(SessionId guest) {
        return placed.contains(guest);
    }
}
