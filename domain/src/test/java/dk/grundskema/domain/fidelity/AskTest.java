package dk.grundskema.domain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskTest {
    private static final Reason WHY = Reason.of("toy.why.rain");

    private static Ask counted(long asked, Shortfall... places) {
        return Ask.counted("toy.ask.walks", AskOrigin.productDefault(), "days", asked, List.of(places));
    }

    @Test
    void askWithoutShortfallIsMetInFull() {
        assertThat(counted(5)).extracting(Ask::status, Ask::given, Ask::shortBy).containsExactly(Status.MET, 5L, 0L);
    }

    @Test
    void givenAmountIsTheAskedAmountMinusShortfalls() {
        assertThat(counted(5, Shortfall.at(WHY, 1), new Shortfall(List.of(2), 3, WHY)))
                .extracting(Ask::status, Ask::given, Ask::shortBy)
                .containsExactly(Status.SHORT, 1L, 4L);
    }

    @Test
    void shortfallsMayEqualTheAskedAmountButNotExceedIt() {
        assertThat(counted(1, Shortfall.at(WHY, 1)).given()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> counted(1, Shortfall.at(WHY, 1), Shortfall.at(WHY, 2)));
    }

    @Test
    void shortWithoutShortfallAndMetWithOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ask(
                        "toy.ask.walks",
                        AskOrigin.productDefault(),
                        Status.SHORT,
                        "days",
                        1,
                        0,
                        1,
                        List.of(),
                        List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ask(
                        "toy.ask.walks",
                        AskOrigin.productDefault(),
                        Status.MET,
                        "days",
                        1,
                        1,
                        0,
                        List.of(),
                        List.of(Shortfall.at(WHY, 1))));
    }

    @Test
    void shortfallNeedsAPlaceAndAnAmount() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shortfall(List.of(), 1, WHY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shortfall(List.of(1), 0, WHY));
        assertThat(new Shortfall(List.of(1), 1, WHY).shortBy()).isEqualTo(1);
    }

    @Test
    void acceptedPlacesAreMarkedAlsoBesideOthers() {
        var toy = new InterventionId("toy");
        var first = Shortfall.at(WHY, new GroupId("1a"));
        var second = Shortfall.at(WHY, new GroupId("1b"));
        Ask lacking = counted(5, first, second);

        Ask partly = lacking.accepting(toy, Set.of(Place.of(toy, lacking.code(), first)));
        assertThat(partly.status()).isEqualTo(Status.SHORT);
        assertThat(partly.places()).extracting(Shortfall::isAccepted).containsExactly(true, false);
        assertThat(lacking.accepting(
                                toy,
                                Set.of(Place.of(toy, lacking.code(), first), Place.of(toy, lacking.code(), second)))
                        .status())
                .isEqualTo(Status.ACCEPTED);
    }

    @Test
    void onlyOwnAsksNameNoDocument() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AskOrigin(AskOrigin.Kind.SOURCE, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AskOrigin(AskOrigin.Kind.PARTLY_OURS, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AskOrigin(AskOrigin.Kind.OURS, "toy.book", null));
    }

    @Test
    void planIsMetUnlessAnAskOfCoreOrPluginIsShort() {
        Ask met = counted(1);
        Ask elsewhere = Ask.notPlanned("toy.ask.later", AskOrigin.productDefault(), "days", 5);
        Ask figure = Ask.informational("toy.ask.size", AskOrigin.productDefault(), "students", 20, 40);
        Ask beside = Ask.notApplicable("toy.ask.nights", AskOrigin.productDefault(), "days");
        Ask lacking = counted(1, Shortfall.at(WHY, 1));

        var fine = new PlanFidelity(List.of(met), List.of(report(elsewhere, figure, beside)));
        assertThat(fine.isMet()).isTrue();
        assertThat(fine.count(Status.NOT_PLANNED)).isEqualTo(1);
        assertThat(fine.asks()).containsExactly(elsewhere, figure, beside, met);
        assertThat(new PlanFidelity(List.of(lacking), List.of()).isMet()).isFalse();
        assertThat(new PlanFidelity(List.of(), List.of(report(lacking))).isMet())
                .isFalse();
    }

    private static FidelityReport report(Ask... asks) {
        return new FidelityReport(new InterventionId("toy"), List.of(asks));
    }
}
