package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceText;

/** Reads classes and courses, one per row. Without a stated type, a group made of other classes is a course. */
final class GroupRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        SourceText key = row.sourceText("key");
        if (key == null) {
            row.refuseMissing("key");
        }
        var of = row.names("of");
        boolean isClass = row.choice("type").map(type -> type.equals("class")).orElse(of.isEmpty());
        if (row.isSound() && key != null) {
            out.addGroup(
                    new SourceGroup(row.place(), key, row.sourceText("called"), isClass, of, row.items("students")));
        }
    }
}
