package dk.grundskema.solver.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class LackBeforeTest {
    private static RuleViolation lacks(String group, int week, long amount) {
        return new RuleViolation(
                "toy.lessons", Level.MEDIUM, amount, List.of(new GroupId(group), new IsoWeek(2026, week)));
    }

    private static RuleViolation clash(String group, int week) {
        return new RuleViolation("toy.clash", Level.HARD, 1, List.of(new GroupId(group), new IsoWeek(2026, week)));
    }

    @Test
    void whatAPlanLackedBeforeMayStayAndNobodyElseMayLackIt() {
        var before = new LackBefore(List.of(lacks("7a", 37, 6)));
        List<RuleViolation> found = List.of(lacks("7b", 37, 1));

        assertThat(before.isMendedBy(found)).isTrue();
        assertThat(before.isNoWorse(List.of(lacks("7a", 37, 6), lacks("7b", 37, 1)), found))
                .isTrue();
        assertThat(before.isNoWorse(List.of(lacks("7a", 37, 7)), found)).isFalse();
        assertThat(before.isNoWorse(List.of(lacks("7a", 37, 5), lacks("7b", 37, 2)), found))
                .as("less in all")
                .isFalse();
    }

    @Test
    void shortfallsOfAllWeeksAreOneAndConflictsAreNot() {
        var before = new LackBefore(List.of(lacks("7a", 37, 6), clash("7a", 37)));

        assertThat(before.isMendedBy(List.of(lacks("7a", 37, 2), lacks("7a", 40, 4), clash("7a", 37))))
                .as("a meeting that moves divides the weeks")
                .isFalse();
        assertThat(before.isNoWorse(List.of(clash("7a", 38)), List.of())).isFalse();
    }
}
