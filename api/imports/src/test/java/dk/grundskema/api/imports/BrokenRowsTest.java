package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.problem.WalkPlugin;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invalid cell hides no other error in the lists of intervention types. */
class BrokenRowsTest {
    @TempDir
    Path folder;

    private boolean needsNames;

    /** A walk whose stops are a list. */
    private final class StopListPlugin extends WalkPlugin {
        @Override
        public List<InputList> lists() {
            return List.of(new InputList(
                    "stops",
                    List.of(Column.required("name", Kind.TEXT), Column.optional("minutes", Kind.WHOLE)),
                    List.of()));
        }

        @Override
        public Map<String, Object> fromLists(Map<String, List<Map<String, Object>>> rows) {
            if (needsNames) {
                rows.get("stops").forEach(row -> Objects.requireNonNull(row.get("name")));
            }
            return super.fromLists(rows);
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {
                        {"type.name", "Walk"}, {"type.summary", "A walk"}, {"list.stops.name", "Name"}
                    };
                }
            };
        }
    }

    /** A line a stop: its name, a space, its minutes. */
    private static final class StopFileReader implements SourceReader {
        @Override
        public boolean recognises(byte[] head, String fileName) {
            return new String(head, StandardCharsets.UTF_8).startsWith("stops");
        }

        @Override
        public SourceData read(String name, Path file, ReadingHints hints) {
            var rows = new ArrayList<SourceListRow>();
            try {
                var lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size(); i++) {
                    var words = lines.get(i).split(" ", -1);
                    var cells = new TreeMap<String, SourceText>();
                    cells.put("name", new SourceText(words[0], new SourceLocation(name, "A" + (i + 1))));
                    if (words.length > 1) {
                        cells.put("minutes", new SourceText(words[1], new SourceLocation(name, "B" + (i + 1))));
                    }
                    rows.add(new SourceListRow(new SourceLocation(name, "row " + (i + 1)), "walk", "stops", cells));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new SourceData(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), rows, List.of());
        }
    }

    private ImportResult importLines(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("walk.txt"), "stops\n" + String.join("\n", lines));
        var request = new ImportRequest(
                List.of(new NamedFile("walk.txt", file)),
                null,
                null,
                "2026/27",
                null,
                null,
                Language.EN,
                "out.json",
                StudentIdScheme.of(StudentKey::random));
        return new FileImporter(
                        PluginRegistry.of(List.of(new StopListPlugin())),
                        problem -> List.of(),
                        List.of(new StopFileReader()))
                .importFiles(request);
    }

    private static List<String> errors(ImportResult imported) {
        return imported.findings().stream()
                .map(FileFinding::finding)
                .filter(finding -> finding.isError())
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    @Test
    void goodRowsAreParameters() throws IOException {
        var imported = importLines("Bakken 20", "Kilden");
        assertThat(errors(imported)).isEmpty();
        assertThat(imported.json()).contains("\"Bakken\"", "\"Kilden\"");
    }

    @Test
    void impossibleValuesAndUnreadableCellsAreReportedTogether() throws IOException {
        var imported = importLines("Bakken mange", "Kilden -3", " 10", "Mosen 91");
        assertThat(errors(imported))
                .containsExactlyInAnyOrder(
                        "B2 import.whole.unknown",
                        "B3 value.out-of-range",
                        "row 4 import.cell.missing",
                        "B5 value.out-of-range");
        assertThat(imported.json()).isNull();
    }

    @Test
    void errorsBesideAMissingCellAreReportedAndTheMissingCellOnce() throws IOException {
        assertThat(errors(importLines(" 99")))
                .containsExactlyInAnyOrder("row 2 import.cell.missing", "B2 value.out-of-range");
    }

    @Test
    void aPluginThatNeedsAValueIsAskedAgainWhenItIsThere() throws IOException {
        needsNames = true;
        assertThat(errors(importLines(" 99", "Kilden -3"))).containsExactly("row 2 import.cell.missing");
        assertThat(errors(importLines("Mosen 99", "Kilden -3")))
                .containsExactlyInAnyOrder("B2 value.out-of-range", "B3 value.out-of-range");
    }
}
