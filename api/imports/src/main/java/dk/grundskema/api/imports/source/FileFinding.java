package dk.grundskema.api.imports.source;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import java.util.List;

/**
 * A finding about a file.
 *
 * @param file    name of the file as the user gave it
 * @param finding the finding; its pointer is a readable place in the file, such as {@code Staff!C14}
 */
public record FileFinding(String file, Finding finding) {
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

    /** Returns its place. */
    public SourceLocation place() {
        return new SourceLocation(file, finding.pointer());
    }

    /** Returns a finding of a severity at a place. */
    public static FileFinding of(SourceLocation place, Severity severity, String code, Object... arguments) {
        return new FileFinding(place.file(), new Finding(code, severity, place.where(), List.of(arguments)));
    }
}
