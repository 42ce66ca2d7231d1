package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds files of the same export, which Untis writes into one folder. */
final class UntisSiblingFiles {
    private UntisSiblingFiles() {}

    /** Returns the lines of the file with that base name, in any case; none if there is no readable file. */
    static List<Line> readLines(Path file, String name) {
        var quiet = new SystemSourceBuilder("");
        return readBytes(file, name, quiet)
                .flatMap(bytes -> Optional.ofNullable(DelimitedLineParser.parse(bytes, quiet)))
                .orElse(List.of());
    }

    private static Optional<byte[]> readBytes(Path file, String name, SystemSourceBuilder quiet) {
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
            return found.flatMap(each -> Optional.ofNullable(BoundedFileReader.readAll(each, quiet)));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
