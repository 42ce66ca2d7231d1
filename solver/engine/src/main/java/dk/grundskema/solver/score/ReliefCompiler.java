package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSpots;
import dk.grundskema.solver.score.CompiledRules.Relieved;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers whom sessions free from lessons. */
final class ReliefCompiler {
    private record Freed(int person, int spot) {}

    private final Blueprint blueprint;
    private final ReliefSpots reliefs;
    private final Map<Freed, Integer> numbers = new HashMap<>();

    private ReliefCompiler(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.reliefs = new ReliefSpots(blueprint);
    }

    /** For each session whom it frees; {@code null} means nobody. */
    static @Nullable Relieved[] of(Blueprint blueprint) {
        var compiler = new ReliefCompiler(blueprint);
        return IntStream.range(0, blueprint.sessions().size())
                .mapToObj(compiler::relieved)
                .toArray(Relieved[]::new);
    }

    private @Nullable Relieved relieved(int session) {
        Relief relief = blueprint.sessions().get(session).relief();
        int seat = reliefs.seat(session);
        if (relief == null || seat == Decisions.NONE) {
            return null;
        }
        int person = reliefs.person(relief);
        int[][] spots = IntStream.range(0, blueprint.times().get(session).size())
                .mapToObj(choice -> reliefs.spots(session, choice, relief))
                .toArray(int[][]::new);
        int[][] freed = Arrays.stream(spots)
                .map(some -> Arrays.stream(some)
                        .map(spot -> numbers.computeIfAbsent(new Freed(person, spot), fresh -> numbers.size()))
                        .toArray())
                .toArray(int[][]::new);
        return new Relieved(seat, person, spots, freed);
    }
}
