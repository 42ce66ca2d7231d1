package dk.grundskema.api.imports;

import dk.grundskema.api.imports.ImportRequest.Named;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.systems.CalendarJoining;
import dk.grundskema.api.imports.table.SeenTable;
import dk.grundskema.api.imports.table.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds for each file the reader of its format. */
record Recognition(List<FileReader> readers) {
    /** Copies the list. */
    Recognition {
        readers = List.copyOf(readers);
    }

    /** A file with its reader; a file without one has a reader that says why. */
    private record Recognised(Named file, FileReader reader) {
        Source read(ReadingHints hints) {
            return reader.read(file.name(), file.path(), hints);
        }
    }

    /** Everything in all files, in their order. A file whose reader is helped by the others is read again, knowing them. */
    Source readAll(List<Named> files, ReadingHints hints) {
        var recognised = files.stream().map(this::recognise).toList();
        var first = recognised.stream().map(each -> each.read(hints)).toList();
        var all = new ArrayList<>(first);
        for (int i = 0; i < first.size() && first.size() > 1; i++) {
            var others = new ArrayList<>(first);
            others.remove(i);
            FileReader knowing = recognised.get(i).reader().knowing(Source.together(others));
            boolean isHelped = !knowing.equals(recognised.get(i).reader())
                    && !first.get(i).lessons().isEmpty(); // only words of timetables depend on other files
            if (isHelped) {
                all.set(i, new Recognised(files.get(i), knowing).read(hints));
            }
        }
        return CalendarJoining.joined(Source.together(all));
    }

    /** Everything in one file, or why it can't be read. */
    Source read(Named file, ReadingHints hints) {
        return recognise(file).read(hints);
    }

    /** The tables of those files that are read as such. */
    List<SeenTable> tables(List<Named> files, ReadingHints hints) {
        return files.stream()
                .map(this::recognise)
                .flatMap(one -> one.reader() instanceof TableReader tables
                        ? tables.seen(one.file().name(), one.file().path(), hints).stream()
                        : Stream.empty())
                .toList();
    }

    private Recognised recognise(Named file) {
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
                    .map(reader -> new Recognised(file, reader))
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

    private static Recognised unreadable(Named file, String code) {
        var why = FileFinding.error(new Place(file.name(), ""), code, file.name());
        return new Recognised(file, new Unreadable(why));
    }

    /** Says why a file can't be read. */
    private record Unreadable(FileFinding why) implements FileReader {
        @Override
        public boolean recognises(byte[] head, String fileName) {
            return true;
        }

        @Override
        public Source read(String name, Path file, ReadingHints hints) {
            return Source.unreadable(List.of(why));
        }
    }
}
