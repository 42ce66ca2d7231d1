package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.Relief;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indexes the open seats whose holders free a staff member from a lesson, by the freed staff member. */
public final class ReliefSeats {
    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final Map<Integer, int[]> ofPerson = new HashMap<>();

    /** Indexes the seats of a blueprint. */
    public ReliefSeats(Blueprint blueprint) {
        this.blueprint = blueprint;
        var reliefs = new ReliefTimeSlots(blueprint);
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            Relief relief = blueprint.sessions().get(session).relief();
            int seat = reliefs.relievingSeat(session);
            if (relief != null
                    && seat != Decisions.NONE
                    && blueprint.decisions().isOpen(blueprint.decisions().seat(seat))) {
                lists.computeIfAbsent(reliefs.relievedPerson(relief), fresh -> new ArrayList<>())
                        .add(seat);
            }
        }
        lists.forEach((person, seats) ->
                ofPerson.put(person, seats.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * Returns the seats whose holders free the only candidate for a seat; empty if the seat has more than one
     * candidate.
     */
    public int[] reliefSeatsFor(int seat) {
        int[] range = blueprint.decisions().range(blueprint.decisions().seat(seat));
        return range.length == 1 ? ofPerson.getOrDefault(range[0], NONE) : NONE;
    }

    /** Whether a session at the given choice may overlap in time with the session of a relieving seat. */
    public boolean overlapsInTime(int session, int slot, int seat) {
        TimeSlots spots = blueprint.spots();
        int other = blueprint.sessionsOf()[seat][0];
        for (int one : spots.of()[session][slot]) {
            for (int[] choice : spots.of()[other]) {
                for (int spot : choice) {
                    if (spots.start()[one] < spots.end()[spot] && spots.start()[spot] < spots.end()[one]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
