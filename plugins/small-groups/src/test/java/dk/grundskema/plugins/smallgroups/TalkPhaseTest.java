package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TalkPhaseTest {
    private static final List<UsableTime> MONDAYS =
            List.of(new UsableTime(new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.of(8, 0), LocalTime.of(8, 30)));

    @Test
    void talksAreInTheSchoolWeeksJustBeforeAndAfterTheMiddle() {
        var school = weeks(33, 35, 36, 37, 38, 40);

        assertThat(TalkPhase.BEFORE.week(weeks(36, 37, 38), school)).isEqualTo(week(35));
        assertThat(TalkPhase.DURING.week(weeks(36, 37, 38), school)).isEqualTo(week(37));
        assertThat(TalkPhase.DURING.week(weeks(35, 36, 37, 38), school)).isEqualTo(week(37));
        assertThat(TalkPhase.AFTER.week(weeks(36, 37, 38), school)).isEqualTo(week(40));
    }

    @Test
    void withoutAWeekBeforeOrAfterTalksAreInTheFirstAndLastWeek() {
        assertThat(TalkPhase.BEFORE.week(weeks(36, 37), weeks(36, 37))).isEqualTo(week(36));
        assertThat(TalkPhase.AFTER.week(weeks(36, 37), weeks(36, 37))).isEqualTo(week(37));
    }

    private static Map<String, Integer> times(int minutes, List<DateSpan> interruptions, String... closed) {
        var problem = school().weeks(5).closed(closed).build();
        return TalkPhase.timesByPhase(MONDAYS, minutes, weeks(34, 35, 36), problem, interruptions).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().lowerCaseName(),
                        one -> one.getValue().getFirst().weeks().first().week()));
    }

    @Test
    void timesAreTheUsableOnesOfThatWeek() {
        assertThat(times(30, List.of()))
                .containsOnly(Map.entry("before", 33), Map.entry("during", 35), Map.entry("after", 37));
        assertThat(times(0, List.of())).isEmpty();
        assertThat(times(31, List.of())).as("longer than usable time").isEmpty();
        assertThat(times(30, List.of(), "2026-08-24")).containsOnlyKeys("before", "after");
        var camp = new DateSpan(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-08"));
        assertThat(times(30, List.of(camp))).containsEntry("after", 36);
        assertThat(TalkPhase.timesByPhase(MONDAYS, 30, weeks(), school().build(), List.of()))
                .isEmpty();
    }
}
