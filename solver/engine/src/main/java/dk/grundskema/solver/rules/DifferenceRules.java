package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small change of the problem gives a small change of the plan: what differs from an earlier timetable costs. */
final class DifferenceRules {
    static final RuleType DIFFERENCE = RuleType.soft("core.difference", 20, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(DIFFERENCE);

    private enum Part {
        TIME,
        ROOM,
        SUBJECT,
        SEAT
    }

    private record Changed(SessionId session, Part part, int position) {}

    private record Moved(StudentId student) {}

    private DifferenceRules() {}

    static List<Rule> of(Brief brief) {
        return brief.reference() == null ? List.of() : List.of(difference(brief.reference()));
    }

    /** Each decision that is taken otherwise than in the reference costs 1. */
    private static Rule difference(Timetable reference) {
        Map<SessionId, Meeting> before = new HashMap<>();
        reference.meetings().forEach(meeting -> before.put(meeting.sessionId(), meeting));
        Map<StudentId, List<GroupId>> groups = groupsBefore(reference);
        return people(sum(DIFFERENCE), before)
                .overPlacements((session, time, host, entries) -> {
                    Meeting meeting = before.get(host == null ? session.id() : host.id());
                    if (meeting != null && host == null && !meeting.time().equals(time)) {
                        entries.add(new Changed(session.id(), Part.TIME, 0), 1);
                    } else if (meeting != null
                            && host != null
                            && !meeting.subject().equals(session.subject())) {
                        entries.add(new Changed(host.id(), Part.SUBJECT, 0), 1);
                    }
                })
                .overRooms((session, room, entries) -> {
                    Meeting meeting = before.get(session.id());
                    if (meeting != null && !room.id().equals(meeting.roomId())) {
                        entries.add(new Changed(session.id(), Part.ROOM, 0), 1);
                    }
                })
                .overMemberships((membership, group, entries) -> {
                    List<GroupId> earlier =
                            groups.getOrDefault(membership.student().id(), List.of());
                    boolean isKnown =
                            membership.grouping().groups().stream().anyMatch(one -> earlier.contains(one.id()));
                    if (isKnown && !earlier.contains(group)) {
                        entries.add(new Moved(membership.student().id()), 1);
                    }
                })
                .cost((key, differences) -> Math.max(0, differences));
    }

    /** A seat costs 1 while somebody else fills it than before. */
    private static SumRule.Builder people(SumRule.Builder rule, Map<SessionId, Meeting> before) {
        return rule.overSeats((seat, session, time, holder, entries) -> {
            Meeting meeting = before.get(session.id());
            if (meeting != null && seat.position() < meeting.seats().size()) {
                StaffId earlier = meeting.seats().get(seat.position()).staffId();
                if (!Objects.equals(earlier, holder.id())) {
                    entries.add(new Changed(session.id(), Part.SEAT, seat.position()), 1);
                }
            }
        });
    }

    private static Map<StudentId, List<GroupId>> groupsBefore(Timetable reference) {
        Map<StudentId, List<GroupId>> groups = new HashMap<>();
        for (GroupMembers group : reference.groups()) {
            for (GroupMember member : group.members()) {
                groups.computeIfAbsent(member.studentId(), fresh -> new java.util.ArrayList<>())
                        .add(group.id());
            }
        }
        return groups;
    }
}
