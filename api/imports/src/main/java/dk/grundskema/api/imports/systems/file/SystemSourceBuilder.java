package dk.grundskema.api.imports.systems.file;

import dk.grundskema.api.imports.source.BoundedFindings;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Collects the data and findings of one file. */
public final class SystemSourceBuilder {
    /** Number of cases that a finding about several names. */
    public static final int EXAMPLES = 3;

    private final String file;
    private final BoundedFindings findings;
    private boolean isExact;

    /** The lessons so far, to add to. */
    public final List<SourceLesson> lessons = new ArrayList<>();
    /** Staff so far. */
    public final List<SourceStaffMember> staff = new ArrayList<>();
    /** Students so far. */
    public final List<SourceStudent> students = new ArrayList<>();
    /** Classes and courses so far. */
    public final List<SourceGroup> groups = new ArrayList<>();
    /** Rooms so far. */
    public final List<SourceRoom> rooms = new ArrayList<>();
    /** Times at which people or rooms are not available so far. */
    public final List<SourceBusyTime> busy = new ArrayList<>();
    /** Times of numbered or named lessons so far. */
    public final List<SourceBellTime> periods = new ArrayList<>();

    /** @param file name of the file as the user gave it */
    public SystemSourceBuilder(String file) {
        this.file = file;
        this.findings = new BoundedFindings(file);
    }

    /** Returns the name of the file as the user gave it. */
    public String file() {
        return file;
    }

    /** Returns a place in the file. */
    public SourceLocation location(String where) {
        return new SourceLocation(file, where);
    }

    /** Returns a text with its place; the text must not be blank. */
    public SourceText text(String text, String where) {
        return new SourceText(text.strip(), location(where));
    }

    /** States that two names of the file are never spellings of one. */
    public void keepNamesApart() {
        isExact = true;
    }

    /** Reports an error. */
    public void error(String where, String code, Object... arguments) {
        findings.add(FileFinding.error(location(where), code, arguments));
    }

    /** Reports a warning. */
    public void warning(String where, String code, Object... arguments) {
        findings.add(FileFinding.warning(location(where), code, arguments));
    }

    /** Reports what is good to know. */
    public void info(String where, String code, Object... arguments) {
        findings.add(FileFinding.info(location(where), code, arguments));
    }

    /** Reports a warning with the number of its cases and the first of them. */
    public void foldedWarning(String where, String code, Collection<String> cases) {
        if (!cases.isEmpty()) {
            warning(where, code, cases.size(), firstOf(cases));
        }
    }

    /** Reports an information with the number of its cases and the first of them. */
    public void foldedInfo(String where, String code, Collection<String> cases) {
        if (!cases.isEmpty()) {
            info(where, code, cases.size(), firstOf(cases));
        }
    }

    /** Returns the first different cases of a finding. */
    public static List<String> firstOf(Collection<String> cases) {
        return cases.stream().distinct().limit(EXAMPLES).toList();
    }

    /** Returns the collected data. */
    public SourceData build() {
        return new SourceData(
                lessons,
                staff,
                students,
                groups,
                rooms,
                busy,
                periods,
                List.of(),
                findings.all(),
                isExact ? Set.of(file) : Set.of());
    }
}
