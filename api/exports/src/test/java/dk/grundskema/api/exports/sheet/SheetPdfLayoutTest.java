package dk.grundskema.api.exports.sheet;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.BO;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.CARL;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.ONE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sheets through the library that makes PDF of HTML: nothing cut off, a week a page. */
class SheetPdfLayoutTest {
    private static final SheetFiles DANISH = SheetFiles.of(camp(), "da");
    private static final SheetFiles ENGLISH = SheetFiles.of(camp(), "en");

    /** Full days from seven in the morning to the night, every day for two weeks. */
    private static SmallCampFixture camp() {
        return campOn(0, 1, 2, 3, 4, 5, 6);
    }

    /** The same on some days of each week, in days after Monday. */
    private static SmallCampFixture campOn(int... days) {
        var plan = new SmallCampFixture();
        for (int day : days) {
            var date = MONDAY.plusDays(day);
            plan.with(
                    meetingOfBothTeams("Vækning", "07:00", "07:30").on(date).by(ANE),
                    meetingOfBothTeams("Morgenmad", "07:30", "08:15").on(date).by(ANE, BO),
                    meetingOfBothTeams("Morgensamling", "08:15", "08:45")
                            .on(date)
                            .by(BO, CARL),
                    CampMeeting.module()
                            .called("Karaktertræk: vedholdenhed")
                            .on(date)
                            .inWeeks(2),
                    CampMeeting.module()
                            .called("Læringsstrategier")
                            .on(date)
                            .inWeeks(2)
                            .teams(TWO)
                            .by(CARL, null),
                    meetingOfBothTeams("Frugt", "10:30", "11:00").on(date),
                    CampMeeting.module().called("Dansk").on(date).at("11:00", "12:30"),
                    meetingOfBothTeams("Frokost", "12:30", "13:15").on(date),
                    meetingOfBothTeams("Stille time – logbog", "13:15", "14:00").on(date),
                    meetingOfBothTeams("Aftensmad", "17:30", "18:30").on(date),
                    meetingOfBothTeams("Aftenaktivitet", "18:30", "21:00").on(date),
                    CampMeeting.night(date, CARL));
        }
        return plan.with(CampMeeting.talk(IDA, BO));
    }

    private static CampMeeting meetingOfBothTeams(String title, String from, String until) {
        return CampMeeting.module()
                .called(title)
                .of("other", "")
                .teams(ONE, TWO)
                .at(from, until)
                .inWeeks(2);
    }

    private static PdfPages pages(SheetFiles sheets, String file) throws IOException {
        return PdfPages.of(sheets.html(file));
    }

    @Test
    void aTeamsWeekIsOnePageOfA3WithAllThatIsHeld() throws IOException {
        var pages = pages(DANISH, "team-01-hold-1.html");

        assertThat(Math.round(pages.width())).isEqualTo(420);
        assertThat(Math.round(pages.height())).isEqualTo(297);
        assertThat(pages.texts()).hasSize(2);
        assertThat(pages.texts().getFirst())
                .contains("Hold 1", "Uge 43", "19.–25. oktober 2026", "Mandag", "Søndag", "Vækning", "07.00", "Ane")
                .contains("Stille time – logbog", "Nat", "Carl", "–07.00");
        assertThat(pages.texts().getFirst().split("vedholdenhed", -1)).hasSize(1 + 7);
        assertThat(pages.texts().getLast())
                .contains("Uge 44", "26. oktober – 1. november 2026")
                .doesNotContain("Uge 43");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff-02-bo-oester.html", "student-01.html", "room-01-lokale-2.html"})
    void aWeekOfAnythingElseIsOnePageOfA4(String file) throws IOException {
        var pages = pages(ENGLISH, file);

        assertThat(Math.round(pages.width())).isEqualTo(297);
        int students = file.startsWith("staff") ? 1 : 0;
        assertThat(pages.texts()).hasSize(2 + students);
        assertThat(pages.texts().getFirst()).contains("Week 43", "Monday", "09:00");
        assertThat(pages.texts().get(1)).contains("Week 44");
    }

    @Test
    void theListOfStudentsMetAloneIsTheLastPageOfOnesOwn() throws IOException {
        assertThat(pages(DANISH, "staff-02-bo-oester.html").texts().getLast())
                .contains("Elever, du er alene med", "Ida Marie Lund");
    }

    @Test
    void aDayIsOnePageOfA4() throws IOException {
        var pages = pages(DANISH, "day-2026-10-20.html");

        assertThat(Math.round(pages.width())).isEqualTo(210);
        assertThat(pages.texts()).hasSize(1);
        assertThat(pages.texts().getFirst())
                .contains("Tirsdag 20. oktober", "Fra i går", "23.00–07.00", "Læringsstrategier", "mangler 1 voksen")
                .contains("alle hold");
    }

    @Test
    void theOverviewIsOnePageOfA3() throws IOException {
        var pages = pages(DANISH, "overview.html");

        assertThat(pages.texts()).hasSize(1);
        assertThat(pages.texts().getFirst()).contains("Efterårscamp", "Uge 43", "Uge 44", "Hold 2", "Man 19/10");
    }

    @Test
    void aPersonWhoIsInTwoPlacesAllTheTimeIsMarkedWithoutTakingAnotherPage() throws IOException {
        var plan = camp();
        for (int day = 0; day < 7; day++) {
            plan.with(CampMeeting.module()
                    .called("Tur")
                    .on(MONDAY.plusDays(day))
                    .inWeeks(2)
                    .teams(TWO)
                    .at("09:30", "12:30")
                    .by(ANE, BO));
        }
        var sheets = SheetFiles.of(plan, "da");

        for (String file : List.of("team-01-hold-1.html", "student-01.html")) {
            var pages = pages(sheets, file);
            assertThat(pages.texts()).as(file).hasSize(2);
            assertThat(pages.texts().getFirst().split("Bo er to steder", -1))
                    .as(file)
                    .hasSize(1 + 3 * 7);
        }
        assertThat(pages(sheets, "overview.html").texts())
                .singleElement()
                .asString()
                .contains("Ane to", "Bo to", "Uge 44");
    }

    @Test
    void rollIsCalledOnAPageForEachTeamAndWeek() throws IOException {
        var pages = pages(DANISH, "rollcall.html");

        assertThat(pages.texts()).hasSize(4);
        assertThat(pages.texts().getFirst()).contains("Hold 1", "Ida Marie Lund", "Jens Friis", "morgen", "aften");
        assertThat(pages.texts().getLast()).contains("Hold 2", "Kaj Dam").doesNotContain("Liv Toft");
    }

    @Test
    void hoursAndIndexAreOnePageEach() throws IOException {
        assertThat(pages(DANISH, "hours.html").texts())
                .singleElement()
                .asString()
                .contains("Timer til løn", "Carl Vang", "Tilkaldevagt");
        assertThat(pages(DANISH, "index.html").texts())
                .singleElement()
                .asString()
                .contains("Efterårscamp", "Medarbejdere", "Ida Marie Lund");
    }

    @Test
    void allInOneFileHasAsManyPagesAsAllSingly() throws IOException {
        assertThat(pages(DANISH, "teams.html").texts()).hasSize(4);
    }

    @Test
    void namesBeyondAllMeasureNeitherBreakThePageNorTheLibrary() throws IOException {
        var plan = campOn(0, 6);
        String endless = "Å".repeat(100) + " 😀 שלום ".repeat(10);
        plan.title = endless;
        plan.nameOfOne = endless;
        plan.nameOfAne = endless;
        plan.nameOfIda = endless;
        plan.with(CampMeeting.module().called("W".repeat(2000)).at("15:00", "16:00"));
        var sheets = SheetFiles.of(plan, "da");

        for (String file : sheets.pages()) {
            if (file.startsWith("team-") && !sheets.text(file).contains(" Hold 2 ")) {
                assertThat(pages(sheets, file).texts()).as(file).hasSize(2);
            }
        }
        assertThat(pages(sheets, "student-01.html").texts()).hasSize(2);
        assertThat(pages(sheets, "staff-01-" + "aa".repeat(20) + ".html").texts())
                .hasSize(2);
        assertThat(pages(sheets, "overview.html").texts()).isNotEmpty();
        assertThat(pages(sheets, "day-2026-10-19.html").texts()).isNotEmpty();
        assertThat(pages(sheets, "rollcall.html").texts()).isNotEmpty();
        assertThat(pages(sheets, "hours.html").texts()).isNotEmpty();
        assertThat(pages(sheets, "index.html").texts()).isNotEmpty();
    }
}
