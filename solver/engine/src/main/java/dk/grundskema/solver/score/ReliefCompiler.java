package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefTimeSlots;
import dk.grundskema.solver.score.CompiledRules.LessonRelief;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles which staff members sessions free from lessons, and numbers the freed lessons. */
final class ReliefCompiler {
    private record FreedSpot(int person, int spot) {}

    private final Blueprint blueprint;
    private final ReliefTimeSlots reliefs;
    private final Map<FreedSpot, Integer> numbers = new HashMap<>();

    private ReliefCompiler(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.reliefs = new ReliefTimeSlots(blueprint);
    }

    /** Returns for each session its relief; {@code null} if it frees nobody. */
    static @Nullable LessonRelief[] compile(Blueprint blueprint) {
        var compiler = new ReliefCompiler(blueprint);
        return IntStream.range(0, blueprint.sessions().size())
                .mapToObj(compiler::compileRelief)
                .toArray(LessonRelief[]::new);
    }

    private @Nullable LessonRelief compileRelief(int session) {
        Relief relief = blueprint.sessions().get(session).relief();
        int seat = reliefs.relievingSeat(session);
        if (relief == null || seat == Decisions.NONE) {
            return null;
        }
        int person = reliefs.relievedPerson(relief);
        int[][] spots = IntStream.range(0, blueprint.times().get(session).size())
                .mapToObj(choice -> reliefs.relievedSpots(session, choice, relief))
                .toArray(int[][]::new);
        int[][] freed = Arrays.stream(spots)
                .map(some -> Arrays.stream(some)
                        .map(spot -> numbers.computeIfAbsent(new FreedSpot(person, spot), fresh -> numbers.size()))
                        .toArray())
                .toArray(int[][]::new);
        return new LessonRelief(seat, person, spots, freed);
    }
}
