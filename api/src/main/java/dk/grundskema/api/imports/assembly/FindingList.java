package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.domain.finding.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was found so far. */
final class FindingList {
    private static final int MOST_PLACES = 5;

    private final List<FileFinding> all = new ArrayList<>();

    void error(Place place, String code, Object... arguments) {
        all.add(FileFinding.error(place, code, arguments));
    }

    void warning(Place place, String code, Object... arguments) {
        all.add(FileFinding.warning(place, code, arguments));
    }

    void info(Place place, String code, Object... arguments) {
        all.add(FileFinding.info(place, code, arguments));
    }

    List<FileFinding> all() {
        return List.copyOf(all);
    }

    boolean hasErrors() {
        return all.stream().anyMatch(each -> each.finding().isError());
    }

    /** What is made by {@code maker}; {@code null} after it was said at the place why it can't be made. */
    <T> @Nullable T made(Place place, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidValueException e) {
            e.findings()
                    .forEach(each -> error(place, each.code(), each.arguments().toArray()));
            return null;
        }
    }

    /** Some places in words: those of the file that comes first without its name. */
    static String where(Collection<Place> places) {
        String file = places.iterator().next().file();
        var told = places.stream()
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> place.file().equals(file) ? place.where() : place.file() + " " + place.where())
                .toList();
        return String.join(", ", told) + (places.stream().distinct().count() > MOST_PLACES ? " …" : "");
    }
}
