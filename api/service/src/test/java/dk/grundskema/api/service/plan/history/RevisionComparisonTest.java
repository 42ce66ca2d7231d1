package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.RevisionComparison.AskOutcome;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionComparisonTest {
    private static final Texts ENGLISH =
            new Texts(Locale.ENGLISH, List.of(TextBundles.load(PlanStore.class, "messages", Locale.ENGLISH)), id -> id);

    /** Each plan gives its own minimum, which the other may not ask for. */
    @ParameterizedTest
    @CsvSource({
        "MET, 6 lessons, 6 lessons, 6 lessons of 6 lessons",
        "SHORT, 8 lessons, 6 lessons, 6 lessons of 8 lessons",
        "ACCEPTED, 8 lessons, 6 lessons, 6 lessons of 8 lessons",
        "MET, '', 6 lessons, 6 lessons",
        "NOTED, 20 weeks, 30 weeks, 30 weeks",
        "NOT_PLANNED, 8 lessons, not planned, not planned"
    })
    void whatIsGivenOfARequirementIsNamedWithWhatIsAsked(
            Ask.Status status, String asked, String given, String expected) {
        assertThat(new AskOutcome(status, asked, given, "").describe(ENGLISH)).isEqualTo(expected);
    }
}
