package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which changes of a calendar are urgent, by a fixed clock. */
final class UpcomingChangesTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");
    private static final Duration NEXT_WEEK = Duration.ofDays(7);
    private static final Duration LAST_SECOND = Duration.ofHours(48).minusSeconds(1);

    /** A calendar with one lesson of 45 minutes that begins some time after now. */
    private static FeedState lesson(Duration begin) {
        return publish(List.of(new CalendarEvent(
                "u", EventTime.ofHours(NOW.plus(begin), 45), "Dansk", "", List.of(), List.of(), "", true)));
    }

    private static FeedState publish(List<CalendarEvent> events) {
        return FeedState.EMPTY.publish(HERE, events, NOW);
    }

    private static UpcomingChanges move(Duration from, Duration to) {
        return UpcomingChanges.between(lesson(from), lesson(to), HERE, NOW);
    }

    @Test
    void changeIsUrgentUpTo48HoursAhead() {
        assertThat(move(LAST_SECOND, NEXT_WEEK).soon()).hasSize(1);
        assertThat(move(LAST_SECOND.plusSeconds(1), NEXT_WEEK).soon()).isEmpty();
        assertThat(move(LAST_SECOND.plusSeconds(1), NEXT_WEEK).later()).hasSize(1);
    }

    @Test
    void lessonThatMovesFromNextWeekToTomorrowIsAsUrgentAsOneThatMovesAway() {
        UpcomingChanges moved = move(NEXT_WEEK, LAST_SECOND);
        assertThat(moved.soon()).hasSize(1);
        assertThat(moved.begin(HERE, NOW)).isEqualTo(NOW.plus(LAST_SECOND));
        assertThat(move(LAST_SECOND, NEXT_WEEK).begin(HERE, NOW)).isEqualTo(NOW.plus(LAST_SECOND));
    }

    @Test
    void cancelledLessonIsUrgentWhileItWouldBeHeldAndNotOnceItIsOver() {
        FeedState none = publish(List.of());
        Duration running = Duration.ofMinutes(-44);
        assertThat(UpcomingChanges.between(lesson(running), none, HERE, NOW).soon())
                .hasSize(1);
        UpcomingChanges over = UpcomingChanges.between(lesson(running.minusMinutes(1)), none, HERE, NOW);
        assertThat(over.soon()).isEmpty();
        assertThat(over.later()).isEmpty();
    }

    @Test
    void unchangedLessonIsNoChange() {
        assertThat(move(LAST_SECOND, LAST_SECOND).soon()).isEmpty();
        assertThat(move(NEXT_WEEK, NEXT_WEEK).later()).isEmpty();
    }
}
