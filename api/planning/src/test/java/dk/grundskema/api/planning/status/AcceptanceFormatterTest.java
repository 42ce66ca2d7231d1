package dk.grundskema.api.planning.status;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.status.AcceptanceReport.Acceptance;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AcceptanceFormatterTest {
    private static final RuleViolation TWO_WALKS =
            new RuleViolation("toy.walks", Level.MEDIUM, 2, List.of(new GroupId("7a")));

    private static final ResourceBundle TOY = new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"rule.toy.walks.name", "Walks"}, {"rule.toy.walks.broken", "{1} lacks {0} walks."}};
        }
    };

    /** Returns what became of the acceptance of some walks, in a plan that lacks two and states it twice. */
    private static Acceptance acceptance(long walks) {
        Problem problem = school(3)
                .build()
                .withAcceptedShortfalls(List.of(new AcceptedShortfall(
                        "toy.walks", "7a", null, walks, "Trip", "Ida", LocalDate.of(2026, 9, 1))));
        return AcceptanceReport.of(problem, List.of(TWO_WALKS, TWO_WALKS), new PlanFidelity(List.of(), List.of()))
                .acceptances()
                .getFirst();
    }

    private static AcceptanceFormatter formatter(String language) {
        var locale = Locale.of(language);
        return new AcceptanceFormatter(
                school(3).build(),
                new Texts(locale, List.of(PlanningTexts.load(locale), TOY), id -> id instanceof GroupId ? "7.A" : id));
    }

    @Test
    void whatIsStillCoveredIsASentence() {
        assertThat(formatter("en").describe(acceptance(4))).containsExactly("7.A lacks 2 walks.");
        assertThat(formatter("en").describeState(acceptance(4))).isEmpty();
    }

    @Test
    void whatWasOutgrownIsNotSaidToHaveBeenAccepted() {
        assertThat(formatter("en").describe(acceptance(3))).containsExactly("Walks: 7.A");
        assertThat(formatter("en").describeState(acceptance(3))).endsWith("Missing now: 7.A lacks 2 walks.");
        assertThat(formatter("da").describeState(acceptance(3))).endsWith("Nu mangler: 7.A lacks 2 walks.");
    }
}
