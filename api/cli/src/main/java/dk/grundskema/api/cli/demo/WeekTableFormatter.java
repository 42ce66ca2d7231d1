package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
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

/** Formats a timetable as text tables: one table for each week and team, with days as columns and time slots as rows. */
final class WeekTableFormatter {
    private static final int TIME_COLUMN = 7;
    private static final int WIDEST_DAY = 24;
    private static final int WIDEST_TABLE = 120;

    private final Texts texts;
    private final Screen screen;
    private final PlanNameResolver names;
    private final ShortStaffNames staff;
    private final Timetable timetable;

    /**
     * @param texts     texts in the reader's language
     * @param screen    screen that shows the tables
     * @param names     names of teams
     * @param problem   the problem
     * @param timetable its timetable
     */
    WeekTableFormatter(Texts texts, Screen screen, PlanNameResolver names, Problem problem, Timetable timetable) {
        this.texts = texts;
        this.screen = screen;
        this.names = names;
        this.staff = new ShortStaffNames(problem.staff());
        this.timetable = timetable;
    }

    /** A time slot of a day. */
    private record TimeSlot(LocalTime start, LocalTime end) implements Comparable<TimeSlot> {
        static TimeSlot of(Meeting meeting) {
            return new TimeSlot(meeting.start(), meeting.end());
        }

        @Override
        public int compareTo(TimeSlot other) {
            return Comparator.comparing(TimeSlot::start)
                    .thenComparing(TimeSlot::end)
                    .compare(this, other);
        }
    }

    /** Returns the weeks with meetings. */
    SortedSet<IsoWeek> weeks() {
        return timetable.meetings().stream()
                .flatMap(meeting -> meeting.weeks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the tables of all teams in one week, line by line. */
    List<String> formatWeek(IsoWeek week) {
        var lines = new ArrayList<String>();
        for (GroupId team : teams()) {
            var meetings = timetable.meetings().stream()
                    .filter(meeting ->
                            meeting.weeks().contains(week) && meeting.groupIds().contains(team))
                    .toList();
            if (!meetings.isEmpty()) {
                lines.add(screen.bold(texts.text("week.heading", names.nameOf(team), week.week(), teamSize(team))));
                lines.addAll(formatTable(week, meetings));
                lines.add("");
            }
        }
        lines.addAll(formatMeetingsWithoutGroup(week));
        return lines;
    }

    /** Returns the meetings without a whole group, such as conversations: their number each day and the staff, without students' names. */
    private List<String> formatMeetingsWithoutGroup(IsoWeek week) {
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
            days.forEach((day, held) -> lines.add(truncate(
                    texts.text("week.without-group-day", week.date(day).format(pattern), held.size(), staffOf(held)))));
            lines.add("");
        });
        return lines;
    }

    private String staffOf(List<Meeting> held) {
        return held.stream()
                .flatMap(meeting -> meeting.seats().stream())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .map(staff::shortName)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String truncate(String line) {
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

    private int teamSize(GroupId team) {
        return timetable.groups().stream()
                .filter(group -> group.id().equals(team))
                .mapToInt(group -> group.members().size())
                .sum();
    }

    private List<String> formatTable(IsoWeek week, List<Meeting> meetings) {
        var days = new TreeSet<DayOfWeek>();
        var slots = new TreeSet<TimeSlot>();
        for (Meeting meeting : meetings) {
            days.add(meeting.weekday());
            slots.add(TimeSlot.of(meeting));
        }
        int width = Math.min(WIDEST_DAY, (Math.min(screen.columns(), WIDEST_TABLE) - TIME_COLUMN) / days.size());
        var lines = new ArrayList<String>();
        lines.add(formatHeader(week, days, width));
        for (TimeSlot slot : slots) {
            lines.addAll(formatRow(slot, days, meetings, width));
        }
        return lines;
    }

    private String formatHeader(IsoWeek week, SortedSet<DayOfWeek> days, int width) {
        var pattern = DateTimeFormatter.ofPattern(texts.text("week.day-pattern"), texts.locale());
        String line = fitToWidth("", TIME_COLUMN)
                + days.stream()
                        .map(day -> screen.bold(fitToWidth(week.date(day).format(pattern), width)))
                        .collect(Collectors.joining());
        return line.stripTrailing();
    }

    /** Returns two lines: start and title, end and staff. */
    private List<String> formatRow(TimeSlot slot, SortedSet<DayOfWeek> days, List<Meeting> meetings, int width) {
        var what = new StringBuilder(fitToWidth(texts.text("week.start", slot.start()), TIME_COLUMN));
        var who = new StringBuilder(fitToWidth(texts.text("week.end", slot.end()), TIME_COLUMN));
        for (DayOfWeek day : days) {
            List<Meeting> held = meetings.stream()
                    .filter(meeting -> meeting.weekday() == day && slot.equals(TimeSlot.of(meeting)))
                    .sorted(Comparator.comparing(meeting -> !meeting.within().isEmpty()))
                    .toList();
            what.append(held.isEmpty() ? " ".repeat(width) : formatTitles(held, width));
            who.append(held.isEmpty() ? " ".repeat(width) : formatStaff(held, width));
        }
        return List.of(what.toString().stripTrailing(), who.toString().stripTrailing());
    }

    /** Returns the titles of a meeting and the meetings within it, such as a visit. */
    private static String formatTitles(List<Meeting> held, int width) {
        if (held.size() == 1) {
            return formatTitle(held.getFirst(), width);
        }
        return fitToWidth(held.stream().map(Meeting::title).collect(Collectors.joining(" + ")), width);
    }

    /** Returns the title; if the title of a course's step is too wide for the column, only the step, because that is what varies. */
    private static String formatTitle(Meeting meeting, int width) {
        String title = meeting.title();
        int step = title.indexOf(": ");
        return fitToWidth(title.length() >= width && step >= 0 ? "… " + title.substring(step + 2) : title, width);
    }

    /** Returns the staff, with missing seats highlighted. */
    private String formatStaff(List<Meeting> held, int width) {
        var seats = held.stream().flatMap(meeting -> meeting.seats().stream()).toList();
        String present = seats.stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(staff::shortName)
                .collect(Collectors.joining(", "));
        long missing = seats.stream()
                .filter(seat -> seat.required() && seat.staffId() == null)
                .count();
        if (missing == 0) {
            return fitToWidth(present, width);
        }
        String gap = texts.text("week.missing", missing);
        return screen.red(fitToWidth(present.isEmpty() ? gap : present + ", " + gap, width));
    }

    /** Returns the text padded or cut to a width, with at least one trailing space. */
    private static String fitToWidth(String text, int width) {
        String shortened = text.length() < width ? text : text.substring(0, width - 2) + "…";
        return shortened + " ".repeat(width - shortened.length());
    }
}
