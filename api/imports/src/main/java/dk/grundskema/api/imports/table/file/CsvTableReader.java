package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.BoundedCsvCharReader.BeyondLimitsException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads delimited text files (CSV) in all dialects. */
final class CsvTableReader {
    private static final String HINT = "sep=";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNKNOWN = '\uFFFD';

    private CsvTableReader() {}

    static TableReadResult read(String name, byte[] bytes) {
        var whole = new SourceLocation(name, "");
        var decoded = DecodedText.decode(bytes);
        String text = decoded.text();
        if (text.indexOf(UNKNOWN) >= 0 || text.indexOf('\0') >= 0) {
            return TableReadResult.unreadable(FileFinding.error(whole, "import.file.broken-text"));
        }
        if (text.isBlank()) {
            return TableReadResult.unreadable(FileFinding.error(whole, "file.empty"));
        }
        var findings = new ArrayList<FileFinding>();
        if (decoded.charset().equals(WINDOWS)) {
            findings.add(FileFinding.info(whole, "import.file.windows-text"));
        }
        boolean hasHint = text.regionMatches(true, 0, HINT, 0, HINT.length()) && text.length() > HINT.length();
        char delimiter = hasHint ? text.charAt(HINT.length()) : DelimiterDetector.detect(text);
        return parse(name, text, isPossible(delimiter) ? delimiter : ';', hasHint ? 1 : 0, findings);
    }

    private static boolean isPossible(char delimiter) {
        return delimiter != '"' && delimiter != '\r' && delimiter != '\n';
    }

    private static TableReadResult parse(
            String name, String text, char delimiter, int skipped, List<FileFinding> findings) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        var whole = new SourceLocation(name, "");
        var rows = new TableRowsBuilder();
        int row = 0;
        long cells = 0;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new BoundedCsvCharReader(new StringReader(text), name, delimiter))
                .setFormat(format)
                .get()) {
            for (CSVRecord each : parser) {
                if (row >= skipped && !isEmpty(each)) {
                    if (row >= TableLimits.ROWS) {
                        return TableReadResult.unreadable(
                                FileFinding.error(whole, "import.table.too-many-rows", TableLimits.ROWS));
                    }
                    int width = fillRow(rows, row, each);
                    cells += width;
                    if (cells > TableLimits.CELLS) {
                        return TableReadResult.unreadable(
                                FileFinding.error(whole, "import.table.too-many-cells", TableLimits.CELLS));
                    }
                }
                row++;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            if (e.getCause() instanceof BeyondLimitsException beyond) {
                return TableReadResult.unreadable(beyond.finding());
            }
            return TableReadResult.unreadable(
                    FileFinding.error(new SourceLocation(name, CellName.of(row, 0)), "import.table.quote-open"));
        }
        return new TableReadResult(List.of(new Table(name, "", rows.build(), MergedAreas.none())), findings);
    }

    private static boolean isEmpty(CSVRecord record) {
        for (String cell : record) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Stores cells up to the last filled one; returns their number. */
    private static int fillRow(TableRowsBuilder rows, int row, CSVRecord record) {
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
