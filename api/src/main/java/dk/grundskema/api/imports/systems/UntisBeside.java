package dk.grundskema.api.imports.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds files of the same export, which Untis writes into one folder. */
final class UntisBeside {
    private UntisBeside() {}

    /** The bytes of the file whose name begins so, large or small; empty if there is none that can be read. */
    static Optional<byte[]> bytes(Path file, String name) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        try (var all = Files.list(folder)) {
            var found = all.filter(Files::isRegularFile)
                    .filter(each -> String.valueOf(each.getFileName())
                            .toUpperCase(Locale.ROOT)
                            .matches(name + "\\.(TXT|CSV|DIF)"))
                    .sorted()
                    .findFirst();
            return found.flatMap(each -> Optional.ofNullable(WholeBytes.of(each, new Notebook(""))));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
