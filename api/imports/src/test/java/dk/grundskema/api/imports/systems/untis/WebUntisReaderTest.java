package dk.grundskema.api.imports.systems.untis;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebUntisReaderTest {
    @TempDir
    private Path folder;

    private final WebUntisReader reader = new WebUntisReader();

    private static String text() {
        try (InputStream in = SourceFiles.class.getResourceAsStream("webuntis.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private SourceData read(String text) {
        return new SourceFiles(folder).read(reader, "webuntis.json", text);
    }

    @Test
    void theSameLessonOnSeveralDatesIsOne() {
        var source = read(text());

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly("7A+7B DAN MH+KL 12", " Møde MH  busy", "7A DAN MH 12 busy");
        assertThat(source.lessons().getFirst().days())
                .isEqualTo(new SourceDays.Dates(
                        new TreeSet<>(List.of(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 24)))));
        assertThat(source.lessons().stream().map(SourceLesson::clock))
                .startsWith(new SourceTime.Times(LocalTime.of(7, 55), LocalTime.of(8, 40)));
        assertThat(source.lessons().getFirst().place().where()).isEqualTo("id 101");
    }

    @Test
    void whatCannotBeReadIsSaidAtItsPlaceAndCancelledLessonsAreCounted() {
        var source = read(text());

        assertThat(errorsAndWarnings(source))
                .containsExactly(
                        "import.webuntis.time @ id 104",
                        "import.webuntis.no-names @ id 105",
                        "import.webuntis.time @ /6",
                        "import.webuntis.time @ /7");
        assertThat(codes(source)).contains("import.webuntis.cancelled");
        assertThat(errorsAndWarnings(read("{\"result\": 7}"))).containsExactly("import.webuntis.broken @ ");
        assertThat(errorsAndWarnings(read("[{]"))).containsExactly("import.webuntis.broken @ ");
    }

    @Test
    void theFileIsKnownByWhatItHolds() {
        assertThat(reader.recognises(text().getBytes(StandardCharsets.UTF_8), "x.dat"))
                .isTrue();
        assertThat(reader.recognises("{\"version\": 1}".getBytes(StandardCharsets.UTF_8), "webuntis.json"))
                .isFalse();
    }
}
