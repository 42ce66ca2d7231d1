package dk.grundskema.solver.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A list that users fill in to request an intervention, with one row per item: a sheet of the template. Its texts are {@code list.<key>.name} (name
 * of the sheet, at most 31 characters), {@code list.<key>.summary} (its purpose, one line) and, for each column, {@code list.<key>.<column>}
 * (heading) and optionally {@code list.<key>.<column>.also} (synonyms of the heading, separated by {@code |}). Headings are recognised in both
 * languages.
 *
 * @param key      short and stable: lower-case letters, digits and hyphens; begins with a letter
 * @param columns  columns in order, at least one
 * @param examples example rows for the template with fictitious people, each with a text for every column; an empty text stands for an omitted
 *     value. Empty if examples would need data that the template's small school lacks. They refer to the template's own examples: classes 1A, 4B, 7C;
 *     staff MH, LK, JP, SN; rooms 12, 14; subjects DAN, MAT, ENG
 */
public record InputList(String key, List<Column> columns, List<List<String>> examples) {
    /** The content of a column's cells, and the type of the value that the plugin receives. */
    public enum Kind {
        /** A text, unchanged. */
        TEXT,
        /** A number, also with a decimal comma; a {@code Double}. */
        NUMBER,
        /** An integer; an {@code Integer}. */
        WHOLE,
        /** Yes or no; a {@code Boolean}. */
        YES_NO,
        /** One of the choices, written as the text {@code list.<key>.<column>.<choice>} or as the choice itself; the plugin receives the choice. */
        CHOICE,
        /** A date; text such as {@code 2026-09-07}. */
        DATE,
        /** A calendar week, such as {@code 2026-W37}, {@code 37} or {@code uge 37}; text such as {@code 2026-W37}. */
        WEEK,
        /** A staff member by initials, name or id; the text of the id. */
        STAFF,
        /** A class or other group by name or id; the text of the id. */
        GROUP,
        /** A student by id or name; the text of the id. */
        STUDENT,
        /** A room by name or id; the text of the id. */
        ROOM,
        /** A subject as the timetable writes it; text. */
        SUBJECT
    }

    /**
     * A column.
     *
     * @param key      short and stable, of the same form as the list's key
     * @param kind     type of the cells
     * @param required whether each row needs a value
     * @param many     whether a cell may hold several values, separated by commas, semicolons or line ends; the plugin then receives a list
     * @param choices  the choices if the kind is {@link Kind#CHOICE}, otherwise empty
     */
    public record Column(String key, Kind kind, boolean required, boolean many, List<String> choices) {
        /** @throws IllegalArgumentException if there are choices for another kind, or none for {@link Kind#CHOICE} */
        public Column {
            choices = List.copyOf(choices);
            if (choices.isEmpty() == (kind == Kind.CHOICE)) {
                throw new IllegalArgumentException(
                        "The column (%s) of the kind (%s) has the choices (%s).\nMaybe the kind is another?"
                                .formatted(key, kind, choices));
            }
        }

        /** Returns a column that each row must fill. */
        public static Column required(String key, Kind kind) {
            return new Column(key, kind, true, false, List.of());
        }

        /** Returns a column that may be empty. */
        public static Column optional(String key, Kind kind) {
            return new Column(key, kind, false, false, List.of());
        }

        /** Returns a column whose cells may be empty or hold several values. */
        public static Column several(String key, Kind kind) {
            return new Column(key, kind, false, true, List.of());
        }

        /** Returns a column with choices. */
        public static Column choice(String key, boolean required, String... choices) {
            return new Column(key, Kind.CHOICE, required, false, List.of(choices));
        }
    }

    /**
     * The row or cell that a parameter comes from.
     *
     * @param list   key of the list
     * @param row    index of the row among the list's rows, from 0
     * @param column key of the column; empty means the whole row
     */
    public record CellOrigin(String list, int row, String column) {
        /**
         * Returns the origin of a parameter if the rows of each list are the parameter with the list's key.
         *
         * @param lists   the lists
         * @param pointer JSON pointer into the parameters, such as {@code /candidates/2/area}
         * @return empty if the pointer does not lead into a row of a list
         */
        public static Optional<CellOrigin> ofPointer(List<InputList> lists, String pointer) {
            String[] steps = pointer.split("/", -1);
            if (steps.length < 3 || !steps[2].chars().allMatch(Character::isDigit) || steps[2].isEmpty()) {
                return Optional.empty();
            }
            return lists.stream()
                    .filter(list -> list.key().equals(steps[1]))
                    .findFirst()
                    .map(list -> new CellOrigin(list.key(), Integer.parseInt(steps[2]), list.columnKeyOrEmpty(steps)));
        }
    }

    private String columnKeyOrEmpty(String[] steps) {
        return columns.stream()
                .map(Column::key)
                .filter(column -> steps.length > 3 && column.equals(steps[3]))
                .findFirst()
                .orElse("");
    }

    /** @throws IllegalArgumentException if there is no column, a key occurs twice, or the cells of an example do not match the number of columns */
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
