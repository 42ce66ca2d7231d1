package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command import, from files to a problem, with all readers and plugins. */
class ImportCommandTest {
    private static final List<String> TIMETABLE = List.of(
            "klasse;lærer;fag;lokale;ugedag;lektion",
            "1A;MH;DAN;12;mandag;1",
            "1A;LK;MAT;12;mandag;2",
            "1A;MH;DAN;12;tirsdag;1",
            "1B;LK;MAT;;tirsdag;1");

    private static final List<String> BELLS = List.of("lektion;start;slut", "1;08:00;08:45", "2;08:50;09:35");
    private static final List<String> STAFF = List.of("initialer;navn", "MH;Mette Holm", "LK;Lars Kjær");

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("skema.csv", TIMETABLE);
        write("ringetider.csv", BELLS);
        write("personale.csv", STAFF);
    }

    private void write(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }

    private void add(String name, List<String> lines, String... more) throws IOException {
        var all = new ArrayList<>(lines);
        all.addAll(List.of(more));
        write(name, all);
    }

    private CommandOutput runImport(String... more) {
        var args = new ArrayList<>(List.of("import", "skema.csv", "personale.csv", "--output", "skole.json"));
        args.addAll(List.of(more));
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args.toArray(String[]::new));
    }

    private CommandOutput runImportOfSchool(String... more) {
        var args = new ArrayList<>(List.of("--bells", "ringetider.csv", "--school-year", "2026/27"));
        args.addAll(List.of(more));
        return runImport(args.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("skole.json");
    }

    @Test
    void goodFilesBecomeAProblemAndWhatWasUnderstoodIsSaid() throws IOException {
        var ended = runImportOfSchool("--lang", "da");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("Forstået: 2 klasser, 4 lektioner, 2 medarbejdere, 1 lokale; 1 lektion uden lokale.")
                .contains("Problemet ligger i skole.json");
        assertThat(Files.readString(output()))
                .contains(
                        "\"title\": \"Skolen 2026/27\"",
                        "\"language\": \"DA\"",
                        "\"Mette Holm\"",
                        "\"1a-dan-mon-0800\"");
    }

    @Test
    void theSameInEnglish() throws IOException {
        var ended = runImportOfSchool("--lang", "en", "--language", "da", "--title", "Min skole");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("Understood: 2 classes, 4 lessons, 2 members of staff, 1 room; 1 lesson without a room.")
                .contains("The problem is in skole.json");
        assertThat(Files.readString(output())).contains("\"title\": \"Min skole\"", "\"language\": \"DA\"");
    }

    @Test
    void anErrorStopsItWithItsCellAndWhatToDoAndNothingIsWritten() throws IOException {
        add("skema.csv", TIMETABLE, "1B;LK;MAT;12;tirsd;2");

        var ended = runImportOfSchool("--accept-warnings", "--lang", "da");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("Fejl  skema.csv E6  [import.weekday.meant]", "mente du \"tirsdag\"?")
                .contains("1 fejl. Intet er skrevet. Ret fejlen, og importér igen.");
        assertThat(output()).doesNotExist();
    }

    @Test
    void aFileThatIsThereStaysAsItWasWhenThereIsAnError() throws IOException {
        Files.writeString(output(), "before");

        var ended = runImport("--school-year", "2026/27");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[import.bells.proposed]", "1: 08:00–08:45", "--bells");
        assertThat(output()).hasContent("before");
    }

    @Test
    void warningsStopItUntilTheyAreAccepted() throws IOException {
        add("skema.csv", TIMETABLE, "1A;XY;MUS;12;mandag;1");

        var stopped = runImportOfSchool("--lang", "en");
        assertThat(stopped.code()).isEqualTo(2);
        assertThat(stopped.err())
                .contains("Warning  skema.csv A2  [import.class-twice]", "(A6)", "[import.staff.unknown]")
                .contains("2 warnings. Nothing is written. Mend them, or accept them with --accept-warnings.");
        assertThat(output()).doesNotExist();

        var accepted = runImportOfSchool("--accept-warnings", "--lang", "en");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.out()).contains("[import.class-twice]", "The problem is in skole.json");
        assertThat(Files.readString(output())).contains("\"part\": true");
    }

    @Test
    void aSingleWarningIsSpokenOfAsOne() throws IOException {
        add("skema.csv", TIMETABLE, ";MH;MØD;12;fredag;1");

        assertThat(runImportOfSchool("--lang", "da").err())
                .contains("1 advarsel. Intet er skrevet. Ret den, eller godkend den med --accept-warnings.");
    }

    @Test
    void missingInformationIsAssumedAndReportedWithTheOptionThatReplacesIt() {
        var ended = runImport("--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("[import.year.assumed]", "--school-year 20", "--bells FILE", "1: 08:00–08:45")
                .contains("2 warnings. Nothing is written.");
        assertThat(output()).doesNotExist();

        assertThat(runImport("--lang", "en", "--accept-warnings").code()).isZero();
        assertThat(output()).exists();
    }

    @Test
    void manyAlikeFindingsAreCountedUnlessAllAreAskedFor() throws IOException {
        add(
                "skema.csv",
                TIMETABLE,
                IntStream.range(0, 33)
                        .mapToObj(i -> "2%c;;DAN;12;fredag;77".formatted('A' + i % 20))
                        .map(line -> line.replace("fredag", "frxdag"))
                        .toArray(String[]::new));

        var folded = runImportOfSchool("--lang", "en");
        assertThat(count(folded.err(), "[import.weekday.")).isEqualTo(1);
        assertThat(folded.err())
                .contains("Error  skema.csv  33 ×  [import.weekday.", "… and 30 more: E9, E10, E11, E12, E13. All are");
        assertThat(folded.err()).contains("33 errors");

        var all = runImportOfSchool("--lang", "en", "--all");
        assertThat(count(all.err(), "[import.weekday.")).isEqualTo(33);
        assertThat(all.err()).doesNotContain("All are named with --all");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aFileIsNeverWrittenOverAnInput() throws IOException {
        var ended = new CommandRunner(folder, PluginPlanningFacade::new)
                .run(
                        "import",
                        "skema.csv",
                        "--bells",
                        "ringetider.csv",
                        "--school-year",
                        "2026/27",
                        "--output",
                        "skema.csv");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[output.is-input]");
        assertThat(Files.readAllLines(folder.resolve("skema.csv"))).isEqualTo(TIMETABLE);
    }

    @Test
    void withoutANameTheProblemGetsTheFirstThatIsFree() throws IOException {
        write("problem.json", List.of("taken"));

        var ended = new CommandRunner(folder, PluginPlanningFacade::new)
                .run("import", "skema.csv", "--bells", "ringetider.csv", "--school-year", "2026/27");

        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("problem-2.json")).exists();
        assertThat(folder.resolve("problem.json")).hasContent("taken");
    }

    @Test
    void aMappingSaysThatTwoSpellingsAreOne() throws IOException {
        add("skema.csv", TIMETABLE, "1A;Mete Holm;MUS;12;fredag;1");
        assertThat(runImportOfSchool().err()).contains("[import.staff.unknown-maybe]");
        write("mapping.json", List.of("{\"staff\": {\"Mete Holm\": \"MH\"}}"));

        var ended = runImportOfSchool("--mapping", "mapping.json");

        assertThat(ended.code()).isZero();
        assertThat(Files.readString(output())).doesNotContain("Mete");
    }

    @Test
    void columnIsNamedByWhatItLooksLikeUntilTheMappingAnswers() throws IOException {
        write("skema.csv", List.of("klasse;lærer;fag;lokale;hvornår;lektion;ikke dag", "1A;MH;DAN;12;mandag;1;fredag"));

        assertThat(runImportOfSchool("--lang", "da").err())
                .contains(
                        "skema.csv E1  [import.heading.looks-maybe]",
                        "Kolonnen \"hvornår\" ligner ugedage. Hvad er den?",
                        "\"hvornår\": \"Ugedag\"");
        assertThat(runImportOfSchool("--lang", "en").err())
                .contains("The column \"hvornår\" looks like weekdays. What is it?");
        write("mapping.json", List.of("{\"headings\": {\"hvornår\": \"Ugedag\"}}"));
        assertThat(runImportOfSchool("--mapping", "mapping.json", "--lang", "da")
                        .err())
                .contains(
                        "skema.csv G1  [import.heading.looks-taken]",
                        "Kolonnen \"ikke dag\" ligner ugedage, men det har listen allerede i \"hvornår\" (E1).");

        write("mapping.json", List.of("{\"headings\": {\"hvornår\": \"Ugedag\", \"ikke dag\": \"-\"}}"));
        for (int time = 0; time < 2; time++) {
            var ended = runImportOfSchool("--mapping", "mapping.json", "--lang", "da");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).doesNotContain("import.heading");
        }
    }

    @Test
    void errorAboutOneStudentNamesTheStudentIfNamesAreAskedFor() throws IOException {
        write("elever.csv", List.of("navn;klasse;kan ikke", "Ida Lund;1A;snart", "Bo Vig;1A;"));
        write("kandidater.csv", List.of("Elev;Fag;Niveau", "Bo Vig;DAN;mange"));
        write("kandidater-2.csv", List.of("Elev;Fag;Niveau", "Bo Vig;DAN;150", "Bo Vig;;30"));

        String shown = runImportOfSchool("elever.csv", "kandidater.csv", "--names", "--lang", "da")
                .err();
        assertThat(shown)
                .contains("elever.csv C2  [import.student.cell]", "Ida Lund: \"snart\"")
                .contains("kandidater.csv C2  [import.student.cell]", "Bo Vig: \"mange\"");
        assertThat(runImportOfSchool("elever.csv", "kandidater.csv", "--lang", "en")
                        .err())
                .contains("The student here: \"snart\" is no time.", "The student here: \"mange\"")
                .doesNotContain("Ida", "Bo Vig");
        write("elever.csv", List.of("navn;klasse", "Ida Lund;1A", "Bo Vig;1A"));
        assertThat(runImportOfSchool("elever.csv", "kandidater-2.csv", "--names", "--lang", "en")
                        .err())
                .contains("kandidater-2.csv B3  [import.student.cell]", "Bo Vig: Something is missing under \"Fag\"")
                .contains("kandidater-2.csv C2  [import.student.cell]", "Bo Vig: 150");
    }

    @Test
    void theTemplateIsAGoodProblem() {
        var command = new CommandRunner(folder, PluginPlanningFacade::new);
        assertThat(command.run("template", "skabelon.xlsx", "--lang", "da").code())
                .isZero();

        var ended = command.run(
                "import", "skabelon.xlsx", "--school-year", "2026/27", "--output", "skole.json", "--accept-warnings");

        assertThat(ended.code()).isZero();
        assertThat(output()).exists();
        assertThat(ended.out()).contains("3 klasser, 9 lektioner", "1 indsats");
        // Its classes request more than the template's few lessons can give, and the plan reports that.
        var solved = command.run("solve", "skole.json", "--steps", "5", "--searches", "1", "--output", "plan.json");
        assertThat(solved.code()).isEqualTo(3);
    }

    private List<String> students(String... more) throws IOException {
        write("elever.csv", List.of("navn;klasse", "Ida Lund;1A", "Bo Vig;1B"));
        var args = new ArrayList<>(List.of("elever.csv", "--lang", "en"));
        args.addAll(List.of(more));
        var ended = runImportOfSchool(args.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        said = ended.out();
        return Pattern.compile("\"(student-[0-9a-f]+)\", \"name\"")
                .matcher(Files.readString(output()))
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private String said = "";

    @Test
    void idsOfStudentsAreMadeWithTheUsersKeyAndAreTheSameInTheNextImport() throws IOException {
        Path key = folder.resolve("settings/grundskema/student-key.txt");

        List<String> first = students();
        assertThat(first).hasSize(2).doesNotHaveDuplicates();
        assertThat(said)
                .contains("secret key", key.toString())
                .doesNotContain(Files.readString(key).strip());
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        assertThat(students()).isEqualTo(first);
        assertThat(said).doesNotContain("secret key");

        Path copy = Files.copy(key, folder.resolve("copy.txt"));
        Files.delete(key);
        assertThat(students()).as("by a new key").doesNotContainAnyElementsOf(first);
        assertThat(students("--key", copy.toString())).isEqualTo(first);
    }

    @Test
    void withoutStudentsWhoLackAnIdNoKeyIsMade() {
        assertThat(runImportOfSchool().code()).isZero();
        assertThat(folder.resolve("settings")).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoKeyStopsIt() throws IOException {
        write("elever.csv", List.of("navn;klasse", "Ida Lund;1A"));
        Files.writeString(folder.resolve("key.txt"), "no key");

        var ended = runImportOfSchool("elever.csv", "--key", "key.txt", "--lang", "da");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("key.txt", "[import.key.malformed]", "64 hexadecimale cifre");
        assertThat(folder.resolve("key.txt")).hasContent("no key");
        assertThat(output()).doesNotExist();
        assertThat(runImportOfSchool("elever.csv", "--key", ".", "--lang", "en").err())
                .contains("[import.key.unreadable]");
        assertThat(runImportOfSchool("elever.csv", "--key", "skema.csv/key", "--lang", "en")
                        .err())
                .contains("[import.key.un");
    }

    @Test
    void theSchemaOfMappingFilesCanBePrinted() {
        var ended = new CommandRunner(folder, PluginPlanningFacade::new).run("schema", "import-mapping");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        "Week of the winter holiday, 5 to 10",
                        "\"headings\"",
                        "urn:grundskema:schema:import-mapping:1");
    }

    @Test
    void campTakesTheBaseTimetableOfAnEarlierOne() throws IOException {
        String earlier = Path.of("../../examples/camp-autumn-clocks/problem.json")
                .toAbsolutePath()
                .toString();
        write("elever.csv", List.of("Navn;Id", "Ida Prøve;i1", "Per Prøve;p1"));
        String[] camp = {"--camp", "2027-02-08..2027-02-12", "--decided-by", "Karen Holm", "--reason", "Aftalt"};

        CommandOutput made = runImportOfLists(camp, "--like", earlier, "--accept-warnings");
        CommandOutput refused = runImportOfLists(camp, "--like", "skole.json/nothing", "--accept-warnings");

        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.out()).contains("overtaget fra \"", "spisesal, hal");
        assertThat(Files.readString(folder.resolve("camp.json")))
                .contains("Ankomst og indkvartering", "\"creditPercent\": 80");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err() + refused.out()).contains("skole.json/nothing");
    }

    private CommandOutput runImportOfLists(String[] camp, String... more) {
        var args = new ArrayList<>(List.of("import", "personale.csv", "elever.csv", "--output", "camp.json"));
        args.addAll(List.of(camp));
        args.addAll(List.of(more));
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args.toArray(String[]::new));
    }
}
