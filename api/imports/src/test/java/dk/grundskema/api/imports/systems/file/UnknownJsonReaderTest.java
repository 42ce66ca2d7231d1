package dk.grundskema.api.imports.systems.file;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportedLessons;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.systems.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is no answer of WebUntis with lessons is no table. */
class UnknownJsonReaderTest {
    @TempDir
    Path folder;

    private List<String> errors(String name, String text) {
        var files = new SourceFiles(folder);
        var imported = ImportedLessons.importFile(files.write(name, text.getBytes(StandardCharsets.UTF_8)));
        return imported.findings().stream()
                .map(FileFinding::finding)
                .filter(finding -> finding.isError())
                .map(finding -> finding.code() + " " + finding.arguments())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\": []}", "[]", "{}", "[{\"day\": 1, \"lesson\": \"DAN\"}]", " {\n\"plan\": {}}"})
    void jsonWithoutLessonsIsRefused(String text) {
        assertThat(errors("school.json", text)).containsExactly("import.json.unknown [school.json]");
    }

    @Test
    void tablesMayBeginWithABracket() {
        assertThat(errors("school.csv", "[7A];Fag\nKlasse;Fag;Lærer;Ugedag;Lektion\n7A;DAN;MH;mandag;1\n"))
                .doesNotContain("import.json.unknown [school.csv]");
    }
}
