package dk.grundskema.solver.moves;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Open seats in lessons of the existing timetable.
 *
 * @param open the seats
 * @param sets the open seats of each neighbourhood with such seats
 * @param setsOf for each seat of the plan the positions of its neighbourhoods in {@code sets}; empty for seats in no
 * lesson
 * @param atOnce for each seat of the plan the other open seats in lessons at the same time; empty for seats in no
 * lesson
 */
record OpenLessonSeats(int[] open, int[][] sets, int[][] setsOf, int[][] atOnce) {
    static OpenLessonSeats of(Blueprint blueprint) {
        var decisions = blueprint.decisions();
        int seats = blueprint.seats().size();
        int[] open = IntStream.range(0, seats)
                .filter(seat -> decisions.isOpen(decisions.seat(seat)))
                .filter(seat -> isInLesson(blueprint, seat))
                .toArray();
        int[][] sets = blueprint.neighbourhoods().stream()
                .map(bundle -> Arrays.stream(bundle.seats())
                        .filter(seat -> decisions.isOpen(decisions.seat(seat)))
                        .toArray())
                .filter(some -> some.length > 1 && Arrays.stream(some).anyMatch(seat -> isInLesson(blueprint, seat)))
                .toArray(int[][]::new);
        var setsOf = new int[seats][0];
        var atOnce = new int[seats][0];
        for (int seat : open) {
            setsOf[seat] = IntStream.range(0, sets.length)
                    .filter(set -> Arrays.stream(sets[set]).anyMatch(one -> one == seat))
                    .toArray();
        }
        for (int seat : open) {
            List<Integer> others = new ArrayList<>();
            for (int other : open) {
                if (other != seat && areAtOnce(time(blueprint, seat), time(blueprint, other))) {
                    others.add(other);
                }
            }
            atOnce[seat] = others.stream().mapToInt(Integer::intValue).toArray();
        }
        return new OpenLessonSeats(open, sets, setsOf, atOnce);
    }

    private static boolean isInLesson(Blueprint blueprint, int seat) {
        int[] sessions = blueprint.sessionsOf()[seat];
        return sessions.length == 1 && blueprint.isLesson(sessions[0]);
    }

    private static MeetingTime time(Blueprint blueprint, int seat) {
        return blueprint.times().get(blueprint.sessionsOf()[seat][0]).getFirst();
    }

    private static boolean areAtOnce(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end())
                && !Collections.disjoint(one.weeks(), other.weeks());
    }
}
