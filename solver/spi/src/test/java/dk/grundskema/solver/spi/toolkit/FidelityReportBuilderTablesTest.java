package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Phrases, lists and tables of a fidelity report. */
class FidelityReportBuilderTablesTest {
    private static final GroupId RED = new GroupId("cafe/red");

    private final FidelityReportBuilder asks = new FidelityReportBuilder("cafe");

    private FidelityReport report() {
        return asks.build(CafeTimetableBuilder.CAFE);
    }

    @Test
    void listOfItemsIsAPhraseAndAnEmptyListIsNone() {
        assertThat(asks.list(List.of("a", 2))).isEqualTo(Phrase.of("cafe.list", List.of("a", 2)));
        assertThat(asks.list(List.of())).isEqualTo(Phrase.NONE);
    }

    @Test
    void timesArePhrasesOfWeekdayStartAndNumberOfWeeks() {
        var meetings = plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34))
                .meeting("open/2", "open", time(DayOfWeek.FRIDAY, "10:15", "11:00", 33))
                .finished(school().build())
                .meetings();

        assertThat(asks.times("when", meetings))
                .isEqualTo(Phrase.of(
                        "cafe.list",
                        List.of(
                                Phrase.of("cafe.when", DayOfWeek.MONDAY, LocalTime.of(8, 0), 2),
                                Phrase.of("cafe.when", DayOfWeek.FRIDAY, LocalTime.of(10, 15), 1))));
        assertThat(asks.times("when", List.of())).isEqualTo(Phrase.NONE);
    }

    @Test
    void aLineIsMetOrShortAndNamesItsSessions() {
        var session = new SessionId("cafe/open/1");
        asks.table("tables", "name")
                .addLine(RED, true, List.of(), asks.phrase("name", "Red"))
                .addLine(RED, false, List.of(session), Phrase.NONE)
                .finish();

        Breakdown told = report().breakdowns().getFirst();
        assertThat(told)
                .isEqualTo(new Breakdown(
                        "cafe.tables",
                        "cafe.tables.of",
                        List.of(new Breakdown.Column("cafe.tables.name", false)),
                        List.of(
                                new Breakdown.Line(
                                        RED,
                                        Ask.Status.MET,
                                        List.of(Phrase.of("cafe.name", "Red")),
                                        List.of(),
                                        List.of()),
                                new Breakdown.Line(
                                        RED, Ask.Status.SHORT, List.of(Phrase.NONE), List.of(), List.of(session)))));
    }

    @Test
    void tableWithoutLinesIsOmitted() {
        asks.table("tables", "name").finish();

        assertThat(report().breakdowns()).isEmpty();
    }

    @Test
    void negativeAmountIsAsShortAsZero() {
        asks.tally("hours", FidelityReportBuilder.productDefault(), "hours")
                .addPlace(2, -3, asks.reason("few"), "a")
                .finish();

        assertThat(report().asks().getFirst().shortBy()).isEqualTo(2);
    }

    @Test
    void asksOfItemsAreInTheOrderOfTheirCalls() {
        asks.forEachOf("guests", List.of("Ann"), guest -> guest)
                .askAtLeast("letters", FidelityReportBuilder.productDefault(), "letters", 3, String::length)
                .askThatAll("fine", FidelityReportBuilder.productDefault(), guest -> true)
                .askAtLeast("more", FidelityReportBuilder.productDefault(), "letters", 4, String::length);

        assertThat(report().asks())
                .extracting(Ask::code)
                .containsExactly("cafe.ask.letters", "cafe.ask.fine", "cafe.ask.more");
    }

    @Test
    void tableHasItsColumnsInOrder() {
        asks.itemTable("none", List.<GroupId>of(), one -> one, one -> true)
                .numberColumn("members", one -> 1)
                .finish();
        asks.itemTable("groups", List.of(RED), one -> one, one -> false)
                .column("who", one -> asks.list(List.of("Ida", "Bo")))
                .numberColumn("members", one -> 2)
                .finish();

        assertThat(report().breakdowns()).hasSize(1);
        Breakdown table = report().breakdowns().getFirst();
        assertThat(table.columns())
                .containsExactly(
                        new Breakdown.Column("cafe.groups.who", false),
                        new Breakdown.Column("cafe.groups.members", true));
        var line = table.lines().getFirst();
        assertThat(line.about()).isEqualTo(RED);
        assertThat(line.status()).isEqualTo(Ask.Status.SHORT);
        assertThat(line.cells())
                .containsExactly(Phrase.of("cafe.list", List.of("Ida", "Bo")), Phrase.of("cafe.number", 2L));
    }

    @Test
    void amountAndConditionAreAskedOfEachItem() {
        var origin = FidelityReportBuilder.productDefault();
        asks.askOfEach("letters", origin, "letters", List.of("Ann", "Bo"), guest -> guest, 3, String::length, 7);
        asks.askThatAll(
                "short", origin, "guests", List.of("Ann", "Bo"), guest -> guest, guest -> guest.length() < 3, 8);

        Ask letters = report().asks().getFirst();
        assertThat(letters.asked()).isEqualTo(6);
        assertThat(letters.arguments()).containsExactly(7);
        assertThat(letters.places())
                .containsExactly(new Shortfall(List.of("Bo"), 1, Reason.of("cafe.why.letters", 2L)));
        Ask shortNames = report().asks().getLast();
        assertThat(shortNames.unit()).isEqualTo("guests");
        assertThat(shortNames.asked()).isEqualTo(2);
        assertThat(shortNames.arguments()).containsExactly(8);
        assertThat(shortNames.places())
                .containsExactly(new Shortfall(List.of("Ann"), 1, Reason.of("cafe.why.short", 0L)));
    }

    @Test
    void textsNumbersAndPeriodsArePhrasesAndBlankTextsAndEmptyPeriodsAreNone() {
        var first = LocalDate.of(2026, 8, 10);
        var last = LocalDate.of(2026, 8, 14);

        assertThat(asks.text("a")).isEqualTo(Phrase.of("cafe.text", "a"));
        assertThat(asks.text(" ")).isEqualTo(Phrase.NONE);
        assertThat(asks.number(2)).isEqualTo(Phrase.of("cafe.number", 2L));
        assertThat(asks.period(new TreeSet<>(List.of(first, last)))).isEqualTo(Phrase.of("cafe.period", first, last));
        assertThat(asks.period(new TreeSet<>(List.of(first)))).isEqualTo(Phrase.of("cafe.list", List.of(first)));
        assertThat(asks.period(new TreeSet<>())).isEqualTo(Phrase.NONE);
    }
}
