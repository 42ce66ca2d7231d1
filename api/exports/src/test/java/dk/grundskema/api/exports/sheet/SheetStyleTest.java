package dk.grundskema.api.exports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.WeekGrid;
import dk.grundskema.api.exports.template.SharedStyle;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.solver.spi.Colour;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours that can be read, type that fits, tables that stay on their page. */
class SheetStyleTest {
    private static final double ENOUGH = 4.5;

    private static MeetingStyle meetingStyle(int number, int rgb) {
        return new MeetingStyle(number, "Dansk", "Dan", "Fag", Colour.of(rgb));
    }

    private static WeekGridSizes sizes(WeekGrid grid, PaperFormat paper) {
        return new WeekGridSizes(grid, paper, Viewpoint.ofStudents(new TemplateTexts(Locale.of("da")), ""), 0);
    }

    /** A Monday with a number of blocks of a quarter of an hour, from six o'clock. */
    private static WeekGrid grid(int blocks, String title) {
        var plan = new SmallCampFixture();
        for (int block = 0; block < blocks; block++) {
            plan.with(CampMeeting.module().called(title).at(quarter(block), quarter(block + 1)));
        }
        return WeekGrid.of(SmallCampFixture.FIRST, plan.views().entries(), TimetableEntry::isClashOf);
    }

    private static String quarter(int number) {
        return "%02d:%02d".formatted(6 + number / 4, number % 4 * 15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x1F5FA8, 0x767676, 0x6B6100, 0xB0256B, 0x0000FF, 0x7B3AA3})
    void textCanBeReadOnEveryGroundOnPaperAndOnADarkScreen(int rgb) {
        var meetingStyle = meetingStyle(0, rgb);

        assertThat(SharedStyle.INK.contrast(MeetingStyleCss.backgroundColour(meetingStyle)))
                .isGreaterThan(ENOUGH);
        assertThat(SharedStyle.CHALK.contrast(MeetingStyleCss.darkBackgroundColour(meetingStyle)))
                .isGreaterThan(ENOUGH);
    }

    @Test
    void inkAndChalkAreThoseOfTheStyle() {
        assertThat(new SheetStyle(List.of()).cssFor(PaperFormat.A4_PORTRAIT))
                .contains("color: " + SharedStyle.INK.hex(), "color: " + SharedStyle.CHALK.hex());
    }

    @Test
    void neighboursAreToldApartByTheirLineToo() {
        var style = new SheetStyle(List.of(
                meetingStyle(0, 0x1F5FA8),
                meetingStyle(1, 0x1B7340),
                meetingStyle(2, 0xB0256B),
                meetingStyle(3, 0x6B6100)));

        assertThat(style.cssFor(PaperFormat.A4_PORTRAIT))
                .startsWith("@page { size: A4 portrait;")
                .contains(".k0 { background-color:", "1.6mm solid #1f5fa8", "1.6mm dashed #1b7340")
                .contains("1.6mm double #b0256b", "1.6mm dotted #6b6100");
    }

    @Test
    void styleHasNoCssThatTheHtmlToPdfLibraryCannotDraw() {
        assertThat(new SheetStyle(List.of()).cssFor(PaperFormat.A3_LANDSCAPE))
                .doesNotContain("flex", "display: grid", "var(", "calc(", "</", "url(");
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void aTableIsNeverHigherThanItsPageHoweverMuchIsInIt(PaperFormat paper) {
        for (int blocks : new int[] {1, 8, 20, 68}) {
            var grid = grid(blocks, "Dansk");
            assertThat(grid.rows()).hasSize(blocks);
            assertThat(total(grid, paper)).isLessThanOrEqualTo(paper.tableHeight());
        }
        assertThat(total(grid(20, "Dansk"), paper)).isGreaterThan(paper.tableHeight() - 2);
    }

    private static double total(WeekGrid grid, PaperFormat paper) {
        double sum = 0;
        for (int row = 0; row < grid.rows().size(); row++) {
            sum += Double.parseDouble(sizes(grid, paper).ofRow(row).replace("mm", "")) + 0.8;
        }
        return sum;
    }

    @Test
    void typeIsLargeWhereThereIsRoomAndSmallWhereThereIsNot() {
        assertThat(styleOf(grid(1, "Dansk"))).isEqualTo("large");
        assertThat(styleOf(grid(20, "Dansk"))).endsWith("joined");
        assertThat(styleOf(grid(20, "Ord ".repeat(60)))).isEqualTo("tiny joined");
    }

    @Test
    void anEdgeThatOnlyOneDayHasCostsTheOtherTimesNoHeight() {
        var plan = new SmallCampFixture();
        for (int block = 0; block < 18; block++) {
            plan.with(CampMeeting.module().called("Dansk").at(quarter(2 * block), quarter(2 * block + 2)));
        }
        var tuesday = SmallCampFixture.MONDAY.plusDays(1);
        plan.with(CampMeeting.module().called("Hvile").on(tuesday).at(quarter(0), quarter(1)));
        plan.with(CampMeeting.module().called("Brunch").on(tuesday).at(quarter(1), quarter(4)));
        var grid = WeekGrid.of(SmallCampFixture.FIRST, plan.views().entries(), TimetableEntry::isClashOf);

        var sizes = sizes(grid, PaperFormat.A3_LANDSCAPE);

        double split = height(sizes, 0) + height(sizes, 1) + RowHeights.SPACING;
        assertThat(split - height(sizes, 3)).isBetween(-1.0, 8.0);
    }

    @Test
    void meetingOfAllTeamsIsNeverSetLargerThanThatOfOneTeam() {
        var plan = new SmallCampFixture();
        for (int block = 0; block < 14; block++) {
            plan.with(CampMeeting.module().called("Karaktertræk: vedholdenhed").at(quarter(block), quarter(block + 1)));
        }
        plan.with(CampMeeting.module()
                .called("Ro")
                .teams(SmallCampFixture.ONE, SmallCampFixture.TWO)
                .at("20:00", "23:00"));
        var grid = WeekGrid.of(SmallCampFixture.FIRST, plan.views().entries(), TimetableEntry::isClashOf);

        var last = grid.rows().getLast().cells().getFirst();
        assertThat(sizes(grid, PaperFormat.A3_LANDSCAPE).style(last, Objects.requireNonNull(last.entry())))
                .isEqualTo("small joined");
    }

    private static double height(WeekGridSizes sizes, int row) {
        return Double.parseDouble(sizes.ofRow(row).replace("mm", ""));
    }

    private static String styleOf(WeekGrid grid) {
        var cell = grid.rows().getFirst().cells().getFirst();
        return sizes(grid, PaperFormat.A3_LANDSCAPE).style(cell, Objects.requireNonNull(cell.entry()));
    }

    @Test
    void linesAreBrokenBetweenWordsAndWithinThoseThatAreTooLong() {
        assertThat(FontSize.lineCount("abc def", 7, 1)).isEqualTo(1);
        assertThat(FontSize.lineCount("abc def", 6, 1)).isEqualTo(2);
        assertThat(FontSize.lineCount("abcdefghij", 5, 1)).isEqualTo(2);
        assertThat(FontSize.lineCount("abcdefghijk", 5, 1)).isEqualTo(3);
    }
}
