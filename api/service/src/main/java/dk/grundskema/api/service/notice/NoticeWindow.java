package dk.grundskema.api.service.notice;

import dk.grundskema.api.exports.feed.DayAgenda;
import dk.grundskema.api.exports.feed.EventChange;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder.CalendarDifference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The part of a calendar difference that a notice reports: events that begin within two weeks after the publication and are not over.
 *
 * @param zone  time zone of the plan
 * @param now   current time
 * @param reportedChanges changes by time
 */
record NoticeWindow(ZoneId zone, Instant now, List<EventChange> reportedChanges) {
    private static final int SOON_DAYS = 2;

    static NoticeWindow of(CalendarDifference difference, Instant now) {
        ZoneId zone = difference.zone();
        Instant published = difference.published().published();
        Instant from = now.isBefore(published) ? published : now;
        LocalDate last = LocalDate.ofInstant(published, zone).plusDays(DayAgenda.DAYS_AHEAD);
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        List<EventChange> reportedChanges = EventChange.between(difference.before(), difference.after(), from).stream()
                .filter(one -> one.earliestBegin(zone, from).isBefore(until))
                .toList();
        return new NoticeWindow(zone, from, reportedChanges);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Returns whether a change affects today or tomorrow. */
    boolean isSoon(EventChange change) {
        return change.earliestBegin(zone, now)
                .isBefore(today().plusDays(SOON_DAYS).atStartOfDay(zone).toInstant());
    }

    /** Returns the changes of today and tomorrow, or the later ones. */
    List<EventChange> reportedChanges(boolean isSoon) {
        return reportedChanges.stream().filter(one -> isSoon(one) == isSoon).toList();
    }

    /** Returns the first day that changes; today if the changed event began earlier. */
    LocalDate firstDay() {
        return reportedChanges.stream()
                .map(one -> LocalDate.ofInstant(one.earliestBegin(zone, now), zone))
                .min(LocalDate::compareTo)
                .filter(today()::isBefore)
                .orElse(today());
    }
}
