package dk.grundskema.domain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.grundskema.domain.fidelity.AcceptedShortfall.Lack;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptedShortfallTest {
    private static final String RULE = "toy.walks";
    private static final IsoWeek TRIP = new IsoWeek(2026, 50);
    private static final Reason WHY = Reason.of("toy.why.rain");
    private static final InterventionId TOY = new InterventionId("toy");

    private static AcceptedShortfall accepted(String subject, long amount) {
        return new AcceptedShortfall(RULE, "toy, " + subject, TRIP, amount, "Trip", "Ida", LocalDate.of(2026, 11, 30));
    }

    private static Shortfall shortfall(String group, IsoWeek week, long amount) {
        return new Shortfall(List.of(new GroupId(group), week), amount, WHY);
    }

    private static Ask ask(Shortfall... places) {
        return Ask.counted(RULE, AskOrigin.productDefault(), "walks", 9, List.of(places));
    }

    private static Status statusAfterAccepting(Ask ask, AcceptedShortfall... accepted) {
        var fidelity = new PlanFidelity(List.of(), List.of(new FidelityReport(TOY, List.of(ask))));
        return fidelity.accepting(List.of(accepted)).asks().getFirst().status();
    }

    @Test
    void placeIsWhoAndTheFirstWeekWhateverTheTimesAndFigures() {
        var violation = new RuleViolation(
                RULE,
                Level.MEDIUM,
                2,
                List.of(
                        List.of(new GroupId("7a"), new StaffId("bente")),
                        LocalDate.of(2026, 12, 9),
                        LocalTime.of(8, 0),
                        new Figure(45),
                        new IsoWeek(2026, 51)));
        assertThat(Place.of(violation)).isEqualTo(new Place(RULE, "7a, bente", TRIP));
        assertThat(Place.of(TOY, RULE, Shortfall.at(WHY, 1)))
                .extracting(Place::subject, Place::week)
                .containsExactly("toy", null);
        assertThat(Place.of(RULE, List.of(LocalDateTime.of(2026, 12, 9, 8, 0))).week())
                .isEqualTo(TRIP);
    }

    @Test
    void acceptanceCoversAsMuchAsWasAcceptedAndNoMore() {
        var place = new Place(RULE, "toy, 7a", TRIP);
        assertThat(AcceptedShortfall.findCovered(List.of(accepted("7a", 2)), Map.of(place, new Lack(2, null))))
                .containsExactly(place);
        assertThat(AcceptedShortfall.findCovered(List.of(accepted("7a", 2)), Map.of(place, new Lack(3, null))))
                .isEmpty();
        assertThat(AcceptedShortfall.findCovered(List.of(accepted("7b", 2)), Map.of(place, new Lack(2, null))))
                .isEmpty();
    }

    /** The same lessons weigh more where the need or the weeks have grown. */
    @Test
    void acceptedNumberCountsInsteadOfWhatTheRuleCharges() {
        var entry = new AcceptedShortfall(RULE, "7a", TRIP, 270, "Trip", "Ida", LocalDate.of(2026, 11, 30), 6.0);

        assertThat(entry.covers(new Lack(540, 6.0))).isTrue();
        assertThat(entry.covers(new Lack(135, 6.1))).isFalse();
        assertThat(entry.covers(new Lack(270, null)))
                .as("the rule states no number")
                .isTrue();
        assertThat(entry.covers(new Lack(271, null))).isFalse();
        assertThat(accepted("7a", 270).covers(new Lack(271, 6.0)))
                .as("accepted without a number")
                .isFalse();
        assertThat(new Lack(1, 0.1).plus(new Lack(2, 0.2)).lacking()).isBetween(0.29, 0.31);
        assertThat(new Lack(1, 0.1).plus(new Lack(2, null))).isEqualTo(new Lack(3, null));
    }

    @Test
    void requirementIsAcceptedOnlyInAllItsPlaces() {
        Ask both = ask(shortfall("7a", TRIP, 2), shortfall("7b", TRIP, 1));
        assertThat(statusAfterAccepting(both, accepted("7a", 2))).isEqualTo(Status.SHORT);
        assertThat(statusAfterAccepting(both, accepted("7a", 2), accepted("7b", 1)))
                .isEqualTo(Status.ACCEPTED);
        assertThat(statusAfterAccepting(both, accepted("7a", 1), accepted("7b", 1)))
                .isEqualTo(Status.SHORT);
    }

    @Test
    void shortfallsOfOnePlaceAreSummedUp() {
        Ask twice = ask(shortfall("7a", TRIP, 2), shortfall("7a", TRIP, 1));
        assertThat(statusAfterAccepting(twice, accepted("7a", 2))).isEqualTo(Status.SHORT);
        assertThat(statusAfterAccepting(twice, accepted("7a", 3))).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void acceptanceIsOfOneInterventionAndItsLineIsMarked() {
        Ask lacking = ask(shortfall("7a", TRIP, 1));
        var table = new Breakdown(
                "toy.classes",
                "toy.class",
                List.of(new Breakdown.Column("toy.given", true)),
                List.of(line("7a"), line("7b")));
        var other = new FidelityReport(new InterventionId("other"), List.of(lacking));
        PlanFidelity accepted = new PlanFidelity(
                        List.of(), List.of(new FidelityReport(TOY, List.of(lacking), List.of(table)), other))
                .accepting(List.of(accepted("7a", 1)));

        assertThat(accepted.asks()).extracting(Ask::status).containsExactly(Status.ACCEPTED, Status.SHORT);
        assertThat(accepted.interventions().getFirst().breakdowns().getFirst().lines())
                .extracting(Breakdown.Line::status)
                .containsExactly(Status.ACCEPTED, Status.SHORT);
    }

    private static Breakdown.Line line(String group) {
        return new Breakdown.Line(
                new GroupId(group), Status.SHORT, List.of(Phrase.of("toy.cell", 1)), List.of(), List.of());
    }

    @Test
    void lawCannotBeAccepted() {
        Ask law = ask(shortfall("7a", TRIP, 1));
        assertThat(new PlanFidelity(List.of(law), List.of())
                        .accepting(List.of(accepted("7a", 9)))
                        .asks())
                .containsExactly(law);
    }

    @Test
    void allFindingsOfAnEntryComeAtOnce() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AcceptedShortfall(RULE, "7a", TRIP, 0, " ", "", LocalDate.of(2026, 11, 30)))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(Finding::pointer)
                        .containsExactly("/amount", "/reason", "/acceptedBy"));
    }
}
