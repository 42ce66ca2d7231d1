package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words of a school, by which the parts of a cell are told apart. All are compared in small letters.
 *
 * @param subjects subjects
 * @param teachers initials and names of staff
 * @param rooms    rooms by key and name
 * @param groups   classes and courses by key and name
 */
public record Vocabulary(Set<String> subjects, Set<String> teachers, Set<String> rooms, Set<String> groups) {
    /** Copies the sets. */
    public Vocabulary {
        subjects = Set.copyOf(subjects);
        teachers = Set.copyOf(teachers);
        rooms = Set.copyOf(rooms);
        groups = Set.copyOf(groups);
    }

    /** No words. */
    public static Vocabulary none() {
        return new Vocabulary(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The words of lists and lessons. */
    public static Vocabulary of(Source source) {
        var subjects = new HashSet<String>();
        var teachers = new HashSet<String>();
        var rooms = new HashSet<String>();
        var groups = new HashSet<String>();
        source.lessons().forEach(lesson -> {
            add(lesson.subject(), subjects::add);
            add(lesson.teachers(), teachers::add);
            add(lesson.rooms(), rooms::add);
            add(lesson.classes(), groups::add);
        });
        source.staff().forEach(person -> {
            add(person.key(), teachers::add);
            add(person.name(), teachers::add);
            add(person.skills(), subjects::add);
        });
        source.rooms().forEach(room -> {
            add(room.key(), rooms::add);
            add(room.name(), rooms::add);
        });
        source.groups().forEach(group -> {
            add(group.key(), groups::add);
            add(group.name(), groups::add);
        });
        source.students().forEach(student -> add(student.classGroup(), groups::add));
        return new Vocabulary(subjects, teachers, rooms, groups);
    }

    /** The words of both. */
    public Vocabulary and(Vocabulary other) {
        return new Vocabulary(
                both(subjects, other.subjects),
                both(teachers, other.teachers),
                both(rooms, other.rooms),
                both(groups, other.groups));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static void add(List<Said> many, Consumer<String> to) {
        many.forEach(each -> add(each, to));
    }

    private static void add(@Nullable Said one, Consumer<String> to) {
        if (one != null) {
            to.accept(plain(one.text()));
        }
    }

    /** A word as it is compared. */
    static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
