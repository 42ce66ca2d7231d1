package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.smallgroups.Gathering.Kind;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates on which those who carry an intervention meet among themselves. */
class GatheringTest {
    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);

    private static Gathering gathering(@Nullable String title, StaffId... staff) {
        return new Gathering(
                Kind.TRAINING, title, MONDAY, LocalTime.of(12, 0), LocalTime.of(15, 0), List.of(staff), null);
    }

    @Test
    void gatheringWithARepeatedPersonAndATwoLineTitleIsRefused() {
        assertThatThrownBy(() -> gathering("Two\nlines", MH, MH))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        wrong -> assertThat(wrong.findings()).hasSize(2));
    }

    @Test
    void leaderHasOneSeat() {
        var leads = new Gathering(
                Kind.TRAINING, null, MONDAY, LocalTime.of(12, 0), LocalTime.of(15, 0), List.of(LK, MH), MH);

        assertThat(leads.attendees(List.of())).containsExactly(MH, LK);
    }

    private static Gathering on(LocalDate date) {
        return new Gathering(Kind.TRAINING, null, date, LocalTime.of(9, 0), LocalTime.of(12, 0), List.of(), null);
    }

    @Test
    void aGatheringOnAClosedOrUnknownDayIsAnError() {
        var findings = new FindingCollector("cafe", school().build());
        var closed = school().closed("2026-08-11").build();
        var dates = List.of("2026-08-10", "2026-08-11", "2026-08-09");
        Gathering.check(
                dates.stream().map(LocalDate::parse).map(GatheringTest::on).toList(), closed, findings, "g");

        assertThat(findings.all())
                .extracting(one -> one.code() + one.pointer())
                .containsExactly(
                        "cafe.gathering-closed/parameters/g/1/date", "cafe.gathering-closed/parameters/g/2/date");
    }
}
