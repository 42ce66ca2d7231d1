package dk.grundskema.api.imports.systems.asc;

import static dk.grundskema.api.imports.systems.SourceFiles.codes;
import static dk.grundskema.api.imports.systems.SourceFiles.errorsAndWarnings;
import static dk.grundskema.api.imports.systems.SourceFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AscReaderTest {
    private static final SourceDays.WeekPattern ALL = new SourceDays.WeekPattern.All();

    @TempDir
    private Path folder;

    private final AscReader reader = new AscReader();

    /** The file in the repository is UTF-8, so that people can read it. */
    private static String text() {
        try (InputStream in = SourceFiles.class.getResourceAsStream("asc.xml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private dk.grundskema.api.imports.source.SourceData read(String text) {
        return new SourceFiles(folder).read(reader, "asc.xml", text, Charset.forName("windows-1252"));
    }

    @Test
    void cardsAreTheLessons() {
        var source = read(text());

        assertThat(source.lessons().stream().map(SourceFiles::describe))
                .containsExactly(
                        "7A Dansk ÅB 12+V",
                        "{7A Hold 1} Håndværk og design T2 V",
                        "7B{7A Hold 2} Håndværk og design Per Dal+ÅB  part",
                        " Møde ÅB  busy",
                        " Møde ÅB  busy",
                        "7B Dansk ÅB ");
        assertThat(source.lessons().stream().map(SourceLesson::days))
                .containsExactly(
                        new SourceDays.Weekly(DayOfWeek.MONDAY, ALL),
                        new SourceDays.Weekly(DayOfWeek.TUESDAY, new SourceDays.WeekPattern.Odd()),
                        new SourceDays.Weekly(
                                DayOfWeek.FRIDAY,
                                new SourceDays.WeekPattern.Terms(
                                        List.of(true, false),
                                        new SourceDays.WeekPattern.Rotation(List.of(false, true)))),
                        new SourceDays.Weekly(DayOfWeek.WEDNESDAY, ALL),
                        new SourceDays.Weekly(DayOfWeek.THURSDAY, ALL),
                        new SourceDays.Weekly(DayOfWeek.WEDNESDAY, ALL));
        assertThat(source.lessons().getFirst().clock()).isEqualTo(new SourceTime.PeriodRun(List.of("1", "2")));
        assertThat(source.lessons().getFirst().place().where()).isEqualTo("lesson L1");
    }

    @Test
    void peopleRoomsAndGroupsAreRead() {
        var source = read(text());

        assertThat(source.staff().stream()
                        .map(each -> each.key().text() + "="
                                + (each.name() == null ? "" : each.name().text())))
                .containsExactly("ÅB=Åse Bæk", "T2=Ole Gran", "Per Dal=Per Dal");
        assertThat(source.rooms().stream().map(each -> each.key().text() + each.capacity()))
                .containsExactly("1224", "Vnull");
        assertThat(source.groups().stream()
                        .filter(SourceGroup::isClass)
                        .map(each -> each.key().text()))
                .containsExactly("7A", "7B");
        assertThat(source.groups().stream()
                        .filter(each -> !each.isClass())
                        .map(each -> each.key().text() + words(each.of()) + words(each.students())))
                .containsExactly("7A Hold 1[7A][P1]", "7A Hold 2[7A][]");
        assertThat(source.students()).hasSize(2);
        assertThat(source.students().getFirst().name().text()).isEqualTo("Ida Løv");
        assertThat(source.periods()).hasSize(2);
    }

    @Test
    void allThatIsWrongIsSaid() {
        var source = read(text());

        assertThat(errorsAndWarnings(source))
                .containsExactly(
                        "import.asc.period @ period 3",
                        "import.asc.unknown-id @ student P2",
                        "import.asc.count @ lesson L6",
                        "import.asc.unknown-id @ line 48",
                        "import.asc.mask @ line 49",
                        "import.asc.terms @ cards");
        assertThat(codes(source)).contains("import.asc.not-placed", "import.asc.weeks");
        assertThat(codes(source).stream().filter("import.asc.not-placed"::equals))
                .hasSize(1);
    }

    @Test
    void encodingThatDiffersFromTheDeclaredOneIsDetected() {
        var source = read(text().replace("windows-1252", "UTF-8"));

        assertThat(source.staff().getFirst().key().text()).isEqualTo("ÅB");
        assertThat(codes(source)).contains("import.xml.encoding");
    }

    @Test
    void lettersOfCentralEuropeAreReadAsDeclared() {
        var source = new SourceFiles(folder)
                .read(
                        reader,
                        "asc.xml",
                        text().replace("windows-1252", "windows-1250")
                                .replace("Åse Bæk", "Jiří Dvořák")
                                .replace("Å", "A")
                                .replace("å", "a")
                                .replace("æ", "e")
                                .replace("Ø", "O")
                                .replace("ø", "o"),
                        Charset.forName("windows-1250"));

        assertThat(source.staff().getFirst().name())
                .isNotNull()
                .satisfies(each -> assertThat(each.text()).isEqualTo("Jiří Dvořák"));
    }

    @Test
    void olderFilesNumberTheDays() {
        var source = read("""
                <timetable><periods/><days><day name="Søndag" short="S" day="0"/><day name="Mandag" short="M" day="1"/></days>
                <classes><class id="1" name="7A"/></classes>
                <lessons><lesson id="1" classids="1" subjectid="" periodspercard="1"/></lessons>
                <cards><card lessonid="1" day="1" period="1"/><card lessonid="1" day="2" period="1"/></cards></timetable>
                """);

        assertThat(source.lessons()).hasSize(1);
        assertThat(source.lessons().getFirst().days()).isEqualTo(new SourceDays.Weekly(DayOfWeek.MONDAY, ALL));
        assertThat(errorsAndWarnings(source)).containsExactly("import.asc.day @ line 4");
    }

    @Test
    void aFileIsKnownByWhatItHolds() {
        assertThat(reader.recognises(text().getBytes(StandardCharsets.UTF_8), "x.txt"))
                .isTrue();
        assertThat(reader.recognises("<fet version=\"6\">".getBytes(StandardCharsets.UTF_8), "asc.xml"))
                .isFalse();
        assertThat(errorsAndWarnings(read("<timetable><periods/></timetable>")))
                .containsExactly("import.asc.no-cards @ cards");
        assertThat(errorsAndWarnings(read("<other/>"))).containsExactly("import.asc.other @ line 1");
        assertThat(errorsAndWarnings(read("<timetable><periods>"))).containsExactly("import.xml.broken @ line 1");
    }
}
