package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceRoom;

/** Rooms, a row each. */
final class RoomRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        Said key = row.said("key");
        if (key == null) {
            row.missing("key");
        }
        Integer capacity = row.whole("capacity", 0);
        if (row.isSound() && key != null) {
            out.room(new SourceRoom(row.place(), key, row.said("called"), row.said("kind"), capacity));
        }
    }
}
