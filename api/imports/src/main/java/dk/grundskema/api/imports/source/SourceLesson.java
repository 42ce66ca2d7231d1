package dk.grundskema.api.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in a file, one for each time of the week. Words are those of the file; the assembly resolves them, such as whether "MH" is a
 * person.
 *
 * @param place    its place
 * @param coupling key that all lessons of a coupling or band share, unique in the file; empty if not coupled
 * @param classes  classes that take part; empty means none is named
 * @param courses  courses, half classes or other groups that take part, in addition to or instead of whole classes; empty means none
 * @param students single students who take part; empty means none is named
 * @param teachers teachers, by initials or names
 * @param subject  subject; {@code null} means that the file does not state it
 * @param rooms    rooms, the main one first
 * @param days     its days
 * @param clock    its time of day
 * @param part     whether the file states that only some of the classes' students take part, without stating which
 * @param busy     whether it is no teaching but keeps people busy: a meeting, supervision
 * @param title    the file's title besides the subject; empty means none
 */
public record SourceLesson(
        SourceLocation place,
        String coupling,
        List<SourceText> classes,
        List<SourceText> courses,
        List<SourceText> students,
        List<SourceText> teachers,
        @Nullable SourceText subject,
        List<SourceText> rooms,
        SourceDays days,
        SourceTime clock,
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
