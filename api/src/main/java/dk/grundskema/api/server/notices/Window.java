package dk.grundskema.api.server.notices;

import dk.grundskema.api.feeds.DayAgenda;
import dk.grundskema.api.feeds.EventChange;
import dk.grundskema.api.server.publishing.StaffNews.Difference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is told of a difference: what begins in the two weeks after the publication and isn't over yet.
 *
 * @param zone  zone of the plan
 * @param now   by when something may be over
 * @param tells the changes, by time
 */
record Window(ZoneId zone, Instant now, List<EventChange> tells) {
    private static final int DAYS_AT_ONCE = 2;

    static Window of(Difference difference, Instant now) {
        ZoneId zone = difference.zone();
        Instant published = difference.published().published();
        Instant from = now.isBefore(published) ? published : now;
        LocalDate last = LocalDate.ofInstant(published, zone).plusDays(DayAgenda.DAYS_AHEAD);
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        List<EventChange> tells = EventChange.between(difference.before(), difference.after(), from).stream()
                .filter(one -> one.begins(zone, from).isBefore(until))
                .toList();
        return new Window(zone, from, tells);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Whether a change is of today or tomorrow. */
    boolean isSoon(EventChange change) {
        return change.begins(zone, now)
                .isBefore(today().plusDays(DAYS_AT_ONCE).atStartOfDay(zone).toInstant());
    }

    /** Changes of today and tomorrow, or the others. */
    List<EventChange> tells(boolean isSoon) {
        return tells.stream().filter(one -> isSoon(one) == isSoon).toList();
    }

    /** The first day that is another; today if what has changed has begun earlier. */
    LocalDate first() {
        return tells.stream()
                .map(one -> LocalDate.ofInstant(one.begins(zone, now), zone))
                .min(LocalDate::compareTo)
                .filter(today()::isBefore)
                .orElse(today());
    }
}
