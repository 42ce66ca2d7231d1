package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.smallgroups.Gathering.Kind;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The asks about hours of training and supervision of tutors. */
class GatheringFidelityTest {
    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");
    private static final Gathering TRAINING = new Gathering(
            Kind.TRAINING, null, LocalDate.of(2026, 8, 10), LocalTime.of(12, 0), LocalTime.of(15, 0), List.of(), null);

    /** MH has been trained 179 minutes, LK 180; both were supervised for long. */
    private static Ask asked(Kind kind, int hours, Set<StaffId> had, Gathering... planned) {
        var plan = plan().meeting("training/1", "training", time(DayOfWeek.MONDAY, "12:00", "14:59", 33))
                .seat("participant", "MH")
                .seat("participant", "LK")
                .meeting("training/2", "training", time(DayOfWeek.TUESDAY, "12:00", "12:01", 33))
                .seat("participant", "LK")
                .meeting("supervision", "supervision", time(DayOfWeek.TUESDAY, "13:00", "18:00", 33))
                .seat("participant", "MH")
                .seat("participant", "LK");
        var asks = new FidelityReportBuilder("cafe");
        new GatheringFidelity(
                        asks, FidelityReportBuilder.productDefault(), plan.finished(school().build()), List.of(planned))
                .hours(kind, hours, List.of(MH, LK), had::contains);
        return asks.build(CafeTimetableBuilder.CAFE).asks().getFirst();
    }

    @Test
    void wholeHoursOfEachPersonAreCountedByKind() {
        Ask trained = asked(Kind.TRAINING, 3, Set.of(), TRAINING);

        assertThat(trained.code()).isEqualTo("cafe.ask.training");
        assertThat(trained.unit()).isEqualTo("hours");
        assertThat(trained.asked()).isEqualTo(6);
        assertThat(trained.arguments()).containsExactly(3);
        assertThat(trained.places()).containsExactly(new Shortfall(List.of(MH), 1, Reason.of("cafe.why.training", 2L)));
    }

    @Test
    void kindWithoutAGatheringIsNotPlanned() {
        assertThat(asked(Kind.SUPERVISION, 3, Set.of(MH), TRAINING))
                .isEqualTo(
                        Ask.notPlanned("cafe.ask.supervision", FidelityReportBuilder.productDefault(), "hours", 0, 3));
        assertThat(asked(Kind.TRAINING, 3, Set.of()).status()).isEqualTo(Ask.Status.NOT_PLANNED);
    }

    @Test
    void staffTrainedBeforehandLackNothing() {
        assertThat(asked(Kind.TRAINING, 3, Set.of(MH), TRAINING).status()).isEqualTo(Ask.Status.MET);
        assertThat(asked(Kind.TRAINING, 3, Set.of(MH, LK)).status())
                .as("no gathering is planned and no training is missing")
                .isEqualTo(Ask.Status.MET);
    }
}
