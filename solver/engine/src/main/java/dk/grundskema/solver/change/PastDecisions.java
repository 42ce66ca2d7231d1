package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.mapping.LessonMeetingReader;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fixes what has begun in the blueprint of a split plan, and the groups of students who have one. */
final class PastDecisions {
    private final SplitPlan split;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final Map<Object, Meeting> meetings = new HashMap<>();

    private PastDecisions(SplitPlan split, Blueprint blueprint) {
        this.split = split;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.values = ReferenceReader.readDecisions(blueprint, split.reference());
        split.reference().meetings().forEach(one -> meetings.put(one.sessionId(), one));
    }

    /** Fixes the decisions in a blueprint that has not been searched yet. */
    static void fix(SplitPlan split, Blueprint blueprint) {
        var past = new PastDecisions(split, blueprint);
        past.fixSessions();
        past.fixSeats();
        past.fixGroups();
    }

    private boolean isPast(int session) {
        Meeting meeting = meeting(session);
        return meeting != null && split.lost().isPast(meeting);
    }

    private @Nullable Meeting meeting(int session) {
        return meetings.get(blueprint.sessions().get(session).id());
    }

    private void fixSessions() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s)) {
                fixGuest(s);
            } else if (isPast(s)) {
                RoomId room = LessonMeetingReader.decidedRoom(
                        blueprint.problem(), blueprint.sessions().get(s), Objects.requireNonNull(meeting(s)));
                decisions.fix(decisions.slot(s), values[decisions.slot(s)]);
                decisions.fix(decisions.room(s), room == null ? Decisions.NONE : number(room));
            }
        }
    }

    private int number(RoomId room) {
        return Math.max(Decisions.NONE, blueprint.index().room().find(room));
    }

    /** A guest in a host that has begun stays there; others choose among hosts that have not begun. */
    private void fixGuest(int guest) {
        int decision = decisions.slot(guest);
        if (!decisions.isOpen(decision)) {
            return;
        }
        int now = values[decision];
        if (now != Decisions.NONE && isPast(blueprint.host(guest, now))) {
            decisions.fix(decision, now);
        } else {
            decisions.open(
                    decision,
                    Arrays.stream(decisions.range(decision))
                            .filter(choice -> !isPast(blueprint.host(guest, choice)))
                            .toArray());
        }
    }

    private void fixSeats() {
        for (int k = 0; k < blueprint.seats().size(); k++) {
            int holder = Decisions.NONE;
            boolean isPast = false;
            for (int s : blueprint.sessionsOf()[k]) {
                Meeting meeting = meeting(s);
                int place = blueprint.placeInMeeting(s, k);
                if (meeting != null && isPast(s)) {
                    isPast = true;
                    StaffId who = place < meeting.seats().size()
                            ? meeting.seats().get(place).staffId()
                            : null;
                    holder = who == null || holder != Decisions.NONE
                            ? holder
                            : blueprint.index().staff().find(who);
                }
            }
            if (isPast) {
                decisions.fix(decisions.seat(k), Math.max(Decisions.NONE, holder));
            }
        }
    }

    private void fixGroups() {
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int decision = decisions.member(m);
            if (decisions.isOpen(decision) && values[decision] != Decisions.NONE) {
                decisions.fix(decision, values[decision]);
            }
        }
    }
}
