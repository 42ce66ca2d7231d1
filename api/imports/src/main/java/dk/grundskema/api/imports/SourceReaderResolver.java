package dk.grundskema.api.imports;

import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.calendar.CalendarLessonJoiner;
import dk.grundskema.api.imports.table.TablePreview;
import dk.grundskema.api.imports.table.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the reader for each file's format. */
record SourceReaderResolver(List<SourceReader> readers) {
    /** Copies the list. */
    SourceReaderResolver {
        readers = List.copyOf(readers);
    }

    /** A file with its reader; for an unknown format, the reader reports the error. */
    private record RecognisedFile(NamedFile file, SourceReader reader) {
        SourceData read(ReadingHints hints) {
            return reader.read(file.name(), file.path(), hints);
        }
    }

    /** Reads all files, in their order. If a reader uses other files' data, its file is read a second time with that data. */
    SourceData readAll(List<NamedFile> files, ReadingHints given) {
        ReadingHints hints =
                given.withFiles(files.stream().map(NamedFile::fileName).collect(Collectors.toSet()));
        var recognised = files.stream().map(this::recognise).toList();
        var first = recognised.stream().map(each -> each.read(hints)).toList();
        var all = new ArrayList<>(first);
        for (int i = 0; i < first.size() && first.size() > 1; i++) {
            var others = new ArrayList<>(first);
            others.remove(i);
            SourceReader knowing = recognised.get(i).reader().withOtherSources(SourceData.merge(others));
            boolean isHelped = !knowing.equals(recognised.get(i).reader())
                    && !first.get(i).lessons().isEmpty(); // only words of timetables depend on other files
            if (isHelped) {
                all.set(i, new RecognisedFile(files.get(i), knowing).read(hints));
            }
        }
        return CalendarLessonJoiner.join(SourceData.merge(all));
    }

    /** Returns the content of one file, or why it can't be read. */
    SourceData read(NamedFile file, ReadingHints hints) {
        return recognise(file).read(hints);
    }

    /** Returns the tables of the files that a table reader reads. */
    List<TablePreview> readTables(List<NamedFile> files, ReadingHints hints) {
        return files.stream()
                .map(this::recognise)
                .flatMap(one -> one.reader() instanceof TableReader tables
                        ? tables.previewTables(one.file().name(), one.file().path(), hints).stream()
                        : Stream.empty())
                .toList();
    }

    private RecognisedFile recognise(NamedFile file) {
        if (Files.isDirectory(file.path())) {
            return unreadable(file, "file.is-folder");
        }
        try {
            byte[] head = readHead(file.path());
            if (head.length == 0) {
                return unreadable(file, "import.empty-file");
            }
            return readers.stream()
                    .filter(reader -> reader.recognises(head, file.fileName()))
                    .findFirst()
                    .map(reader -> new RecognisedFile(file, reader))
                    .orElseGet(() -> unreadable(file, "import.unknown-format"));
        } catch (NoSuchFileException e) {
            return unreadable(file, "file.not-found");
        } catch (IOException | SecurityException e) {
            return unreadable(file, "file.not-readable");
        }
    }

    private static byte[] readHead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SourceReader.HEAD);
        }
    }

    private static RecognisedFile unreadable(NamedFile file, String code) {
        var why = FileFinding.error(new SourceLocation(file.name(), ""), code, file.name());
        return new RecognisedFile(file, new UnreadableFileReader(why));
    }

    /** Reports why a file can't be read. */
    private record UnreadableFileReader(FileFinding why) implements SourceReader {
        @Override
        public boolean recognises(byte[] head, String fileName) {
            return true;
        }

        @Override
        public SourceData read(String name, Path file, ReadingHints hints) {
            return SourceData.unreadable(List.of(why));
        }
    }
}
