package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.service.plan.EditedItem;
import dk.grundskema.api.service.plan.EditedItem.EditedAspect;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.edit.ManualChange;
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

/** Collects the edited meetings and groups for the arguments of a revision: enough to recognise them, without students' names. */
@Component
final class EditedItemCollector {
    private final NameResolverFactory nameResolverFactory;

    EditedItemCollector(NameResolverFactory nameResolverFactory) {
        this.nameResolverFactory = nameResolverFactory;
    }

    /** Returns the arguments of a revision for changes. */
    List<String> changeArguments(PlanWorkbench bench, List<ManualChange> changes) {
        var whats = new LinkedHashMap<Object, Set<EditedAspect>>();
        for (ManualChange change : changes) {
            switch (change) {
                case ManualChange.SeatChange one -> add(whats, one.sessionId(), EditedAspect.SEATS);
                case ManualChange.TimeChange one -> add(whats, one.sessionId(), EditedAspect.TIME);
                case ManualChange.RoomChange one -> add(whats, one.sessionId(), EditedAspect.ROOM);
                case ManualChange.SubjectChange one -> add(whats, one.sessionId(), EditedAspect.SUBJECT);
                case ManualChange.SubjectSwap one -> {
                    add(whats, one.sessionId(), EditedAspect.PLACES);
                    add(whats, one.otherId(), EditedAspect.PLACES);
                }
                case ManualChange.GroupChange one ->
                    affectedGroup(bench, one).ifPresent(group -> add(whats, group, EditedAspect.STUDENTS));
            }
        }
        return arguments(bench, changes.size(), whats);
    }

    private static void add(Map<Object, Set<EditedAspect>> whats, Object id, EditedAspect what) {
        whats.computeIfAbsent(id, fresh -> EnumSet.noneOf(EditedAspect.class)).add(what);
    }

    /** Returns the group that a student joins; if there is none, the group that the student leaves. */
    private static Optional<GroupId> affectedGroup(PlanWorkbench bench, ManualChange.GroupChange change) {
        return change.groupId() != null
                ? Optional.of(change.groupId())
                : bench.timetable().value().groups().stream()
                        .filter(group -> group.members().stream()
                                .anyMatch(member -> change.studentId().equals(member.studentId())))
                        .map(GroupMembers::id)
                        .findFirst();
    }

    /** Returns the arguments of a revision that locks meetings. */
    List<String> lockArguments(PlanWorkbench bench, List<ManualChange> asTheyStand) {
        var ids = asTheyStand.stream()
                .flatMap(change -> session(change).stream())
                .distinct()
                .toList();
        return argumentsWithoutAspects(bench, ids);
    }

    private static Optional<SessionId> session(ManualChange change) {
        return switch (change) {
            case ManualChange.SeatChange one -> Optional.of(one.sessionId());
            case ManualChange.TimeChange one -> Optional.of(one.sessionId());
            case ManualChange.RoomChange one -> Optional.of(one.sessionId());
            case ManualChange.SubjectChange one -> Optional.of(one.sessionId());
            case ManualChange.SubjectSwap one -> Optional.of(one.sessionId());
            case ManualChange.GroupChange one -> Optional.empty();
        };
    }

    /** Returns the arguments of a revision that removes locks. */
    List<String> unlockArguments(PlanWorkbench bench, Collection<SessionLock> before, Collection<SessionLock> left) {
        Set<SessionLock> still = Set.copyOf(left);
        return argumentsWithoutAspects(
                bench,
                before.stream()
                        .filter(lock -> !still.contains(lock))
                        .map(SessionLock::sessionId)
                        .toList());
    }

    private List<String> argumentsWithoutAspects(PlanWorkbench bench, List<SessionId> ids) {
        var whats = new LinkedHashMap<Object, Set<EditedAspect>>();
        ids.forEach(id -> whats.put(id, Set.of()));
        return arguments(bench, ids.size(), whats);
    }

    private List<String> arguments(PlanWorkbench bench, int changes, Map<Object, Set<EditedAspect>> whats) {
        PlanNameResolver names = nameResolverFactory.names(bench.problem(), PlanNameResolver.StudentNaming.NUMBERS);
        Map<SessionId, Meeting> held = bench.timetable().value().meetings().stream()
                .filter(meeting -> whats.containsKey(meeting.sessionId()))
                .collect(Collectors.toMap(Meeting::sessionId, meeting -> meeting, (one, other) -> one));
        Stream<EditedItem> touched = whats.entrySet().stream().map(one -> {
            Meeting meeting = one.getKey() instanceof SessionId session ? held.get(session) : null;
            return meeting == null
                    ? unheldItem(bench, one.getKey(), one.getValue(), names)
                    : heldItem(bench, meeting, one.getValue(), names);
        });
        return EditedItem.toArguments(changes, whats.size(), touched);
    }

    private static EditedItem heldItem(
            PlanWorkbench bench, Meeting meeting, Set<EditedAspect> what, PlanNameResolver names) {
        return EditedItem.of(
                what,
                redactedTitle(bench, names.titleWithGroups(meeting), meeting.groupIds(), meeting.studentIds()),
                day(meeting.time()));
    }

    private EditedItem unheldItem(PlanWorkbench bench, Object id, Set<EditedAspect> what, PlanNameResolver names) {
        String title = id instanceof SessionId session
                ? session(bench, session)
                        .map(one -> redactedTitle(bench, one.title(), one.groups(), one.students()))
                        .orElse("")
                : redactedTitle(
                        bench, names.nameOf(id), id instanceof GroupId group ? List.of(group) : List.of(), List.of());
        return EditedItem.of(what, title, null);
    }

    private static Object day(MeetingTime time) {
        return time.weeks().size() == 1 ? time.firstDate() : time.weekday();
    }

    private Optional<Session> session(PlanWorkbench bench, SessionId id) {
        return nameResolverFactory.demands(bench.problem()).stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(session -> session.id().equals(id))
                .findFirst();
    }

    private static String redactedTitle(
            PlanWorkbench bench, String title, List<GroupId> groups, List<StudentId> students) {
        Problem problem = bench.problem().value();
        return TitleRedactor.redact(
                title,
                problem.students(),
                MeetingParticipants.of(problem, bench.timetable().value(), groups, students));
    }
}
