package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceRow;
import dk.grundskema.api.imports.source.SourceStudent;
import java.util.ArrayList;
import java.util.List;

/** What was understood so far of one file. */
public final class Collected {
    /** Most findings that are told of one file. */
    static final int MOST_FINDINGS = 1000;

    private final String file;
    private final List<SourceLesson> lessons = new ArrayList<>();
    private final List<SourcePerson> staff = new ArrayList<>();
    private final List<SourceStudent> students = new ArrayList<>();
    private final List<SourceGroup> groups = new ArrayList<>();
    private final List<SourceRoom> rooms = new ArrayList<>();
    private final List<SourceBusy> busy = new ArrayList<>();
    private final List<SourcePeriod> periods = new ArrayList<>();
    private final List<SourceRow> rows = new ArrayList<>();
    private final List<FileFinding> findings = new ArrayList<>();
    private boolean hasLeftOut;

    /** @param file name of the file as the user gave it */
    public Collected(String file) {
        this.file = file;
    }

    /** Keeps a finding, as long as anybody would read on. */
    public void say(FileFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            hasLeftOut = true;
        }
    }

    /** Keeps a lesson. */
    public void lesson(SourceLesson lesson) {
        lessons.add(lesson);
    }

    void person(SourcePerson person) {
        staff.add(person);
    }

    void student(SourceStudent student) {
        students.add(student);
    }

    void group(SourceGroup group) {
        groups.add(group);
    }

    void room(SourceRoom room) {
        rooms.add(room);
    }

    void busy(SourceBusy one) {
        busy.add(one);
    }

    void period(SourcePeriod period) {
        periods.add(period);
    }

    void row(SourceRow row) {
        rows.add(row);
    }

    /** All of it. */
    public Source done() {
        var told = new ArrayList<>(findings);
        if (hasLeftOut) {
            told.add(FileFinding.error(new Place(file, ""), "import.too-many-findings", MOST_FINDINGS));
        }
        return new Source(lessons, staff, students, groups, rooms, busy, periods, rows, told);
    }
}
