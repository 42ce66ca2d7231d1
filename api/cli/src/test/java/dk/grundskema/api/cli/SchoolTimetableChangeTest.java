package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school's new timetable in a plan in use, on the command line. The plan was imported from the school's first timetable. */
class SchoolTimetableChangeTest {
    private static final String HEADINGS = "Klasse;Fag;Lærer;Lokale;Ugedag;Fra;Til\n";
    private static final String STAYS = "1A;DAN;Ann Berg;12;mandag;08:00;08:45\n";
    private static final String MOVES = "1A;MAT;Ann Berg;12;tirsdag;08:00;08:45\n";
    private static final String OTHER_TEACHER = "1A;ENG;Bo Holm;14;onsdag;08:00;08:45\n";
    private static final String OTHER_ROOM = "1B;DAN;Bo Holm;14;torsdag;10:00;10:45\n";
    private static final String ENDS = "1B;MUS;Ann Berg;14;fredag;10:00;10:45\n";

    @TempDir
    private static Path planned;

    @TempDir
    private Path folder;

    @BeforeAll
    static void planFirstTimetable() throws IOException {
        var school = new SchoolTimetableChangeTest();
        school.folder = planned;
        school.importAndSolve();
    }

    private void importAndSolve() throws IOException {
        write("first.csv", HEADINGS + STAYS + MOVES + OTHER_TEACHER + OTHER_ROOM + ENDS);
        write("needs.csv", "Klasse;Type;Lektioner om ugen\n1A;type 1;1\n");
        write("pool.csv", "Medarbejder;Typer;Lektioner om ugen\nMia Dahl;type 1;5\n");
        write("staff.csv", "Navn;Timer\nAnn Berg;37\nBo Holm;37\nMia Dahl;20\n");
        assertThat(run(
                                "import",
                                "first.csv",
                                "needs.csv",
                                "pool.csv",
                                "staff.csv",
                                "--school-year",
                                "2026/27",
                                "--accept-warnings",
                                "--output",
                                "school.json")
                        .code())
                .isZero();
        run("solve", "school.json", "--output", "plan.json", "--steps", "500", "--searches", "1");
    }

    @BeforeEach
    void copyPlan() throws IOException {
        for (String name : List.of("needs.csv", "pool.csv", "school.json", "plan.json")) {
            Files.copy(planned.resolve(name), folder.resolve(name));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private CommandOutput run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", "en"));
        return new CommandRunner(folder, PluginPlanningFacade::new).run(all.toArray(String[]::new));
    }

    private CommandOutput change(String... args) {
        var all = new ArrayList<>(List.of("change", "school.json", "plan.json", "--now", "2026-10-26T06:40"));
        all.addAll(List.of(args));
        all.addAll(List.of("--steps", "2000", "--fresh-seconds", "0"));
        return run(all.toArray(String[]::new));
    }

    @Test
    void lessonsThatDifferAreSplitByTheDayAndEverythingElseStays() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES.replace("tirsdag;08:00;08:45", "fredag;12:00;12:45")
                        + OTHER_TEACHER.replace("Bo Holm", "Nina Ny")
                        + OTHER_ROOM.replace(";14;", ";15;")
                        + "1B;NAT;Bo Holm;12;fredag;10:00;10:45\n");

        CommandOutput ended =
                change("--school-timetable", "second.csv", "--timetable-from", "2026-11-04", "--output", "changed");

        assertThat(ended.out())
                .contains(
                        "The school's timetable: 1 lesson moves, 1 gets other teachers, 1 another room; 1 is new, 1 ends.")
                .contains("Nina Ny is new on the staff", "15 is a new room")
                .contains("Tuesday 08:00–08:45: is held on Friday 12:00–12:45, from Friday 6 November on")
                .contains("Wednesday 08:00–08:45: with Nina Ny, from Wednesday 4 November on")
                .contains("is no longer held from Friday 6 November on");
        String problem = Files.readString(folder.resolve("changed/problem.json"));
        assertThat(problem).contains("-2026-W45\"", "Mia Dahl", "\"co-teaching\"");
        CommandOutput checked = run("check", "changed/problem.json", "changed/timetable.json");
        assertThat(checked.out()).contains("0 conflicts");
        assertThat(checked.err()).doesNotContain("own figures");
    }

    @Test
    void lessonsOfTheDayThatHaveBegunStay() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES.replace(";12;", ";15;")
                        + OTHER_TEACHER
                        + OTHER_ROOM
                        + ENDS.replace(";14;", ";15;"));

        CommandOutput begun = run(
                "change",
                "school.json",
                "plan.json",
                "--now",
                "2026-10-27T08:01",
                "--school-timetable",
                "second.csv",
                "--timetable-from",
                "2026-10-27",
                "--preview",
                "--steps",
                "2000",
                "--fresh-seconds",
                "0");
        CommandOutput atTheStart = run(
                "change",
                "school.json",
                "plan.json",
                "--now",
                "2026-10-27T08:00",
                "--school-timetable",
                "second.csv",
                "--preview",
                "--steps",
                "2000",
                "--fresh-seconds",
                "0");

        assertThat(begun.out()).contains("Tuesday 08:00–08:45: in 15, from Tuesday 3 November on");
        assertThat(atTheStart.out()).contains("Tuesday 08:00–08:45: in 15, from Tuesday 27 October on");
        assertThat(begun.out()).contains("Friday 10:00–10:45: in 15, from Friday 30 October on");
    }

    @Test
    void lessonsOfAClassThatIsNotInTheFilesStay() throws IOException {
        write("second.csv", HEADINGS + STAYS + MOVES + OTHER_TEACHER);

        assertThat(change("--school-timetable", "second.csv", "--preview").out())
                .contains("1 class of the plan is not in the files: 1B.", "Nothing changes in the plan.")
                .doesNotContain("is no longer held");
    }

    @Test
    void lessonsThatAreNowAtTheSameTimeAreNamed() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES
                        + OTHER_TEACHER
                        + OTHER_ROOM.replace("torsdag;10:00;10:45", "onsdag;08:30;09:15")
                        + ENDS);

        String out = change("--school-timetable", "second.csv", "--preview").out();

        assertThat(out)
                .contains("At the same time in the school's timetable")
                .contains(
                        "Wednesday 08:30–09:15 is at the same time as ENG (1A), Wednesday 08:00–08:45, both with Bo Holm");
    }

    @Test
    void theSameTimetableChangesNothing() throws IOException {
        write("second.csv", HEADINGS + ENDS + OTHER_ROOM + OTHER_TEACHER + MOVES + STAYS);

        CommandOutput ended = change("--school-timetable", "second.csv", "--preview");

        assertThat(ended.out()).contains("Nothing changes in the plan.").doesNotContain("The school's timetable");
    }

    @Test
    void whoIsMissingOrNearlyNamedIsSaidAndAMappingFileSettlesIt() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES
                        + OTHER_TEACHER.replace("Bo Holm", "Bo Holmm")
                        + OTHER_ROOM.replace("Bo Holm", "Bo Holmm"));
        write("mapping.json", "{\"staff\": {\"Bo Holmm\": \"Bo Holm\"}}");

        CommandOutput asked = change("--school-timetable", "second.csv", "--preview");
        CommandOutput settled = change("--school-timetable", "second.csv", "--mapping", "mapping.json", "--preview");

        assertThat(asked.out())
                .contains("\"Bo Holmm\" is new, and \"Bo Holm\" of the plan is not in the files.")
                .contains("1 teacher of the plan is not in the files: Bo Holm.");
        assertThat(settled.out())
                .doesNotContain("is new, and", "is new on the staff")
                .contains("MUS");
    }

    @Test
    void unmatchedPeopleRoomsAndClassesAreAskedAboutAndAnswersKeepThoseOfThePlan() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS.replace(";12;", ";Blue;")
                        + MOVES.replace(";12;", ";Blue;")
                        + OTHER_TEACHER.replace("Bo Holm", "Nina Ny")
                        + OTHER_ROOM.replace("Bo Holm", "Nina Ny").replace("1B", "Red class")
                        + ENDS.replace("1B", "Red class"));
        write("mapping.json", """
                {"inPlan": {"staff": {"Nina Ny": "Bo Holm"}, "rooms": {"Blue": "12"}, "classes": {"Red class": "1B"}}}""");

        CommandOutput asked = change("--school-timetable", "second.csv", "--preview");
        CommandOutput settled =
                change("--school-timetable", "second.csv", "--mapping", "mapping.json", "--output", "changed");

        assertThat(asked.out())
                .contains("\"inPlan\": {\"staff\": {\"Nina Ny\": \"", "\"Bo Holm\"", "\"Mia Dahl\"")
                .contains("\"inPlan\": {\"rooms\": {\"Blue\": \"12\"}}")
                .contains("\"inPlan\": {\"classes\": {\"Red class\": \"1B\"}}")
                .contains("1 teacher of the plan is not in the files: Bo Holm.")
                .contains("1 room with lessons in the plan is not in the files: 12.");
        assertThat(settled.out())
                .contains("Nothing changes in the plan.", "Bo Holm", "is called Nina Ny in the files")
                .doesNotContain("inPlan", "is new");
        assertThat(Files.readString(folder.resolve("changed/problem.json")))
                .contains("Bo Holm")
                .doesNotContain("Nina Ny", "Blue", "Red class");
    }

    @Test
    void anUnpairedLessonIsAskedAboutAndAnAnswerChangesTheOldOneIntoIt() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES.replace(";MAT;", ";NAT;")
                        + OTHER_TEACHER
                        + OTHER_ROOM
                        + ENDS.replace(";MUS;", ";BIL;"));
        write("mapping.json", """
                {"inPlan": {"lessons": {
                  "1A TUESDAY 08:00 NAT (Ann Berg)": "1A TUESDAY 08:00 MAT (Ann Berg)",
                  "1B FRIDAY 10:00 BIL": "1B FRIDAY 10:00 BIL"}}}""");

        CommandOutput asked = change("--school-timetable", "second.csv", "--preview");
        CommandOutput settled =
                change("--school-timetable", "second.csv", "--mapping", "mapping.json", "--output", "changed");

        assertThat(asked.out())
                .contains(
                        "\"inPlan\": {\"lessons\": {\"1A TUESDAY 08:00 NAT (Ann Berg)\": \"1A TUESDAY 08:00 MAT (Ann Berg)\"}}")
                .contains("2 are new, 2 end");
        assertThat(settled.out())
                .contains("1 is new, 1 ends", "Tuesday 08:00–08:45: is now NAT (1A), from Tuesday 27 October on")
                .contains("MAT (1A): is NAT in the school's new timetable")
                .as("a co-teacher who goes along has the same duty")
                .contains("Days of others that change: 0.")
                .contains("NAT (1A): is new, with Ann, Mia")
                .doesNotContain("inPlan");
        String problem = Files.readString(folder.resolve("changed/problem.json"));
        assertThat(problem.split("-2026-W44\"", -1))
                .as("one lesson continues, in one id")
                .hasSize(2);
        assertThat(problem).contains("\"MAT\"", "\"NAT\"");
        assertThat(run("check", "changed/problem.json", "changed/timetable.json")
                        .out())
                .contains("0 conflicts");
    }

    @Test
    void answersThatFitNothingAreAllRefusedWithTheirPlace() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES.replace(";MAT;", ";NAT;")
                        + OTHER_TEACHER.replace("Bo Holm", "Nina Ny")
                        + OTHER_ROOM.replace("Bo Holm", "Otto Ny")
                        + ENDS);
        write("mapping.json", """
                {"inPlan": {
                  "staff": {"Nina Ny": "Bo Holm", "Otto Ny": "Bo Holm", "Ann Berg": "Mia Dahl", "Per": "Ann Berg"},
                  "rooms": {"12": "13"},
                  "lessons": {"1A TUESDAY 08:00 NAT": "1A TUESDAY 09:00 MAT"}}}""");

        CommandOutput ended =
                change("--school-timetable", "second.csv", "--mapping", "mapping.json", "--output", "changed");

        assertThat(ended.err())
                .contains("/inPlan/staff/Otto Ny", "\"Otto Ny\" and \"Nina Ny\" cannot both be \"Bo Holm\"")
                .contains("/inPlan/staff/Ann Berg", "The files have no person \"Ann Berg\"")
                .contains("/inPlan/staff/Per", "The plan has no person \"Ann Berg\"")
                .contains("/inPlan/rooms/12", "The plan has no room \"13\"")
                .contains("/inPlan/lessons/1A TUESDAY 08:00 NAT", "The plan has no lesson \"1A TUESDAY 09:00 MAT\"");
        assertThat(folder.resolve("changed")).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
        write("second.csv", HEADINGS + STAYS.replace("mandag", "mandagg"));
        write("third.csv", HEADINGS + STAYS);

        assertThat(change("--school-timetable", "second.csv", "--output", "changed")
                        .err())
                .contains("second.csv E2", "mandag");
        assertThat(change("--school-timetable", "third.csv", "--timetable-from", "2026-10-01", "--output", "changed")
                        .err())
                .contains("--timetable-from", "is before the moment of the change");
        assertThat(change("--timetable-from", "2026-11-02", "--preview").err()).contains("--school-timetable");
        assertThat(folder.resolve("changed")).doesNotExist();
    }

    @Test
    void aLessonThatOnlyLastsLongerIsNotAnotherLesson() throws IOException {
        write("second.csv", HEADINGS + STAYS.replace("08:45", "08:40") + MOVES + OTHER_TEACHER + OTHER_ROOM + ENDS);

        assertThat(change("--school-timetable", "second.csv", "--preview").out())
                .contains("DAN (1A): is 08:00–08:40 in the school's new timetable (before 08:00–08:45)")
                .doesNotContain("is DAN in the school's new timetable");
    }

    @Test
    void aRenamedSubjectIsOneQuestionAndItsAnswerChangesNothing() throws IOException {
        String second = (HEADINGS + STAYS + MOVES + OTHER_TEACHER + OTHER_ROOM + ENDS).replace(";DAN;", ";Dansk;");
        write("second.csv", second);
        write("mapping.json", """
                {"inPlan": {"subjects": {"Dansk": "DAN"}}}""");

        CommandOutput asked = change("--school-timetable", "second.csv", "--preview");
        CommandOutput settled = change("--school-timetable", "second.csv", "--mapping", "mapping.json", "--preview");

        assertThat(asked.out())
                .contains("\"inPlan\": {\"subjects\": {\"Dansk\": \"DAN\"}}")
                .doesNotContain("{\"lessons\":");
        assertThat(settled.out()).contains("Nothing changes in the plan.").doesNotContain("inPlan");
    }

    @Test
    void theEntryToWriteIsJson() throws IOException {
        write(
                "second.csv",
                HEADINGS
                        + STAYS
                        + MOVES
                        + (OTHER_TEACHER + OTHER_ROOM + ENDS).replace(";14;", ";\"The \"\"Sea\"\"\";"));

        assertThat(change("--school-timetable", "second.csv", "--preview").out())
                .contains("\"inPlan\": {\"rooms\": {\"The \\\"Sea\\\"\": \"14\"}}");
    }

    @Test
    void aSuccessorWithTheInitialsOfAPredecessorIsAskedAbout() throws IOException {
        String second = (HEADINGS + STAYS + MOVES + OTHER_TEACHER + OTHER_ROOM + ENDS).replace(";Bo Holm;", ";BH;");
        write("initials.csv", second);
        write("people.csv", "Initialer;Navn;Timer\nAB;Ann Berg;37\nMD;Mia Dahl;20\nBH;Bo Holm;37\n");
        write("successor.csv", "Initialer;Navn;Timer\nAB;Ann Berg;37\nMD;Mia Dahl;20\nBH;Bea Hus;37\n");
        assertThat(run(
                                "import",
                                "initials.csv",
                                "needs.csv",
                                "pool.csv",
                                "people.csv",
                                "--school-year",
                                "2026/27",
                                "--accept-warnings",
                                "--output",
                                "school.json")
                        .code())
                .isZero();
        run("solve", "school.json", "--output", "plan.json", "--steps", "500", "--searches", "1");

        CommandOutput asked =
                change("--school-timetable", "initials.csv", "--school-timetable", "successor.csv", "--preview");

        assertThat(asked.out())
                .contains("\"inPlan\": {\"staff\": {\"Bea Hus\": \"Bo Holm\"}}")
                .contains("Bea Hus is new on the staff");
    }
}
