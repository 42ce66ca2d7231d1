package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.table.file.BoundedCells.BeyondLimitsException;
import dk.grundskema.api.imports.text.DecodedText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads files of text with a cell a column: CSV in all its dialects. */
final class CsvFile {
    private static final String HINT = "sep=";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNKNOWN = '\uFFFD';

    private CsvFile() {}

    static Tables read(String name, byte[] bytes) {
        var whole = new Place(name, "");
        var decoded = DecodedText.of(bytes);
        String text = decoded.text();
        if (text.indexOf(UNKNOWN) >= 0 || text.indexOf('\0') >= 0) {
            return Tables.none(FileFinding.error(whole, "import.file.broken-text"));
        }
        if (text.isBlank()) {
            return Tables.none(FileFinding.error(whole, "file.empty"));
        }
        var findings = new ArrayList<FileFinding>();
        if (decoded.charset().equals(WINDOWS)) {
            findings.add(FileFinding.info(whole, "import.file.windows-text"));
        }
        boolean hasHint = text.regionMatches(true, 0, HINT, 0, HINT.length()) && text.length() > HINT.length();
        char delimiter = hasHint ? text.charAt(HINT.length()) : Delimiter.of(text);
        return parse(name, text, isPossible(delimiter) ? delimiter : ';', hasHint ? 1 : 0, findings);
    }

    private static boolean isPossible(char delimiter) {
        return delimiter != '"' && delimiter != '\r' && delimiter != '\n';
    }

    private static Tables parse(String name, String text, char delimiter, int skipped, List<FileFinding> findings) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        var whole = new Place(name, "");
        var rows = new TableRows();
        int row = 0;
        long cells = 0;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new BoundedCells(new StringReader(text), name, delimiter))
                .setFormat(format)
                .get()) {
            for (CSVRecord each : parser) {
                if (row >= skipped && !isEmpty(each)) {
                    if (row >= Limits.ROWS) {
                        return Tables.none(FileFinding.error(whole, "import.table.too-many-rows", Limits.ROWS));
                    }
                    int width = fill(rows, row, each);
                    cells += width;
                    if (cells > Limits.CELLS) {
                        return Tables.none(FileFinding.error(whole, "import.table.too-many-cells", Limits.CELLS));
                    }
                }
                row++;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            if (e.getCause() instanceof BeyondLimitsException beyond) {
                return Tables.none(beyond.finding());
            }
            return Tables.none(FileFinding.error(new Place(name, CellName.of(row, 0)), "import.table.quote-open"));
        }
        return new Tables(List.of(new Table(name, "", rows.done(), Areas.none())), findings);
    }

    private static boolean isEmpty(CSVRecord record) {
        for (String cell : record) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Columns as far as the last filled cell. */
    private static int fill(TableRows rows, int row, CSVRecord record) {
        int width = record.size();
        while (width > 0 && record.get(width - 1).isBlank()) {
            width--;
        }
        for (int column = width - 1; column >= 0; column--) {
            rows.set(
                    row,
                    column,
                    record.get(column).replace((char) 0xA0, (char) 0x20).strip());
        }
        return width;
    }
}
