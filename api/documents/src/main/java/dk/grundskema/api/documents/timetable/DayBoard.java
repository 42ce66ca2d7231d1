package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schedule of one day for a notice board: who is on duty where, in order of time.
 *
 * @param date       the day
 * @param fromBefore entries that began the day before and last into this day; empty means none
 * @param parts      entries that begin on the day, by part of the day
 * @param tasks      tasks of the day, without a time
 * @param off        staff who have nothing all day and no night that reaches into it; without those who only visit
 */
public record DayBoard(
        LocalDate date,
        List<TimetableEntry> fromBefore,
        Map<DayPart, List<TimetableEntry>> parts,
        List<Task> tasks,
        List<NamedEntity<StaffId>> off) {
    /** Parts of a day, in order. */
    public enum DayPart {
        /** Before the evening starts. */
        DAY,
        /** From the start of the evening to the start of the night. */
        EVENING,
        /** From the start of the night, and everything that lasts until the next day. */
        NIGHT
    }

    /** Copies the collections. */
    public DayBoard {
        fromBefore = List.copyOf(fromBefore);
        parts = Map.copyOf(parts);
        tasks = List.copyOf(tasks);
        off = List.copyOf(off);
    }

    /** Returns the board of a day. */
    public static DayBoard of(LocalDate date, TimetableViews views) {
        var entries = views.startingOn(date);
        var before = views.startingOn(date.minusDays(1)).stream()
                .filter(entry -> entry.endMinute() > 24 * 60)
                .toList();
        var parts = new EnumMap<DayPart, List<TimetableEntry>>(DayPart.class);
        for (DayPart part : DayPart.values()) {
            parts.put(
                    part,
                    entries.stream()
                            .filter(entry -> partOf(entry, views.problem().work()) == part)
                            .toList());
        }
        Set<NamedEntity<StaffId>> there = Stream.concat(entries.stream(), before.stream())
                .flatMap(entry -> entry.staff().stream())
                .collect(Collectors.toSet());
        var off = views.staff().stream()
                .filter(person -> !there.contains(person))
                .filter(person -> worksWithTeams(views.ofPerson(person)))
                .toList();
        var tasks = views.timetable().tasks().stream()
                .filter(task -> task.date().equals(date))
                .toList();
        return new DayBoard(date, before, parts, tasks, off);
    }

    /** False for people who only visit or only take a lesson elsewhere. */
    private static boolean worksWithTeams(List<TimetableEntry> duties) {
        return duties.isEmpty()
                || duties.stream().anyMatch(entry -> !entry.teams().isEmpty());
    }

    private static DayPart partOf(TimetableEntry entry, WorkRules rules) {
        LocalTime start = entry.start();
        boolean isAtNight = startsBeforeMidnight(rules.nightStarts()) && !start.isBefore(rules.nightStarts());
        if (isAtNight || entry.endMinute() > 24 * 60) {
            return DayPart.NIGHT;
        }
        return start.isBefore(rules.eveningStarts()) ? DayPart.DAY : DayPart.EVENING;
    }

    /** A night that starts after midnight is not at the end of a day. */
    private static boolean startsBeforeMidnight(LocalTime nightStarts) {
        return !nightStarts.isBefore(LocalTime.NOON);
    }

    /** Returns the entries that begin in a part of the day, in order of time. */
    public List<TimetableEntry> entriesIn(DayPart part) {
        return parts.getOrDefault(part, List.of());
    }
}
