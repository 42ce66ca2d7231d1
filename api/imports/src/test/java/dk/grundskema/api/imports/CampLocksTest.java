package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People named in the base timetable of a camp are locked to their blocks. */
class CampLocksTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampLocksTest.class.getClassLoader());

    @TempDir
    private Path folder;

    private ImportResult imported(String base) throws IOException {
        String students = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> "Elev Nummer" + number + ";e" + number)
                .collect(Collectors.joining("\n", "Navn;Id\n", "\n"));
        var request = new ImportRequest(
                List.of(file("medarbejdere.csv", """
                                Initialer;Navn;Fag;Timer
                                MH;Mette Holm;Dansk;37
                                LK;Lise Krogh;Matematik;37
                                PK;Per Kok;Idræt;37
                                AB;Anna Berg;Dansk;37
                                """), file("elever.csv", students), file("grundskema.csv", base)),
                null,
                null,
                null,
                null,
                null,
                Language.DA,
                "camp.json",
                StudentIdScheme.of(StudentKey::random));
        var days = new CampDays(
                LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 11), false, new Decision("Karen Holm", "Aftalt i maj"));
        return new FileImporter(PLUGINS, new Planner(PLUGINS)::validate).importFiles(request.withCamp(days));
    }

    private NamedFile file(String name, String text) throws IOException {
        return new NamedFile(name, Files.writeString(folder.resolve(name), text));
    }

    private static List<String> locks(ImportResult imported) {
        String json = imported.json();
        assertThat(json).as(imported.findings().toString()).isNotNull();
        var read = new ProblemReader(PLUGINS).read(Objects.requireNonNull(json));
        assertThat(read).isInstanceOf(ReadResult.Success.class);
        Problem problem = ((ReadResult.Success<Problem>) read).value();
        return problem.locks().stream().map(CampLocksTest::describe).toList();
    }

    private static String describe(SessionLock lock) {
        return lock.sessionId()
                + lock.seats().stream()
                        .map(seat -> " #" + seat.position() + " " + seat.staffId())
                        .collect(Collectors.joining());
    }

    private static List<String> namedStaff(ImportResult imported) {
        return imported.findings().stream()
                .filter(one -> one.finding().code().startsWith("import.base.staff-"))
                .map(one -> one.finding().code() + " " + one.finding().pointer() + " "
                        + one.finding().arguments())
                .toList();
    }

    @Test
    void peopleAreLockedWhereTheCellIsClear() throws IOException {
        ImportResult imported = imported("""
                Tid;Hverdag;Onsdag;Hjemrejse
                7.30-8.15;Morgenmad PK;Morgenmad;Morgenmad PK+AB
                9.00-10.30;Hold 1: Dansk MH / Hold 2: Matematik LK;Dansk MH;Modul 1
                12.15-13.00;Frokost;Frokost;Frokost
                """);

        assertThat(locks(imported))
                .containsExactly(
                        "camp/all/2026-09-07/breakfast #0 pk",
                        "camp/all/2026-09-08/breakfast #0 pk",
                        "camp/all/2026-09-10/breakfast #0 pk",
                        "camp/all/2026-09-11/breakfast #0 pk #1 ab",
                        "camp/camp-team-1/2026-09-07/module-1 #0 mh",
                        "camp/camp-team-1/2026-09-08/module-1 #0 mh",
                        "camp/camp-team-1/2026-09-10/module-1 #0 mh",
                        "camp/camp-team-2/2026-09-07/module-1 #0 lk",
                        "camp/camp-team-2/2026-09-08/module-1 #0 lk",
                        "camp/camp-team-2/2026-09-10/module-1 #0 lk");
        assertThat(namedStaff(imported))
                .containsExactly(
                        "import.base.staff-locked B2 [[Per Kok], 3]",
                        "import.base.staff-locked B3 [[Mette Holm], 3]",
                        "import.base.staff-locked B3 [[Lise Krogh], 3]",
                        "import.base.staff-named C3 [[Mette Holm]]",
                        "import.base.staff-locked D2 [[Per Kok, Anna Berg], 1]");
    }

    @Test
    void nobodyIsLockedToATeamThatTheCampLacksOrToMoreSeatsThanThereAre() throws IOException {
        ImportResult imported = imported("""
                Tid;Hverdag
                7.30-8.15;Morgenmad PK+AB (1)
                8.15-8.45;Morgensamling
                9.00-10.30;Hold 1: Dansk MH / Hold 7: Matematik LK
                12.15-13.00;Frokost
                """);

        assertThat(locks(imported)).allMatch(lock -> lock.startsWith("camp/camp-team-1/") && lock.endsWith("#0 mh"));
        assertThat(namedStaff(imported))
                .containsExactly(
                        "import.base.staff-no-seats B2 [[Per Kok, Anna Berg]]",
                        "import.base.staff-locked B4 [[Mette Holm], 5]",
                        "import.base.staff-no-team B4 [[Lise Krogh], [7]]");
    }

    @Test
    void peopleOfTwoPartsOfACellShareTheSeatsOfATeam() throws IOException {
        ImportResult imported = imported("""
                Tid;Mandag;Tirsdag;Lørdag
                7.30-8.15;Morgenmad;Morgenmad;Morgenmad PK
                9.00-10.30;Hold 1 og 2: Dansk MH (2 voksne), Hold 2: LK;Hold 1: Dansk MH (1), Hold 1: LK;Modul 1
                12.15-13.00;Frokost;Frokost;Frokost
                """);

        assertThat(locks(imported))
                .containsExactly(
                        "camp/camp-team-1/2026-09-07/module-1 #0 mh",
                        "camp/camp-team-2/2026-09-07/module-1 #0 mh #1 lk");
        assertThat(namedStaff(imported))
                .containsExactly(
                        "import.base.staff-locked B3 [[Mette Holm], 2]",
                        "import.base.staff-locked B3 [[Lise Krogh], 1]",
                        "import.base.staff-no-seats C3 [[Mette Holm]]",
                        "import.base.staff-no-seats C3 [[Lise Krogh]]",
                        "import.base.staff-no-day D2 [[Per Kok]]");
    }
}
