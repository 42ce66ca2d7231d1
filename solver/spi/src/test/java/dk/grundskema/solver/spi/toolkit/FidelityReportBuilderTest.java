package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FidelityReportBuilderTest {
    record NoParameters() {}

    private final FidelityReportBuilder asks = new FidelityReportBuilder("cafe");

    private List<Ask> all() {
        return asks.build(new Intervention<>(new InterventionId("one"), "cafe", "Café", new NoParameters()))
                .asks();
    }

    @Test
    void tallyAddsTheAskedAmountsAndListsOnlyShortPlaces() {
        asks.tally("hours", asks.source("guide", "practice"), "hours")
                .addPlace(4, 4, asks.reason("few", 4), "a")
                .addPlace(4, 1, asks.reason("few", 1), "b", 2)
                .addPlace(4, 9, asks.reason("few", 9), "c")
                .finish(4);

        assertThat(all())
                .containsExactly(new Ask(
                        "cafe.ask.hours",
                        AskOrigin.source("cafe.source.guide", "cafe.source.guide.practice"),
                        Status.SHORT,
                        "hours",
                        12,
                        9,
                        3,
                        List.of(4),
                        List.of(new Shortfall(List.of("b", 2), 3, Reason.of("cafe.why.few", 1)))));
    }

    @Test
    void presentOrMissingPlaceCountsOne() {
        asks.tally("cake", FidelityReportBuilder.productDefault(), "days")
                .addPlace(true, asks.reason("none"), "a")
                .addPlace(false, asks.reason("none"), "b")
                .finish();

        Ask cake = all().getFirst();
        assertThat(cake.asked()).isEqualTo(2);
        assertThat(cake.given()).isEqualTo(1);
        assertThat(cake.places()).containsExactly(Shortfall.at(Reason.of("cafe.why.none"), "b"));
    }

    @Test
    void severalAsksApplyToTheSameItems() {
        asks.forEachOf("guests", List.of("Ann", "Bo", "Christian"), guest -> guest)
                .askThatAll("short-name", FidelityReportBuilder.productDefault(), guest -> guest.length() < 4)
                .askAtLeast("letters", FidelityReportBuilder.productDefault(), "letters", 3, String::length, 3);

        assertThat(all()).extracting(Ask::code).containsExactly("cafe.ask.short-name", "cafe.ask.letters");
        assertThat(all()).extracting(Ask::unit).containsExactly("guests", "letters");
        assertThat(all()).extracting(Ask::asked).containsExactly(3L, 9L);
        assertThat(all().getFirst().places())
                .containsExactly(Shortfall.at(Reason.of("cafe.why.short-name", 0L), "Christian"));
        assertThat(all().getLast().places())
                .containsExactly(new Shortfall(List.of("Bo"), 1, Reason.of("cafe.why.letters", 2L)));
    }

    @Test
    void givenReasonAppliesToAllLaterAsks() {
        asks.forEachOf("guests", List.of("Ann", "Bo"), guest -> guest)
                .withReason(guest -> asks.reason("bill", guest))
                .askAtLeast("letters", FidelityReportBuilder.productDefault(), "letters", 3, String::length)
                .askThatAll("short-name", FidelityReportBuilder.productDefault(), guest -> false);

        assertThat(all().getFirst().places())
                .containsExactly(new Shortfall(List.of("Bo"), 1, Reason.of("cafe.why.bill", "Bo")));
        assertThat(all().getLast().places())
                .containsExactly(
                        Shortfall.at(Reason.of("cafe.why.bill", "Ann"), "Ann"),
                        Shortfall.at(Reason.of("cafe.why.bill", "Bo"), "Bo"));
    }

    @Test
    void emptyListHasAText() {
        assertThat(asks.listOrPhrase("none", List.of())).isEqualTo(asks.phrase("none"));
        assertThat(asks.listOrPhrase("none", List.of(1))).isEqualTo(asks.list(List.of(1)));
    }

    @Test
    void columnsWithNumbersAreDistinguishedFromTextColumns() {
        asks.table("tables", Set.of("guests"), "name", "guests")
                .addLine(new InterventionId("one"), true, List.of(), asks.phrase("name"), asks.phrase("number", 4))
                .finish();

        var columns = asks.build(new Intervention<>(new InterventionId("one"), "cafe", "Café", new NoParameters()))
                .breakdowns()
                .getFirst()
                .columns();
        assertThat(columns)
                .containsExactly(
                        new Breakdown.Column("cafe.tables.name", false),
                        new Breakdown.Column("cafe.tables.guests", true));
    }

    @Test
    void tallyWithoutShortPlacesIsMetAndWithoutAskedAmountNotApplicable() {
        asks.tally("cake", FidelityReportBuilder.productDefault(), "days")
                .addPlace(true, asks.reason("none"), "a")
                .finish();
        asks.tally("tea", FidelityReportBuilder.productDefault(), "days").finish();
        asks.tally("milk", FidelityReportBuilder.productDefault(), "days")
                .addPlace(0, 3, asks.reason("none"), "a")
                .finish();

        assertThat(all())
                .extracting(Ask::status)
                .containsExactly(Status.MET, Status.NOT_APPLICABLE, Status.NOT_APPLICABLE);
    }

    @Test
    void notPlannedNotApplicableAndInformationalAsksAreKept() {
        asks.notPlanned("cake", asks.partlyOurs("guide", "practice"), "days", 3, "x");
        asks.notApplicable("tea", FidelityReportBuilder.productDefault(), "days");
        asks.informational("milk", FidelityReportBuilder.productDefault(), "litres", 2, 5);

        assertThat(all())
                .containsExactly(
                        Ask.notPlanned(
                                "cafe.ask.cake",
                                AskOrigin.partlyOurs("cafe.source.guide", "cafe.source.guide.practice"),
                                "days",
                                3,
                                "x"),
                        Ask.notApplicable("cafe.ask.tea", AskOrigin.productDefault(), "days"),
                        Ask.informational("cafe.ask.milk", AskOrigin.productDefault(), "litres", 2, 5));
    }

    @Test
    void onlyPositiveAmountsAreViolations() {
        var faults = new PluginViolations("cafe");
        faults.hard("closed", 2, "a");
        faults.hard("closed", 0, "b");
        faults.medium("cold", 1);
        faults.medium("cold", -3, "c");

        assertThat(faults.all())
                .containsExactly(
                        new RuleViolation("cafe.closed", Level.HARD, 2, List.of("a")),
                        new RuleViolation("cafe.cold", Level.MEDIUM, 1, List.of()));
    }
}
