package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a camp's rules must know of its demand: whose block a session is, and what a guest teaches whom. */
final class AskedFor {
    /** A team's module of a subject, wherever it is placed. */
    record Teaching(GroupId team, Subject subject, String title) {}

    private final CampFrame frame;
    private final Map<SessionId, CampFrame.Slot> slots = new LinkedHashMap<>();
    private final Map<SessionId, Session> blocks = new LinkedHashMap<>();
    private final Map<SessionId, Teaching> teachings = new HashMap<>();
    private final Map<String, Subject> byTitle = new LinkedHashMap<>();

    AskedFor(CampFrame frame, Demand demand) {
        this.frame = frame;
        frame.slots().forEach(slot -> slots.put(slot.id(), slot));
        var byId = new HashMap<String, Subject>();
        for (Subject subject : frame.parameters().subjects()) {
            byId.put(subject.id(), subject);
            byTitle.put(frame.texts().subject(subject), subject);
        }
        for (Session session : demand.sessions()) {
            Subject subject = byId.get(session.subject());
            if (slots.containsKey(session.id())) {
                blocks.put(session.id(), session);
            } else if (subject != null) {
                String title = frame.texts().subject(subject);
                teachings.put(session.id(), new Teaching(session.groups().getFirst(), subject, title));
            }
        }
    }

    CampFrame frame() {
        return frame;
    }

    /** All blocks of all days, as sessions. */
    List<Session> blocks() {
        return List.copyOf(blocks.values());
    }

    /** The modules that a team has alone, as sessions. */
    List<Session> teamModules() {
        return slots.values().stream()
                .filter(slot -> slot.block().kind() == Block.Kind.MODULE && slot.team() != null)
                .map(slot -> session(slot))
                .toList();
    }

    /** A team's blocks in order of time, those of the whole camp left out. */
    List<CampFrame.Slot> slotsOf(GroupId team) {
        return slots.values().stream().filter(slot -> team.equals(slot.team())).toList();
    }

    Session session(CampFrame.Slot slot) {
        return Objects.requireNonNull(blocks.get(slot.id()));
    }

    /** Which block a session is; {@code null} if it is none of this camp's. */
    CampFrame.@Nullable Slot slot(SessionId session) {
        return slots.get(session);
    }

    /** What a guest teaches; {@code null} if it is none of this camp's. */
    @Nullable
    Teaching teaching(Session guest) {
        return teachings.get(guest.id());
    }

    /** The titles of all subjects, each once. */
    List<String> titles() {
        return List.copyOf(byTitle.keySet());
    }

    Subject subject(String title) {
        return Objects.requireNonNull(byTitle.get(title));
    }
}
