package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Touched;
import dk.grundskema.api.server.plans.Touched.What;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.engine.HandChange;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What revisions keep of which meetings were changed by hand: enough to know them again, and no student's name. */
@Component
final class TouchedMeetings {
    private final Naming naming;

    TouchedMeetings(Naming naming) {
        this.naming = naming;
    }

    /** What the text of a revision mentions in which changes are made. */
    List<String> changed(Bench bench, List<HandChange> changes) {
        var whats = new LinkedHashMap<Object, Set<What>>();
        for (HandChange change : changes) {
            switch (change) {
                case HandChange.Seating one -> add(whats, one.sessionId(), What.SEATS);
                case HandChange.Timing one -> add(whats, one.sessionId(), What.TIME);
                case HandChange.Rooming one -> add(whats, one.sessionId(), What.ROOM);
                case HandChange.Teaching one -> add(whats, one.sessionId(), What.SUBJECT);
                case HandChange.Swapping one -> {
                    add(whats, one.sessionId(), What.PLACES);
                    add(whats, one.otherId(), What.PLACES);
                }
                case HandChange.Grouping one -> group(bench, one).ifPresent(group -> add(whats, group, What.STUDENTS));
            }
        }
        return arguments(bench, changes.size(), whats);
    }

    private static void add(Map<Object, Set<What>> whats, Object id, What what) {
        whats.computeIfAbsent(id, fresh -> EnumSet.noneOf(What.class)).add(what);
    }

    /** The group that a student joins, or else the one that is left. */
    private static Optional<GroupId> group(Bench bench, HandChange.Grouping change) {
        return change.groupId() != null
                ? Optional.of(change.groupId())
                : bench.timetable().value().groups().stream()
                        .filter(group -> group.members().stream()
                                .anyMatch(member -> change.studentId().equals(member.studentId())))
                        .map(GroupMembers::id)
                        .findFirst();
    }

    /** What the text of a revision mentions that locks meetings as they stand. */
    List<String> locked(Bench bench, List<HandChange> asTheyStand) {
        var ids = asTheyStand.stream()
                .flatMap(change -> session(change).stream())
                .distinct()
                .toList();
        return unsaid(bench, ids);
    }

    private static Optional<SessionId> session(HandChange change) {
        return switch (change) {
            case HandChange.Seating one -> Optional.of(one.sessionId());
            case HandChange.Timing one -> Optional.of(one.sessionId());
            case HandChange.Rooming one -> Optional.of(one.sessionId());
            case HandChange.Teaching one -> Optional.of(one.sessionId());
            case HandChange.Swapping one -> Optional.of(one.sessionId());
            case HandChange.Grouping one -> Optional.empty();
        };
    }

    /** What the text of a revision mentions that takes locks away. */
    List<String> unlocked(Bench bench, Collection<SessionLock> before, Collection<SessionLock> left) {
        Set<SessionLock> still = Set.copyOf(left);
        return unsaid(
                bench,
                before.stream()
                        .filter(lock -> !still.contains(lock))
                        .map(SessionLock::sessionId)
                        .toList());
    }

    private List<String> unsaid(Bench bench, List<SessionId> ids) {
        var whats = new LinkedHashMap<Object, Set<What>>();
        ids.forEach(id -> whats.put(id, Set.of()));
        return arguments(bench, ids.size(), whats);
    }

    private List<String> arguments(Bench bench, int changes, Map<Object, Set<What>> whats) {
        Names names = naming.names(bench.problem(), Names.OfStudents.NUMBERS);
        Map<SessionId, Meeting> held = bench.timetable().value().meetings().stream()
                .filter(meeting -> whats.containsKey(meeting.sessionId()))
                .collect(Collectors.toMap(Meeting::sessionId, meeting -> meeting, (one, other) -> one));
        Stream<Touched> touched = whats.entrySet().stream().map(one -> {
            Meeting meeting = one.getKey() instanceof SessionId session ? held.get(session) : null;
            return meeting == null
                    ? unheld(bench, one.getKey(), one.getValue(), names)
                    : held(bench, meeting, one.getValue(), names);
        });
        return Touched.arguments(changes, whats.size(), touched);
    }

    private static Touched held(Bench bench, Meeting meeting, Set<What> what, Names names) {
        return Touched.of(
                what,
                discreet(bench, names.titled(meeting), meeting.groupIds(), meeting.studentIds()),
                day(meeting.time()));
    }

    private Touched unheld(Bench bench, Object id, Set<What> what, Names names) {
        String title = id instanceof SessionId session
                ? session(bench, session)
                        .map(one -> discreet(bench, one.title(), one.groups(), one.students()))
                        .orElse("")
                : discreet(bench, names.of(id), id instanceof GroupId group ? List.of(group) : List.of(), List.of());
        return Touched.of(what, title, null);
    }

    private static Object day(MeetingTime time) {
        return time.weeks().size() == 1 ? time.firstDate() : time.weekday();
    }

    private Optional<Session> session(Bench bench, SessionId id) {
        return naming.demands(bench.problem()).stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(session -> session.id().equals(id))
                .findFirst();
    }

    private static String discreet(Bench bench, String title, List<GroupId> groups, List<StudentId> students) {
        Problem problem = bench.problem().value();
        return DiscreetTitle.of(
                title,
                problem.students(),
                Participants.of(problem, bench.timetable().value(), groups, students));
    }
}
