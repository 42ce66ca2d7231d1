package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.solver.engine.CoolingSchedule.Heat;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results of searches on parts are merged. */
class SearchPartitioningTest {
    private static final int STUDENTS = 220;

    private final PreparedPlan prepared = prepared("a-", "b-");
    private final Blueprint blueprint = prepared.blueprint();
    private final int[] from = blueprint.decisions().startValues();

    private static PreparedPlan prepared(String... names) {
        var school = SmallGroupsSchool.of(List.of(names), STUDENTS, 25, 4, 3);
        return PreparedPlan.of(
                StepLimitedSolves.registry(), BlueprintBuilder.build(school.problem(), school.demands()), null);
    }

    private static SearchPartitioning grounds(PreparedPlan prepared, int searches) {
        return new SearchPartitioning(
                prepared, new OpenDecisionIndex(prepared.blueprint(), Set.of()), Set.of(), searches);
    }

    /** The plan of one turn, in which a student of that school has joined the school's first group. */
    private PlanSolution joined(SearchPartitioning grounds, int turn, int student, long hard) {
        int[] values = from.clone();
        values[decision(student)] = group(student);
        var plan = new PlanSolution(grounds.partitionOfTurn(turn).context(), values);
        plan.setScore(HardMediumSoftLongScore.of(hard, 0, 0));
        return plan;
    }

    private int decision(int student) {
        return blueprint.decisions().member(student);
    }

    private int group(int student) {
        return blueprint.decisions().range(decision(student))[0];
    }

    @Test
    void eachPartHasATurnForAnyNumberOfSearches() {
        assertThat(grounds(prepared, 1).turnCount()).isEqualTo(2);
        assertThat(grounds(prepared, 2).turnCount()).isEqualTo(2);
        assertThat(grounds(prepared, 3).turnCount()).isEqualTo(4);
        assertThat(grounds(prepared("a-"), 3).turnCount()).isEqualTo(3);
    }

    @Test
    void stepsOfARoundAreDividedAmongTheTurns() {
        assertThat(grounds(prepared, 1).stepsOfTurn(600)).isEqualTo(300);
        assertThat(grounds(prepared, 2).stepsOfTurn(600)).isEqualTo(600);
        assertThat(grounds(prepared, 3).stepsOfTurn(600)).isEqualTo(450);
        assertThat(grounds(prepared("a-"), 3).stepsOfTurn(600)).isEqualTo(600);
    }

    @Test
    void timeOfARoundIsDividedAmongTheTurns() {
        assertThat(grounds(prepared, 1).timeOfTurn(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(3));
        assertThat(grounds(prepared, 3).timeOfTurn(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(2));
        assertThat(grounds(prepared("a-"), 2).timeOfTurn(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void oneSearchOfAPartHasHighTemperaturesIfItHasEnoughMoves() {
        SearchPartitioning grounds = grounds(prepared, 4);

        assertThat(IntStream.range(0, grounds.turnCount()).mapToObj(turn -> grounds.heatOfTurn(turn, 1_000_000_000L)))
                .containsExactly(Heat.HIGH, Heat.HIGH, Heat.LOW, Heat.LOW);
        assertThat(IntStream.range(0, grounds.turnCount()).mapToObj(turn -> grounds.heatOfTurn(turn, 100L)))
                .containsOnly(Heat.LOW);
        assertThat(grounds.heatOfTurn(0, null)).isEqualTo(Heat.HIGH);
    }

    @Test
    void resultsOfPartsAreMergedAndScored() {
        SearchPartitioning grounds = grounds(prepared, 2);
        PlanSolution first = joined(grounds, 0, 1, -1_000_000);
        PlanSolution second = joined(grounds, 1, STUDENTS + 1, -1_000_000);

        SearchPartitioning.RoundResult outcome = grounds.combineTurns(from, List.of(first, second));

        assertThat(outcome.values()[decision(1)]).isEqualTo(group(1));
        assertThat(outcome.values()[decision(STUDENTS + 1)]).isEqualTo(group(STUDENTS + 1));
        assertThat(outcome.score().hardScore()).isNegative().isGreaterThan(-1_000_000);
    }

    @Test
    void betterOfTwoTurnsOfAPartIsKept() {
        SearchPartitioning grounds = grounds(prepared, 3);
        PlanSolution worse = joined(grounds, 0, 1, -2_000_000);
        PlanSolution better = joined(grounds, 2, 2, -1_000_000);
        PlanSolution other = joined(grounds, 1, STUDENTS + 1, -1_500_000);
        PlanSolution same = joined(grounds, 3, STUDENTS + 1, -1_500_000);

        int[] values =
                grounds.combineTurns(from, List.of(worse, other, better, same)).values();

        assertThat(values[decision(1)]).isEqualTo(from[decision(1)]);
        assertThat(values[decision(2)]).isEqualTo(group(2));
        assertThat(values[decision(STUDENTS + 1)]).isEqualTo(group(STUDENTS + 1));
    }

    @Test
    void conflictingPartsAreNotMerged() {
        SearchPartitioning grounds = grounds(prepared, 2);
        PlanSolution first = joined(grounds, 0, 1, -1);
        PlanSolution second = joined(grounds, 1, STUDENTS + 1, 0);

        SearchPartitioning.RoundResult outcome = grounds.combineTurns(from, List.of(first, second));

        assertThat(outcome.values()).isEqualTo(second.values());
        assertThat(outcome.score()).isEqualTo(HardMediumSoftLongScore.of(0, 0, 0));
    }
}
