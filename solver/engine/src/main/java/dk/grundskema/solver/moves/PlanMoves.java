package dk.grundskema.solver.moves;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import dk.grundskema.solver.model.Plan;
import java.util.Collections;
import java.util.Iterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Gives Timefold moves without end. Must be public, with a public constructor, for Timefold makes it. */
public final class PlanMoves implements MoveIteratorFactory<Plan, PlanMove> {
    private @Nullable MoveSource source;

    @Override
    public long getSize(ScoreDirector<Plan> director) {
        return director.getWorkingSolution()
                .getWorkshop()
                .blueprint()
                .decisions()
                .count();
    }

    @Override
    public Iterator<PlanMove> createOriginalMoveIterator(ScoreDirector<Plan> director) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<PlanMove> createRandomMoveIterator(ScoreDirector<Plan> director, Random random) {
        Plan plan = director.getWorkingSolution();
        var terrain = (Terrain) plan.getWorkshop().moves();
        if (terrain.kinds.isEmpty()) {
            return Collections.emptyIterator();
        }
        if (source == null || !source.isFor(plan, random)) {
            source = new MoveSource(terrain, plan, random);
        }
        return source;
    }
}
