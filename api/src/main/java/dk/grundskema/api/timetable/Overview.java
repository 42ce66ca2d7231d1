package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The whole timetable at a glance: what each team has when, week by week. Shown is what has a subject; where nothing has one, what not all
 * teams have together.
 *
 * @param weeks tables of the weeks, in order
 * @param looks looks of what is shown, in the order of their numbers
 * @param counts how often each team has each look, by team, then in the order of {@code looks}
 */
public record Overview(List<Week> weeks, List<Look> looks, List<Count> counts) {
    /** Copies the lists. */
    public Overview {
        weeks = List.copyOf(weeks);
        looks = List.copyOf(looks);
        counts = List.copyOf(counts);
    }

    /**
     * A week.
     *
     * @param week  which
     * @param days  days with what begins on them
     * @param lines one for each team
     */
    public record Week(IsoWeek week, List<Day> days, List<Line> lines) {
        /** Copies the lists. */
        public Week {
            days = List.copyOf(days);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A day and the times at which something shown begins.
     *
     * @param date   which day
     * @param starts times in order, at least one
     */
    public record Day(LocalDate date, List<LocalTime> starts) {
        /** Copies the list. */
        public Day {
            starts = List.copyOf(starts);
        }
    }

    /**
     * What a team has in a week.
     *
     * @param team  which team
     * @param cells what begins at each day's times, in order; an empty cell means nothing
     */
    public record Line(Named<GroupId> team, List<Cell> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a team has at one time.
     *
     * @param entries     usually one; empty means nothing
     * @param isFirstOfDay whether it stands first in its day's columns
     */
    public record Cell(List<Entry> entries, boolean isFirstOfDay) {
        /** Copies the list. */
        public Cell {
            entries = List.copyOf(entries);
        }
    }

    /**
     * How often a team has what.
     *
     * @param team  which team
     * @param times how often it has each look that is shown, in their order
     */
    public record Count(Named<GroupId> team, List<Long> times) {
        /** Copies the list. */
        public Count {
            times = List.copyOf(times);
        }
    }

    /** A timetable at a glance. */
    public static Overview of(TimetableViews views) {
        var shown = shown(views);
        var looks = views.looks().stream()
                .filter(look -> shown.stream().anyMatch(entry -> entry.look().equals(look)))
                .sorted(NaturalOrder.by(Look::name))
                .toList();
        var weeks =
                shown.stream().map(entry -> entry.occurrence().week()).collect(Collectors.toCollection(TreeSet::new));
        return new Overview(
                weeks.stream().map(week -> week(week, shown, views)).toList(),
                looks,
                views.teams().stream().map(team -> count(team, looks, shown)).toList());
    }

    private static List<Entry> shown(TimetableViews views) {
        var withSubject = views.entries().stream()
                .filter(entry -> !entry.occurrence().meeting().subject().isEmpty()
                        && !entry.teams().isEmpty())
                .toList();
        if (!withSubject.isEmpty()) {
            return withSubject;
        }
        return views.entries().stream()
                .filter(entry -> !entry.teams().isEmpty() && !entry.isForAll())
                .toList();
    }

    private static Week week(IsoWeek week, List<Entry> shown, TimetableViews views) {
        var ofWeek = shown.stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .toList();
        var days = ofWeek.stream().map(Entry::date).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(date -> new Day(date, starts(date, ofWeek)))
                .toList();
        var lines = views.teams().stream()
                .map(team -> new Line(team, cells(team, days, ofWeek)))
                .toList();
        return new Week(week, days, lines);
    }

    private static List<LocalTime> starts(LocalDate date, List<Entry> ofWeek) {
        return ofWeek.stream()
                .filter(entry -> entry.date().equals(date))
                .map(Entry::start)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Cell> cells(Named<GroupId> team, List<Day> days, List<Entry> ofWeek) {
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

    private static Count count(Named<GroupId> team, List<Look> looks, List<Entry> shown) {
        return new Count(
                team,
                looks.stream()
                        .map(look -> shown.stream()
                                .filter(entry -> entry.look().equals(look)
                                        && entry.teams().contains(team))
                                .count())
                        .toList());
    }
}
