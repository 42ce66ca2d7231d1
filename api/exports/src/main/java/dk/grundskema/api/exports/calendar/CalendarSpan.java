package dk.grundskema.api.exports.calendar;

import dk.grundskema.domain.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Time zone and period of a calendar's events.
 *
 * @param zone  zone of its times
 * @param first a moment before its first event
 * @param last  a moment after its last event
 */
public record CalendarSpan(ZoneId zone, Instant first, Instant last) {
    /** Returns the span of a plan's weeks. */
    public static CalendarSpan of(Horizon horizon) {
        Instant first = horizon.firstDay().atStartOfDay(horizon.zone()).toInstant();
        return new CalendarSpan(horizon.zone(), first, first.plus(Duration.ofDays(7L * horizon.weeks() + 1)));
    }
}
