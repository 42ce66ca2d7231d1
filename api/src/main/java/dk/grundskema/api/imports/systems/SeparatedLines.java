package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.text.DecodedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of fields without a heading, as Untis exports them: the separator is a comma, a semicolon or a tab, texts may be in double quotes. A
 * field never goes over the end of a line, so a quote that isn't closed spoils one line only.
 */
final class SeparatedLines {
    /** How many lines tell the separator. */
    private static final int SAMPLE = 50;

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
            return "line " + number;
        }
    }

    private SeparatedLines() {}

    /** All lines that aren't blank. */
    static List<Line> of(byte[] bytes) {
        String text = DecodedText.of(bytes).text();
        int end = text.indexOf(END_OF_FILE);
        var lines = (end < 0 ? text : text.substring(0, end)).lines().toList();
        char separator = separator(lines);
        var found = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                found.add(new Line(i + 1, fields(lines.get(i), separator)));
            }
        }
        return found;
    }

    /** The one that makes most fields in the line where it makes fewest. */
    private static char separator(List<String> lines) {
        var sample =
                lines.stream().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
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
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quoted && letter == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (quoted && letter == '"') {
                quoted = false;
            } else if (!quoted && letter == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (!quoted && letter == separator) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString().strip());
        return List.copyOf(fields);
    }
}
