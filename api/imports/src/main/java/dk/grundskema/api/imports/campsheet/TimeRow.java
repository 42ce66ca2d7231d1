package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser;
import dk.grundskema.api.imports.table.file.Table;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet that has times down the side: in the first column, or from and until in the first two.
 *
 * @param row   index of the row, from 0
 * @param start start of the row
 * @param end   end of the row; {@code null} if the sheet has starts alone
 */
public record TimeRow(int row, LocalTime start, @Nullable LocalTime end) {
    /** Returns the first column that is right of all times: 1 or 2. */
    public static int firstColumnAfter(Table table) {
        for (int row = 0; row < table.rows().size(); row++) {
            if (parse(table.text(row, 0)).isPresent()
                    && parse(table.text(row, 1)).isPresent()) {
                return 2;
            }
        }
        return 1;
    }

    /** Returns the rows that have a time, from top to bottom. */
    public static List<TimeRow> findAll(Table table) {
        boolean hasTwoColumns = firstColumnAfter(table) == 2;
        var rows = new ArrayList<TimeRow>();
        for (int row = 0; row < table.rows().size(); row++) {
            String label = table.text(row, 0).replaceAll("\\s*\\R\\s*", " ");
            var span = TimeOfDayCellParser.parseSpan(label);
            if (span.isPresent()) {
                rows.add(new TimeRow(row, span.get().start(), span.get().end()));
            } else {
                var start = parse(label);
                if (start.isPresent()) {
                    LocalTime end = hasTwoColumns ? parse(table.text(row, 1)).orElse(null) : null;
                    rows.add(new TimeRow(row, start.get(), end));
                }
            }
        }
        return rows;
    }

    private static Optional<LocalTime> parse(String text) {
        return TimeOfDayCellParser.parseTime(text);
    }
}
