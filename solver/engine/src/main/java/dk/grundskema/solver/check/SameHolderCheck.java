package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the holders of a seat of several sessions, such as a tutor's four weekly sessions: one person has them all. The search has one decision for
 * such a seat and cannot differ; a timetable from a file, or one changed by hand, can. Locks of the problem, and somebody else while the person is
 * unavailable, are no difference.
 */
final class SameHolderCheck implements CoreCheck {
    private record HeldSeat(CheckedMeeting held, StaffId holder) {}

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        Map<SeatId, List<HeldSeat>> bundles = new LinkedHashMap<>();
        for (CheckedMeeting held : plan.held()) {
            for (int i = 0; i < held.asked().size(); i++) {
                Seat seat = held.asked().get(i);
                StaffId holder = held.holder(i);
                if (seat.sessions().size() > 1 && holder != null) {
                    bundles.computeIfAbsent(seat.id(), fresh -> new ArrayList<>())
                            .add(new HeldSeat(held, holder));
                }
            }
        }
        bundles.values()
                .removeIf(
                        seats -> seats.stream().map(HeldSeat::holder).distinct().count() < 2);
        if (bundles.isEmpty()) {
            return;
        }
        Map<StaffId, List<Interval>> unavailable = new HashMap<>();
        for (StaffMember person : plan.staff()) {
            unavailable.put(person.id(), AvailabilityCheck.unavailable(person.availability(), plan));
        }
        Set<SessionId> locked = new HashSet<>();
        plan.problem().locks().stream()
                .filter(lock -> !lock.seats().isEmpty())
                .forEach(lock -> locked.add(lock.sessionId()));
        for (List<HeldSeat> seats : bundles.values()) {
            StaffId usual = usualHolder(seats);
            List<Interval> away = unavailable.getOrDefault(usual, List.of());
            for (HeldSeat seat : seats) {
                boolean isOther = !seat.holder().equals(usual)
                        && !locked.contains(seat.held().id())
                        && AvailabilityCheck.minutesIn(seat.held(), away, plan) == 0;
                faults.medium(
                        "core.asked-same-holder",
                        isOther ? 1 : 0,
                        seat.holder(),
                        seat.held().id(),
                        usual);
            }
        }
    }

    /** Returns who holds most of the seats; of several, who comes first. */
    private static StaffId usualHolder(List<HeldSeat> seats) {
        Map<StaffId, Integer> counts = new LinkedHashMap<>();
        seats.forEach(seat -> counts.merge(seat.holder(), 1, Integer::sum));
        StaffId usual = seats.getFirst().holder();
        for (Map.Entry<StaffId, Integer> count : counts.entrySet()) {
            if (count.getValue() > counts.getOrDefault(usual, 0)) {
                usual = count.getKey();
            }
        }
        return usual;
    }
}
