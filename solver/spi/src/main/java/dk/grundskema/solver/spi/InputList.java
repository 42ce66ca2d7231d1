package dk.grundskema.solver.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A list that people fill in to ask for an intervention, a row for each thing: a sheet of the template. Its texts are {@code
 * list.<key>.name} (the sheet's name, at most 31 characters), {@code list.<key>.summary} (what it is for, one line) and, for each column,
 * {@code list.<key>.<column>} (its heading) and, if there is such a text, {@code list.<key>.<column>.also} (other headings that mean the
 * same, separated by {@code |}). Headings are recognised in both languages.
 *
 * @param key      short and stable: lower-case letters, digits and hyphens; begins with a letter
 * @param columns  its columns in order, at least one
 * @param examples example rows for the template, each with a text for every column, of made-up people; none where examples would ask for more
 *     than the template's small school can give. Empty texts stand for what is left
 *     out. They name classes, staff, rooms and subjects of the template's own examples: classes 1A, 4B, 7C; staff MH, LK, JP, SN; rooms 12,
 *     14; subjects DAN, MAT, ENG
 */
public record InputList(String key, List<Column> columns, List<List<String>> examples) {
    /** What a column's cells hold, and as what the plugin gets it. */
    public enum Kind {
        /** A text as it is. */
        TEXT,
        /** A number, also with a decimal comma; a {@code Double}. */
        NUMBER,
        /** A whole number; an {@code Integer}. */
        WHOLE,
        /** Yes or no; a {@code Boolean}. */
        YES_NO,
        /** One of the choices, written as the text {@code list.<key>.<column>.<choice>} or as the choice itself; the choice. */
        CHOICE,
        /** A date; text such as {@code 2026-09-07}. */
        DATE,
        /** A calendar week, such as {@code 2026-W37}, {@code 37} or {@code uge 37}; text such as {@code 2026-W37}. */
        WEEK,
        /** A member of staff by initials, name or id; the id's text. */
        STAFF,
        /** A class or other group by name or id; the id's text. */
        GROUP,
        /** A student by id or name; the id's text. */
        STUDENT,
        /** A room by name or id; the id's text. */
        ROOM,
        /** A subject as the timetable writes it; text. */
        SUBJECT
    }

    /**
     * A column.
     *
     * @param key      short and stable, as the list's
     * @param kind     what its cells hold
     * @param required whether each row needs it
     * @param many     whether a cell may hold several, separated by commas, semicolons or line ends; the plugin then gets a list
     * @param choices  what there is to choose from if the kind is {@link Kind#CHOICE}, otherwise empty
     */
    public record Column(String key, Kind kind, boolean required, boolean many, List<String> choices) {
        /** @throws IllegalArgumentException if there are choices where none belong, or none where some do */
        public Column {
            choices = List.copyOf(choices);
            if (choices.isEmpty() == (kind == Kind.CHOICE)) {
                throw new IllegalArgumentException(
                        "The column (%s) of the kind (%s) has the choices (%s).\nMaybe the kind is another?"
                                .formatted(key, kind, choices));
            }
        }

        /** A column that each row needs. */
        public static Column required(String key, Kind kind) {
            return new Column(key, kind, true, false, List.of());
        }

        /** A column that may be left empty. */
        public static Column optional(String key, Kind kind) {
            return new Column(key, kind, false, false, List.of());
        }

        /** A column whose cells may be empty or hold several. */
        public static Column several(String key, Kind kind) {
            return new Column(key, kind, false, true, List.of());
        }

        /** A column whose cells hold one of some words, or nothing. */
        public static Column choice(String key, boolean required, String... choices) {
            return new Column(key, Kind.CHOICE, required, false, List.of(choices));
        }
    }

    /**
     * Where a parameter comes from.
     *
     * @param list   key of the list
     * @param row    place of the row among the list's rows, from 0
     * @param column key of the column; empty means the row as a whole
     */
    public record Origin(String list, int row, String column) {
        /**
         * Where a parameter comes from if each list's rows are the parameter of the list's key.
         *
         * @param lists   the lists
         * @param pointer JSON pointer into the parameters, such as {@code /candidates/2/area}
         * @return empty if it leads into no row of a list
         */
        public static Optional<Origin> ofPointer(List<InputList> lists, String pointer) {
            String[] steps = pointer.split("/", -1);
            if (steps.length < 3 || !steps[2].chars().allMatch(Character::isDigit) || steps[2].isEmpty()) {
                return Optional.empty();
            }
            return lists.stream()
                    .filter(list -> list.key().equals(steps[1]))
                    .findFirst()
                    .map(list -> new Origin(list.key(), Integer.parseInt(steps[2]), list.columnOr(steps)));
        }
    }

    private String columnOr(String[] steps) {
        return columns.stream()
                .map(Column::key)
                .filter(column -> steps.length > 3 && column.equals(steps[3]))
                .findFirst()
                .orElse("");
    }

    /** @throws IllegalArgumentException if there is no column, one comes twice, or an example has not a text for each */
    public InputList {
        columns = List.copyOf(columns);
        examples = examples.stream().map(List::copyOf).toList();
        int width = columns.size();
        var keys = new HashSet<>(columns.stream().map(Column::key).toList());
        if (width == 0 || keys.size() < width || examples.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(
                    "The list (%s) has the columns (%s) and the examples (%s).\nMaybe an example lacks a text, or a key comes twice?"
                            .formatted(key, columns.stream().map(Column::key).toList(), examples));
        }
    }
}
