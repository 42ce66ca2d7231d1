package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class UsableTimeTest {
    private static UsableTime usable(String start, String end, DayOfWeek... days) {
        return new UsableTime(new TreeSet<>(Arrays.asList(days)), LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void timesAreConsecutiveFromTheStartAndTheLastEndsWithTheUsableTime() {
        assertThat(UsableTime.times(
                        List.of(usable("08:00", "09:10", DayOfWeek.TUESDAY)), 30, weeks(33, 34), school().build()))
                .containsExactly(
                        time(DayOfWeek.TUESDAY, "08:00", "08:30", 33, 34),
                        time(DayOfWeek.TUESDAY, "08:30", "09:00", 33, 34),
                        time(DayOfWeek.TUESDAY, "08:40", "09:10", 33, 34));
    }

    @Test
    void usableTimeAsLongAsTheMeetingGivesOneTimeAndAShorterOneNone() {
        var exact = usable("12:00", "12:30", DayOfWeek.MONDAY);

        assertThat(UsableTime.times(List.of(exact), 30, weeks(33), school().build()))
                .containsExactly(time(DayOfWeek.MONDAY, "12:00", "12:30", 33));
        assertThat(UsableTime.times(List.of(exact), 31, weeks(33), school().build()))
                .isEmpty();
    }

    @Test
    void closedDayIsLeftOutOnlyOnItsWeekday() {
        var problem = school().closed("2026-08-12").build(); // Wednesday of week 33

        assertThat(UsableTime.times(List.of(usable("14:00", "14:45")), 45, weeks(33, 34), problem))
                .containsExactly(
                        time(DayOfWeek.MONDAY, "14:00", "14:45", 33, 34),
                        time(DayOfWeek.TUESDAY, "14:00", "14:45", 33, 34),
                        time(DayOfWeek.WEDNESDAY, "14:00", "14:45", 34),
                        time(DayOfWeek.THURSDAY, "14:00", "14:45", 33, 34),
                        time(DayOfWeek.FRIDAY, "14:00", "14:45", 33, 34));
        assertThat(UsableTime.times(List.of(usable("14:00", "14:45", DayOfWeek.WEDNESDAY)), 45, weeks(33), problem))
                .isEmpty();
    }

    @Test
    void partsThatOverlapGiveEachTimeOnceInTheOrderOfTheWeek() {
        var late = usable("09:00", "09:30", DayOfWeek.MONDAY);
        var early = usable("08:30", "09:30", DayOfWeek.MONDAY);

        assertThat(UsableTime.times(List.of(late, early), 30, weeks(33), school().build()))
                .containsExactly(
                        time(DayOfWeek.MONDAY, "08:30", "09:00", 33), time(DayOfWeek.MONDAY, "09:00", "09:30", 33));
    }

    @Test
    void meetingMustLieWithinOnePartOnItsDays() {
        var two = List.of(usable("08:00", "08:30"), usable("08:30", "09:00", DayOfWeek.MONDAY));

        assertThat(UsableTime.contains(two, time(DayOfWeek.MONDAY, "08:30", "09:00", 33)))
                .isTrue();
        assertThat(UsableTime.contains(two, time(DayOfWeek.TUESDAY, "08:30", "09:00", 33)))
                .isFalse();
        assertThat(UsableTime.contains(two, time(DayOfWeek.MONDAY, "08:15", "08:45", 33)))
                .isFalse();
        assertThat(UsableTime.contains(two, time(DayOfWeek.SATURDAY, "08:00", "08:30", 33)))
                .isFalse();
    }

    @Test
    void usableTimeThatDoesNotEndAfterItStartsIsRefused() {
        assertThatThrownBy(() -> usable("09:00", "09:00"))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidValueException.class))
                .extracting(InvalidValueException::findings)
                .isEqualTo(
                        List.of(Finding.error("usable.turned-round", "/end", LocalTime.of(9, 0), LocalTime.of(9, 0))));
    }

    @Test
    void singleMeetingMayBeInAnyOneWeek() {
        assertThat(UsableTime.singleWeekTimes(List.of(UsableTime.afterSchool()), 120, weeks(33, 34), school().build()))
                .hasSize(8)
                .allMatch(one -> one.weeks().size() == 1)
                .first()
                .isEqualTo(time(DayOfWeek.MONDAY, "14:00", "16:00", 33));
    }
}
