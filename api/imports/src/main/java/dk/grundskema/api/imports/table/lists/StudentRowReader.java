package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;

/** Reads students, one per row. */
final class StudentRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        SourceText id = row.sourceText("key");
        SourceText name = FullNameReader.read(row);
        if (name == null) {
            row.refuseMissing("fullname", "first");
        } else {
            row.setStudent(name);
        }
        var never = row.unavailablePeriods("never");
        if (row.isSound() && name != null) {
            out.addStudent(new SourceStudent(
                    row.place(),
                    id == null ? name : id,
                    name,
                    row.sourceText("class"),
                    row.sourceText("school"),
                    row.names("courses"),
                    never));
        }
    }
}
