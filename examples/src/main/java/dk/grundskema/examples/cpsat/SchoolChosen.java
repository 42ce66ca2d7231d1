package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Trial;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a solution of a school's model decides.
 *
 * @param holders who fills each seat, by number; -1 means nobody
 * @param times   which of its times each session is held at; -1 means none
 * @param rooms   in which further room each session is; empty means none
 */
record SchoolChosen(int[] holders, int[] times, List<String> rooms) {
    static SchoolChosen of(SchoolVariables variables, Predicate<Literal> isTrue) {
        SchoolFacts facts = variables.facts();
        int[] holders = new int[facts.seats().size()];
        Arrays.fill(holders, -1);
        for (int seat = 0; seat < holders.length; seat++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar holds = variables.holds(seat, person);
                holders[seat] = holds != null && isTrue.test(holds) ? person : holders[seat];
            }
        }
        int[] times = new int[facts.sessions().size()];
        var rooms = new ArrayList<String>();
        for (int i = 0; i < times.length; i++) {
            Session session = facts.sessions().get(i);
            times[i] = session.isFixedInTime() ? 0 : time(variables.placed(session), isTrue);
            rooms.add(variables.rooms(session).entrySet().stream()
                    .filter(room -> isTrue.test(room.getValue()))
                    .map(room -> room.getKey().value())
                    .findFirst()
                    .orElse(""));
        }
        return new SchoolChosen(holders, times, rooms);
    }

    private static int time(List<BoolVar> placed, Predicate<Literal> isTrue) {
        for (int time = 0; time < placed.size(); time++) {
            if (isTrue.test(placed.get(time))) {
                return time;
            }
        }
        return -1;
    }

    Timetable write(SchoolFacts facts, PluginRegistry plugins) {
        Trial trial = Trial.of(plugins, facts.problem(), null);
        for (int i = 0; i < times.length; i++) {
            Session session = facts.sessions().get(i);
            if (!session.isFixedInTime()) {
                trial.time(session.id(), times[i] < 0 ? null : session.times().get(times[i]));
            }
            if (!rooms.get(i).isEmpty()) {
                trial.room(session.id(), new RoomId(rooms.get(i)));
            }
            for (int seat : facts.seatsOf(session)) {
                if (holders[seat] >= 0 && times[i] >= 0) {
                    trial.seat(
                            facts.seats().get(seat).id(),
                            facts.staff().get(holders[seat]).id());
                }
            }
        }
        return trial.timetable("");
    }
}
