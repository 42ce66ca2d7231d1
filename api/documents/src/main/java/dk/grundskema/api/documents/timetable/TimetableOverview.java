package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Overview of the whole timetable: the entries of each team, week by week. It shows entries with a subject; if there are none, entries that
 * not all teams share. Lessons of the existing timetable to which the plan adds nobody are left out, unless somebody is missing in them.
 *
 * @param weeks  tables of the weeks, in order
 * @param meetingStyles visual styles of the shown entries, in the order of their names
 * @param counts how often each team has each style, by team, then in the order of {@code meetingStyles}
 */
public record TimetableOverview(List<Week> weeks, List<MeetingStyle> meetingStyles, List<Count> counts) {
    /** Copies the lists. */
    public TimetableOverview {
        weeks = List.copyOf(weeks);
        meetingStyles = List.copyOf(meetingStyles);
        counts = List.copyOf(counts);
    }

    /**
     * A week.
     *
     * @param week      the week
     * @param days      days with their start times
     * @param lines     one for each team
     * @param otherDays further days on which teams have something, but nothing that is shown, in order
     */
    public record Week(IsoWeek week, List<Day> days, List<Line> lines, List<LocalDate> otherDays) {
        /** Copies the lists. */
        public Week {
            days = List.copyOf(days);
            lines = List.copyOf(lines);
            otherDays = List.copyOf(otherDays);
        }
    }

    /**
     * A day and the times at which shown entries begin.
     *
     * @param date   the day
     * @param starts times in order, at least one
     */
    public record Day(LocalDate date, List<LocalTime> starts) {
        /** Copies the list. */
        public Day {
            starts = List.copyOf(starts);
        }
    }

    /**
     * The entries of a team in a week.
     *
     * @param team  the team
     * @param cells cells for each day's times, in order; an empty cell means no entry
     */
    public record Line(NamedEntity<GroupId> team, List<Cell> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The entries of a team at one time.
     *
     * @param entries      usually one; empty means none
     * @param isFirstOfDay whether it is in the first of its day's columns
     */
    public record Cell(List<TimetableEntry> entries, boolean isFirstOfDay) {
        /** Copies the list. */
        public Cell {
            entries = List.copyOf(entries);
        }
    }

    /**
     * How often a team has each style.
     *
     * @param team  the team
     * @param times counts in the order of the shown styles
     */
    public record Count(NamedEntity<GroupId> team, List<Long> times) {
        /** Copies the list. */
        public Count {
            times = List.copyOf(times);
        }
    }

    /** Returns the overview of a timetable. */
    public static TimetableOverview of(TimetableViews views) {
        var shown = entriesToShow(views);
        var meetingStyles = views.meetingStyles().stream()
                .filter(meetingStyle ->
                        shown.stream().anyMatch(entry -> entry.meetingStyle().equals(meetingStyle)))
                .sorted(NaturalOrder.by(MeetingStyle::name))
                .toList();
        var weeks =
                shown.stream().map(entry -> entry.occurrence().week()).collect(Collectors.toCollection(TreeSet::new));
        return new TimetableOverview(
                weeks.stream().map(week -> week(week, shown, views)).toList(),
                meetingStyles,
                views.teams().stream()
                        .map(team -> count(team, meetingStyles, shown))
                        .toList());
    }

    private static List<TimetableEntry> entriesToShow(TimetableViews views) {
        var withSubject = planned(views)
                .filter(entry -> !entry.occurrence().meeting().subject().isEmpty()
                        && !entry.teams().isEmpty())
                .toList();
        if (!withSubject.isEmpty()) {
            return withSubject;
        }
        return planned(views)
                .filter(entry -> !entry.teams().isEmpty() && !entry.isForAll())
                .toList();
    }

    private static Stream<TimetableEntry> planned(TimetableViews views) {
        return views.entries().stream().filter(entry -> !entry.isUntouched() || entry.missing() > 0);
    }

    private static Week week(IsoWeek week, List<TimetableEntry> shown, TimetableViews views) {
        var ofWeek = shown.stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .toList();
        var days = ofWeek.stream().map(TimetableEntry::date).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(date -> new Day(date, starts(date, ofWeek)))
                .toList();
        var lines = views.teams().stream()
                .map(team -> new Line(team, cells(team, days, ofWeek)))
                .toList();
        List<LocalDate> otherDays = planned(views)
                .filter(entry -> entry.occurrence().week().equals(week)
                        && !entry.teams().isEmpty()
                        && ofWeek.stream().noneMatch(one -> one.date().equals(entry.date())))
                .map(TimetableEntry::date)
                .distinct()
                .sorted()
                .toList();
        return new Week(week, days, lines, otherDays);
    }

    private static List<LocalTime> starts(LocalDate date, List<TimetableEntry> ofWeek) {
        return ofWeek.stream()
                .filter(entry -> entry.date().equals(date))
                .map(TimetableEntry::start)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Cell> cells(NamedEntity<GroupId> team, List<Day> days, List<TimetableEntry> ofWeek) {
        return days.stream()
                .flatMap(day -> day.starts().stream()
                        .map(start -> new Cell(
                                ofWeek.stream()
                                        .filter(entry -> entry.date().equals(day.date())
                                                && entry.start().equals(start)
                                                && entry.teams().contains(team))
                                        .toList(),
                                start.equals(day.starts().getFirst()))))
                .toList();
    }

    private static Count count(
            NamedEntity<GroupId> team, List<MeetingStyle> meetingStyles, List<TimetableEntry> shown) {
        return new Count(
                team,
                meetingStyles.stream()
                        .map(meetingStyle -> shown.stream()
                                .filter(entry -> entry.meetingStyle().equals(meetingStyle)
                                        && entry.teams().contains(team))
                                .count())
                        .toList());
    }
}
