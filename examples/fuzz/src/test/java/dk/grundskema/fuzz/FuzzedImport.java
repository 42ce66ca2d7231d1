package dk.grundskema.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Imports files of any content like the command line, and asserts what holds for all of them. */
final class FuzzedImport {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final List<Texts> TEXTS = Stream.of("da", "en")
            .map(Locale::of)
            .map(language -> new Texts(language, PLANNING.textBundles(language), Function.identity()))
            .toList();
    private static final StudentIdScheme IDS = StudentIdScheme.of(StudentKey::random);
    private static final Path SAMPLES =
            Path.of("..", "..", "api", "imports", "src", "test", "resources", "dk", "grundskema", "api", "imports");

    private FuzzedImport() {}

    /** Returns the content of a file that tests of the importers read, by its path below their resources. */
    static byte[] sample(String path) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(path));
    }

    /** Returns the files that earlier runs of a test found to reach more of the code. */
    static Stream<byte[]> corpus(Class<?> test) throws IOException {
        Path archive = Path.of("corpus", test.getSimpleName() + ".zip");
        if (!Files.exists(archive)) {
            return Stream.empty();
        }
        var contents = new ArrayList<byte[]>();
        try (var files = new ZipInputStream(Files.newInputStream(archive))) {
            while (files.getNextEntry() != null) {
                contents.add(files.readAllBytes());
            }
        }
        return contents.stream();
    }

    /** Imports a file of this name and content. */
    static void importFile(String name, byte[] content) {
        inFile(name, content, file -> assertComplete(PLANNING.importFiles(request(file, null))));
    }

    /** Imports a sound timetable with a mapping file of this content. */
    static void importWithMapping(byte[] content) {
        Path timetable = SAMPLES.resolve("systems/GPU001.TXT");
        inFile(
                "mapping.json",
                content,
                mapping -> assertComplete(PLANNING.importFiles(request(timetable, named(mapping)))));
    }

    private static void inFile(String name, byte[] content, Consumer<Path> use) {
        try {
            Path folder = Files.createTempDirectory("grundskema-fuzz");
            try {
                use.accept(Files.write(folder.resolve(name), content));
            } finally {
                Files.delete(folder.resolve(name));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NamedFile named(Path file) {
        return new NamedFile(String.valueOf(file.getFileName()), file);
    }

    private static ImportRequest request(Path file, @Nullable NamedFile mapping) {
        return new ImportRequest(
                List.of(named(file)), null, mapping, "2026/27", null, null, Language.DA, "problem.json", IDS);
    }

    /** There is a problem or an error, and each finding has a sentence in both languages. */
    private static void assertComplete(ImportResult imported) {
        assertThat(imported.json() == null).isEqualTo(imported.hasErrors());
        for (Texts texts : TEXTS) {
            assertThat(imported.findings())
                    .allSatisfy(
                            each -> assertThat(texts.sentenceOf(each.finding())).isNotBlank());
        }
    }
}
