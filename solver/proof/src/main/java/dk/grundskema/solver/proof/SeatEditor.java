package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes holders in timetables. */
final class SeatEditor {
    private SeatEditor() {}

    /** Returns a timetable with other holders, by meeting and index of the seat. Its score is not computed again. */
    static Timetable withHolders(Timetable timetable, Map<SessionId, Map<Integer, Optional<StaffId>>> byMeeting) {
        List<Meeting> meetings = timetable.meetings().stream()
                .map(meeting -> withHolders(meeting, byMeeting.getOrDefault(meeting.sessionId(), Map.of())))
                .toList();
        return timetable.withMeetings(meetings);
    }

    private static Meeting withHolders(Meeting meeting, Map<Integer, Optional<StaffId>> holders) {
        if (holders.isEmpty()) {
            return meeting;
        }
        var seats = new ArrayList<MeetingSeat>(meeting.seats());
        holders.forEach((place, holder) -> {
            if (place < seats.size()) {
                MeetingSeat seat = seats.get(place);
                seats.set(place, new MeetingSeat(seat.role(), holder.orElse(null), seat.required(), seat.locked()));
            }
        });
        return meeting.withSeats(seats);
    }
}
