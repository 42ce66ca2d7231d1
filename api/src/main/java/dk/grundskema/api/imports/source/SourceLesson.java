package dk.grundskema.api.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as a file has it, one a time of the week. Words are those of the file: whether "MH" is somebody is for those who make a problem of
 * it.
 *
 * @param place    where it stands
 * @param coupling what lessons of one coupling or band have in common, the same text for each, unique in the file; empty means that the file
 *     doesn't couple it
 * @param classes  classes that take part; empty means none is named
 * @param courses  courses, half classes or other groups that take part, beside or instead of whole classes; empty means none
 * @param students single students who take part; empty means none is named
 * @param teachers who teaches, initials or names
 * @param subject  what is taught; {@code null} means that the file doesn't say
 * @param rooms    where, the first one mainly
 * @param days     on which days
 * @param clock    when on the day
 * @param part     whether the file says that only some of the classes' students take part, and not which
 * @param busy     whether it is no teaching but keeps people busy: a meeting, supervision
 * @param title    what the file calls it beside its subject; empty means nothing
 */
public record SourceLesson(
        Place place,
        String coupling,
        List<Said> classes,
        List<Said> courses,
        List<Said> students,
        List<Said> teachers,
        @Nullable Said subject,
        List<Said> rooms,
        Days days,
        Clock clock,
        boolean part,
        boolean busy,
        String title) {
    /** Copies the lists. */
    public SourceLesson {
        classes = List.copyOf(classes);
        courses = List.copyOf(courses);
        students = List.copyOf(students);
        teachers = List.copyOf(teachers);
        rooms = List.copyOf(rooms);
    }
}
