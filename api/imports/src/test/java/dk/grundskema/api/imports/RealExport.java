package dk.grundskema.api.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A real export in the folder {@code shared/data} beside the project's folder. Such files do not belong to the project; without them their
 * tests are skipped.
 *
 * @param path the file
 */
public record RealExport(Path path) {
    /** Returns the file of that name; skips the test if it is not there. */
    public static RealExport named(String name) {
        Path file = projectFolder().resolveSibling("shared").resolve("data").resolve(name);
        assumeTrue(Files.isRegularFile(file), "The real export " + name + " is not in shared/data beside the project");
        return new RealExport(file);
    }

    private static Path projectFolder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .filter(folder -> Files.isRegularFile(folder.resolve("grundskema")))
                .findFirst()
                .orElseThrow();
    }

    /** Returns its text. */
    public String text() {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
