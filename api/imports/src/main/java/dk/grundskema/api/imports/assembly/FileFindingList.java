package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the findings and questions of an assembly. */
final class FileFindingList {
    private static final int MOST_PLACES = 5;

    private final List<FileFinding> all = new ArrayList<>();
    private final List<ImportQuestion> questions = new ArrayList<>();

    void error(SourceLocation place, String code, Object... arguments) {
        all.add(FileFinding.error(place, code, arguments));
    }

    void warning(SourceLocation place, String code, Object... arguments) {
        all.add(FileFinding.warning(place, code, arguments));
    }

    void info(SourceLocation place, String code, Object... arguments) {
        all.add(FileFinding.info(place, code, arguments));
    }

    void report(Severity severity, SourceLocation place, String code, Object... arguments) {
        all.add(new FileFinding(place.file(), new Finding(code, severity, place.where(), List.of(arguments))));
    }

    void ask(ImportQuestion question) {
        questions.add(question);
    }

    List<ImportQuestion> questions() {
        return List.copyOf(questions);
    }

    List<FileFinding> all() {
        return List.copyOf(all);
    }

    boolean hasErrors() {
        return all.stream().anyMatch(each -> each.finding().isError());
    }

    /** Returns the result of {@code maker}; {@code null} if it throws {@link InvalidValueException}, after reporting the reasons at the place. */
    <T> @Nullable T createOrReport(SourceLocation place, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidValueException e) {
            e.findings()
                    .forEach(each -> error(place, each.code(), each.arguments().toArray()));
            return null;
        }
    }

    /** Returns places as text, at most 5; the file name is left out for places in the first one's file. */
    static String describePlaces(Collection<SourceLocation> places) {
        String file = places.iterator().next().file();
        var reported = places.stream()
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> place.file().equals(file) ? place.where() : place.file() + " " + place.where())
                .toList();
        return String.join(", ", reported) + (places.stream().distinct().count() > MOST_PLACES ? " …" : "");
    }
}
