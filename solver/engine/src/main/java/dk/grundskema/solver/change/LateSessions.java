package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sessions that a change asks for in weeks that are over, too. Nothing is added to the past, so that they begin late. */
final class LateSessions {
    private final SplitPlan split;
    private final Timetable plan;
    private final Map<SessionId, SortedSet<IsoWeek>> missed = new HashMap<>();

    /** @param plan the plan after the change */
    LateSessions(SplitPlan split, Timetable plan) {
        this.split = split;
        this.plan = plan;
        for (Meeting meeting : plan.meetings()) {
            SessionPart part = split.parts().get(meeting.sessionId());
            if (part != null && part.source() == null) {
                asked(part.origin(), meeting).ifPresent(time -> addMissed(meeting, time));
            }
        }
    }

    private static Optional<MeetingTime> asked(Session session, Meeting meeting) {
        return session.times().stream()
                .filter(time -> time.weekday() == meeting.weekday()
                        && time.start().equals(meeting.start())
                        && time.end().equals(meeting.end())
                        && time.weeks().containsAll(meeting.weeks()))
                .findFirst();
    }

    private void addMissed(Meeting meeting, MeetingTime time) {
        var weeks = new TreeSet<IsoWeek>();
        time.weeks().stream()
                .filter(week ->
                        split.lost().isPast(time.interval(week, split.lost().zone())))
                .forEach(weeks::add);
        if (!weeks.isEmpty()) {
            missed.put(meeting.sessionId(), weeks);
        }
    }

    /** Returns the sessions, in order. */
    List<SessionId> sessions() {
        return missed.keySet().stream().sorted().toList();
    }

    /** Returns the plan as if these sessions had been held in the weeks that are over, without the staff that is decided. */
    Timetable heldWithoutStaff() {
        if (missed.isEmpty()) {
            return plan;
        }
        var meetings = new ArrayList<>(plan.meetings());
        for (Meeting meeting : plan.meetings()) {
            SortedSet<IsoWeek> weeks = missed.get(meeting.sessionId());
            if (weeks != null) {
                SessionId id = new SessionId(meeting.sessionId() + "@" + weeks.first());
                meetings.add(meeting.withId(id, meeting.sessionId())
                        .withWeeks(weeks, new TreeSet<>())
                        .withSeats(withoutDecided(meeting)));
            }
        }
        return plan.withMeetings(meetings);
    }

    private List<MeetingSeat> withoutDecided(Meeting meeting) {
        SessionPart part = split.parts().get(meeting.sessionId());
        int teachers = part == null ? 0 : split.problem().countTeacherSeats(part.origin());
        var seats = new ArrayList<MeetingSeat>();
        for (int place = 0; place < meeting.seats().size(); place++) {
            MeetingSeat seat = meeting.seats().get(place);
            seats.add(place < teachers ? seat : new MeetingSeat(seat.role(), null, seat.required(), seat.locked()));
        }
        return seats;
    }
}
