package dk.grundskema.api.exports.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table of meetings as CSV, with semicolons and a byte order mark as Danish spreadsheets expect, or as a workbook. */
final class MeetingTableFiles {
    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final int WIDTH = 16;

    private MeetingTableFiles() {}

    static byte[] csv(MeetingTable table) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            try (var out = new CSVPrinter(writer, FORMAT)) {
                out.printRecord(table.headings());
                for (List<String> row : (Iterable<List<String>>) table.rows()::iterator) {
                    out.printRecord(row.stream().map(MeetingTableFiles::withoutFormula));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts an apostrophe before a text that a spreadsheet would calculate. */
    private static String withoutFormula(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** Cells are texts, so that none becomes a formula. */
    static byte[] workbook(MeetingTable table, String sheetName) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Grundskema", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName);
            List<String> headings = table.headings();
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.width(column, WIDTH);
            }
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (List<String> row : (Iterable<List<String>>) table.rows()::iterator) {
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(line, column, row.get(column));
                }
                line++;
            }
            sheet.setAutoFilter(0, 0, line - 1, headings.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
