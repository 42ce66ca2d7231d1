package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures that a changed plan states are those that the rules charge, also where the check names a mistake once. */
final class WholePlanFiguresTest {
    private static final RoomId HALL = new RoomId("spisesal");

    private final PluginPlanningFacade planning = new PluginPlanningFacade();

    @Test
    void moduleInASmallDiningHallIsChargedByEachRuleThatItBreaks() throws InterruptedException {
        Problem example = ((ReadResult.Success<Problem>)
                        planning.readProblem(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
                .value();
        Problem camp = example.withRooms(example.rooms().stream()
                .map(room -> room.id().equals(HALL) ? tiny(room) : room)
                .toList());
        Timetable plan = planning.startSolve(
                        new SolveRequest(camp, "0", SolveLimits.ofSteps(20), 1, 1, null), progress -> {})
                .await();
        Timetable changed = plan.withMeetings(plan.meetings().stream()
                .map(one -> one.kind().equals("module") ? one.withRoom(HALL) : one)
                .toList());
        Map<String, Long> charged = amounts(planning.checkRules(camp, changed));
        assertThat(amounts(planning.checkTimetable(camp, changed)))
                .as("the check names a wrong room once")
                .doesNotContainKey("core.room-capacity");

        Timetable stated = ChangePlanner.withFiguresOfWholePlan(planning, camp, changed);

        Map<String, Long> penalties = new TreeMap<>();
        stated.rules().stream()
                .filter(rule -> rule.level() != Level.SOFT && rule.penalty() > 0)
                .forEach(rule -> penalties.put(rule.id(), rule.penalty()));
        charged.keySet().retainAll(penalties.keySet()); // some rules of the check are none of the search
        assertThat(penalties).isEqualTo(charged).containsKey("core.room-capacity");
    }

    private static Room tiny(Room room) {
        return new Room(room.id(), room.name(), room.site(), room.kind(), 1, room.availability());
    }

    private static Map<String, Long> amounts(List<RuleViolation> violations) {
        var amounts = new TreeMap<String, Long>();
        violations.forEach(one -> amounts.merge(one.rule(), one.amount(), Long::sum));
        return amounts;
    }
}
