package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds which seat of a meeting is which demanded seat. */
final class SeatAlignment {
    private SeatAlignment() {}

    /** Returns the required seats that a meeting leaves out; none if its session is not demanded. */
    static List<LeftOutSeat> findLeftOut(CheckedMeeting held) {
        var leftOut = new ArrayList<LeftOutSeat>();
        int[] places = places(held.asked(), ownSeats(held));
        for (int i = 0; i < places.length; i++) {
            Seat asked = held.asked().get(i);
            if (places[i] < 0 && asked.required()) {
                leftOut.add(new LeftOutSeat(held.id(), held.countTeacherSeats() + i, asked.role()));
            }
        }
        return List.copyOf(leftOut);
    }

    /** Returns the seats of a meeting without those of a lesson's teachers. */
    static List<MeetingSeat> ownSeats(CheckedMeeting held) {
        return held.meeting().seats().stream().skip(held.countTeacherSeats()).toList();
    }

    /**
     * Returns for each demanded seat the index of the meeting's seat that is compared with it, or -1. If seats are left out, the others keep their order
     * and are compared so that as many holders as possible may have theirs; otherwise all are compared by position.
     */
    static int[] places(List<Seat> asked, List<MeetingSeat> own) {
        int[] places = new int[asked.size()];
        if (own.size() >= asked.size()) {
            Arrays.setAll(places, i -> i);
            return places;
        }
        int[][] best = new int[asked.size() + 1][own.size() + 1]; // of the seats from these on
        for (int i = asked.size() - 1; i >= 0; i--) {
            for (int k = own.size() - 1; k >= 0; k--) {
                int together = best[i + 1][k + 1] + fit(asked.get(i), own.get(k));
                best[i][k] = Math.max(together, Math.max(best[i + 1][k], best[i][k + 1]));
            }
        }
        Arrays.fill(places, -1);
        int k = 0;
        for (int i = 0; i < asked.size() && k < own.size(); i++) {
            boolean isLeftOut = best[i][k] == best[i + 1][k] && asked.size() - i > own.size() - k;
            if (!isLeftOut) {
                places[i] = k++;
            }
        }
        return places;
    }

    /** Returns how well a seat matches: 0 with another role, otherwise more if the holder may have it or nobody has it, and if it is required as asked. */
    private static int fit(Seat asked, MeetingSeat own) {
        if (!own.role().equals(asked.role())) {
            return 0;
        }
        StaffId holder = own.staffId();
        boolean mayHold = holder == null || asked.candidates().contains(holder);
        return (mayHold ? 4 : 2) + (own.required() == asked.required() ? 1 : 0);
    }
}
