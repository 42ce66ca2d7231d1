package dk.grundskema.examples.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The best complete plans of generated instances that any search has found in any time, as soft points, from {@code best-known.properties}. */
final class BestKnown {
    private static final String FILE = "best-known.properties";

    private final Properties points = new Properties();

    private BestKnown() {}

    static BestKnown read() {
        var known = new BestKnown();
        try (InputStream file = Objects.requireNonNull(BestKnown.class.getResourceAsStream(FILE), FILE)) {
            known.points.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    /** Returns the soft points of the best plan of an instance, as a positive number; empty if nothing is known. */
    Optional<Long> find(String size, int seed) {
        return Optional.ofNullable(points.getProperty(size + "-" + seed)).map(Long::valueOf);
    }

    /** Returns by how many per cent soft points are above the best plan's; empty if nothing is known. */
    Optional<String> distance(String size, int seed, long softPoints) {
        return find(size, seed)
                .map(best -> String.format(Locale.ROOT, "%+.1f %%", 100.0 * (softPoints - best) / Math.max(1, best)));
    }
}
