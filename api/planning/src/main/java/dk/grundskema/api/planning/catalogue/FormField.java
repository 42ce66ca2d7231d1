package dk.grundskema.api.planning.catalogue;

import dk.grundskema.api.documents.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form for an intervention type's parameters.
 *
 * @param name    its name, as in files
 * @param kind    type of the input
 * @param label   short label
 * @param hint    further information: range, the guide's number and its origin; empty if there is none
 * @param source  source of its figure or rule: document and part; empty if there is none
 * @param of      type of the entity to choose, for entity fields; otherwise {@code null}
 * @param options options to choose from, if they do not depend on the plan
 * @param fields  its fields, for a part or a list of rows; for a table its only column
 * @param preset  default value; {@code null} means none
 */
public record FormField(
        String name,
        Kind kind,
        String label,
        String hint,
        String source,
        @Nullable EntityKind of,
        List<Option> options,
        List<FormField> fields,
        @Nullable Json preset) {
    /** Copies the lists. */
    public FormField {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** Returns whether it fits in a line: it is one value, or several. */
    public boolean isInline() {
        return switch (kind) {
            case ROWS, PART, OPTIONAL_PART, TABLE, KEPT -> false;
            case TEXT, NUMBER, TRUTH, TRUTH_OR_NOTHING, CHOICE, DATE, TIME, WEEK, THING, CHOICES, THINGS, LINES -> true;
        };
    }

    /** Types of input. */
    public enum Kind {
        /** A line of text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        TRUTH,
        /** Yes, no, or nothing. */
        TRUTH_OR_NOTHING,
        /** One of several options. */
        CHOICE,
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A calendar week. */
        WEEK,
        /** One entity of the plan. */
        THING,
        /** Several options. */
        CHOICES,
        /** Several entities of the plan. */
        THINGS,
        /** Several lines, each a text, a date, a time or a number. */
        LINES,
        /** Several rows of fields. */
        ROWS,
        /** A group of fields. */
        PART,
        /** A group of fields, or nothing. */
        OPTIONAL_PART,
        /** A value for each option. */
        TABLE,
        /** Not editable in a form; the value is kept. */
        KEPT
    }

    /** Types of entities that can be chosen. */
    public enum EntityKind {
        /** A student. */
        STUDENT,
        /** A staff member. */
        STAFF,
        /** A class, a team or another group. */
        GROUP,
        /** A room. */
        ROOM,
        /** A site. */
        SITE,
        /** A school. */
        SCHOOL,
        /** A type of room: a predefined one, or another word. */
        ROOM_KIND
    }

    /**
     * An option.
     *
     * @param value value in files
     * @param text  text for users
     */
    public record Option(String value, String text) {}
}
