package dk.grundskema.api.calendar;

import dk.grundskema.domain.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * In which zone and when a calendar's events are.
 *
 * @param zone  zone of its times
 * @param first before its first event
 * @param last  after its last event
 */
public record CalendarSpan(ZoneId zone, Instant first, Instant last) {
    /** The span of a plan's weeks. */
    public static CalendarSpan of(Horizon horizon) {
        Instant first = horizon.firstDay().atStartOfDay(horizon.zone()).toInstant();
        return new CalendarSpan(horizon.zone(), first, first.plus(Duration.ofDays(7L * horizon.weeks() + 1)));
    }
}
