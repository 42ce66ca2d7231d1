package dk.grundskema.api.imports;

import dk.grundskema.api.imports.ImportRequest.Named;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds for each file the reader of its format. */
record Recognition(List<FileReader> readers) {
    /** Copies the list. */
    Recognition {
        readers = List.copyOf(readers);
    }

    /** Everything in a file, or why it can't be read. */
    Source read(Named file, ReadingHints hints) {
        if (Files.isDirectory(file.path())) {
            return unreadable(file, "file.is-folder");
        }
        try {
            byte[] head = head(file.path());
            if (head.length == 0) {
                return unreadable(file, "import.empty-file");
            }
            return readers.stream()
                    .filter(reader -> reader.recognises(head, file.last()))
                    .findFirst()
                    .map(reader -> reader.read(file.name(), file.path(), hints))
                    .orElseGet(() -> unreadable(file, "import.unknown-format"));
        } catch (NoSuchFileException e) {
            return unreadable(file, "file.not-found");
        } catch (IOException | SecurityException e) {
            return unreadable(file, "file.not-readable");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileReader.HEAD);
        }
    }

    private static Source unreadable(Named file, String code) {
        return Source.unreadable(List.of(FileFinding.error(new Place(file.name(), ""), code, file.name())));
    }
}
