package dk.grundskema.api.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of a workbook with a line for each thing: filters on the headings, which stay in sight, nothing merged. Numbers can be summed; all else
 * stands as text, whatever it begins with, so that none becomes a formula.
 *
 * @param title    what its tab says
 * @param headings what stands above the columns; at least one
 */
record FilterableSheet(String title, List<String> headings) {
    /** Name and version that workbooks say they were made with. */
    static final String APPLICATION = "Grundskema";

    static final String VERSION = "1.0";

    private static final int WIDTH = 16;

    /** Copies the list. */
    FilterableSheet {
        headings = List.copyOf(headings);
    }

    /** Adds it to a workbook with its lines, each a number or something to read for each column. */
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
                    .set(); // some cells are of several lines
            sheet.setAutoFilter(0, 0, row - 1, headings.size() - 1);
        }
    }
}
