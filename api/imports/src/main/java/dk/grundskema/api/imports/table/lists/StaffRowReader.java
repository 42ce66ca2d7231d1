package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;

/** Reads staff members, one per row. */
final class StaffRowReader implements ListTable.RowReader {
    @Override
    public void read(ListRow row, TableSourceBuilder out) {
        SourceText initials = row.sourceText("key");
        SourceText name = FullNameReader.read(row);
        SourceText key = initials == null ? name : initials;
        if (key == null) {
            row.refuseMissing("key", "fullname", "first");
        }
        var hours = row.hours("hours");
        if (hours != null && hours < 0) {
            row.refuse(row.place("hours"), "import.number.unknown", row.text("hours"));
        }
        var never = row.unavailablePeriods("never");
        if (row.isSound() && key != null) {
            out.addStaff(new SourceStaffMember(
                    row.place(), key, name, row.items("skills"), hours, row.sourceText("email"), never));
        }
    }
}
