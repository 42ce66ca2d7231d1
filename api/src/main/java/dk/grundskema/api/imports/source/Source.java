package dk.grundskema.api.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that was understood of one or several files, in the order of the files.
 *
 * @param lessons  the existing timetable
 * @param staff    members of staff
 * @param students students
 * @param groups   classes and courses
 * @param rooms    rooms
 * @param busy     times at which somebody can't be had
 * @param periods  when lessons of a number or name are
 * @param rows     rows of lists of intervention types
 * @param findings what is to be said of the files; with an error among them nothing is made of any file
 */
public record Source(
        List<SourceLesson> lessons,
        List<SourcePerson> staff,
        List<SourceStudent> students,
        List<SourceGroup> groups,
        List<SourceRoom> rooms,
        List<SourceBusy> busy,
        List<SourcePeriod> periods,
        List<SourceRow> rows,
        List<FileFinding> findings) {
    /** Copies the lists. */
    public Source {
        lessons = List.copyOf(lessons);
        staff = List.copyOf(staff);
        students = List.copyOf(students);
        groups = List.copyOf(groups);
        rooms = List.copyOf(rooms);
        busy = List.copyOf(busy);
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** Nothing but findings, as of a file that can't be read. */
    public static Source unreadable(List<FileFinding> findings) {
        return new Source(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), findings);
    }

    /** Several as one, in their order. */
    public static Source together(List<Source> sources) {
        return new Source(
                all(sources, Source::lessons),
                all(sources, Source::staff),
                all(sources, Source::students),
                all(sources, Source::groups),
                all(sources, Source::rooms),
                all(sources, Source::busy),
                all(sources, Source::periods),
                all(sources, Source::rows),
                all(sources, Source::findings));
    }

    private static <T> List<T> all(List<Source> sources, Function<Source, List<T>> part) {
        var all = new ArrayList<T>();
        sources.forEach(source -> all.addAll(part.apply(source)));
        return all;
    }
}
