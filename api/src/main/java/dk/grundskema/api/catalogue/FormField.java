package dk.grundskema.api.catalogue;

import dk.grundskema.api.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form that an intervention type's parameters are typed into.
 *
 * @param name    its name, as in files
 * @param kind    what is typed or chosen
 * @param label   what it is, in few words
 * @param hint    what else there is to say: its range, the guide's number and whose it is; empty if nothing
 * @param source  where its figure or rule is from: document and part; empty if that isn't said
 * @param of      the kind of thing that is named, where one is; otherwise {@code null}
 * @param options what there is to choose from, where that doesn't depend on the plan
 * @param fields  the fields that it is made of, where it is a part or a list of rows; of a table its one column
 * @param preset  what it is when nothing is typed; {@code null} means nothing
 */
public record FormField(
        String name,
        Kind kind,
        String label,
        String hint,
        String source,
        @Nullable Thing of,
        List<Option> options,
        List<FormField> fields,
        @Nullable Json preset) {
    /** Copies the lists. */
    public FormField {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** Whether it can be written in a line: it is a value, or several. */
    public boolean isLine() {
        return switch (kind) {
            case ROWS, PART, OPTIONAL_PART, TABLE, KEPT -> false;
            case TEXT, NUMBER, TRUTH, TRUTH_OR_NOTHING, CHOICE, DATE, TIME, WEEK, THING, CHOICES, THINGS, LINES -> true;
        };
    }

    /** What is typed or chosen. */
    public enum Kind {
        /** A line of text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        TRUTH,
        /** Yes, no, or nothing. */
        TRUTH_OR_NOTHING,
        /** One of some options. */
        CHOICE,
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A calendar week. */
        WEEK,
        /** One thing of the plan. */
        THING,
        /** Several options. */
        CHOICES,
        /** Several things of the plan. */
        THINGS,
        /** Several lines, each a text, a date, a time or a number. */
        LINES,
        /** Several rows of fields. */
        ROWS,
        /** Some fields together. */
        PART,
        /** Some fields together, or none of them. */
        OPTIONAL_PART,
        /** A value for each option. */
        TABLE,
        /** Nothing that a form has: it stays as it is. */
        KEPT
    }

    /** Things of a plan that can be named. */
    public enum Thing {
        /** A student. */
        STUDENT,
        /** Somebody on the staff. */
        STAFF,
        /** A class, a team or another group. */
        GROUP,
        /** A room. */
        ROOM,
        /** A site. */
        SITE,
        /** A school. */
        SCHOOL,
        /** A kind of room: a usual one, or another word. */
        ROOM_KIND
    }

    /**
     * Something to choose.
     *
     * @param value as files have it
     * @param text  as people call it
     */
    public record Option(String value, String text) {}
}
