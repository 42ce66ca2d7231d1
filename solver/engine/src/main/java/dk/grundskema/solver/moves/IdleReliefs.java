package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefTimeSlots;
import dk.grundskema.solver.model.TimeSlots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Seats whose holders take over a colleague's lesson at one fixed time. Such a seat is idle while the colleague has nothing else at that time. A search that
 * kept needless ones would count on gaps that they fill, although they are emptied in the end.
 */
public final class IdleReliefs {
    /**
     * An open seat that relieves somebody.
     *
     * @param decision the seat's decision
     * @param person   who is relieved
     * @param others   what the person may do instead
     */
    private record ReliefSeat(int decision, int person, Duty[] others) {}

    /**
     * A seat that the relieved person may hold.
     *
     * @param seat     the seat's decision
     * @param slot     the decision about the time of its session
     * @param overlaps whether the session overlaps the lesson in time, by its time
     */
    private record Duty(int seat, int slot, boolean[] overlaps) {}

    private final List<ReliefSeat> reliefs = new ArrayList<>();

    IdleReliefs(Blueprint blueprint) {
        var times = new ReliefTimeSlots(blueprint);
        Decisions decisions = blueprint.decisions();
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            Relief relief = blueprint.sessions().get(session).relief();
            int seat = times.relievingSeat(session);
            if (relief != null
                    && seat != Decisions.NONE
                    && decisions.isOpen(decisions.seat(seat))
                    && decisions.range(decisions.slot(session)).length == 1) {
                int person = times.relievedPerson(relief);
                int[] spots = times.relievedSpots(session, decisions.range(decisions.slot(session))[0], relief);
                reliefs.add(new ReliefSeat(decisions.seat(seat), person, duties(blueprint, seat, person, spots)));
            }
        }
    }

    private static Duty[] duties(Blueprint blueprint, int relievingSeat, int person, int[] spots) {
        Decisions decisions = blueprint.decisions();
        var duties = new ArrayList<Duty>();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            boolean isPossible = seat != relievingSeat
                    && IntStream.of(decisions.range(decisions.seat(seat))).anyMatch(one -> one == person);
            for (int session : isPossible ? blueprint.sessionsOf()[seat] : new int[0]) {
                boolean[] overlaps = overlaps(blueprint.spots(), spots, session);
                if (IntStream.range(0, overlaps.length).anyMatch(slot -> overlaps[slot])) {
                    duties.add(new Duty(decisions.seat(seat), decisions.slot(session), overlaps));
                }
            }
        }
        return duties.toArray(Duty[]::new);
    }

    private static boolean[] overlaps(TimeSlots spots, int[] lesson, int session) {
        int[][] choices = spots.of()[session];
        boolean[] overlaps = new boolean[choices.length];
        for (int choice = 0; choice < choices.length; choice++) {
            for (int one : choices[choice]) {
                for (int other : lesson) {
                    overlaps[choice] |=
                            spots.start()[one] < spots.end()[other] && spots.start()[other] < spots.end()[one];
                }
            }
        }
        return overlaps;
    }

    /** Returns the number of seats. */
    public int count() {
        return reliefs.size();
    }

    /** Returns the decision about who holds a seat. */
    public int decision(int number) {
        return reliefs.get(number).decision();
    }

    /**
     * Returns whether a seat is filled although the relieved person has nothing else at that time. It may be needed all the same, for travel or rest.
     *
     * @param values values of all decisions
     */
    public boolean isIdle(int number, int[] values) {
        ReliefSeat relief = reliefs.get(number);
        return values[relief.decision()] != Decisions.NONE && isIdle(relief, values);
    }

    private static boolean isIdle(ReliefSeat relief, int[] values) {
        for (Duty duty : relief.others()) {
            int slot = values[duty.slot()];
            if (values[duty.seat()] == relief.person() && slot != Decisions.NONE && duty.overlaps()[slot]) {
                return false;
            }
        }
        return true;
    }
}
