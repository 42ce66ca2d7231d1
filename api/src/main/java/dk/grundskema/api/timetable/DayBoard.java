package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
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
 * A day as it hangs on the wall: who is on duty where, in the order of time.
 *
 * @param date   which day
 * @param fromBefore what began the day before and lasts into this day; empty means nothing
 * @param parts  what begins on the day, by the part of the day in which it begins
 * @param tasks  what is to be done on the day, without a time
 * @param off    who of the staff has nothing all day, and no night that reaches into it; without those who only visit
 */
public record DayBoard(
        LocalDate date,
        List<Entry> fromBefore,
        Map<Part, List<Entry>> parts,
        List<Task> tasks,
        List<Named<StaffId>> off) {
    /** Parts of a day, in their order. */
    public enum Part {
        /** Until the evening starts. */
        DAY,
        /** Until the night starts. */
        EVENING,
        /** From when the night starts, and whatever lasts until the next day. */
        NIGHT
    }

    /** Copies the collections. */
    public DayBoard {
        fromBefore = List.copyOf(fromBefore);
        parts = Map.copyOf(parts);
        tasks = List.copyOf(tasks);
        off = List.copyOf(off);
    }

    /** The board of a day. */
    public static DayBoard of(LocalDate date, TimetableViews views) {
        var entries = views.on(date);
        var before = views.on(date.minusDays(1)).stream()
                .filter(entry -> entry.endMinute() > 24 * 60)
                .toList();
        var parts = new EnumMap<Part, List<Entry>>(Part.class);
        for (Part part : Part.values()) {
            parts.put(
                    part,
                    entries.stream()
                            .filter(entry -> partOf(entry, views.problem().work()) == part)
                            .toList());
        }
        Set<Named<StaffId>> there = Stream.concat(entries.stream(), before.stream())
                .flatMap(entry -> entry.staff().stream())
                .collect(Collectors.toSet());
        var off = views.staff().stream()
                .filter(person -> !there.contains(person))
                .filter(person -> isOfTheTeams(views.ofPerson(person)))
                .toList();
        var tasks = views.timetable().tasks().stream()
                .filter(task -> task.date().equals(date))
                .toList();
        return new DayBoard(date, before, parts, tasks, off);
    }

    /** Not so whoever only visits, or only takes a lesson elsewhere. */
    private static boolean isOfTheTeams(List<Entry> duties) {
        return duties.isEmpty()
                || duties.stream().anyMatch(entry -> !entry.teams().isEmpty());
    }

    private static Part partOf(Entry entry, WorkRules rules) {
        LocalTime start = entry.start();
        boolean isAtNight = isLate(rules.nightStarts()) && !start.isBefore(rules.nightStarts());
        if (isAtNight || entry.endMinute() > 24 * 60) {
            return Part.NIGHT;
        }
        return start.isBefore(rules.eveningStarts()) ? Part.DAY : Part.EVENING;
    }

    /** A night that starts after midnight has no place at the end of a day. */
    private static boolean isLate(LocalTime nightStarts) {
        return !nightStarts.isBefore(LocalTime.NOON);
    }

    /** What begins in a part of the day, in the order of time. */
    public List<Entry> in(Part part) {
        return parts.getOrDefault(part, List.of());
    }
}
