package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceGroup;

/** Classes and courses, a row each. Where a row doesn't say which it is, what is made of other classes is a course. */
final class GroupRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        Said key = row.said("key");
        if (key == null) {
            row.missing("key");
        }
        var of = row.names("of");
        boolean isClass = row.choice("type").map(type -> type.equals("class")).orElse(of.isEmpty());
        if (row.isSound() && key != null) {
            out.group(new SourceGroup(row.place(), key, row.said("called"), isClass, of, row.items("students")));
        }
    }
}
