package dk.grundskema.api.imports.plansheet;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Sessions of a plan by the dates at which they are held, or could be. */
final class PlanSlots {
    private final Workbench bench;
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final Set<SessionId> modules = new HashSet<>();
    private final List<PlanSlot> all = new ArrayList<>();
    private final Map<LocalDate, List<PlanSlot>> byDate = new HashMap<>();

    PlanSlots(Workbench bench, Collection<Demand> demands) {
        this.bench = bench;
        bench.timetable().meetings().forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
        for (Demand demand : demands) {
            for (Session session : demand.sessions()) {
                if (session.isGuest()) {
                    modules.addAll(session.hosts());
                } else {
                    sessions.put(session.id(), session);
                }
            }
        }
        sessions.values().forEach(this::addSlots);
        // Parts of a session that was split by date are no sessions of the demand
        meetings.values().stream()
                .filter(meeting -> !sessions.containsKey(meeting.sessionId()))
                .forEach(
                        meeting -> add(meeting.sessionId(), meeting.title(), meeting.groupIds(), meeting.time(), true));
        all.forEach(slot ->
                byDate.computeIfAbsent(slot.date(), any -> new ArrayList<>()).add(slot));
    }

    private void addSlots(Session session) {
        Meeting meeting = meetings.get(session.id());
        if (meeting != null) {
            add(session.id(), session.title(), session.groups(), meeting.time(), true);
        }
        for (MeetingTime time : session.times()) {
            if (meeting == null || !meeting.time().equals(time)) {
                add(session.id(), session.title(), session.groups(), time, false);
            }
        }
    }

    private void add(SessionId id, String title, List<GroupId> groups, MeetingTime time, boolean isHeld) {
        time.dates().forEach(date -> all.add(new PlanSlot(id, title, groups, time, date, isHeld)));
    }

    /** Returns all of them; of a session first the time at which it is held. */
    List<PlanSlot> all() {
        return all;
    }

    /** Returns those on a date. */
    List<PlanSlot> on(LocalDate date) {
        return byDate.getOrDefault(date, List.of());
    }

    /** Returns the meeting of a session; empty if it is not held. */
    Optional<Meeting> meeting(SessionId session) {
        return Optional.ofNullable(meetings.get(session));
    }

    /** Whether a session may be left out of the plan. */
    boolean isFree(SessionId id) {
        Session session = sessions.get(id);
        return session != null && session.lesson() == null && !session.isFixedInTime();
    }

    /** Whether a session is for single students, whose names its title may have. */
    boolean isOfStudents(SessionId id) {
        Session session = sessions.get(id);
        return session == null || !session.students().isEmpty();
    }

    /** Whether subjects are placed into a session. */
    boolean isModule(SessionId session) {
        return modules.contains(session);
    }

    /** Returns who is in a meeting. */
    static List<Object> holders(Meeting meeting) {
        List<StaffId> holders = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return List.copyOf(holders);
    }

    /** Returns the changes by which a meeting is not held, or if it must be, has no people and no subject; empty if it has none. */
    List<ManualChange> giveUp(Meeting meeting) {
        SessionId id = meeting.sessionId();
        if (isFree(id)) {
            return List.of(new ManualChange.TimeChange(id, null));
        }
        var edits = new ArrayList<ManualChange>();
        if (isModule(id) && !meeting.subject().isEmpty()) {
            edits.add(new ManualChange.SubjectChange(id, null));
        }
        int before =
                bench.hasSession(id) ? bench.seatsBefore(id) : meeting.seats().size();
        for (int position = before; position < meeting.seats().size(); position++) {
            if (meeting.seats().get(position).staffId() != null) {
                edits.add(new ManualChange.SeatChange(id, position, null));
            }
        }
        return edits;
    }
}
