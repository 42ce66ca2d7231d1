package dk.grundskema.api.documents.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OccurrenceTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static Meeting night(@Nullable SessionId origin, List<String> demanded, String... weeks) {
        return new Meeting(
                new SessionId("camp/all/night"),
                origin,
                weeks(demanded),
                new InterventionId("camp"),
                "night",
                "",
                "Nat",
                "",
                weeks(List.of(weeks)),
                DayOfWeek.SATURDAY,
                LocalTime.of(23, 0),
                LocalTime.of(7, 0),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static SortedSet<IsoWeek> weeks(List<String> some) {
        var weeks = new TreeSet<IsoWeek>();
        some.forEach(week -> weeks.add(IsoWeek.parse(week)));
        return weeks;
    }

    @Test
    void aNightOverTheEndOfSummerTimeIsAnHourLonger() {
        var nights = Occurrence.of(night(null, List.of(), "2026-W42", "2026-W43"), ZONE);
        assertThat(nights)
                .extracting(Occurrence::date)
                .containsExactly(LocalDate.of(2026, 10, 17), LocalDate.of(2026, 10, 24));
        assertThat(nights).extracting(night -> night.interval().minutes()).containsExactly(480L, 540L);
    }

    @Test
    void unmovedMeetingIsInItsDemandedWeek() {
        var night = Occurrence.of(night(null, List.of(), "2026-W42"), ZONE).getFirst();
        assertThat(night.demandedWeek()).isEqualTo(night.week()).isEqualTo(IsoWeek.parse("2026-W42"));
        assertThat(night.originalSessionId()).isEqualTo(new SessionId("camp/all/night"));
    }

    @Test
    void movedOrSplitMeetingKeepsItsDemandedWeekAndOriginalSession() {
        var origin = new SessionId("camp/all/nights");
        var night = Occurrence.of(night(origin, List.of("2026-W42"), "2026-W44"), ZONE)
                .getFirst();
        assertThat(night.week()).isEqualTo(IsoWeek.parse("2026-W44"));
        assertThat(night.demandedWeek()).isEqualTo(IsoWeek.parse("2026-W42"));
        assertThat(night.originalSessionId()).isEqualTo(origin);
    }
}
