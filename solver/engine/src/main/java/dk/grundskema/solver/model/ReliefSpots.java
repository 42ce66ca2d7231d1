package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which spots of whose lessons a session takes off somebody's hands. */
public final class ReliefSpots {
    private final Blueprint blueprint;
    private final Map<LessonId, Integer> lessons = new HashMap<>();

    /** The reliefs of a blueprint. */
    public ReliefSpots(Blueprint blueprint) {
        this.blueprint = blueprint;
        var all = blueprint.problem().lessons();
        for (int i = 0; i < all.size(); i++) {
            lessons.put(all.get(i).id(), i);
        }
    }

    /**
     * The seat that has to be filled for it: the session's first; {@link Decisions#NONE} if the session frees nobody whom the problem
     * knows.
     */
    public int seat(int session) {
        int[] seats = blueprint.seatsOf()[session];
        Relief relief = blueprint.sessions().get(session).relief();
        boolean frees = relief != null
                && blueprint.index().staff().has(relief.staff())
                && seats.length > 0
                && blueprint.seats().get(seats[0]).position() == 0;
        return frees ? seats[0] : Decisions.NONE;
    }

    /** Number of the person who is freed. */
    public int person(Relief relief) {
        return blueprint.index().staff().of(relief.staff());
    }

    /** The lesson's spots in the relief's weeks over which the session's choice lasts; none if the lesson isn't the person's. */
    public int[] spots(int session, int choice, Relief relief) {
        Integer lesson = lessons.get(relief.lesson());
        if (lesson == null
                || !blueprint.problem().lessons().get(lesson).staffIds().contains(relief.staff())) {
            return new int[0];
        }
        Spots spots = blueprint.spots();
        int[] held = spots.of()[session][choice];
        return Arrays.stream(spots.lessons()[lesson])
                .filter(spot -> relief.weeks().contains(IsoWeek.of(spots.date()[spot])))
                .filter(spot -> Arrays.stream(held)
                        .anyMatch(one ->
                                spots.start()[one] <= spots.start()[spot] && spots.end()[one] >= spots.end()[spot]))
                .toArray();
    }
}
