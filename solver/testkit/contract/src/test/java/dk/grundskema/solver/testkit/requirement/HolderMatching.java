package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.RequiredSeat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Assigns the holders of a meeting's seats to required seats of the same role that they may fill, as many as possible: a maximum bipartite matching with
 * augmenting paths. The order of seats with the same role does not matter.
 */
final class HolderMatching {
    private final List<RequiredSeat> required;
    private final Map<Integer, MeetingSeat> takenBy = new HashMap<>();

    private HolderMatching(List<RequiredSeat> required) {
        this.required = required;
    }

    /** Returns the holders who fit no seat, although seats of their role are left. */
    static List<StaffId> findOutsiders(List<MeetingSeat> seats, List<RequiredSeat> required) {
        var matching = new HolderMatching(required);
        List<MeetingSeat> withoutSeat = seats.stream()
                .filter(seat -> {
                    StaffId holder = seat.staffId();
                    return holder != null && !matching.place(seat, holder, new HashSet<>());
                })
                .toList();
        var outsiders = new ArrayList<StaffId>();
        withoutSeat.stream()
                .filter(matching::hasSeatLeft)
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .forEach(outsiders::add);
        return outsiders;
    }

    private boolean place(MeetingSeat seat, StaffId holder, Set<Integer> tried) {
        for (int i = 0; i < required.size(); i++) {
            if (mayFill(holder, seat, required.get(i)) && tried.add(i)) {
                MeetingSeat present = takenBy.get(i);
                StaffId other = present == null ? null : present.staffId();
                if (present == null || other == null || place(present, other, tried)) {
                    takenBy.put(i, seat);
                    return true;
                }
            }
        }
        return false;
    }

    /** Surplus holders are another fault; only who is in a seat of somebody else is an outsider. */
    private boolean hasSeatLeft(MeetingSeat seat) {
        for (int i = 0; i < required.size(); i++) {
            if (isSameKind(seat, required.get(i)) && !takenBy.containsKey(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayFill(StaffId holder, MeetingSeat seat, RequiredSeat required) {
        Set<StaffId> candidates = required.candidates();
        return isSameKind(seat, required) && (candidates == null || candidates.contains(holder));
    }

    private static boolean isSameKind(MeetingSeat seat, RequiredSeat required) {
        return seat.role().equals(required.role()) && seat.required() == required.required();
    }
}
