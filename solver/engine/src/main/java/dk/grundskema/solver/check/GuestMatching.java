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
 * Finds guests in the meetings of their hosts. A guest has no meeting of its own: its host's meeting has its title, subject and form, and each host
 * takes one guest. Guests with the same title, subject and form cannot be distinguished, so this computes a maximum bipartite matching of guests to
 * hosts with augmenting paths.
 */
final class GuestMatching {
    private final Map<SessionId, List<CheckedMeeting>> meetings = new HashMap<>();
    private final Map<CheckedMeeting, Session> guestOf = new HashMap<>();
    private final Set<SessionId> placed = new HashSet<>();

    private GuestMatching() {}

    static GuestMatching of(CheckedPlan plan) {
        var guests = new GuestMatching();
        for (CheckedMeeting held : plan.held()) {
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

    /** Finds a meeting for a guest; moves already placed guests if they have an alternative. */
    private boolean place(Session guest, Set<CheckedMeeting> tried) {
        for (CheckedMeeting meeting : candidates(guest)) {
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

    /** Returns the meetings of a guest's hosts that have its title, subject and form. */
    List<CheckedMeeting> candidates(Session guest) {
        return guest.hosts().stream()
                .flatMap(host -> meetings.getOrDefault(host, List.of()).stream())
                .filter(held -> held.meeting().title().equals(guest.title())
                        && held.meeting().subject().equals(guest.subject())
                        && held.meeting().form().equals(guest.form()))
                .toList();
    }

    /** Returns whether a guest is matched to a meeting. */
    boolean hasGuest(CheckedMeeting meeting) {
        return guestOf.containsKey(meeting);
    }

    boolean isPlaced(SessionId guest) {
        return placed.contains(guest);
    }
}
