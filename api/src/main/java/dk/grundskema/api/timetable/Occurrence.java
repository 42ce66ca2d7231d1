package dk.grundskema.api.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A meeting on one of its dates: what sheets and calendars show.
 *
 * @param meeting      what is held
 * @param week         calendar week in which it starts
 * @param demandedWeek week for which it was asked; the same as {@code week} unless it was moved to another
 * @param date         date on which it starts
 * @param interval     the true stretch of time that it takes
 */
public record Occurrence(Meeting meeting, IsoWeek week, IsoWeek demandedWeek, LocalDate date, Interval interval) {
    private static final Comparator<Occurrence> BY_TIME = Comparator.comparing(Occurrence::interval)
            .thenComparing(occurrence -> occurrence.meeting().sessionId());

    /** All that is held in a timetable, in the order of time, then of the session's id. */
    public static List<Occurrence> of(Timetable timetable) {
        return of(timetable.meetings(), timetable.zone());
    }

    /** All of some meetings, in the order of time, then of the session's id. */
    static List<Occurrence> of(Collection<Meeting> meetings, ZoneId zone) {
        return meetings.stream()
                .flatMap(meeting -> of(meeting, zone).stream())
                .sorted(BY_TIME)
                .toList();
    }

    /** A meeting on each of its dates, in order. */
    public static List<Occurrence> of(Meeting meeting, ZoneId zone) {
        var demanded = List.copyOf(meeting.demandedWeeks());
        var weeks = List.copyOf(meeting.weeks());
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> {
                    IsoWeek week = weeks.get(i);
                    IsoWeek asked = i < demanded.size() ? demanded.get(i) : week;
                    return new Occurrence(
                            meeting,
                            week,
                            asked,
                            week.date(meeting.weekday()),
                            meeting.time().interval(week, zone));
                })
                .toList();
    }

    /** The session that was asked for; a part of a session that was split by date has the whole one's id. */
    public SessionId origin() {
        return Objects.requireNonNullElse(meeting.originId(), meeting.sessionId());
    }
}
