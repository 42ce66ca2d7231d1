package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.timetable.FirstNames;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A finished timetable as people hang it on the wall: a table a week and team, days across, blocks down. */
final class WeekView {
    private static final int TIME_COLUMN = 7;
    private static final int WIDEST_DAY = 24;
    private static final int WIDEST_TABLE = 120;

    private final Texts texts;
    private final Screen screen;
    private final Names names;
    private final FirstNames staff;
    private final Timetable timetable;

    /**
     * @param texts     texts in the language of the reader
     * @param screen    what it is shown on
     * @param names     names of teams
     * @param problem   what was planned
     * @param timetable what came of it
     */
    WeekView(Texts texts, Screen screen, Names names, Problem problem, Timetable timetable) {
        this.texts = texts;
        this.screen = screen;
        this.names = names;
        this.staff = new FirstNames(problem.staff());
        this.timetable = timetable;
    }

    /** The block of a day: from when until when. */
    private record Slot(LocalTime start, LocalTime end) implements Comparable<Slot> {
        static Slot of(Meeting meeting) {
            return new Slot(meeting.start(), meeting.end());
        }

        @Override
        public int compareTo(Slot other) {
            return Comparator.comparing(Slot::start).thenComparing(Slot::end).compare(this, other);
        }
    }

    /** Weeks in which something is held. */
    SortedSet<IsoWeek> weeks() {
        return timetable.meetings().stream()
                .flatMap(meeting -> meeting.weeks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables of all teams in one week, line by line. */
    List<String> lines(IsoWeek week) {
        var lines = new ArrayList<String>();
        for (GroupId team : teams()) {
            var meetings = timetable.meetings().stream()
                    .filter(meeting ->
                            meeting.weeks().contains(week) && meeting.groupIds().contains(team))
                    .toList();
            if (!meetings.isEmpty()) {
                lines.add(screen.bold(texts.text("week.heading", names.of(team), week.week(), size(team))));
                lines.addAll(table(week, meetings));
                lines.add("");
            }
        }
        lines.addAll(withoutGroup(week));
        return lines;
    }

    /** What no group as a whole takes part in, such as conversations: how many a day and with whom of the staff, no student named. */
    private List<String> withoutGroup(IsoWeek week) {
        Map<String, SortedMap<DayOfWeek, List<Meeting>>> titles = new TreeMap<>();
        timetable.meetings().stream()
                .filter(meeting -> meeting.weeks().contains(week)
                        && meeting.groupIds().isEmpty()
                        && !meeting.studentIds().isEmpty())
                .forEach(meeting -> titles.computeIfAbsent(meeting.title(), fresh -> new TreeMap<>())
                        .computeIfAbsent(meeting.weekday(), fresh -> new ArrayList<>())
                        .add(meeting));
        var pattern = DateTimeFormatter.ofPattern(texts.text("week.day-pattern"), texts.locale());
        var lines = new ArrayList<String>();
        titles.forEach((title, days) -> {
            lines.add(screen.bold(texts.text("week.without-group", title, week.week())));
            days.forEach((day, held) -> lines.add(cut(
                    texts.text("week.without-group-day", week.date(day).format(pattern), held.size(), holders(held)))));
            lines.add("");
        });
        return lines;
    }

    private String holders(List<Meeting> held) {
        return held.stream()
                .flatMap(meeting -> meeting.seats().stream())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .map(staff::of)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String cut(String line) {
        int most = Math.min(screen.columns(), WIDEST_TABLE);
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    private List<GroupId> teams() {
        return timetable.meetings().stream()
                .flatMap(meeting -> meeting.groupIds().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private int size(GroupId team) {
        return timetable.groups().stream()
                .filter(group -> group.id().equals(team))
                .mapToInt(group -> group.members().size())
                .sum();
    }

    private List<String> table(IsoWeek week, List<Meeting> meetings) {
        var days = new TreeSet<DayOfWeek>();
        var slots = new TreeSet<Slot>();
        for (Meeting meeting : meetings) {
            days.add(meeting.weekday());
            slots.add(Slot.of(meeting));
        }
        int width = Math.min(WIDEST_DAY, (Math.min(screen.columns(), WIDEST_TABLE) - TIME_COLUMN) / days.size());
        var lines = new ArrayList<String>();
        lines.add(header(week, days, width));
        for (Slot slot : slots) {
            lines.addAll(row(slot, days, meetings, width));
        }
        return lines;
    }

    private String header(IsoWeek week, SortedSet<DayOfWeek> days, int width) {
        var pattern = DateTimeFormatter.ofPattern(texts.text("week.day-pattern"), texts.locale());
        String line = fit("", TIME_COLUMN)
                + days.stream()
                        .map(day -> screen.bold(fit(week.date(day).format(pattern), width)))
                        .collect(Collectors.joining());
        return line.stripTrailing();
    }

    /** Two lines: from when and what, until when and who. */
    private List<String> row(Slot slot, SortedSet<DayOfWeek> days, List<Meeting> meetings, int width) {
        var what = new StringBuilder(fit(texts.text("week.start", slot.start()), TIME_COLUMN));
        var who = new StringBuilder(fit(texts.text("week.end", slot.end()), TIME_COLUMN));
        for (DayOfWeek day : days) {
            List<Meeting> held = meetings.stream()
                    .filter(meeting -> meeting.weekday() == day && slot.equals(Slot.of(meeting)))
                    .sorted(Comparator.comparing(meeting -> !meeting.within().isEmpty()))
                    .toList();
            what.append(held.isEmpty() ? " ".repeat(width) : titles(held, width));
            who.append(held.isEmpty() ? " ".repeat(width) : adults(held, width));
        }
        return List.of(what.toString().stripTrailing(), who.toString().stripTrailing());
    }

    /** What is held, and what is held within it, such as a visit. */
    private static String titles(List<Meeting> held, int width) {
        if (held.size() == 1) {
            return title(held.getFirst(), width);
        }
        return fit(held.stream().map(Meeting::title).collect(Collectors.joining(" + ")), width);
    }

    /** What is held; of a thread that is too long for the column the step alone, since that is what changes. */
    private static String title(Meeting meeting, int width) {
        String title = meeting.title();
        int step = title.indexOf(": ");
        return fit(title.length() >= width && step >= 0 ? "… " + title.substring(step + 2) : title, width);
    }

    /** Who is there; those who are missing stand out. */
    private String adults(List<Meeting> held, int width) {
        var seats = held.stream().flatMap(meeting -> meeting.seats().stream()).toList();
        String present = seats.stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(staff::of)
                .collect(Collectors.joining(", "));
        long missing = seats.stream()
                .filter(seat -> seat.required() && seat.staffId() == null)
                .count();
        if (missing == 0) {
            return fit(present, width);
        }
        String gap = texts.text("week.missing", missing);
        return screen.red(fit(present.isEmpty() ? gap : present + ", " + gap, width));
    }

    /** The text in so many characters, at least one of them a space. */
    private static String fit(String text, int width) {
        String shortened = text.length() < width ? text : text.substring(0, width - 2) + "…";
        return shortened + " ".repeat(width - shortened.length());
    }
}
