package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSpots;
import dk.grundskema.solver.score.CompiledRules.Relieved;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers whom sessions free from lessons. */
final class ReliefCompiler {
    private ReliefCompiler() {}

    /** For each session whom it frees; {@code null} means nobody. */
    static @Nullable Relieved[] of(Blueprint blueprint) {
        var reliefs = new ReliefSpots(blueprint);
        var relieving = new Relieved[blueprint.sessions().size()];
        for (int session = 0; session < relieving.length; session++) {
            Relief relief = blueprint.sessions().get(session).relief();
            int seat = reliefs.seat(session);
            if (relief != null && seat != Decisions.NONE) {
                int one = session;
                int[][] spots = IntStream.range(
                                0, blueprint.times().get(session).size())
                        .mapToObj(choice -> reliefs.spots(one, choice, relief))
                        .toArray(int[][]::new);
                relieving[session] = new Relieved(seat, reliefs.person(relief), spots);
            }
        }
        return relieving;
    }
}
