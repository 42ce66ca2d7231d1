package dk.grundskema.api.documents.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.solver.ledger.Ledger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LedgerSummaryBuilderTest {
    private static String headline(int notHeld, String language) {
        var delivery = new Delivery(
                new SessionId("small/dan-1"), LocalDate.of(2026, 11, 30), false, "Ida is ill", new TreeSet<>());
        return LedgerSummaryBuilder.summarize(
                        new Ledger(List.of(), List.of(), List.of(), Collections.nCopies(notHeld, delivery)),
                        LedgerTexts.of(Locale.of(language)))
                .headline();
    }

    @Test
    void meetingsThatWereNotHeldAreCountedWithoutTheirReasons() {
        assertThat(headline(0, "da")).doesNotContain("blev ikke holdt");
        assertThat(headline(1, "da")).contains(" Ét møde blev ikke holdt.");
        assertThat(headline(2, "en")).contains(" 2 meetings were not held.");
    }
}
