package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decisions of a solution of a school's model.
 *
 * @param holders holder of each seat, by number; -1 means nobody
 * @param times   index of each session's chosen time; -1 means none
 * @param rooms   additional room of each session; empty means none
 */
record SchoolModelSolution(int[] holders, int[] times, List<String> rooms) {
    static SchoolModelSolution of(SchoolVariables variables, Predicate<Literal> isTrue) {
        SchoolFacts facts = variables.facts();
        int[] holders = new int[facts.seats().size()];
        Arrays.fill(holders, -1);
        for (int seat = 0; seat < holders.length; seat++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                BoolVar holds = variables.holderVariable(seat, person);
                holders[seat] = holds != null && isTrue.test(holds) ? person : holders[seat];
            }
        }
        int[] times = new int[facts.sessions().size()];
        var rooms = new ArrayList<String>();
        for (int i = 0; i < times.length; i++) {
            Session session = facts.sessions().get(i);
            times[i] = session.isFixedInTime() ? 0 : chosenTime(variables.timeVariables(session), isTrue);
            rooms.add(variables.roomVariables(session).entrySet().stream()
                    .filter(room -> isTrue.test(room.getValue()))
                    .map(room -> room.getKey().value())
                    .findFirst()
                    .orElse(""));
        }
        return new SchoolModelSolution(holders, times, rooms);
    }

    private static int chosenTime(List<BoolVar> placed, Predicate<Literal> isTrue) {
        for (int time = 0; time < placed.size(); time++) {
            if (isTrue.test(placed.get(time))) {
                return time;
            }
        }
        return -1;
    }

    Timetable write(SchoolFacts facts, PluginRegistry plugins) {
        TrialPlan trial = TrialPlan.of(plugins, facts.problem(), null);
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
