package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceRow;
import dk.grundskema.solver.spi.InputList.Column;
import java.util.TreeMap;

/** Rows of lists of intervention types, as they are: what their cells mean is found out where people and classes are known. */
final class TypeRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        var cells = new TreeMap<String, Said>();
        for (Column column : row.list().list().columns()) {
            Said cell = row.said(column.key());
            if (cell != null) {
                cells.put(column.key(), cell);
            } else if (column.required()) {
                row.missing(column.key());
            }
        }
        if (row.isSound()) {
            out.row(new SourceRow(
                    row.place(), row.list().type(), row.list().list().key(), cells));
        }
    }
}
