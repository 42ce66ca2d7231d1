package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.domain.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files written for a test and read. */
record ReadFiles(Path folder) {
    Source read(FileReader reader, String name, String text) {
        return read(reader, name, text, StandardCharsets.UTF_8);
    }

    Source read(FileReader reader, String name, String text, Charset charset) {
        return read(reader, name, text.getBytes(charset), ReadingHints.none());
    }

    Source read(FileReader reader, String name, byte[] bytes, ReadingHints hints) {
        return reader.read(name, write(name, bytes), hints);
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> codes(Source source) {
        return source.findings().stream().map(each -> each.finding().code()).toList();
    }

    /** Code and place of all that is worse than information. */
    static List<String> wrong(Source source) {
        return source.findings().stream()
                .filter(each -> each.finding().severity() != Severity.INFO)
                .map(ReadFiles::codeAndPlace)
                .toList();
    }

    static String codeAndPlace(FileFinding each) {
        return each.finding().code() + " @ " + each.finding().pointer();
    }

    static List<String> words(List<Said> said) {
        return said.stream().map(Said::text).toList();
    }

    static String line(SourceLesson lesson) {
        return String.join("+", words(lesson.classes()))
                + (lesson.courses().isEmpty() ? "" : "{" + String.join("+", words(lesson.courses())) + "}")
                + " " + (lesson.subject() == null ? "-" : lesson.subject().text())
                + " " + String.join("+", words(lesson.teachers()))
                + " " + String.join("+", words(lesson.rooms()))
                + (lesson.part() ? " part" : "")
                + (lesson.busy() ? " busy" : "");
    }
}
