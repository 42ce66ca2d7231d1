package dk.grundskema.api.exports.sheet;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.BO;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.CARL;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.HALL;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.ONE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of each sheet. */
class TimetableSheetWriterTest {
    private static final List<String> STUDENTS = List.of("Ida Marie Lund", "Jens Friis", "Kaj Dam", "Liv Toft");
    private static final Pattern FROM_ELSEWHERE =
            Pattern.compile("(?i)src=|https?://(?!www\\.w3\\.org/1999/xhtml)|url\\(|@import|<script|<link");

    private final SmallCampFixture plan = new SmallCampFixture()
            .with(
                    CampMeeting.module(),
                    CampMeeting.module()
                            .called("Matematik")
                            .of("module", "mat")
                            .teams(TWO)
                            .by(CARL, null)
                            .room(HALL),
                    CampMeeting.module()
                            .called("Frokost")
                            .of("meal", "")
                            .teams(ONE, TWO)
                            .by(CARL)
                            .room(HALL)
                            .at("12:00", "12:45"),
                    CampMeeting.talk(IDA, BO),
                    CampMeeting.night(MONDAY, ANE));

    private SheetFiles sheets(String language, String... faults) {
        return SheetFiles.of(plan, language, faults);
    }

    @Test
    void tasksOnDatesAreOnOneSheetInOrderAndNoTasksMakeNoSheet() {
        assertThat(sheets("da").files()).doesNotContainKey("tasks.html");

        plan.task(MONDAY.plusDays(1), "Bogpakke 2", BO, IDA, IDA).task(MONDAY, "Logbog");

        assertThat(sheets("da").text("tasks.html"))
                .containsSubsequence("Gøremål på datoer", "Logbog", "ikke aftalt", "Bogpakke 2", "Bo Øster", "2")
                .doesNotContain("Ida");
        assertThat(sheets("en").text("index.html")).contains("To do on dates");
    }

    @Test
    void filesAreNamedByWhatTheyAreAndANumberAndNoStudentsNameOrId() {
        plan.nameOfOne = "Hold Æblegrød / \"Ø\"";
        plan.nameOfHall = "العربية";

        assertThat(sheets("da").files().keySet())
                .containsExactly(
                        "day-2026-10-19.html",
                        "hours.html",
                        "hours.xlsx",
                        "index.html",
                        "overview.html",
                        "rollcall.html",
                        "room-01.html",
                        "room-02-lokale-2.html",
                        "rooms.html",
                        "staff-01-ane-bjerre.html",
                        "staff-02-bo-oester.html",
                        "staff-03-carl-vang.html",
                        "staff.html",
                        "student-01.html",
                        "student-02.html",
                        "student-03.html",
                        "student-04.html",
                        "students.html",
                        "team-01-hold-2.html",
                        "team-02-hold-aeblegroed-oe.html",
                        "teams.html");
    }

    @Test
    void teamSheetShowsTimeSubjectRoomAndStaff() {
        assertThat(sheets("da").text("team-01-hold-1.html"))
                .contains(
                        "Hold 1",
                        "Uge 43",
                        "19.–25. oktober 2026",
                        "09.00",
                        "Dansk Lokale 2 Ane , Bo",
                        "Frokost Salen Carl")
                .doesNotContain("Matematik", "Elevsamtale");
    }

    @Test
    void missingAdultsStandOut() {
        assertThat(sheets("da").text("team-02-hold-2.html")).contains("Matematik mangler 1 voksen");
        assertThat(sheets("en").text("team-02-hold-2.html")).contains("Matematik 1 adult missing");
        assertThat(sheets("en").html("team-02-hold-2.html")).contains(" thin\"");
        assertThat(sheets("da").text("overview.html")).contains("–1");
    }

    @Test
    void aStaffMembersSheetHasHoursTeamRoomPartnerAndStudentsByName() {
        String bo = sheets("da").text("staff-02-bo-oester.html");

        assertThat(bo).contains("Bo Øster", "1,8 timer", "Hold 1 · Lokale 2", "med Ane");
        assertThat(bo).contains("Elevsamtale Ida Marie Lund (elev 1)");
        assertThat(bo).contains("Elever, du er alene med", "1 Ida Marie Lund Man 19/10 14.00–14.20");
        assertThat(sheets("da").text("staff-01-ane-bjerre.html")).doesNotContain("Elever, du er alene med");
    }

    @Test
    void aStudentsNumberIsTheOneThatTheProblemSaysWhereverItStands() {
        plan.numbers = Arrays.asList(1234, null, null, null);
        String bo = sheets("da").text("staff-02-bo-oester.html");

        assertThat(bo).contains("Ida Marie Lund (elev 1234)", "1234 Ida Marie Lund Man 19/10");
        assertThat(sheets("da").text("student-1234.html")).contains("Ida Marie Lund");
        assertThat(sheets("da").files()).doesNotContainKey("student-01.html");
    }

    @Test
    void aStudentsSheetHasGroupsAndTalks() {
        assertThat(sheets("da").text("student-01.html")).contains("Ida Marie Lund", "Dansk", "Elevsamtale", "Frokost");
        assertThat(sheets("da").text("student-02.html"))
                .contains("Jens Friis", "Dansk")
                .doesNotContain("Elevsamtale");
        assertThat(sheets("da").text("student-03.html"))
                .contains("Kaj Dam", "Matematik")
                .doesNotContain("Dansk");
    }

    @Test
    void aRoomsSheetSaysWhoIsInIt() {
        assertThat(sheets("da").text("room-01-salen.html"))
                .contains("Matematik", "Hold 2", "Carl", "Frokost", "alle hold")
                .doesNotContain("Dansk");
    }

    @Test
    void aDaysBoardIsInTheOrderOfTimeAndSaysWhoIsOff() {
        assertThat(sheets("da").text("day-2026-10-19.html"))
                .containsSubsequence(
                        "Mandag 19. oktober", "Dag", "09.00–10.30", "12.00–12.45", "14.00–14.20", "Nat", "23.00–07.00")
                .contains("Matematik Hold 2 Salen Carl mangler 1 voksen")
                .doesNotContain("Ikke på");
        plan.with(CampMeeting.module().on(MONDAY.plusDays(1)));
        assertThat(sheets("en").text("day-2026-10-20.html"))
                .containsSubsequence("Tuesday 20 October", "From yesterday", "23:00–07:00", "Day", "09:00–10:30")
                .contains("Not on today: Carl Vang");
    }

    @Test
    void personInTwoPlacesIsReportedOnTheBoardAndTheirOwnSheet() {
        plan.with(CampMeeting.module()
                .called("Tur")
                .by(ANE)
                .teams()
                .at("10:00", "11:00")
                .room(null));

        assertThat(sheets("da").text("day-2026-10-19.html"))
                .contains("Ane er to steder")
                .doesNotContain("Bo er to");
        assertThat(sheets("da").text("staff-01-ane-bjerre.html")).contains("to ting på én gang");
        assertThat(sheets("da").text("staff-02-bo-oester.html")).doesNotContain("to ting på én gang");
    }

    @Test
    void personInTwoPlacesIsMarkedOnOtherSheetsAndTheOverview() {
        for (String file : List.of("team-01-hold-1.html", "overview.html")) {
            assertThat(sheets("da").text(file)).doesNotContain("to steder");
        }
        plan.with(CampMeeting.module()
                .called("Tur")
                .by(ANE)
                .teams()
                .at("10:00", "11:00")
                .room(HALL));

        for (String file :
                List.of("team-01-hold-1.html", "student-01.html", "staff-02-bo-oester.html", "room-02-lokale-2.html")) {
            assertThat(sheets("da").text(file)).as(file).contains("Dansk Ane er to steder");
            assertThat(sheets("da").html(file)).as(file).contains(" clash\"");
            assertThat(sheets("da").html(file).split("Ane er to steder", -1))
                    .as(file + ": for a wide screen and a narrow one")
                    .hasSize(1 + 2);
        }
        assertThat(sheets("en").text("room-01-salen.html")).contains("Tur", "Ane is in two places");
        assertThat(sheets("da").text("staff-01-ane-bjerre.html")).doesNotContain("er to steder");
        assertThat(sheets("da").text("team-02-hold-2.html")).doesNotContain("er to steder");
        assertThat(sheets("da").text("overview.html")).contains("Ane to steder").doesNotContain("Bo to steder");
        assertThat(sheets("en").text("overview.html")).contains("Ane in two places");
    }

    @Test
    void theRollHasAllStudentsOfTheTeamAndABoxForEachTime() {
        var day = new SmallCampFixture()
                .with(
                        CampMeeting.module(),
                        CampMeeting.module().teams(TWO).by(CARL).at("16:59", "18:00"));
        var roll = SheetFiles.of(day, "da");

        assertThat(roll.text("rollcall.html")).contains("Fremmøde", "1 Ida Marie Lund", "2 Jens Friis", "1 Kaj Dam");
        assertThat(roll.html("rollcall.html").split("class=\"box\"", -1)).hasSize(1 + 4);
        day.with(CampMeeting.module().called("Spil").at("17:00", "18:00"));
        assertThat(SheetFiles.of(day, "da").html("rollcall.html").split("class=\"box\"", -1))
                .hasSize(1 + 6);
    }

    @Test
    void namesOfStudentsStandOnlyWhereTheyAreNeeded() {
        var sheets = sheets("da");

        for (String file : sheets.pages()) {
            if (!file.matches("(student|rollcall|staff-02|staff\\.|index).*")) {
                assertThat(sheets.text(file)).as(file).doesNotContain(STUDENTS);
            }
            assertThat(sheets.html(file)).as(file).doesNotContain("id-of-");
        }
        assertThat(sheets.text("staff-02-bo-oester.html")).doesNotContain(STUDENTS.subList(1, 4));
    }

    @Test
    void theIndexLeadsToEverySheetAndSaysHowManyThereAre() {
        var sheets = sheets("da");

        for (String file : sheets.files().keySet()) {
            assertThat(file.equals("index.html") || sheets.html("index.html").contains("href=\"" + file + "\""))
                    .as(file)
                    .isTrue();
        }
        assertThat(sheets.text("index.html"))
                .contains(
                        "Efterårscamp",
                        "19. oktober 2026",
                        "1 uge",
                        "2 hold",
                        "4 elever",
                        "3 medarbejdere",
                        "3 lokaler")
                .contains("The plan holds.", "Plan 1a2b3c4d")
                .doesNotContain("hænges op");
    }

    @Test
    void theIndexSaysWhatIsWrongWithThePlanWithoutNamingAnybody() {
        assertThat(sheets("en", "1 open place", "3 other shortfalls").text("index.html"))
                .contains("Look at this before hanging up the sheets: 1 open place 3 other shortfalls");
    }

    @Test
    void hoursAreThereForEverybodyWithWhatTheyMean() {
        assertThat(sheets("da").text("hours.html"))
                .contains("Ane Bjerre 43 2,50 7,00 -3,20 6,30", "Carl Vang", "weekend (lørdag og søndag) går før nat");
        assertThat(sheets("en").text("hours.html")).contains("Ane Bjerre 43 2.50 7.00 -3.20 6.30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everySheetNeedsNothingButItself(String language) {
        var sheets = sheets(language);

        for (String file : sheets.pages()) {
            assertThat(sheets.html(file))
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"" + language + "\"", "<meta charset=\"utf-8\"/>", "@page { size: A")
                    .doesNotContainPattern(FROM_ELSEWHERE)
                    .doesNotContainPattern("[ <]th:(?!nth-child|first-child)|xmlns:th");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</style><script>alert(1)</script>",
                "<b>&\"'",
                ";,\\\\n",
                "${1+1}",
                "[[${title}]]",
                "😀 Ida",
                "שלום עולם",
                "@{/x}"
            })
    void namesAreTextWhateverTheyHold(String name) {
        plan.title = name;
        plan.nameOfAne = name;
        plan.nameOfIda = name;
        plan.nameOfOne = name;
        plan.nameOfHall = name;
        plan.with(CampMeeting.module().called(name).at("15:00", "16:00"));
        var sheets = sheets("da");

        for (String file : sheets.pages()) {
            assertThat(sheets.html(file)).as(file).doesNotContain("<script", "<b>&");
            assertThat(sheets.html(file).split("</style>", -1)).as(file).hasSize(2);
            assertThat(sheets.text(file)).as(file).contains(name);
        }
    }

    @Test
    void aPlanInWhichNothingIsHeldHasItsSheetsToo() {
        var empty = SheetFiles.of(new SmallCampFixture(), "da");

        assertThat(empty.files().keySet()).contains("index.html", "overview.html", "rollcall.html", "hours.xlsx");
        assertThat(empty.text("overview.html")).contains("Der er ikke noget at vise.");
        assertThat(empty.text("index.html")).contains("19. oktober – 1. november 2026", "0 uger");
    }

    @Test
    void allOfASortInOneFileAreTheSamePagesOneAfterTheOther() {
        var sheets = sheets("da");

        assertThat(sheets.html("teams.html").split("<section", -1)).hasSize(1 + 2);
        assertThat(sheets.html("teams.html"))
                .contains(sheets.html("team-01-hold-1.html").split("<section|</section>", -1)[1])
                .contains(sheets.html("team-02-hold-2.html").split("<section|</section>", -1)[1])
                .isEqualTo(sheets("da").html("teams.html"));
    }
}
