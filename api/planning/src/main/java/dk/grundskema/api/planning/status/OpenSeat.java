package dk.grundskema.api.planning.status;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A required seat of a meeting that nobody takes.
 *
 * @param sessionId session of the meeting
 * @param title     title of the meeting
 * @param position  index of the seat in the meeting, from 0
 * @param role      what the missing person is there for, such as {@code teacher}
 * @param time      when the meeting is held; a weekly meeting is open in all its weeks
 */
public record OpenSeat(SessionId sessionId, String title, int position, String role, MeetingTime time) {
    /** Returns all vacant required seats of a timetable, in chronological order. */
    public static List<OpenSeat> findAll(Timetable timetable) {
        var open = new ArrayList<OpenSeat>();
        for (Meeting meeting : timetable.meetings()) {
            for (int position = 0; position < meeting.seats().size(); position++) {
                MeetingSeat seat = meeting.seats().get(position);
                if (seat.required() && seat.staffId() == null) {
                    open.add(new OpenSeat(meeting.sessionId(), meeting.title(), position, seat.role(), meeting.time()));
                }
            }
        }
        open.sort(Comparator.comparing((OpenSeat one) -> one.time().firstDate())
                .thenComparing(one -> one.time().start())
                .thenComparing(one -> one.sessionId().value())
                .thenComparingInt(OpenSeat::position));
        return List.copyOf(open);
    }

    /** Returns the id of the session and the position only: the title may name a student. */
    @Override
    public String toString() {
        return sessionId + " " + position;
    }
}
