package dk.grundskema.api.imports.source;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import java.util.List;

/**
 * Something that somebody should know about a file.
 *
 * @param file    name of the file as the user gave it
 * @param finding what was found; its pointer is the place in the file as people find it again, such as {@code Staff!C14}
 */
public record FileFinding(String file, Finding finding) {
    /** An error at a place. */
    public static FileFinding error(Place place, String code, Object... arguments) {
        return at(place, Severity.ERROR, code, arguments);
    }

    /** A warning at a place. */
    public static FileFinding warning(Place place, String code, Object... arguments) {
        return at(place, Severity.WARNING, code, arguments);
    }

    /** A piece of information about a place. */
    public static FileFinding info(Place place, String code, Object... arguments) {
        return at(place, Severity.INFO, code, arguments);
    }

    /** Where it is. */
    public Place place() {
        return new Place(file, finding.pointer());
    }

    private static FileFinding at(Place place, Severity severity, String code, Object... arguments) {
        return new FileFinding(place.file(), new Finding(code, severity, place.where(), List.of(arguments)));
    }
}
