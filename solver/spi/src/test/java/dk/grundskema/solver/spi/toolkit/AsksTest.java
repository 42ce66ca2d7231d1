package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AsksTest {
    record Nothing() {}

    private final Asks asks = new Asks("cafe");

    private List<Ask> all() {
        return asks.report(new Intervention<>(new InterventionId("one"), "cafe", "Café", new Nothing()))
                .asks();
    }

    @Test
    void aTallyAddsWhatIsAskedAndListsTheShortPlacesAlone() {
        asks.tally("hours", asks.source("guide", "practice"), "hours")
                .at(4, 4, asks.why("few", 4), "a")
                .at(4, 1, asks.why("few", 1), "b", 2)
                .at(4, 9, asks.why("few", 9), "c")
                .done(4);

        assertThat(all())
                .containsExactly(new Ask(
                        "cafe.ask.hours",
                        Origin.source("cafe.source.guide", "cafe.source.guide.practice"),
                        Status.SHORT,
                        "hours",
                        12,
                        9,
                        3,
                        List.of(4),
                        List.of(new Place(List.of("b", 2), 3, Reason.of("cafe.why.few", 1)))));
    }

    @Test
    void whatIsThereOrNotCountsOneEach() {
        asks.tally("cake", Asks.ours(), "days")
                .at(true, asks.why("none"), "a")
                .at(false, asks.why("none"), "b")
                .done();

        Ask cake = all().getFirst();
        assertThat(cake.asked()).isEqualTo(2);
        assertThat(cake.given()).isEqualTo(1);
        assertThat(cake.places()).containsExactly(Place.at(Reason.of("cafe.why.none"), "b"));
    }

    @Test
    void severalThingsAreAskedOfEachOfTheSame() {
        asks.of("guests", List.of("Ann", "Bo", "Christian"), guest -> guest)
                .all("short-name", Asks.ours(), guest -> guest.length() < 4)
                .least("letters", Asks.ours(), "letters", 3, String::length, 3);

        assertThat(all()).extracting(Ask::code).containsExactly("cafe.ask.short-name", "cafe.ask.letters");
        assertThat(all()).extracting(Ask::unit).containsExactly("guests", "letters");
        assertThat(all()).extracting(Ask::asked).containsExactly(3L, 9L);
        assertThat(all().getFirst().places())
                .containsExactly(Place.at(Reason.of("cafe.why.short-name", 0L), "Christian"));
        assertThat(all().getLast().places())
                .containsExactly(new Place(List.of("Bo"), 1, Reason.of("cafe.why.letters", 2L)));
    }

    @Test
    void aReasonOfItsOwnStandsForAllThatIsAskedAfterIt() {
        asks.of("guests", List.of("Ann", "Bo"), guest -> guest)
                .because(guest -> asks.why("bill", guest))
                .least("letters", Asks.ours(), "letters", 3, String::length)
                .all("short-name", Asks.ours(), guest -> false);

        assertThat(all().getFirst().places())
                .containsExactly(new Place(List.of("Bo"), 1, Reason.of("cafe.why.bill", "Bo")));
        assertThat(all().getLast().places())
                .containsExactly(
                        Place.at(Reason.of("cafe.why.bill", "Ann"), "Ann"),
                        Place.at(Reason.of("cafe.why.bill", "Bo"), "Bo"));
    }

    @Test
    void aListWithoutAnythingIsSaidInWords() {
        assertThat(asks.listOr("none", List.of())).isEqualTo(asks.words("none"));
        assertThat(asks.listOr("none", List.of(1))).isEqualTo(asks.list(List.of(1)));
    }

    @Test
    void columnsWithNumbersAreToldFromThoseWithWords() {
        asks.table("tables", Set.of("guests"), "name", "guests")
                .line(new InterventionId("one"), true, List.of(), asks.words("name"), asks.words("number", 4))
                .done();

        var columns = asks.report(new Intervention<>(new InterventionId("one"), "cafe", "Café", new Nothing()))
                .breakdowns()
                .getFirst()
                .columns();
        assertThat(columns)
                .containsExactly(
                        new Breakdown.Column("cafe.tables.name", false),
                        new Breakdown.Column("cafe.tables.guests", true));
    }

    @Test
    void aTallyWithNothingShortIsMetAndOneWithNothingAskedDoesNotConcernThePlan() {
        asks.tally("cake", Asks.ours(), "days").at(true, asks.why("none"), "a").done();
        asks.tally("tea", Asks.ours(), "days").done();
        asks.tally("milk", Asks.ours(), "days").at(0, 3, asks.why("none"), "a").done();

        assertThat(all())
                .extracting(Ask::status)
                .containsExactly(Status.MET, Status.NOT_APPLICABLE, Status.NOT_APPLICABLE);
    }

    @Test
    void otherAsksAreAsTheyAreSaid() {
        asks.notPlanned("cake", asks.partlyOurs("guide", "practice"), "days", 3, "x");
        asks.notApplicable("tea", Asks.ours(), "days");
        asks.noted("milk", Asks.ours(), "litres", 2, 5);

        assertThat(all())
                .containsExactly(
                        Ask.notPlanned(
                                "cafe.ask.cake",
                                Origin.partlyOurs("cafe.source.guide", "cafe.source.guide.practice"),
                                "days",
                                3,
                                "x"),
                        Ask.notApplicable("cafe.ask.tea", Origin.ours(), "days"),
                        Ask.noted("cafe.ask.milk", Origin.ours(), "litres", 2, 5));
    }

    @Test
    void faultsAreWhereAnAmountIsBroken() {
        var faults = new FaultList("cafe");
        faults.hard("closed", 2, "a");
        faults.hard("closed", 0, "b");
        faults.medium("cold", 1);
        faults.medium("cold", -3, "c");

        assertThat(faults.all())
                .containsExactly(
                        new Fault("cafe.closed", Level.HARD, 2, List.of("a")),
                        new Fault("cafe.cold", Level.MEDIUM, 1, List.of()));
    }
}
