package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationAmountsTest {
    private static final RuleViolation REST = fault("core.daily-rest", 60, "anna");
    private static final RuleViolation CLASH = fault("core.person-in-two-places", 45, "bo");

    private static RuleViolation fault(String rule, long amount, String person) {
        return new RuleViolation(rule, Level.HARD, amount, List.of(new StaffId(person), new Figure(amount)));
    }

    private static boolean isMended(RuleViolation... after) {
        return new ViolationAmounts(List.of(REST, CLASH)).isMended(REST, List.of(after));
    }

    @Test
    void violationThatIsGoneIsMended() {
        assertThat(isMended(CLASH)).isTrue();
        assertThat(isMended()).isTrue();
    }

    @Test
    void violationThatIsOnlySmallerOrMovesToSomebodyElseIsNotMended() {
        assertThat(isMended(fault("core.daily-rest", 30, "anna"))).isFalse();
        assertThat(isMended(fault("core.daily-rest", 30, "bo"))).isFalse();
    }

    @Test
    void violationThatIsTradedForAnotherOneIsNotMended() {
        assertThat(isMended(fault("core.person-in-two-places", 30, "carl"))).isFalse();
        assertThat(isMended(fault("core.person-in-two-places", 46, "bo"))).isFalse();
        assertThat(isMended(fault("core.person-in-two-places", 30, "bo"), fault("core.person-in-two-places", 30, "bo")))
                .isFalse();
    }

    @Test
    void twoViolationsInOnePlaceAreNotAlone() {
        var amounts = new ViolationAmounts(List.of(REST, CLASH, fault("core.person-in-two-places", 10, "bo")));

        assertThat(amounts.isAlone(REST)).isTrue();
        assertThat(amounts.isAlone(CLASH)).isFalse();
    }

    @Test
    void violationThatWasNotThereCannotBeMended() {
        assertThat(new ViolationAmounts(List.of(CLASH)).isMended(REST, List.of()))
                .isFalse();
    }
}
