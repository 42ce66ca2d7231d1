package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceStudent;

/** Students, a row each. */
final class StudentRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        Said id = row.said("key");
        Said name = FullName.of(row);
        if (name == null) {
            row.missing("fullname", "first");
        }
        var never = row.whens("never");
        if (row.isSound() && name != null) {
            out.student(new SourceStudent(
                    row.place(),
                    id == null ? name : id,
                    name,
                    row.said("class"),
                    row.said("school"),
                    row.names("courses"),
                    never));
        }
    }
}
