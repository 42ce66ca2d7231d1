package dk.grundskema.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeeksAwayTest {
    private static final IsoWeek WEEK_43 = new IsoWeek(2026, 43);
    private static final Horizon HORIZON = new Horizon(WEEK_43, 3, ZoneId.of("Europe/Copenhagen"), new TreeSet<>());

    private static Period period(@Nullable String from, @Nullable String until) {
        return new Period(
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                new TreeSet<>(),
                null,
                null);
    }

    private static Availability except(Period... periods) {
        return new Availability(List.of(), List.of(periods));
    }

    @Test
    void weekIsAwayOnlyIfAllOfItsMinutesAre() {
        assertThat(Availability.always().weeksAway(HORIZON)).isEmpty();
        assertThat(except(period("2026-10-26", "2026-11-01")).weeksAway(HORIZON))
                .containsExactly(WEEK_43.plus(1));
        assertThat(except(period("2026-10-27", "2026-11-01")).weeksAway(HORIZON))
                .isEmpty();
        assertThat(except(period("2026-10-26", "2026-10-31")).weeksAway(HORIZON))
                .isEmpty();
        assertThat(except(period("2026-10-26", "2026-10-28"), period("2026-10-29", "2026-11-01"))
                        .weeksAway(HORIZON))
                .containsExactly(WEEK_43.plus(1));
    }

    @Test
    void absenceToTheEndAndPresenceFromADayLeaveTheOtherWeeks() {
        assertThat(except(period("2026-10-26", null)).weeksAway(HORIZON))
                .containsExactly(WEEK_43.plus(1), WEEK_43.plus(2));
        assertThat(new Availability(List.of(period("2026-10-26", null)), List.of()).weeksAway(HORIZON))
                .containsExactly(WEEK_43);
    }

    @Test
    void freeNightsAreAvailable() {
        var days = new Period(null, null, new TreeSet<DayOfWeek>(), LocalTime.of(8, 0), LocalTime.of(23, 0));
        assertThat(except(days).weeksAway(HORIZON)).isEmpty();
    }
}
