package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import java.util.ArrayList;
import java.util.List;

/** Collects the data and findings of one file. */
public final class TableSourceBuilder {
    /** Most findings that are reported for one file. */
    static final int MOST_FINDINGS = 1000;

    private final String file;
    private final List<SourceLesson> lessons = new ArrayList<>();
    private final List<SourceStaffMember> staff = new ArrayList<>();
    private final List<SourceStudent> students = new ArrayList<>();
    private final List<SourceGroup> groups = new ArrayList<>();
    private final List<SourceRoom> rooms = new ArrayList<>();
    private final List<SourceBusyTime> busy = new ArrayList<>();
    private final List<SourceBellTime> periods = new ArrayList<>();
    private final List<SourceListRow> rows = new ArrayList<>();
    private final List<FileFinding> findings = new ArrayList<>();
    private boolean hasLeftOut;

    /** @param file name of the file as the user gave it */
    public TableSourceBuilder(String file) {
        this.file = file;
    }

    /** Adds a finding, unless the limit is reached. */
    public void addFinding(FileFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            hasLeftOut = true;
        }
    }

    /** Adds a lesson. */
    public void addLesson(SourceLesson lesson) {
        lessons.add(lesson);
    }

    void addStaff(SourceStaffMember person) {
        staff.add(person);
    }

    void addStudent(SourceStudent student) {
        students.add(student);
    }

    void addGroup(SourceGroup group) {
        groups.add(group);
    }

    void addRoom(SourceRoom room) {
        rooms.add(room);
    }

    void addBusyTime(SourceBusyTime one) {
        busy.add(one);
    }

    void addBellTime(SourceBellTime period) {
        periods.add(period);
    }

    void addListRow(SourceListRow row) {
        rows.add(row);
    }

    /** Returns the collected data. */
    public SourceData build() {
        var reported = new ArrayList<>(findings);
        if (hasLeftOut) {
            reported.add(FileFinding.error(new SourceLocation(file, ""), "import.too-many-findings", MOST_FINDINGS));
        }
        return new SourceData(lessons, staff, students, groups, rooms, busy, periods, rows, reported);
    }
}
