package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that go to Excel and come back, and plans that coordinators made by hand. */
class ImportPlanCommandTest {
    private static final Path EXAMPLES =
            Path.of("../../examples").toAbsolutePath().normalize();
    private static final String CAMP =
            EXAMPLES.resolve("camp-3-weeks/problem.json").toString();
    private static final int DATE = 0;
    private static final int START = 2;
    private static final int TEAM = 4;
    private static final int SUBJECT = 6;
    private static final int STAFF = 7;
    private static final int ROOM = 8;
    private static final int TITLE = 10;
    private static final int KEY = 11;

    /** Plan of each problem that was solved: the same steps give the same plan. */
    private static final Map<String, byte[]> PLANS = new HashMap<>();

    @TempDir
    private Path folder;

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    private List<List<String>> exportPlan(String problem) throws IOException {
        Path plan = folder.resolve("plan.json");
        if (PLANS.containsKey(problem)) {
            Files.write(plan, PLANS.get(problem));
        } else {
            SolvedFile.write(Path.of(problem), plan, 50);
            PLANS.put(problem, Files.readAllBytes(plan));
        }
        assertThat(type("export", problem, "plan.json", "--format", "xlsx", "--output", "sheets")
                        .code())
                .isZero();
        try (InputStream in = Files.newInputStream(folder.resolve("sheets/meetings.xlsx"));
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            var rows = new ArrayList<List<String>>();
            for (var row : book.getFirstSheet().read()) {
                var cells = new ArrayList<String>();
                for (int column = 0; column <= KEY; column++) {
                    cells.add(row.getCellText(column));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    /** Cells of a column that are merged over some rows, which keep the text of the first, as in Excel. */
    private record MergedCells(int column, int first, int last) {}

    private void write(String name, List<List<String>> rows, MergedCells... merged) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Plan");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            for (MergedCells area : merged) {
                for (int row = area.first() + 1; row <= area.last(); row++) {
                    sheet.value(row, area.column(), "");
                }
                sheet.range(area.first(), area.column(), area.last(), area.column())
                        .merge();
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private CommandOutput preview(String problem, String file) {
        return type("import-plan", problem, file, "--timetable", "plan.json", "--preview", "--lang", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-autumn-clocks", "camp-too-few-staff"})
    void unchangedExportHasNoChanges(String example) throws IOException {
        String problem = EXAMPLES.resolve(example).resolve("problem.json").toString();
        exportPlan(problem);

        CommandOutput read = preview(problem, "sheets/meetings.xlsx");

        assertThat(read.err()).isEmpty();
        assertThat(read.out()).contains("no changes").contains("no new violation");
    }

    @Test
    @Tag("commands")
    void unchangedExportOfACampWithNightsHasNoChanges() throws IOException {
        unchangedExportHasNoChanges("camp-4-weeks-overnight");
    }

    @Test
    void secondColumnOfStaffIsReportedWithBothPlacesAndNotLost() throws IOException {
        List<List<String>> rows = exportPlan(CAMP);
        for (List<String> row : rows) {
            row.add(row.get(STAFF));
        }
        write("twice.xlsx", rows);

        CommandOutput read = preview(CAMP, "twice.xlsx");

        String heading = rows.getFirst().get(STAFF);
        assertThat(read.code()).isEqualTo(2);
        assertThat(read.err())
                .contains(
                        "[import.heading.twice]",
                        "The headings \"%s\" (Plan!H1) and \"%s\" (Plan!M1) mean the same."
                                .formatted(heading, heading));
    }

    @Test
    void eachChangedCellIsOneChangeAndThereAreNoOthers() throws IOException {
        List<List<String>> rows = exportPlan(CAMP);
        List<Integer> modules = modulesOf(rows, "Hold 1");
        int first = modules.get(0);
        int second = modules.get(1);
        int other = modules.stream()
                .filter(row ->
                        !rows.get(row).get(SUBJECT).equals(rows.get(first).get(SUBJECT)))
                .findFirst()
                .orElseThrow();
        String stays = rows.get(second).get(STAFF).split(", ", -1)[0];
        rows.get(second).set(STAFF, stays + ", " + "Gitte Raun");
        rows.get(second).set(ROOM, rows.get(second).get(ROOM).equals("Lokale 3") ? "lok. 2" : "Lokale 3");
        for (int column : List.of(SUBJECT, TITLE)) {
            String subject = rows.get(first).get(column);
            rows.get(first).set(column, rows.get(other).get(column));
            rows.get(other).set(column, subject);
        }
        int late = rows.size() - 1;
        String was = rows.get(late).get(START);
        rows.get(late).set(START, "15:00");
        String removed = rows.remove(3).get(TITLE);
        write("edited.xlsx", rows);

        CommandOutput read = preview(CAMP, "edited.xlsx");

        assertThat(read.err()).isEmpty();
        assertThat(read.out().lines().filter(line -> line.startsWith("edited.xlsx")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("!H" + second + " ", "People", "Gitte Raun"),
                        line -> assertThat(line).contains("!I" + second + " ", "Room"),
                        line -> assertThat(line).contains("!G" + first + " ", "Subject"),
                        line -> assertThat(line).contains("!G" + other + " ", "Subject"),
                        line -> assertThat(line).contains("!C" + late + " ", "Time", was.replace('.', ':')),
                        line -> assertThat(line).contains("edited.xlsx Plan ", "Deleted row"));
        assertThat(read.out()).contains(removed).contains("Nothing was written");
        assertThat(read.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(folder.resolve("timetable.json")).doesNotExist();
    }

    @Test
    void equalCellsThatWereMergedAreNoChange() throws IOException {
        List<List<String>> rows = exportPlan(CAMP);
        int first = firstOfTwo(
                rows,
                (one, next) ->
                        one.get(TEAM).equals(next.get(TEAM)) && !one.get(TEAM).isEmpty());
        write(
                "merged.xlsx",
                rows,
                new MergedCells(DATE, 1, lastWithEqual(rows, DATE)),
                new MergedCells(TEAM, first, first + 1));

        CommandOutput read = preview(CAMP, "merged.xlsx");

        assertThat(read.err()).isEmpty();
        assertThat(read.out()).contains("no changes").contains("A2:A" + (lastWithEqual(rows, DATE) + 1));
    }

    @Test
    void differentCellsThatWereMergedAreAChangeOrAnErrorAtTheSecond() throws IOException {
        List<List<String>> rows = exportPlan(CAMP);
        int first = firstOfTwo(
                rows,
                (one, next) -> !one.get(SUBJECT).isEmpty()
                        && !next.get(SUBJECT).isEmpty()
                        && !one.get(STAFF).equals(next.get(STAFF)));
        write("people.xlsx", rows, new MergedCells(STAFF, first, first + 1));
        write("keys.xlsx", rows, new MergedCells(KEY, first, first + 1));

        assertThat(preview(CAMP, "people.xlsx").out().lines().filter(line -> line.startsWith("people.xlsx")))
                .filteredOn(line -> !line.contains("import.cells.merged"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("!H" + (first + 2) + " ", rows.get(first).get(STAFF)));
        assertThat(preview(CAMP, "keys.xlsx").err())
                .contains("import.plan.twice", "Plan!A" + (first + 2), "Plan!A" + (first + 1));
    }

    @Test
    void mergedCellsOfAGridAreOneActivityOrNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Plan");
            List<String> lines = List.of(
                    "Uge 37;Mandag 7/9-2026;;",
                    ";Hold 1;Hold 2;Hold 3",
                    "8.15-8.45;Morgenmad Lone + Bente;;",
                    "9.00-9.45;Dansk BK+LA lok. 1;Matematik RT, JO lokale 2;",
                    "9.45-10.30;;;");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
            sheet.range(0, 1, 0, 3).merge();
            sheet.range(2, 1, 2, 3).merge();
            sheet.range(3, 1, 4, 1).merge();
            sheet.range(3, 2, 4, 3).merge();
        }
        Files.write(folder.resolve("uge37.xlsx"), bytes.toByteArray());

        CommandOutput read =
                type("import-plan", CAMP, "uge37.xlsx", "--output", "plan.json", "--accept-warnings", "--lang", "en");

        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out().lines().filter(line -> line.startsWith("uge37.xlsx")))
                .as("breakfast of all teams, and one module of two rows")
                .satisfiesExactly(
                        line -> assertThat(line).contains("!B3 ", "People", "Lone Abildgaard, Bente Kjær"),
                        line -> assertThat(line).contains("!B4 ", "Subject", "Dansk"),
                        line -> assertThat(line).contains("!B4 ", "People", "Bente Kjær, Lone Abildgaard"),
                        line -> assertThat(line).contains("!B4 ", "Room", "Lokale 1"));
        assertThat(read.err() + read.out())
                .as("a module of two teams is named, because each team has a module of its own")
                .contains("Plan!C4  [import.plan.ambiguous]", "(Hold 2, Monday 7 September, 09:00)");
    }

    private static int firstOfTwo(List<List<String>> rows, BiPredicate<List<String>, List<String>> are) {
        return IntStream.range(1, rows.size() - 1)
                .filter(row -> are.test(rows.get(row), rows.get(row + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static int lastWithEqual(List<List<String>> rows, int column) {
        int row = 1;
        while (rows.get(row + 1).get(column).equals(rows.get(1).get(column))) {
            row++;
        }
        return row;
    }

    /** Rows from 0, as in the file; the heading is row 0, so that row {@code n} is row {@code n + 1} of the sheet before a row is removed. */
    private static List<Integer> modulesOf(List<List<String>> rows, String team) {
        var modules = new ArrayList<Integer>();
        for (int row = 4; row < rows.size() - 1; row++) {
            if (rows.get(row).get(TEAM).equals(team)
                    && !rows.get(row).get(SUBJECT).isEmpty()) {
                modules.add(row);
            }
        }
        return modules;
    }

    @Test
    void everyBadCellIsReportedWithWhatToWriteAndNothingIsKept() throws IOException {
        List<List<String>> rows = exportPlan(CAMP);
        rows.get(1).set(STAFF, "Bente Kjær, Gitte Ravn");
        rows.get(2).set(ROOM, "Kælderen");
        rows.get(3).set(DATE, "2026-12-24");
        rows.get(4).set(KEY, "kffffffffff");
        rows.add(List.of(
                "2026-09-08", "tirsdag", "09:10", "10:30", "", "Hold 1", "", "Bente Kjær", "", "", "Dansk", ""));
        rows.add(rows.get(5));
        write("edited.xlsx", rows);

        CommandOutput read =
                type("import-plan", CAMP, "edited.xlsx", "--timetable", "plan.json", "--output", "kept.json");

        assertThat(read.code()).isEqualTo(2);
        assertThat(read.err())
                .contains("Plan!H2", "Gitte Raun")
                .contains("Plan!I3")
                .contains("Plan!A4")
                .contains("Plan!A5")
                .contains("Plan!C" + (rows.size() - 1), "09:00-10:30 Modul 1")
                .contains("Plan!A" + rows.size(), "Plan!A6");
        assertThat(folder.resolve("kept.json")).doesNotExist();
    }

    @Test
    void workbookOfAnotherPlanAndPartsOfAPlanAreToldApart() throws IOException {
        String other = EXAMPLES.resolve("camp-autumn-clocks/problem.json").toString();
        exportPlan(other);
        Files.move(folder.resolve("sheets/meetings.xlsx"), folder.resolve("other.xlsx"));
        List<List<String>> rows = exportPlan(CAMP);
        type("export", CAMP, "plan.json", "--format", "xlsx", "--output", "part", "--staff", "bente");

        assertThat(preview(CAMP, "other.xlsx").err()).contains("import.plan.other-plan");
        CommandOutput part = preview(CAMP, "part/meetings.xlsx");
        assertThat(part.err()).isEmpty();
        assertThat(part.out()).contains("import.plan.part").contains("no changes");
        assertThat(rows).hasSizeGreaterThan(100);
    }

    @Test
    void lastYearsPlanInWeekSheetsIsReadCompletedAndLocked() throws IOException {
        String week = Files.writeString(
                        folder.resolve("week.json"),
                        Files.readString(Path.of(CAMP)).replace("\"weeks\": 3", "\"weeks\": 1"))
                .toString();
        Files.writeString(folder.resolve("uge37.csv"), """
                Uge 37;Mandag 8/9-2025;;;Tirsdag 9/9-2025;;
                ;Hold 1;Hold 2;Hold 3;Hold 1;Hold 2;Hold 3
                8.15-8.45;Morgenmad Lone + Bente;;;Morgenmad MW;;
                9.00-10.30;Dansk BK+LA lok. 1;Matematik RT, JO lokale 2;Matematik TO;Dansk BK+LA lok. 1;Matematik RT;Matematik JO
                16.00-17.00;Kanotur XY;;;;;
                """, StandardCharsets.UTF_8);

        CommandOutput refused = type("import-plan", week, "uge37.csv", "--output", "last.json");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("import.plan.moved", "import.plan.no-time", "B5");

        CommandOutput read = type(
                "import-plan",
                week,
                "uge37.csv",
                "--output",
                "last.json",
                "--lock",
                "locked.json",
                "--accept-warnings");
        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out()).contains("B4", "C4", "D4", "E3", "E4", "Bente Kjær, Lone Abildgaard");

        CommandOutput solved = type(
                "solve",
                "locked.json",
                "--continue-from",
                "last.json",
                "--output",
                "whole.json",
                "--steps",
                "100",
                "--searches",
                "1");
        assertThat(solved.err()).isEmpty();
        String whole = Files.readString(folder.resolve("whole.json"));
        assertThat(meeting(whole, "camp/camp-team-1/2026-09-07/module-1"))
                .contains("\"bente\"", "\"lone\"", "\"lokale-1\"");
    }

    /** Returns the text of a meeting up to the next one. */
    private static String meeting(String timetable, String id) {
        int at = timetable.indexOf("\"" + id + "\"");
        assertThat(at).as(id).isNotNegative();
        int end = timetable.indexOf("\"sessionId\"", at + id.length());
        return timetable.substring(at, end < 0 ? timetable.length() : end);
    }
}
