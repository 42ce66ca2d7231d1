package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.BO;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.FIRST;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.api.documents.timetable.WeekGrid.Cell;
import dk.grundskema.api.documents.timetable.WeekGrid.Day;
import dk.grundskema.api.documents.timetable.WeekGrid.Row;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A week as a table. */
class WeekGridTest {
    private static WeekGrid grid(CampMeeting... held) {
        return WeekGrid.of(
                FIRST, new SmallCampFixture().with(held).views().entries(), TimetableEntry::isClashForStudents);
    }

    private static List<LocalTime> starts(WeekGrid grid) {
        return grid.rows().stream().map(Row::start).toList();
    }

    private static Cell cell(WeekGrid grid, String title) {
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.entry() != null && cell.entry().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Each row's columns, those that come from above included, are as many as the days have. */
    private static void assertRowsComplete(WeekGrid grid) {
        int columns = grid.days().stream().mapToInt(Day::lanes).sum();
        int[] covered = new int[grid.rows().size()];
        for (Row row : grid.rows()) {
            for (Cell cell : row.cells()) {
                for (int at = cell.row(); at < cell.row() + cell.rows(); at++) {
                    covered[at] += cell.columns();
                }
            }
        }
        assertThat(covered).containsOnly(columns);
    }

    @Test
    void aWeekWithoutAnythingHasFiveDaysAndNoRow() {
        var grid = grid(CampMeeting.module().on(MONDAY.plusWeeks(1)));

        assertThat(grid.days()).hasSize(5).allMatch(Day::isFree);
        assertThat(grid.rows()).isEmpty();
        assertThat(grid.end()).isNull();
    }

    @Test
    void aModuleIsOneRowAndOneCellBesideAnEmptyOneForEachOtherDay() {
        var grid = grid(CampMeeting.module());

        assertThat(starts(grid)).containsExactly(LocalTime.of(9, 0));
        assertThat(grid.rows().getFirst().minutes()).isEqualTo(90);
        assertThat(grid.rows().getFirst().cells())
                .extracting(Cell::entry)
                .filteredOn(Objects::isNull)
                .hasSize(4);
        assertThat(grid.end()).isEqualTo(LocalTime.of(10, 30));
        assertRowsComplete(grid);
    }

    @Test
    void meetingLongerThanThatOfAnotherDayTakesSeveralRows() {
        var grid = grid(
                CampMeeting.module(),
                CampMeeting.module().called("Tur").on(MONDAY.plusDays(1)).at("08:00", "12:00"));

        assertThat(starts(grid)).containsExactly(LocalTime.of(8, 0), LocalTime.of(9, 0), LocalTime.of(10, 30));
        assertThat(cell(grid, "Dansk").rows()).isEqualTo(1);
        assertThat(cell(grid, "Tur").rows()).isEqualTo(3);
        assertRowsComplete(grid);
    }

    @Test
    void everyColumnOfADayIsFreeAtATimeWithoutMeetings() {
        var tuesday = MONDAY.plusDays(1);
        var grid = grid(
                CampMeeting.module().at("08:00", "09:00"),
                CampMeeting.module()
                        .teams(SmallCampFixture.TWO)
                        .at("08:00", "09:00")
                        .called("Tysk"),
                CampMeeting.module().on(tuesday).at("09:00", "10:00"));

        assertThat(grid.days().getFirst().lanes()).isEqualTo(2);
        assertRowsComplete(grid);
    }

    @Test
    void timeInWhichNothingIsHeldIsAnEmptyRow() {
        var grid = grid(CampMeeting.module(), CampMeeting.module().called("Tur").at("13:00", "14:00"));

        assertThat(grid.rows()).extracting(Row::isEmpty).containsExactly(false, true, false);
        assertRowsComplete(grid);
    }

    @Test
    void touchingMeetingsStandInOneColumnAndDoNotClash() {
        var grid = grid(CampMeeting.module(), CampMeeting.module().called("Tur").at("10:30", "11:00"));

        assertThat(grid.days().getFirst().lanes()).isEqualTo(1);
        assertThat(cell(grid, "Dansk").isClash()).isFalse();
    }

    @Test
    void meetingsOverlappingByAMinuteStandSideBySideAndBothClash() {
        var grid = grid(CampMeeting.module(), CampMeeting.module().called("Tur").at("10:29", "11:00"));

        assertThat(grid.days().getFirst().lanes()).isEqualTo(2);
        assertThat(cell(grid, "Dansk").isClash()).isTrue();
        assertThat(cell(grid, "Tur").isClash()).isTrue();
        assertRowsComplete(grid);
    }

    @Test
    void meetingWithinAnotherIsNoClashForStudentsButForAdults() {
        var plan = new SmallCampFixture()
                .with(
                        CampMeeting.module().id("lejr/stille"),
                        CampMeeting.talk(SmallCampFixture.IDA, BO)
                                .at("09:30", "09:50")
                                .within("lejr/stille"));
        var grid = WeekGrid.of(FIRST, plan.views().entries(), TimetableEntry::isClashForStudents);
        var ofStaff = WeekGrid.of(FIRST, plan.views().entries(), TimetableEntry::isClashOf);

        assertThat(cell(ofStaff, "Elevsamtale").isClash()).isTrue();
        assertThat(cell(ofStaff, "Dansk").isClash()).isTrue();
        assertThat(grid.days().getFirst().lanes()).isEqualTo(2);
        assertThat(cell(grid, "Elevsamtale").isClash()).isFalse();
        assertThat(cell(grid, "Dansk").isClash()).isFalse();
        assertRowsComplete(grid);
    }

    @Test
    void meetingThatOverlapsNothingTakesAllColumnsOfItsDay() {
        var grid = grid(
                CampMeeting.module(),
                CampMeeting.module().called("Tur").at("09:30", "10:00"),
                CampMeeting.module().called("Frokost").at("12:00", "13:00"));

        assertThat(cell(grid, "Frokost").columns()).isEqualTo(2);
        assertThat(cell(grid, "Tur").columns()).isEqualTo(1);
        assertRowsComplete(grid);
    }

    @Test
    void aNightStandsLastOnTheDayItBeginsAndEndsInTheMorning() {
        var grid = grid(
                CampMeeting.night(MONDAY, ANE),
                CampMeeting.module().called("Vækning").at("07:00", "07:30"));

        assertThat(starts(grid)).containsExactly(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(23, 0));
        assertThat(grid.end()).isEqualTo(LocalTime.of(7, 0));
        assertThat(cell(grid, "Nat").isClash()).isFalse();
        assertRowsComplete(grid);
    }

    @Test
    void aDayOfTheWeekendIsThereOnlyIfSomethingIsHeld() {
        var grid = grid(CampMeeting.module().on(MONDAY.plusDays(6)));

        assertThat(grid.days()).hasSize(6).last().matches(day -> day.date().equals(MONDAY.plusDays(6)));
    }

    /** Returns lessons of the school at the same time. They differ in the seats that nobody fills. */
    private static List<TimetableEntry> lessons(int count) {
        TimetableEntry one = new SmallCampFixture()
                .with(CampMeeting.module())
                .views()
                .entries()
                .iterator()
                .next();
        return IntStream.range(0, count)
                .mapToObj(number -> new TimetableEntry(
                        one.occurrence(),
                        one.meetingStyle(),
                        one.rooms(),
                        one.teams(),
                        one.isForAll(),
                        one.staff(),
                        number,
                        one.students(),
                        one.form(),
                        new TimetableEntry.ExistingLesson(List.of(), List.of())))
                .toList();
    }

    private static List<Integer> entriesOfFilledCells(WeekGrid grid) {
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.entries().size())
                .filter(size -> size > 0)
                .toList();
    }

    @Test
    void manyLessonsAtTheSameTimeShareACell() {
        var grid = WeekGrid.of(FIRST, lessons(4), (one, other) -> false);

        assertThat(entriesOfFilledCells(grid)).containsExactly(4);
        assertThat(grid.days().getFirst().lanes()).isEqualTo(1);
        assertThat(grid.days().getFirst().entries()).hasSize(4);
        assertRowsComplete(grid);
    }

    @Test
    void asManyLessonsAsAllowedAndThoseThatClashHaveCellsOfTheirOwn() {
        assertThat(entriesOfFilledCells(WeekGrid.of(FIRST, lessons(3), (one, other) -> false)))
                .containsExactly(1, 1, 1);
        assertThat(entriesOfFilledCells(WeekGrid.of(FIRST, lessons(4), (one, other) -> !one.equals(other))))
                .containsExactly(1, 1, 1, 1);
    }
}
