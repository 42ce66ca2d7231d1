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

/** Maps a camp's demand for its rules: the block of each session, and the team and subject of each guest session. */
final class CampDemandIndex {
    /** A team's module of a subject, wherever it is placed. */
    record SubjectModule(GroupId team, Subject subject, String title) {}

    private final CampContext context;
    private final Map<SessionId, CampContext.BlockSlot> slots = new LinkedHashMap<>();
    private final Map<SessionId, Session> blocks = new LinkedHashMap<>();
    private final Map<SessionId, SubjectModule> teachings = new HashMap<>();
    private final Map<String, Subject> byTitle = new LinkedHashMap<>();

    CampDemandIndex(CampContext context, Demand demand) {
        this.context = context;
        context.slots().forEach(slot -> slots.put(slot.id(), slot));
        var byId = new HashMap<String, Subject>();
        for (Subject subject : context.parameters().subjects()) {
            byId.put(subject.id(), subject);
            byTitle.put(context.texts().subjectTitle(subject), subject);
        }
        for (Session session : demand.sessions()) {
            Subject subject = byId.get(session.subject());
            if (slots.containsKey(session.id())) {
                blocks.put(session.id(), session);
            } else if (subject != null) {
                String title = context.texts().subjectTitle(subject);
                teachings.put(session.id(), new SubjectModule(session.groups().getFirst(), subject, title));
            }
        }
    }

    CampContext context() {
        return context;
    }

    /** Returns all blocks of all days as sessions. */
    List<Session> blockSessions() {
        return List.copyOf(blocks.values());
    }

    /** Returns the modules that a team has alone as sessions. */
    List<Session> teamModuleSessions() {
        return slots.values().stream()
                .filter(slot -> slot.block().kind() == Block.Kind.MODULE && slot.team() != null)
                .map(slot -> session(slot))
                .toList();
    }

    /** Returns a team's blocks ordered by time, without those of the whole camp. */
    List<CampContext.BlockSlot> slotsOf(GroupId team) {
        return slots.values().stream().filter(slot -> team.equals(slot.team())).toList();
    }

    Session session(CampContext.BlockSlot slot) {
        return Objects.requireNonNull(blocks.get(slot.id()));
    }

    /** Returns the block of a session; {@code null} if it is not a block of this camp. */
    CampContext.@Nullable BlockSlot slotOf(SessionId session) {
        return slots.get(session);
    }

    /** Returns the team and subject of a guest session; {@code null} if it is not of this camp. */
    @Nullable
    SubjectModule moduleOf(Session guest) {
        return teachings.get(guest.id());
    }

    /** Returns the titles of all subjects, each once. */
    List<String> subjectTitles() {
        return List.copyOf(byTitle.keySet());
    }

    Subject subject(String title) {
        return Objects.requireNonNull(byTitle.get(title));
    }
}
