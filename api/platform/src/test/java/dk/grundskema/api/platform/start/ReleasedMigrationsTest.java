package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReleasedMigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/dk/grundskema/api/platform/migrations");
    private static final Path RELEASED = Path.of("src/test/resources/dk/grundskema/api/platform/start/released.sha256");

    /** Databases in use contain what was released: a start refuses a database whose migrations have changed since. */
    @Test
    void releasedMigrationsAreUnchanged() throws IOException {
        if (Boolean.getBoolean("grundskema.earlier.write")) {
            Files.writeString(RELEASED, String.join("\n", migrations()) + "\n");
        }
        assertThat(migrations())
                .as("Maybe a table was changed in place? It takes a new migration, see CONTRIBUTING.md.")
                .containsAll(Files.readAllLines(RELEASED));
        assertThat(Files.readAllLines(RELEASED)).isNotEmpty();
    }

    /** Returns each migration with the hash of its text. */
    private static List<String> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted().map(ReleasedMigrationsTest::hashAndName).toList();
        }
    }

    private static String hashAndName(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file)) + "  " + file.getFileName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
