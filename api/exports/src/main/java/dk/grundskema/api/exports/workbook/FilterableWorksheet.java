package dk.grundskema.api.exports.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A worksheet with one row for each item, filters on the frozen headings and no merged cells. Numbers can be summed; everything else is text, so that
 * none becomes a formula.
 *
 * @param title    title of the tab
 * @param headings headings of the columns; at least one
 */
record FilterableWorksheet(String title, List<String> headings) {
    /** Application name that workbooks contain. */
    static final String APPLICATION = "Grundskema";

    static final String VERSION = "1.0";

    private static final int WIDTH = 16;

    /** Copies the list. */
    FilterableWorksheet {
        headings = List.copyOf(headings);
    }

    /** Adds the sheet to a workbook. Each row has a number or text for each column. */
    void addTo(Workbook book, Stream<List<Object>> lines) {
        Worksheet sheet = book.newWorksheet(title);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(0, 1);
        int row = 1;
        for (List<Object> line : lines.toList()) {
            for (int column = 0; column < line.size(); column++) {
                if (line.get(column) instanceof Number number) {
                    sheet.value(row, column, number);
                } else {
                    sheet.value(row, column, String.valueOf(line.get(column)));
                }
            }
            row++;
        }
        if (row > 1) {
            sheet.range(1, 0, row - 1, headings.size() - 1)
                    .style()
                    .wrapText(true)
                    .set(); // some cells have several lines
            sheet.setAutoFilter(0, 0, row - 1, headings.size() - 1);
        }
    }
}
