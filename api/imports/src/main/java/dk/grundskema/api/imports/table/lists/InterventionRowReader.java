package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads rows of intervention types' lists without interpreting their cells; that happens when people and classes are known. */
final class InterventionRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        var cells = new TreeMap<String, SourceText>();
        row.list().list().columns().stream()
                .filter(column -> column.kind() == Kind.STUDENT && !column.many())
                .flatMap(column -> Stream.ofNullable(row.sourceText(column.key())))
                .findFirst()
                .ifPresent(row::setStudent);
        for (Column column : row.list().list().columns()) {
            SourceText cell = row.sourceText(column.key());
            if (cell != null) {
                cells.put(column.key(), cell);
            } else if (column.required()) {
                row.refuseMissing(column.key());
            }
        }
        if (row.isSound()) {
            out.addListRow(new SourceListRow(
                    row.place(), row.list().type(), row.list().list().key(), cells));
        }
    }
}
