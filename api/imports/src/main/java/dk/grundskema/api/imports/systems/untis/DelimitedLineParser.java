package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.table.file.DecodedText;
import dk.grundskema.api.imports.table.file.TableLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses lines of fields without a heading, as Untis exports them. The separator is a comma, a semicolon or a tab; texts may be in double
 * quotes. A field never spans lines, so an unclosed quote breaks only one line.
 */
final class DelimitedLineParser {
    /** Number of lines for detecting the separator. */
    private static final int SAMPLE = 50;

    private static final String LINE = "line ";

    private static final char END_OF_FILE = 0x1A;

    /**
     * A non-blank line.
     *
     * @param number line number in the file, from 1
     * @param fields stripped fields without quotes
     */
    record Line(int number, List<String> fields) {
        /** Returns a field by index, from 0; empty if it is blank or missing. */
        String field(int index) {
            return index < fields.size() ? fields.get(index) : "";
        }

        String where() {
            return LINE + number;
        }
    }

    private DelimitedLineParser() {}

    /** Returns all non-blank lines; {@code null} after reporting that there are too many or one is too long. */
    static @Nullable List<Line> parse(byte[] bytes, SystemSourceBuilder source) {
        String text = DecodedText.decode(bytes).text();
        int end = text.indexOf(END_OF_FILE);
        String whole = end < 0 ? text : text.substring(0, end);
        char separator = detectSeparator(whole);
        var found = new ArrayList<Line>();
        int number = 0;
        for (Iterator<String> lines = whole.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (isTooLong(line, separator)) {
                source.error(LINE + number, "import.systems.line-too-long", TableLimits.CELL, TableLimits.COLUMNS);
                return null;
            }
            if (!line.isBlank()) {
                found.add(new Line(number, splitFields(line, separator)));
            }
            if (found.size() > TableLimits.ROWS) {
                source.error("", "import.systems.too-many-lines", TableLimits.ROWS);
                return null;
            }
        }
        return found;
    }

    /** Returns at most the first {@code most} non-blank lines; none if any line is too long. */
    static List<Line> parseFirst(int most, byte[] bytes) {
        var lines = parse(bytes, new SystemSourceBuilder(""));
        return lines == null ? List.of() : lines.stream().limit(most).toList();
    }

    private static boolean isTooLong(String line, char separator) {
        return line.length() > TableLimits.CELL
                || line.chars().filter(letter -> letter == separator).count() >= TableLimits.COLUMNS;
    }

    /** Returns the separator with the highest minimum number of fields per line. */
    private static char detectSeparator(String text) {
        var sample = text.lines()
                .filter(line -> !line.isBlank())
                .limit(SAMPLE)
                .map(line -> line.substring(0, Math.min(line.length(), TableLimits.CELL)))
                .toList();
        return Stream.of(';', '\t', ',')
                .max(Comparator.comparingInt(each -> sample.stream()
                        .mapToInt(line -> splitFields(line, each).size())
                        .min()
                        .orElse(0)))
                .orElseThrow();
    }

    private static List<String> splitFields(String line, char separator) {
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
