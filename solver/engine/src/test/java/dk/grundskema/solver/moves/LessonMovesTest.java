package dk.grundskema.solver.moves;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.fixture.SchoolYearPlugin;
import dk.grundskema.solver.fixture.SchoolYearProblem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LessonMovesTest {
    private static final int TRIES = 500;

    private final Problem problem = SchoolYearProblem.of(4, 2, 4, 9);
    private final Blueprint blueprint = BlueprintBuilder.build(
            problem, PreparedPlan.demands(PluginRegistry.of(List.of(new SchoolYearPlugin())), problem));
    private final OpenDecisionIndex openDecisions = new OpenDecisionIndex(blueprint, Set.of());
    private final Decisions decisions = blueprint.decisions();
    private final int[] first = openDecisions.lessons.sets()[0];
    private final int[] second = openDecisions.lessons.sets()[1];

    private static long count(DecisionOverlay draft, Decisions decisions, int person, int[] seats) {
        return Arrays.stream(seats)
                .filter(seat -> draft.value(decisions.seat(seat)) == person)
                .count();
    }

    @Test
    void twoPeopleInTwoClassesTradeSoThatEachLeavesOneAndNobodyHasMoreLessons() {
        int[] values = decisions.startValues();
        int[] range = decisions.range(decisions.seat(first[0]));
        int anna = range[0];
        int bo = range[1];
        for (int i = 0; i < 2; i++) {
            values[decisions.seat(first[i])] = anna;
            values[decisions.seat(first[i + 2])] = bo;
            values[decisions.seat(second[i + 4])] = bo;
            values[decisions.seat(second[i + 6])] = anna;
        }
        var draft = new DecisionOverlay(decisions, values);
        var moves = new LessonMoves(openDecisions, draft, new SplittableRandom(1));

        int trades = 0;
        for (int i = 0; i < TRIES; i++) {
            draft.clear();
            moves.tradeClasses();
            boolean isApart = count(draft, decisions, anna, first) == 0 && count(draft, decisions, bo, second) == 0;
            if (isApart && count(draft, decisions, bo, first) == 4 && count(draft, decisions, anna, second) == 4) {
                trades++;
            }
        }

        assertThat(trades).as("Anna leaves the first class, Bo the second one").isPositive();
    }
}
