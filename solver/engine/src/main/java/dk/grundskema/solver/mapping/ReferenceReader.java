package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decisions of an earlier timetable, as far as they are still possible, and reports what no longer exists.
 */
public final class ReferenceReader {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Timetable reference;
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final List<Finding> gone = new ArrayList<>();
    private final int[] values;

    private ReferenceReader(Blueprint blueprint, Timetable reference) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.reference = reference;
        this.values = decisions.startValues();
        reference.meetings().forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
        readPlacements();
        readGuests();
        readSeats();
        readMemberships();
        addMissingFindings();
    }

    /** Returns a value for each decision: the earlier one if it is still possible, else the start value. */
    public static int[] readDecisions(Blueprint blueprint, Timetable reference) {
        return new ReferenceReader(blueprint, reference).values;
    }

    /** Returns information about what the problem no longer contains, with pointers into the timetable. */
    public static List<Finding> findMissing(Blueprint blueprint, Timetable reference) {
        return List.copyOf(new ReferenceReader(blueprint, reference).gone);
    }

    private void setIfAllowed(int decision, @Nullable Integer value) {
        if (value != null && decisions.isOpen(decision) && decisions.allows(decision, value)) {
            values[decision] = value;
        }
    }

    private void readPlacements() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Meeting meeting = meetings.get(blueprint.sessions().get(s).id());
            if (meeting != null && !blueprint.isGuest(s)) {
                int slot = blueprint.times().get(s).indexOf(meeting.time());
                setIfAllowed(decisions.slot(s), slot < 0 ? null : slot);
                RoomId room = LessonMeetingReader.decidedRoom(
                        blueprint.problem(), blueprint.sessions().get(s), meeting);
                setIfAllowed(
                        decisions.room(s),
                        room == null ? null : blueprint.index().room().find(room));
            }
        }
    }

    /** Places guests where an equal meeting was, then where at least their subject was, one guest per host. */
    private void readGuests() {
        Set<Integer> hosts = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s) && decisions.isOpen(decisions.slot(s))) {
                open.add(s);
            } else if (blueprint.isGuest(s) && values[decisions.slot(s)] != Decisions.NONE) {
                hosts.add(blueprint.host(s, values[decisions.slot(s)]));
            }
        }
        List<Integer> elsewhere = open.stream()
                .filter(guest -> !placeGuest(
                        guest,
                        hosts,
                        (one, was) ->
                                was.title().equals(one.title()) && was.form().equals(one.form())))
                .toList();
        elsewhere.forEach(guest -> placeGuest(guest, hosts, (one, was) -> true));
    }

    private boolean placeGuest(int number, Set<Integer> takenHosts, BiPredicate<Session, Meeting> isSame) {
        Session guest = blueprint.sessions().get(number);
        int[] hosts = blueprint.hosts()[number];
        for (int choice = 0; choice < hosts.length; choice++) {
            Meeting was = meetings.get(blueprint.sessions().get(hosts[choice]).id());
            if (was != null
                    && was.subject().equals(guest.subject())
                    && isSame.test(guest, was)
                    && takenHosts.add(hosts[choice])) {
                setIfAllowed(decisions.slot(number), choice);
                return true;
            }
        }
        return false;
    }

    private void readSeats() {
        for (int k = 0; k < blueprint.seats().size(); k++) {
            for (int session : blueprint.sessionsOf()[k]) {
                readSeat(k, session);
            }
        }
    }

    private void readSeat(int seat, int session) {
        Meeting meeting = meetings.get(blueprint.sessions().get(session).id());
        int place = blueprint.placeInMeeting(session, seat);
        if (meeting != null && place < meeting.seats().size()) {
            StaffId who = meeting.seats().get(place).staffId();
            setIfAllowed(
                    decisions.seat(seat),
                    who == null ? null : blueprint.index().staff().find(who));
        }
    }

    /** Of several groups of one grouping, which a student was in one after the other, the last is the present one. */
    private void readMemberships() {
        Map<StudentId, List<Membership>> groups = new HashMap<>();
        for (GroupMembers group : reference.groups()) {
            int number = blueprint.index().group().find(group.id());
            for (GroupMember member : number == IdIndex.NOWHERE ? List.<GroupMember>of() : group.members()) {
                groups.computeIfAbsent(member.studentId(), fresh -> new ArrayList<>())
                        .add(new Membership(number, member));
            }
        }
        groups.values().forEach(some -> some.sort(Comparator.comparing(one -> one.lastWeek(blueprint.problem()))));
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            for (Membership one :
                    groups.getOrDefault(blueprint.memberships().get(m).student().id(), List.of())) {
                setIfAllowed(decisions.member(m), one.group());
            }
        }
    }

    /** A member of a group by its number. */
    private record Membership(int group, GroupMember member) {
        IsoWeek lastWeek(Problem problem) {
            return member.weeks().isEmpty()
                    ? problem.horizon().allWeeks().getLast()
                    : member.weeks().last();
        }
    }

    private void addMissingFindings() {
        Set<Object> said = new HashSet<>();
        for (int i = 0; i < reference.meetings().size(); i++) {
            Meeting meeting = reference.meetings().get(i);
            if (!blueprint.index().session().contains(meeting.sessionId())) {
                gone.add(Finding.info("continue.session-gone", "/meetings/" + i, meeting.title(), meeting.sessionId()));
                continue;
            }
            if (meeting.roomId() != null
                    && !blueprint.index().room().contains(meeting.roomId())
                    && said.add(meeting.roomId())) {
                gone.add(Finding.info("continue.room-gone", "/meetings/" + i + "/roomId", meeting.roomId()));
            }
            for (int s = 0; s < meeting.seats().size(); s++) {
                StaffId who = meeting.seats().get(s).staffId();
                if (who != null && !blueprint.index().staff().contains(who) && said.add(who)) {
                    gone.add(Finding.info("continue.staff-gone", "/meetings/" + i + "/seats/" + s, who));
                }
            }
        }
        for (int g = 0; g < reference.groups().size(); g++) {
            List<GroupMember> members = reference.groups().get(g).members();
            for (int m = 0; m < members.size(); m++) {
                StudentId student = members.get(m).studentId();
                if (!blueprint.index().student().contains(student) && said.add(student)) {
                    gone.add(Finding.info("continue.student-gone", "/groups/" + g + "/members/" + m, student));
                }
            }
        }
    }
}
