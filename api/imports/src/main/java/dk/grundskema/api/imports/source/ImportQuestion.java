package dk.grundskema.api.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about a word that files leave open. An answer is an entry of the school's mapping: the word, and one of the meanings.
 *
 * @param kind     what the word is
 * @param word     the word as the files have it; a heading as a {@code ListHeading}
 * @param place    where it is, the first place if there are several
 * @param meanings possible meanings, at least one. The word itself means that it is another than those; an empty text leaves a column out
 * @param likely   the meaning that its content suggests; {@code null} means none
 * @param look     what the cells of a column look like; {@code null} means nothing known, or that the word is no heading
 */
public record ImportQuestion(
        Kind kind,
        String word,
        SourceLocation place,
        List<String> meanings,
        @Nullable String likely,
        @Nullable ColumnLook look) {
    /** What a word is. */
    public enum Kind {
        /** Heading of a column; its meanings are headings of the list. */
        HEADING,
        /** Name or initials of a staff member. */
        STAFF,
        /** Name of a class or course. */
        CLASS,
        /** Name of a room. */
        ROOM,
        /** Name of a subject; a meaning may name several, separated by commas. */
        SUBJECT,
        /** Name of a room whose kind the files do not state; its meanings are kinds. */
        ROOM_KIND,
        /** Word of a list for kinds of rooms that is no kind; its meanings are kinds. */
        ROOM_USE,
        /** Name of a staff member that the plan in use does not have; its meanings are names that only the plan has. */
        PLAN_STAFF,
        /** Name of a class or course that the plan in use does not have, likewise. */
        PLAN_CLASS,
        /** Name of a room that the plan in use does not have, likewise. */
        PLAN_ROOM,
        /** Name of a subject that the plan in use does not have, likewise. */
        PLAN_SUBJECT,
        /** A lesson that the plan in use does not have, as a {@code LessonKey}; its meanings are lessons that only the plan has. */
        PLAN_LESSON
    }

    /**
     * What an answer is about.
     *
     * @param kind what the word is
     * @param word the word, as the question has it
     */
    public record Key(Kind kind, String word) {}

    /** Returns whether the question is about the plan in use that the files are put into, not about the files alone. */
    public boolean isAboutPlan() {
        return switch (kind) {
            case PLAN_STAFF, PLAN_CLASS, PLAN_ROOM, PLAN_SUBJECT, PLAN_LESSON -> true;
            case HEADING, STAFF, CLASS, ROOM, SUBJECT, ROOM_KIND, ROOM_USE -> false;
        };
    }

    /** Copies the meanings. */
    public ImportQuestion {
        meanings = List.copyOf(meanings);
    }

    /** Creates a question about a word that is no heading. */
    public ImportQuestion(
            Kind kind, String word, SourceLocation place, List<String> meanings, @Nullable String likely) {
        this(kind, word, place, meanings, likely, null);
    }

    /** Asks whether a word is a misspelling of another. */
    public static ImportQuestion ofSpelling(Kind kind, String word, String similar, SourceLocation place) {
        return new ImportQuestion(kind, word, place, List.of(similar, word), null);
    }
}
