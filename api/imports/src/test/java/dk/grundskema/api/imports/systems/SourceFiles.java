package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files written for a test and read. */
public record SourceFiles(Path folder) {
    public SourceData read(SourceReader reader, String name, String text) {
        return read(reader, name, text, StandardCharsets.UTF_8);
    }

    public SourceData read(SourceReader reader, String name, String text, Charset charset) {
        return read(reader, name, text.getBytes(charset), ReadingHints.none());
    }

    public SourceData read(SourceReader reader, String name, byte[] bytes, ReadingHints hints) {
        return reader.read(name, write(name, bytes), hints);
    }

    public Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> codes(SourceData source) {
        return source.findings().stream().map(each -> each.finding().code()).toList();
    }

    /** Code and place of all that is worse than information. */
    public static List<String> errorsAndWarnings(SourceData source) {
        return source.findings().stream()
                .filter(each -> each.finding().severity() != Severity.INFO)
                .map(SourceFiles::codeAndPlace)
                .toList();
    }

    public static String codeAndPlace(FileFinding each) {
        return each.finding().code() + " @ " + each.finding().pointer();
    }

    public static List<String> words(List<SourceText> said) {
        return said.stream().map(SourceText::text).toList();
    }

    public static String describe(SourceLesson lesson) {
        return String.join("+", words(lesson.classes()))
                + (lesson.courses().isEmpty() ? "" : "{" + String.join("+", words(lesson.courses())) + "}")
                + " " + (lesson.subject() == null ? "-" : lesson.subject().text())
                + " " + String.join("+", words(lesson.teachers()))
                + " " + String.join("+", words(lesson.rooms()))
                + (lesson.part() ? " part" : "")
                + (lesson.busy() ? " busy" : "");
    }
}
