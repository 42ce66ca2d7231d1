package dk.grundskema.api.planning.status;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.status.AcceptanceReport.State;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of accepted shortfalls. */
final class AcceptanceReportTest {
    private static final IsoWeek TRIP = new IsoWeek(2026, 38);
    private static final PlanFidelity NOTHING_ASKED = new PlanFidelity(List.of(), List.of());

    private static Problem accepting(long amount) {
        return school(3)
                .build()
                .withAcceptedShortfalls(List.of(new AcceptedShortfall(
                        "toy.walks", "7a", TRIP, amount, "Trip", "Ida", LocalDate.of(2026, 9, 1))));
    }

    private static RuleViolation violation(Level level, String group, LocalDate day, long amount) {
        return new RuleViolation("toy.walks", level, amount, List.of(new GroupId(group), day));
    }

    private static State state(Problem problem, RuleViolation... violations) {
        return AcceptanceReport.of(problem, List.of(violations), NOTHING_ASKED)
                .acceptances()
                .getFirst()
                .state();
    }

    @Test
    void shortfallsOfTheWeekLeaveTheStatusTogether() {
        RuleViolation monday = violation(Level.MEDIUM, "7a", LocalDate.of(2026, 9, 14), 1);
        RuleViolation friday = violation(Level.MEDIUM, "7a", LocalDate.of(2026, 9, 18), 2);
        RuleViolation weekBefore = violation(Level.MEDIUM, "7a", LocalDate.of(2026, 9, 7), 1);
        RuleViolation otherClass = violation(Level.MEDIUM, "7b", LocalDate.of(2026, 9, 14), 1);
        List<RuleViolation> all = List.of(monday, friday, weekBefore, otherClass);

        assertThat(AcceptanceReport.withoutAccepted(accepting(3), all)).containsExactly(weekBefore, otherClass);
        assertThat(state(accepting(3), monday, friday)).isEqualTo(State.IN_FORCE);
        assertThat(AcceptanceReport.withoutAccepted(accepting(2), all)).isEqualTo(all);
        assertThat(state(accepting(2), monday, friday)).isEqualTo(State.GROWN);
    }

    @Test
    void brokenHardRuleIsNeverAccepted() {
        RuleViolation conflict = violation(Level.HARD, "7a", LocalDate.of(2026, 9, 14), 1);
        assertThat(AcceptanceReport.withoutAccepted(accepting(3), List.of(conflict)))
                .containsExactly(conflict);
    }

    @Test
    void acceptanceWhoseReasonHasGoneIsNamed() {
        assertThat(state(accepting(3))).isEqualTo(State.GONE);
        assertThat(AcceptanceReport.of(accepting(3), List.of(), NOTHING_ASKED).countInForce())
                .isZero();
    }
}
