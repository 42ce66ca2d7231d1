package dk.grundskema.api.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Content of one or several files, in the order of the files.
 *
 * @param lessons  the existing timetable
 * @param staff    staff members
 * @param students students
 * @param groups   classes and courses
 * @param rooms    rooms
 * @param busy     times at which people or rooms are not available
 * @param periods  times of lessons that are given by number or name
 * @param rows     rows of lists of intervention types
 * @param findings findings about the files; an error stops the whole import
 * @param exact    files of programs whose names are exact: two that differ in a letter's case or in one letter mean two people or things
 */
public record SourceData(
        List<SourceLesson> lessons,
        List<SourceStaffMember> staff,
        List<SourceStudent> students,
        List<SourceGroup> groups,
        List<SourceRoom> rooms,
        List<SourceBusyTime> busy,
        List<SourceBellTime> periods,
        List<SourceListRow> rows,
        List<FileFinding> findings,
        Set<String> exact) {
    /** Copies the lists. */
    public SourceData {
        lessons = List.copyOf(lessons);
        staff = List.copyOf(staff);
        students = List.copyOf(students);
        groups = List.copyOf(groups);
        rooms = List.copyOf(rooms);
        busy = List.copyOf(busy);
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
        exact = Set.copyOf(exact);
    }

    /** Creates content of files whose names are written by hand. */
    public SourceData(
            List<SourceLesson> lessons,
            List<SourceStaffMember> staff,
            List<SourceStudent> students,
            List<SourceGroup> groups,
            List<SourceRoom> rooms,
            List<SourceBusyTime> busy,
            List<SourceBellTime> periods,
            List<SourceListRow> rows,
            List<FileFinding> findings) {
        this(lessons, staff, students, groups, rooms, busy, periods, rows, findings, Set.of());
    }

    /** Returns findings only, for a file that can't be read. */
    public static SourceData unreadable(List<FileFinding> findings) {
        return new SourceData(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), findings);
    }

    /** Merges several, in their order. */
    public static SourceData merge(List<SourceData> sources) {
        return new SourceData(
                concat(sources, SourceData::lessons),
                concat(sources, SourceData::staff),
                concat(sources, SourceData::students),
                concat(sources, SourceData::groups),
                concat(sources, SourceData::rooms),
                concat(sources, SourceData::busy),
                concat(sources, SourceData::periods),
                concat(sources, SourceData::rows),
                concat(sources, SourceData::findings),
                sources.stream().flatMap(source -> source.exact().stream()).collect(Collectors.toSet()));
    }

    private static <T> List<T> concat(List<SourceData> sources, Function<SourceData, List<T>> part) {
        var all = new ArrayList<T>();
        sources.forEach(source -> all.addAll(part.apply(source)));
        return all;
    }
}
