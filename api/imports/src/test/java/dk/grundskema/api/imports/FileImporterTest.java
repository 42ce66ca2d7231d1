package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of files through the front door, with a format of the test's own. */
class FileImporterTest {
    @TempDir
    Path folder;

    private final PluginRegistry plugins = PluginRegistry.of(List.of());
    private final List<Finding> ofPlugins = new ArrayList<>();
    private @Nullable NamedFile bells;
    private @Nullable NamedFile mapping;
    private @Nullable String year = "2026/27";
    private @Nullable String weeks;

    /** A line a lesson: {@code class teacher subject room MONDAY clock}; {@code bell name start end} is a bell time. */
    private static final class WordFileReader implements SourceReader {
        ReadingHints seen = ReadingHints.none();

        @Override
        public boolean recognises(byte[] head, String fileName) {
            return new String(head, StandardCharsets.UTF_8).startsWith("words");
        }

        @Override
        public SourceData read(String name, Path file, ReadingHints hints) {
            seen = hints;
            var lessons = new ArrayList<SourceLesson>();
            var periods = new ArrayList<SourceBellTime>();
            try {
                var lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size(); i++) {
                    var place = new SourceLocation(name, "line " + (i + 1));
                    var words = lines.get(i).split(" ", -1);
                    if (words[0].equals("bell")) {
                        periods.add(new SourceBellTime(
                                place,
                                words[1],
                                new TreeSet<>(),
                                LocalTime.parse(words[2]),
                                LocalTime.parse(words[3])));
                    } else {
                        lessons.add(lesson(place, words));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new SourceData(
                    lessons, List.of(), List.of(), List.of(), List.of(), List.of(), periods, List.of(), List.of());
        }

        private static SourceLesson lesson(SourceLocation place, String[] words) {
            SourceDays days = words[4].startsWith("2")
                    ? new SourceDays.Dates(new TreeSet<>(List.of(LocalDate.parse(words[4]))))
                    : new SourceDays.Weekly(DayOfWeek.valueOf(words[4]), new SourceDays.WeekPattern.All());
            return new SourceLesson(
                    place,
                    "",
                    List.of(new SourceText(words[0], place)),
                    List.of(),
                    List.of(),
                    List.of(new SourceText(words[1], place)),
                    new SourceText(words[2], place),
                    List.of(new SourceText(words[3], place)),
                    days,
                    new SourceTime.Periods(words[5], 1),
                    false,
                    false,
                    "");
        }
    }

    private final WordFileReader words = new WordFileReader();
    private final List<NamedFile> files = new ArrayList<>();

    @BeforeEach
    void aTimetable() throws IOException {
        files.add(file("skema.txt", "words", "1A MH DAN 12 MONDAY 1", "1A MH MAT 12 TUESDAY 2"));
        bells = file("bells.txt", "words", "bell 1 08:00 08:45", "bell 2 08:45 09:30");
    }

    private NamedFile file(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines));
        return new NamedFile(name, file);
    }

    private ImportResult importAll() {
        var request = new ImportRequest(
                files,
                bells,
                mapping,
                year,
                weeks,
                null,
                Language.EN,
                "out.json",
                StudentIdScheme.of(StudentKey::random));
        return new FileImporter(plugins, problem -> ofPlugins, List.of(words)).importFiles(request);
    }

    private static List<String> codes(ImportResult imported) {
        return imported.findings().stream()
                .map(each -> each.finding().severity() + " " + each.file() + " "
                        + each.finding().code())
                .toList();
    }

    @Test
    void aTimetableAndBellTimesAreAProblemThatCanBeReadAgain() {
        var imported = importAll();

        assertThat(imported.hasErrors()).isFalse();
        assertThat(imported.hasWarnings()).isFalse();
        var problem = new ProblemReader(plugins).read(Objects.requireNonNull(imported.json()));
        assertThat(problem.findings()).isEmpty();
        assertThat(imported.json())
                .contains("\"title\": \"The school 2026/27\"", "\"firstWeek\": \"2026-W33\"", "\"1a-dan-mon-0800\"");
        assertThat(imported.understood().lessons()).isEqualTo(2);
        assertThat(Objects.requireNonNull(words.seen.span()).from()).isEqualTo("2026-08-10");
    }

    @Test
    void theFileOfBellTimesGivesNothingElse() throws IOException {
        bells = file("bells.txt", "words", "9Z XX DAN 12 MONDAY 1", "bell 1 08:10 08:55", "bell 2 08:55 09:40");

        var imported = importAll();

        assertThat(imported.json()).contains("\"08:10\"").doesNotContain("9Z");
    }

    @Test
    void aFileOfBellTimesWithoutAnyIsAnError() throws IOException {
        bells = file("bells.txt", "words");

        assertThat(codes(importAll()))
                .contains("ERROR bells.txt import.bells.no-times", "WARNING skema.txt import.bells.proposed");
    }

    @Test
    void filesThatCannotBeReadAreNamedTogetherAndNothingIsMade() throws IOException {
        files.add(new NamedFile("gone.csv", folder.resolve("gone.csv")));
        files.add(new NamedFile("sub", Files.createDirectory(folder.resolve("sub"))));
        files.add(file("empty.csv"));
        Files.write(folder.resolve("empty.csv"), new byte[0]);
        files.add(file("picture.png", "PNG"));

        var imported = importAll();

        assertThat(codes(imported))
                .contains(
                        "ERROR gone.csv file.not-found",
                        "ERROR sub file.is-folder",
                        "ERROR empty.csv import.empty-file",
                        "ERROR picture.png import.unknown-format");
        assertThat(imported.json()).isNull();
        assertThat(imported.understood().lessons()).isEqualTo(2);
    }

    @Test
    void withoutASchoolYearItIsThatOfTheDates() throws IOException {
        year = null;
        files.set(0, file("skema.txt", "words", "1A MH DAN 12 2025-09-01 1"));

        var imported = importAll();

        assertThat(codes(imported)).contains("INFO  import.year.of-dates");
        assertThat(imported.json()).contains("\"firstWeek\": \"2025-W33\"");
    }

    @Test
    void withoutASchoolYearAndDatesAFindingSaysWhatToAddAndAllElseIsFoundToo() throws IOException {
        year = null;
        bells = file("bells.txt", "words", "bell 1 08:00 08:45");

        var imported = importAll();

        assertThat(codes(imported)).contains("ERROR  import.year.unknown", "ERROR skema.txt import.bells.unknown");
        assertThat(imported.json()).isNull();
    }

    @Test
    void aMalformedYearAndMalformedWeeksAreErrors() {
        year = "2026/28";
        weeks = "60-70";

        assertThat(codes(importAll())).contains("ERROR  import.year.malformed", "ERROR  import.weeks.malformed");
    }

    @Test
    void someWeeksCanBePlanned() {
        weeks = "50-2";

        var imported = importAll();

        assertThat(imported.json()).contains("\"firstWeek\": \"2026-W50\"", "\"weeks\": 6");
    }

    @Test
    void theMappingSaysWhatFilesDoNot() throws IOException {
        year = null;
        bells = null;
        mapping = file("mapping.json", """
                {
                  "school": "Skovskolen",
                  "schoolYear": "2026/27",
                  "headings": {"Hvem": "teacher"},
                  "staff": {"MH": "Mette Holm"},
                  "subjects": {"DAN": "Dansk"},
                  "bells": [
                    {"lesson": "1", "start": "08:00", "end": "08:45"},
                    {"lesson": "2", "start": "08:50", "end": "09:35"}
                  ],
                  "files": {"skema.txt": {"classes": ["1A"]}},
                  "calendar": {"winterWeek": 8}
                }
                """);

        var imported = importAll();

        assertThat(codes(imported)).noneMatch(each -> each.startsWith("ERROR"));
        assertThat(imported.json())
                .contains("\"Skovskolen 2026/27\"", "\"Mette Holm\"", "\"Dansk\"", "\"08:50\"", "\"2027-02-22\"")
                .doesNotContain("\"2027-02-15\"");
        assertThat(words.seen.headings()).containsEntry("Hvem", "teacher");
        assertThat(Objects.requireNonNull(words.seen.abouts().get("skema.txt")).classes())
                .containsExactly("1A");
    }

    @Test
    void faultsInTheMappingAreReportedWithAllOthers() throws IOException {
        mapping = file("mapping.json", "{\"shool\": \"x\", \"calendar\": {\"winterWeek\": 20}}");
        files.add(new NamedFile("gone.csv", folder.resolve("gone.csv")));

        assertThat(codes(importAll()))
                .contains("ERROR gone.csv file.not-found", "ERROR mapping.json value.out-of-range")
                .anyMatch(each -> each.startsWith("ERROR mapping.json value.unknown-field"));
    }

    @Test
    void aCalendarThatCannotBeIsAnError() throws IOException {
        mapping = file("mapping.json", "{\"calendar\": {\"firstDay\": \"2027-06-26\"}}");

        assertThat(codes(importAll())).contains("ERROR  import.calendar.too-long");
    }

    @Test
    void pluginErrorIsReportedOnTheOutputAndStopsIt() {
        ofPlugins.add(Finding.error("some.code", "/interventions/0"));

        var imported = importAll();

        assertThat(codes(imported)).contains("ERROR out.json some.code");
        assertThat(imported.json()).isNull();
        assertThat(imported.problem()).isNotNull();
    }
}
