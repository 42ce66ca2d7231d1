package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourcePerson;

/** Members of staff, a row each. */
final class StaffRows implements ListTable.RowReader {
    @Override
    public void read(ListRow row, Collected out) {
        Said initials = row.said("key");
        Said name = FullName.of(row);
        Said key = initials == null ? name : initials;
        if (key == null) {
            row.missing("key", "fullname", "first");
        }
        var hours = row.number("hours");
        if (hours != null && hours < 0) {
            row.refuse(row.place("hours"), "import.number.unknown", row.text("hours"));
        }
        var never = row.whens("never");
        if (row.isSound() && key != null) {
            out.person(new SourcePerson(row.place(), key, name, row.items("skills"), hours, row.said("email"), never));
        }
    }
}
