package dk.grundskema.api.imports.source;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.StudentName;
import java.util.List;

/**
 * A finding about a file.
 *
 * @param file    name of the file as the user gave it
 * @param finding the finding; its pointer is a readable place in the file, such as {@code Staff!C14}
 */
public record FileFinding(String file, Finding finding) {
    private static final String OF_STUDENT = "import.student.cell";

    /** Returns an error at a place. */
    public static FileFinding error(SourceLocation place, String code, Object... arguments) {
        return of(place, Severity.ERROR, code, arguments);
    }

    /** Returns a finding of a cell at its place. */
    public static FileFinding at(SourceLocation place, Finding finding) {
        return new FileFinding(place.file(), finding.withPointerPrefix(place.where()));
    }

    /** Returns a warning at a place. */
    public static FileFinding warning(SourceLocation place, String code, Object... arguments) {
        return of(place, Severity.WARNING, code, arguments);
    }

    /** Returns an information at a place. */
    public static FileFinding info(SourceLocation place, String code, Object... arguments) {
        return of(place, Severity.INFO, code, arguments);
    }

    /**
     * Returns the same finding with the name of the student that it is about, unless it has one. Only readers who may see students' names are
     * shown it.
     */
    public FileFinding about(StudentName student) {
        if (finding.arguments().stream().anyMatch(one -> one instanceof StudentName || one instanceof StudentId)) {
            return this;
        }
        var inner = new Phrase(finding.code(), finding.arguments());
        return new FileFinding(
                file, new Finding(OF_STUDENT, finding.severity(), finding.pointer(), List.of(student, inner)));
    }

    /** Returns the code of what was found; of a finding with a student's name, that of the finding without it. */
    public String kind() {
        return finding.code().equals(OF_STUDENT) && finding.arguments().getLast() instanceof Phrase inner
                ? inner.key()
                : finding.code();
    }

    /** Returns its place. */
    public SourceLocation place() {
        return new SourceLocation(file, finding.pointer());
    }

    /** Returns a finding of a severity at a place. */
    public static FileFinding of(SourceLocation place, Severity severity, String code, Object... arguments) {
        return new FileFinding(place.file(), new Finding(code, severity, place.where(), List.of(arguments)));
    }
}
