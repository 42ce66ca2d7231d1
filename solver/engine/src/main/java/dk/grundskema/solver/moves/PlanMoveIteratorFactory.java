package dk.grundskema.solver.moves;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import dk.grundskema.solver.model.PlanSolution;
import java.util.Collections;
import java.util.Iterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Supplies Timefold with an endless sequence of random moves. Timefold instantiates it, so the class and its
 * constructor are public.
 */
public final class PlanMoveIteratorFactory implements MoveIteratorFactory<PlanSolution, PlanMove> {
    private @Nullable MoveGenerator source;

    @Override
    public long getSize(ScoreDirector<PlanSolution> director) {
        return director.getWorkingSolution()
                .getSearchContext()
                .blueprint()
                .decisions()
                .count();
    }

    @Override
    public Iterator<PlanMove> createOriginalMoveIterator(ScoreDirector<PlanSolution> director) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<PlanMove> createRandomMoveIterator(ScoreDirector<PlanSolution> director, Random random) {
        PlanSolution plan = director.getWorkingSolution();
        var openDecisions = (OpenDecisionIndex) plan.getSearchContext().moves();
        if (openDecisions.kinds.isEmpty()) {
            return Collections.emptyIterator();
        }
        if (source == null || !source.isFor(plan, random)) {
            source = new MoveGenerator(openDecisions, plan, random);
        }
        return source;
    }
}
