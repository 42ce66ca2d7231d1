package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Determines which spots of which lessons a session frees a staff member from. */
public final class ReliefTimeSlots {
    private final Blueprint blueprint;
    private final Map<LessonId, Integer> lessons = new HashMap<>();

    /** Indexes the lessons of a blueprint. */
    public ReliefTimeSlots(Blueprint blueprint) {
        this.blueprint = blueprint;
        var all = blueprint.problem().lessons();
        for (int i = 0; i < all.size(); i++) {
            lessons.put(all.get(i).id(), i);
        }
    }

    /**
     * Returns the seat that must be filled for the relief, which is the session's first; {@link Decisions#NONE} if the
     * session frees no staff member of the problem.
     */
    public int relievingSeat(int session) {
        int[] seats = blueprint.seatsOf()[session];
        Relief relief = blueprint.sessions().get(session).relief();
        boolean frees = relief != null
                && blueprint.index().staff().contains(relief.staff())
                && seats.length > 0
                && blueprint.seats().get(seats[0]).position() == 0;
        return frees ? seats[0] : Decisions.NONE;
    }

    /** Returns the index of the freed staff member. */
    public int relievedPerson(Relief relief) {
        return blueprint.index().staff().indexOf(relief.staff());
    }

    /**
     * Returns the lesson's spots in the relief's weeks that the session's choice fully covers; empty if the staff
     * member does not teach the lesson.
     */
    public int[] relievedSpots(int session, int choice, Relief relief) {
        Integer lesson = lessons.get(relief.lesson());
        if (lesson == null
                || !blueprint.problem().lessons().get(lesson).staffIds().contains(relief.staff())) {
            return new int[0];
        }
        TimeSlots spots = blueprint.spots();
        int[] held = spots.of()[session][choice];
        return Arrays.stream(spots.lessons()[lesson])
                .filter(spot -> relief.weeks().contains(IsoWeek.of(spots.date()[spot])))
                .filter(spot -> Arrays.stream(held)
                        .anyMatch(one ->
                                spots.start()[one] <= spots.start()[spot] && spots.end()[one] >= spots.end()[spot]))
                .toArray();
    }
}
