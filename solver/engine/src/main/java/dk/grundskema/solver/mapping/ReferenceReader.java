package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Takes over what an earlier timetable decided, as far as it is still possible, and says what is gone. */
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
        placements();
        guests();
        seats();
        memberships();
        whatIsGone();
    }

    /** A value for each decision: the earlier one where it is still possible, and the start value elsewhere. */
    public static int[] values(Blueprint blueprint, Timetable reference) {
        return new ReferenceReader(blueprint, reference).values;
    }

    /** What the earlier timetable has and the problem lacks; for information, with pointers into the timetable. */
    public static List<Finding> gone(Blueprint blueprint, Timetable reference) {
        return List.copyOf(new ReferenceReader(blueprint, reference).gone);
    }

    private void take(int decision, @Nullable Integer value) {
        if (value != null && decisions.isOpen(decision) && decisions.allows(decision, value)) {
            values[decision] = value;
        }
    }

    private void placements() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Meeting meeting = meetings.get(blueprint.sessions().get(s).id());
            if (meeting != null && !blueprint.isGuest(s)) {
                int slot = blueprint.times().get(s).indexOf(meeting.time());
                take(decisions.slot(s), slot < 0 ? null : slot);
                RoomId room = LessonMeeting.roomOf(
                        blueprint.problem(), blueprint.sessions().get(s), meeting);
                take(
                        decisions.room(s),
                        room == null ? null : blueprint.index().room().find(room));
            }
        }
    }

    /** Guests go where just they were, then where at least their subject was, each host taking one. */
    private void guests() {
        Set<Integer> hosts = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s) && decisions.isOpen(decisions.slot(s))) {
                open.add(s);
            } else if (blueprint.isGuest(s)) {
                hosts.add(blueprint.host(s, values[decisions.slot(s)]));
            }
        }
        List<Integer> elsewhere = open.stream()
                .filter(guest -> !place(
                        guest,
                        hosts,
                        (one, was) ->
                                was.title().equals(one.title()) && was.form().equals(one.form())))
                .toList();
        elsewhere.forEach(guest -> place(guest, hosts, (one, was) -> true));
    }

    private boolean place(int number, Set<Integer> takenHosts, BiPredicate<Session, Meeting> isSame) {
        Session guest = blueprint.sessions().get(number);
        int[] hosts = blueprint.hosts()[number];
        for (int choice = 0; choice < hosts.length; choice++) {
            Meeting was = meetings.get(blueprint.sessions().get(hosts[choice]).id());
            if (was != null
                    && was.subject().equals(guest.subject())
                    && isSame.test(guest, was)
                    && takenHosts.add(hosts[choice])) {
                take(decisions.slot(number), choice);
                return true;
            }
        }
        return false;
    }

    private void seats() {
        for (int k = 0; k < blueprint.seats().size(); k++) {
            for (int session : blueprint.sessionsOf()[k]) {
                seat(k, session);
            }
        }
    }

    private void seat(int seat, int session) {
        Meeting meeting = meetings.get(blueprint.sessions().get(session).id());
        int place = blueprint.placeInMeeting(session, seat);
        if (meeting != null && place < meeting.seats().size()) {
            StaffId who = meeting.seats().get(place).staffId();
            take(
                    decisions.seat(seat),
                    who == null ? null : blueprint.index().staff().find(who));
        }
    }

    private void memberships() {
        Map<StudentId, List<Integer>> groups = new HashMap<>();
        for (GroupMembers group : reference.groups()) {
            int number = blueprint.index().group().find(group.id());
            for (GroupMember member : number == Numbers.NOWHERE ? List.<GroupMember>of() : group.members()) {
                groups.computeIfAbsent(member.studentId(), fresh -> new ArrayList<>())
                        .add(number);
            }
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            for (int group :
                    groups.getOrDefault(blueprint.memberships().get(m).student().id(), List.of())) {
                take(decisions.member(m), group);
            }
        }
    }

    private void whatIsGone() {
        Set<Object> said = new HashSet<>();
        for (int i = 0; i < reference.meetings().size(); i++) {
            Meeting meeting = reference.meetings().get(i);
            if (!blueprint.index().session().has(meeting.sessionId())) {
                gone.add(Finding.info("continue.session-gone", "/meetings/" + i, meeting.title(), meeting.sessionId()));
                continue;
            }
            if (meeting.roomId() != null
                    && !blueprint.index().room().has(meeting.roomId())
                    && said.add(meeting.roomId())) {
                gone.add(Finding.info("continue.room-gone", "/meetings/" + i + "/roomId", meeting.roomId()));
            }
            for (int s = 0; s < meeting.seats().size(); s++) {
                StaffId who = meeting.seats().get(s).staffId();
                if (who != null && !blueprint.index().staff().has(who) && said.add(who)) {
                    gone.add(Finding.info("continue.staff-gone", "/meetings/" + i + "/seats/" + s, who));
                }
            }
        }
        for (int g = 0; g < reference.groups().size(); g++) {
            List<GroupMember> members = reference.groups().get(g).members();
            for (int m = 0; m < members.size(); m++) {
                StudentId student = members.get(m).studentId();
                if (!blueprint.index().student().has(student) && said.add(student)) {
                    gone.add(Finding.info("continue.student-gone", "/groups/" + g + "/members/" + m, student));
                }
            }
        }
    }
}
