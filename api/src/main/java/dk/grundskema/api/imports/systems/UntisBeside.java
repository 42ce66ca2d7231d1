package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.systems.SeparatedLines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds files of the same export, which Untis writes into one folder. */
final class UntisBeside {
    private UntisBeside() {}

    /** The lines of the file whose name begins so, large or small; none if there is no such file that can be read. */
    static List<Line> lines(Path file, String name) {
        var quiet = new Notebook("");
        return bytes(file, name, quiet)
                .flatMap(bytes -> Optional.ofNullable(SeparatedLines.of(bytes, quiet)))
                .orElse(List.of());
    }

    private static Optional<byte[]> bytes(Path file, String name, Notebook quiet) {
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
            return found.flatMap(each -> Optional.ofNullable(WholeBytes.of(each, quiet)));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
