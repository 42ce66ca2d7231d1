package dk.grundskema.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The styles that lie beside this class. */
final class Styles {
    private Styles() {}

    static String file(String name) {
        try (InputStream file = Styles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The style (%s) is not in the program.\nMaybe build it again from the whole project?"
                                .formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
