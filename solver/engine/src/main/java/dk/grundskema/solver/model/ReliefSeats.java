package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.Relief;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The open seats whose holders free somebody from a lesson, by the person who is freed. */
public final class ReliefSeats {
    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final Map<Integer, int[]> ofPerson = new HashMap<>();

    /** The seats of a blueprint. */
    public ReliefSeats(Blueprint blueprint) {
        this.blueprint = blueprint;
        var reliefs = new ReliefSpots(blueprint);
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            Relief relief = blueprint.sessions().get(session).relief();
            int seat = reliefs.seat(session);
            if (relief != null
                    && seat != Decisions.NONE
                    && blueprint.decisions().isOpen(blueprint.decisions().seat(seat))) {
                lists.computeIfAbsent(reliefs.person(relief), fresh -> new ArrayList<>())
                        .add(seat);
            }
        }
        lists.forEach((person, seats) ->
                ofPerson.put(person, seats.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The seats whose holders free the one person who can fill a seat; none where there is a choice of persons. */
    public int[] forSeat(int seat) {
        int[] range = blueprint.decisions().range(blueprint.decisions().seat(seat));
        return range.length == 1 ? ofPerson.getOrDefault(range[0], NONE) : NONE;
    }

    /** Whether a choice of a session's time and the session of a relieving seat share a minute. */
    public boolean isAtOnce(int session, int slot, int seat) {
        Spots spots = blueprint.spots();
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
