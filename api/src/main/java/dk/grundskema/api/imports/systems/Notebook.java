package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStudent;
import java.util.ArrayList;
import java.util.List;

/** What was understood and found of one file so far. */
final class Notebook {
    /** Most findings that are told of one file. */
    static final int MOST_FINDINGS = 1000;

    private final String file;
    private final List<FileFinding> findings = new ArrayList<>();
    private int count;

    final List<SourceLesson> lessons = new ArrayList<>();
    final List<SourcePerson> staff = new ArrayList<>();
    final List<SourceStudent> students = new ArrayList<>();
    final List<SourceGroup> groups = new ArrayList<>();
    final List<SourceRoom> rooms = new ArrayList<>();
    final List<SourceBusy> busy = new ArrayList<>();
    final List<SourcePeriod> periods = new ArrayList<>();

    /** @param file name of the file as the user gave it */
    Notebook(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    Place at(String where) {
        return new Place(file, where);
    }

    /** A text with its place; it isn't blank. */
    Said said(String text, String where) {
        return new Said(text.strip(), at(where));
    }

    void error(String where, String code, Object... arguments) {
        add(FileFinding.error(at(where), code, arguments));
    }

    void warning(String where, String code, Object... arguments) {
        add(FileFinding.warning(at(where), code, arguments));
    }

    void info(String where, String code, Object... arguments) {
        add(FileFinding.info(at(where), code, arguments));
    }

    private void add(FileFinding finding) {
        count++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /** Everything. */
    Source done() {
        var told = new ArrayList<>(findings);
        if (count > MOST_FINDINGS) {
            told.add(FileFinding.error(at(""), "import.systems.too-many-findings", count - MOST_FINDINGS));
        }
        return new Source(lessons, staff, students, groups, rooms, busy, periods, List.of(), told);
    }
}
