package dk.grundskema.api.imports.systems.file;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.ImportedLessons;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.systems.SourceFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that no timetable program writes is no table. */
class UnknownXmlReaderTest {
    @TempDir
    Path folder;

    private List<String> errors(String text, Charset charset) {
        var files = new SourceFiles(folder);
        var imported = ImportedLessons.importFile(files.write("file.xml", text.getBytes(charset)));
        return imported.findings().stream()
                .map(FileFinding::finding)
                .filter(finding -> finding.isError())
                .map(finding -> finding.code() + " " + finding.arguments())
                .toList();
    }

    private List<String> errors(String text) {
        return errors(text, StandardCharsets.UTF_8);
    }

    @Test
    void xmlOfAnotherProgramIsRefusedWithItsFirstElement() {
        assertThat(errors("<?xml version=\"1.0\"?>\n<!-- a; b; c -->\n<plan><day/></plan>"))
                .containsExactly("import.xml.unknown-root [plan]");
        assertThat(errors("<!DOCTYPE plan [\n<!ELEMENT plan (day)>\n]>\n<plan/>"))
                .containsExactly("import.xml.unknown-root [plan]");
        assertThat(errors("\uFEFF<?xml version=\"1.0\"?><ns:plan/>", StandardCharsets.UTF_16LE))
                .containsExactly("import.xml.unknown-root [ns:plan]");
    }

    @Test
    void webPagesAndOldWorkbooksAreNamedAsSuch() {
        assertThat(errors("<!DOCTYPE html>\n<html><table><tr><td>7A</td></tr></table></html>"))
                .containsExactly("import.xml.web-page []");
        assertThat(errors("<html xmlns=\"x\"><body>Skema;7A</body></html>")).containsExactly("import.xml.web-page []");
        assertThat(errors("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>"))
                .containsExactly("import.xml.workbook []");
    }

    @Test
    void xmlWithoutAnElementIsBroken() {
        assertThat(errors("<?xml version=\"1.0\"?>")).containsExactly("import.xml.broken [file.xml]");
    }

    @Test
    void documentTypesOfKnownProgramsAreRefusedBeforeTheyAreRead() {
        assertThat(errors("<!DOCTYPE fet [<!ENTITY a \"b\">]>\n<fet version=\"6.8.5\">&a;</fet>"))
                .containsExactly("import.xml.document-type []");
    }

    @Test
    void tablesMayHavePointedBrackets() {
        assertThat(errors("Klasse;Fag;Lærer;Ugedag;Lektion\n<7A>;DAN;MH;mandag;1\n"))
                .isEmpty();
    }
}
