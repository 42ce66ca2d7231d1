package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words of a school for recognising the parts of a cell. All are in lower case.
 *
 * @param subjects subjects
 * @param teachers initials and names of staff
 * @param rooms    rooms by key and name
 * @param groups   classes and courses by key and name
 */
public record SchoolVocabulary(Set<String> subjects, Set<String> teachers, Set<String> rooms, Set<String> groups) {
    /** Copies the sets. */
    public SchoolVocabulary {
        subjects = Set.copyOf(subjects);
        teachers = Set.copyOf(teachers);
        rooms = Set.copyOf(rooms);
        groups = Set.copyOf(groups);
    }

    /** Returns an empty vocabulary. */
    public static SchoolVocabulary none() {
        return new SchoolVocabulary(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Returns the words of lists and lessons. */
    public static SchoolVocabulary of(SourceData source) {
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
        return new SchoolVocabulary(subjects, teachers, rooms, groups);
    }

    /** Returns the words of both. */
    public SchoolVocabulary mergedWith(SchoolVocabulary other) {
        return new SchoolVocabulary(
                union(subjects, other.subjects),
                union(teachers, other.teachers),
                union(rooms, other.rooms),
                union(groups, other.groups));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static void add(List<SourceText> many, Consumer<String> to) {
        many.forEach(each -> add(each, to));
    }

    private static void add(@Nullable SourceText one, Consumer<String> to) {
        if (one != null) {
            to.accept(normalize(one.text()));
        }
    }

    /** Returns the form of a word for comparison. */
    static String normalize(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
