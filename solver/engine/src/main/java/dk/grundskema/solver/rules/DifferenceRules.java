package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rule for continuity: each decision that differs from an earlier timetable costs 1, so that a small change of the
 * problem gives a small change of the plan. Anything that the earlier timetable does not contain is new and costs
 * nothing.
 */
final class DifferenceRules {

    private final CoreRuleContext context;
    private final Map<SessionId, Meeting> before = new HashMap<>();
    private final Map<StudentId, Set<GroupId>> groupsBefore = new HashMap<>();
    private final Map<SessionId, Integer> seatsBefore = new HashMap<>();
    private final Map<SessionId, RoomId> roomsBefore = new HashMap<>();
    private final Set<SessionId> hosts = new HashSet<>();

    private DifferenceRules(CoreRuleContext context, Timetable reference) {
        this.context = context;
        reference.meetings().forEach(meeting -> before.put(meeting.sessionId(), meeting));
        for (GroupMembers group : reference.groups()) {
            for (GroupMember member : group.members()) {
                groupsBefore
                        .computeIfAbsent(member.studentId(), fresh -> new HashSet<>())
                        .add(group.id());
            }
        }
        for (Session session : context.sessions()) {
            hosts.addAll(session.hosts());
            Meeting meeting = before.get(session.id());
            if (meeting != null) {
                seatsBefore.put(session.id(), context.problem().countTeacherSeats(session));
                RoomId room = decidedRoom(session, meeting);
                if (room != null) {
                    roomsBefore.put(session.id(), room);
                }
            }
        }
    }

    static List<Rule> of(CoreRuleContext context) {
        if (context.reference() == null) {
            return List.of();
        }
        var rules = new DifferenceRules(context, context.reference());
        return List.of(rules.changedSessions(), rules.changedGroups());
    }

    /** Charges 1 for each changed decision of a session (time, room, subject, each seat); nothing while it sleeps. */
    private Rule changedSessions() {
        List<Scope> scopes = context.sessions().stream()
                .filter(session -> before.containsKey(session.id()))
                .map(session -> new Scope(session.id(), List.of(session), List.of(), List.of()))
                .toList();
        return local(CoreRules.DIFFERENCE, scopes, (scope, view, charge) -> {
            Session session = scope.sessions().getFirst();
            if (view.isAsleep(0)) {
                return;
            }
            Meeting meeting = Objects.requireNonNull(before.get(session.id()));
            int changes = meeting.time().equals(view.time(0)) ? 0 : 1;
            changes += Objects.equals(roomsBefore.get(session.id()), roomNow(session, view)) ? 0 : 1;
            changes += hosts.contains(session.id()) && isOtherSubject(session, meeting, view) ? 1 : 0;
            charge.add(changes + changedSeats(session, meeting, view), session.id());
        });
    }

    /** Returns the decided room: for a lesson the additional one, because the others belong to the lesson. */
    private @Nullable RoomId decidedRoom(Session session, Meeting meeting) {
        if (session.lesson() == null) {
            return meeting.roomId();
        }
        var further = new ArrayList<>(meeting.extraRoomIds());
        context.problem()
                .lesson(session.lesson())
                .ifPresent(lesson -> lesson.extraRoomIds().forEach(further::remove));
        return further.isEmpty() ? null : further.getFirst();
    }

    private static @Nullable RoomId roomNow(Session session, ScopeView view) {
        Room room = view.room(0);
        return room == null || (session.lesson() != null && !view.hasHolder(0)) ? null : room.id();
    }

    private static boolean isOtherSubject(Session session, Meeting meeting, ScopeView view) {
        if (view.guestCount(0) == 0) {
            return !meeting.subject().equals(session.subject());
        }
        for (int guest = 0; guest < view.guestCount(0); guest++) {
            if (!meeting.subject().equals(view.guest(0, guest).subject())) {
                return true;
            }
        }
        return false;
    }

    private int changedSeats(Session session, Meeting meeting, ScopeView view) {
        int changes = 0;
        int before = seatsBefore.getOrDefault(session.id(), 0);
        for (int number = 0; number < view.seatCount(0); number++) {
            Seat seat = view.seat(0, number);
            if (isCountedAt(session.id(), seat)
                    && before + seat.position() < meeting.seats().size()) {
                StaffId earlier = meeting.seats().get(before + seat.position()).staffId();
                StaffMember now = view.holder(0, number);
                changes += Objects.equals(earlier, now == null ? null : now.id()) ? 0 : 1;
            }
        }
        return changes;
    }

    /**
     * A seat of several sessions is one decision and is counted at the first of its sessions in the earlier timetable.
     */
    private boolean isCountedAt(SessionId session, Seat seat) {
        return seat.sessions().stream().filter(before::containsKey).findFirst().equals(Optional.of(session));
    }

    /** Charges 1 for a student who was in a group of the grouping and is now in another group or in none. */
    private Rule changedGroups() {
        List<Scope> scopes = context.memberships().stream()
                .filter(one -> !earlierGroups(one).isEmpty())
                .map(one -> new Scope(one, List.of(), List.of(), List.of(one)))
                .toList();
        return local(CoreRules.DIFFERENCE, scopes, (scope, view, charge) -> {
            Membership membership = (Membership) scope.key();
            GroupId now = view.joinedGroup(0);
            if (now == null || !earlierGroups(membership).contains(now)) {
                charge.add(1, membership.student().id());
            }
        });
    }

    private List<GroupId> earlierGroups(Membership membership) {
        Set<GroupId> all = groupsBefore.getOrDefault(membership.student().id(), Set.of());
        return membership.grouping().groups().stream()
                .map(Group::id)
                .filter(all::contains)
                .toList();
    }
}
