package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.BoundedFindings;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SharedValues;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import java.util.ArrayList;
import java.util.List;

/** Collects the data and findings of one file. */
public final class TableSourceBuilder {
    private final List<SourceLesson> lessons = new ArrayList<>();
    private final List<SourceStaffMember> staff = new ArrayList<>();
    private final List<SourceStudent> students = new ArrayList<>();
    private final List<SourceGroup> groups = new ArrayList<>();
    private final List<SourceRoom> rooms = new ArrayList<>();
    private final List<SourceBusyTime> busy = new ArrayList<>();
    private final List<SourceBellTime> periods = new ArrayList<>();
    private final List<SourceListRow> rows = new ArrayList<>();
    private final BoundedFindings findings;
    private final SharedValues shared = new SharedValues();

    /** @param file name of the file as the user gave it */
    public TableSourceBuilder(String file) {
        this.findings = new BoundedFindings(file);
    }

    /** Adds a finding. */
    public void addFinding(FileFinding finding) {
        findings.add(finding);
    }

    /** Adds a lesson. */
    public void addLesson(SourceLesson lesson) {
        lessons.add(lesson);
    }

    /** Returns the value, or an equal one that was given before: the rows of long timetables repeat few days and times. */
    <T> T shared(T value) {
        return shared.share(value);
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

    /** Adds a row of a list of an intervention type. */
    public void addListRow(SourceListRow row) {
        rows.add(row);
    }

    /** Returns the collected data. */
    public SourceData build() {
        return new SourceData(lessons, staff, students, groups, rooms, busy, periods, rows, findings.all());
    }
}
