package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceText;

/** Reads rooms, one per row. */
final class RoomRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        SourceText key = row.sourceText("key");
        if (key == null) {
            row.refuseMissing("key");
        }
        Integer capacity = row.wholeNumber("capacity", 0);
        if (row.isSound() && key != null) {
            out.addRoom(new SourceRoom(row.place(), key, row.sourceText("called"), row.sourceText("kind"), capacity));
        }
    }
}
