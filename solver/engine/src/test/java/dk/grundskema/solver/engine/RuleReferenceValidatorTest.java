package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReferenceValidatorTest {
    private static Finding finding(String rule) {
        List<Finding> findings =
                StepLimitedSolves.planner().validate(aScenario().weight(rule, 5).problem());
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().pointer()).isEqualTo("/weights/" + rule);
        return findings.getFirst();
    }

    @Test
    void mistypedRuleIsReportedWithASuggestion() {
        assertThat(finding("core.wihses").code()).isEqualTo("weights.unknown-rule-near");
        assertThat(finding("core.wihses").arguments()).containsExactly("core.wihses", "core.wishes");
    }

    @Test
    void weightOfAnUnknownRuleIsReportedWithAllRules() {
        assertThat(finding("pizza").code()).isEqualTo("weights.unknown-rule");
        assertThat(finding("pizza").arguments().getLast().toString()).contains("core.wishes");
    }

    @Test
    void onlySoftRulesHaveAWeight() {
        assertThat(finding("core.daily-rest").code()).isEqualTo("weights.not-soft");
    }

    private static List<Finding> findingsOfAcceptance(String rule) {
        return StepLimitedSolves.planner()
                .validate(aScenario()
                        .problem()
                        .withAcceptedShortfalls(List.of(
                                new AcceptedShortfall(rule, "", null, 1, "Trip", "Ida", LocalDate.of(2026, 9, 1)))));
    }

    @ParameterizedTest
    @CsvSource({
        "core.ask.daily-rest, accepted-shortfall.law",
        "core.daily-rest, accepted-shortfall.not-medium",
        "core.wishes, accepted-shortfall.not-medium",
        "core-missing-adult, accepted-shortfall.unknown-rule-near",
        "pizza, accepted-shortfall.unknown-rule"
    })
    void onlyShortfallsOfGuidelinesAndRequirementsAreAccepted(String rule, String code) {
        assertThat(findingsOfAcceptance(rule))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple(code, "/acceptedShortfalls/0/rule"));
    }

    @Test
    void guidelinesAndRequirementsOfInterventionsAreAccepted() {
        assertThat(findingsOfAcceptance("core.missing-adult")).isEmpty();
        assertThat(findingsOfAcceptance("camp.ask.two-staff")).isEmpty();
    }
}
