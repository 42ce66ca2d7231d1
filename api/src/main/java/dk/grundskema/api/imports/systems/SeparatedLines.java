package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.table.file.Limits;
import dk.grundskema.api.imports.text.DecodedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fields without a heading, as Untis exports them: the separator is a comma, a semicolon or a tab, texts may be in double quotes. A
 * field never goes over the end of a line, so a quote that isn't closed spoils one line only.
 */
final class SeparatedLines {
    /** How many lines tell the separator. */
    private static final int SAMPLE = 50;

    private static final String LINE = "line ";

    private static final char END_OF_FILE = 0x1A;

    /**
     * A line that isn't blank.
     *
     * @param number which line of the file, from 1
     * @param fields stripped, without their quotes
     */
    record Line(int number, List<String> fields) {
        /** A field, from 0; empty if it is blank or there are fewer. */
        String field(int index) {
            return index < fields.size() ? fields.get(index) : "";
        }

        String where() {
            return LINE + number;
        }
    }

    private SeparatedLines() {}

    /** All lines that aren't blank; {@code null} after a finding was noted: there are too many lines, or one is too long. */
    static @Nullable List<Line> of(byte[] bytes, Notebook notes) {
        String text = DecodedText.of(bytes).text();
        int end = text.indexOf(END_OF_FILE);
        String whole = end < 0 ? text : text.substring(0, end);
        char separator = separator(whole);
        var found = new ArrayList<Line>();
        int number = 0;
        for (Iterator<String> lines = whole.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (isTooLong(line, separator)) {
                notes.error(LINE + number, "import.systems.line-too-long", Limits.CELL, Limits.COLUMNS);
                return null;
            }
            if (!line.isBlank()) {
                found.add(new Line(number, fields(line, separator)));
            }
            if (found.size() > Limits.ROWS) {
                notes.error("", "import.systems.too-many-lines", Limits.ROWS);
                return null;
            }
        }
        return found;
    }

    /** The first lines that aren't blank, as many as are asked for or fewer; none if any line is too long. */
    static List<Line> first(int most, byte[] bytes) {
        var lines = of(bytes, new Notebook(""));
        return lines == null ? List.of() : lines.stream().limit(most).toList();
    }

    private static boolean isTooLong(String line, char separator) {
        return line.length() > Limits.CELL
                || line.chars().filter(letter -> letter == separator).count() >= Limits.COLUMNS;
    }

    /** The one that makes most fields in the line where it makes fewest. */
    private static char separator(String text) {
        var sample = text.lines()
                .filter(line -> !line.isBlank())
                .limit(SAMPLE)
                .map(line -> line.substring(0, Math.min(line.length(), Limits.CELL)))
                .toList();
        return Stream.of(';', '\t', ',')
                .max(Comparator.comparingInt(each -> sample.stream()
                        .mapToInt(line -> fields(line, each).size())
                        .min()
                        .orElse(0)))
                .orElseThrow();
    }

    private static List<String> fields(String line, char separator) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quoted && letter == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                blank = false;
                i++;
            } else if (quoted && letter == '"') {
                quoted = false;
            } else if (!quoted && letter == '"' && blank) {
                field.setLength(0);
                quoted = true;
            } else if (!quoted && letter == separator) {
                fields.add(field.toString().strip());
                field.setLength(0);
                blank = true;
            } else {
                field.append(letter);
                blank = blank && Character.isWhitespace(letter);
            }
        }
        fields.add(field.toString().strip());
        return List.copyOf(fields);
    }
}
