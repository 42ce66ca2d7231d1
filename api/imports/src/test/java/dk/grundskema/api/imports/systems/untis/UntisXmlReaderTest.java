package dk.grundskema.api.imports.systems.untis;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static dk.grundskema.api.imports.systems.SourceFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntisXmlReaderTest {
    @TempDir
    private Path folder;

    private final UntisXmlReader reader = new UntisXmlReader();

    private static String text() {
        try (InputStream in = SourceFiles.class.getResourceAsStream("untis.xml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private SourceData read(String text) {
        return new SourceFiles(folder).read(reader, "untis.xml", text);
    }

    @Test
    void linesOfOneNumberAtOneTimeAreACoupling() {
        var source = read(text());

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly(
                        "7 A+7B MAT MH 12",
                        "7 A+7B MAT MH 12",
                        "7 A{TYS (9)} TYS KL 13",
                        "7 A FRA MH 12 part",
                        "7B DAN KL ");
        assertThat(source.lessons().get(2).coupling())
                .isEqualTo(source.lessons().get(3).coupling())
                .isNotEmpty();
        assertThat(source.lessons().getFirst().coupling()).isEmpty();
        assertThat(source.lessons().stream().map(SourceLesson::clock))
                .startsWith(new SourceTime.Times(LocalTime.of(8, 0), LocalTime.of(8, 45)))
                .endsWith(new SourceTime.Periods("2", 1));
        assertThat(source.lessons().getFirst().place().where()).isEqualTo("lesson LS_700");
    }

    @Test
    void occurrencesCountFromTheFirstDayOfTheSchoolYear() {
        var source = read(text());

        assertThat(source.lessons().getFirst().days())
                .isEqualTo(new SourceDays.Dates(
                        new TreeSet<>(List.of(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 24)))));
        assertThat(source.lessons().getLast().days())
                .isEqualTo(new SourceDays.Weekly(DayOfWeek.TUESDAY, new SourceDays.WeekPattern.All()));
    }

    @Test
    void listsAndBellTimesAreRead() {
        var source = read(text());

        assertThat(source.staff().stream()
                        .map(each -> each.key().text() + "="
                                + (each.name() == null ? "" : each.name().text())))
                .containsExactly("MH=Mette Holm", "KL=Lund");
        assertThat(source.groups().stream().map(each -> each.key().text() + words(each.students())))
                .containsExactly("7 A[]", "7B[]", "TYS (9)[ida]");
        assertThat(source.groups().stream().filter(SourceGroup::isClass)).hasSize(2);
        assertThat(source.rooms().getFirst().capacity()).isEqualTo(28);
        assertThat(source.students().getFirst().name().text()).isEqualTo("Ida Vang");
        assertThat(source.periods()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsSaidAtItsPlace() {
        assertThat(errorsAndWarnings(read(text())))
                .containsExactly("import.untis-xml.period @ line 7", "import.untis-xml.time @ lesson LS_1000");
        assertThat(codes(read(text()))).contains("import.untis-xml.not-placed");
        assertThat(errorsAndWarnings(read("<document><lessons/></document>")))
                .containsExactly("import.untis-xml.no-lessons @ ");
        assertThat(errorsAndWarnings(read("<other/>"))).containsExactly("import.untis-xml.other @ line 1");
    }

    @Test
    void theFileIsKnownByWhatItHolds() {
        assertThat(reader.recognises(text().getBytes(StandardCharsets.UTF_8), "x.dat"))
                .isTrue();
        assertThat(reader.recognises("<document><p/></document>".getBytes(StandardCharsets.UTF_8), "untis.xml"))
                .isFalse();
    }
}
