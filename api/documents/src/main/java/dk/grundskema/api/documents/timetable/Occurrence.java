package dk.grundskema.api.documents.timetable;

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
import java.util.stream.IntStream;

/**
 * A meeting on one of its dates, as sheets and calendars show it.
 *
 * @param meeting      the meeting
 * @param week         calendar week in which it starts
 * @param demandedWeek week for which it was requested; equals {@code week} unless it was moved
 * @param date         date on which it starts
 * @param interval     its interval in real time
 */
public record Occurrence(Meeting meeting, IsoWeek week, IsoWeek demandedWeek, LocalDate date, Interval interval) {
    private static final Comparator<Occurrence> BY_TIME = Comparator.comparing(Occurrence::interval)
            .thenComparing(occurrence -> occurrence.meeting().sessionId());

    /** Returns all occurrences of a timetable, ordered by time, then session id. */
    public static List<Occurrence> of(Timetable timetable) {
        return of(timetable.meetings(), timetable.zone());
    }

    /** Returns all occurrences of some meetings, ordered by time, then session id. */
    public static List<Occurrence> of(Collection<Meeting> meetings, ZoneId zone) {
        return meetings.stream()
                .flatMap(meeting -> of(meeting, zone).stream())
                .sorted(BY_TIME)
                .toList();
    }

    /** Returns the occurrences of a meeting, in order. */
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

    /** Returns the id of the requested session; a part of a session that was split by date returns the id of the whole one. */
    public SessionId originalSessionId() {
        return meeting.origin();
    }
}
