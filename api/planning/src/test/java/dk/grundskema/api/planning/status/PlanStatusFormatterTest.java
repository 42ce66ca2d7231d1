package dk.grundskema.api.planning.status;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.status.StatusComparison.Criterion;
import dk.grundskema.api.planning.status.StatusComparison.Outcome;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentences about the status of plans. */
final class PlanStatusFormatterTest {
    private static String verdict(String language, StatusComparison comparison) {
        Locale locale = Locale.of(language);
        var texts = new Texts(locale, List.of(PlanningTexts.load(locale)), argument -> argument);
        return new PlanStatusFormatter(texts).verdict(comparison, "revision 3", "revision 5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            da | BETTER | SHORTFALLS | Samlet er revision 5 bedre end revision 3: færre mangler.
            da | WORSE  | WISHES     | Samlet er revision 5 dårligere end revision 3: uopfyldte ønsker koster mere.
            en | BETTER | CONFLICTS  | Altogether, revision 5 is better than revision 3: fewer conflicts.
            en | WORSE  | OPEN_SEATS | Altogether, revision 5 is worse than revision 3: more open places.
            """)
    void secondPlanIsBetterOrWorseThanTheFirst(String language, Outcome outcome, Criterion criterion, String words) {
        assertThat(verdict(language, new StatusComparison(outcome, criterion))).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(names = {"ASKED_DIFFERENTLY", "SOMEBODY_AWAY", "NOT_COMPARABLE"})
    void planThatIsNotComparableIsNotCalledBetter(Outcome outcome) {
        assertThat(verdict("da", new StatusComparison(outcome, null)))
                .matches("(Hverken revision 3 eller revision 5 kaldes bedre, for|Det kan ikke siges, om) .*");
        assertThat(verdict("en", new StatusComparison(outcome, null)))
                .matches("(Neither revision 3 nor revision 5 is called better, because|It cannot be said) .*");
    }

    @Test
    void reasonWhyPlansAreNotComparedIsGiven() {
        assertThat(verdict("da", new StatusComparison(Outcome.ASKED_DIFFERENTLY, null)))
                .contains("bedt om noget forskelligt");
        assertThat(verdict("da", new StatusComparison(Outcome.SOMEBODY_AWAY, null)))
                .contains("meldt fraværende");
    }
}
