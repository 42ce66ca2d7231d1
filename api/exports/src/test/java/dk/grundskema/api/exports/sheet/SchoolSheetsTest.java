package dk.grundskema.api.exports.sheet;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.timetable.GroupMembers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of a school year, in which one class gets a second adult. */
class SchoolSheetsTest {
    private final SmallSchoolSheets school = SmallSchoolSheets.withLessons();
    private final SmallSchoolFixture plan = school.plan;

    @Test
    void thereAreSheetsOfThoseConcernedAndNoneOfStudentsDaysOrRolls() {
        assertThat(school.sheets("da").files().keySet())
                .containsExactly(
                        "class-01-7a.html",
                        "class-by-class.html",
                        "hours.html",
                        "hours.xlsx",
                        "index.html",
                        "room-01-lok-14.html",
                        "room-02-laerervaerelset.html",
                        "rooms.html",
                        "staff-01-lone-kjaer.html",
                        "staff-02-mette-holm.html",
                        "staff-03-jonas-berg.html",
                        "staff.html")
                .noneMatch(TimetableSheetWriter::isDaySheet);
    }

    @Test
    void membersOfFormedGroupsAreOnASeparateListNotForWalls() {
        plan.formed.add(new GroupMembers(new GroupId("small-1"), List.of(GroupMember.always(IDA))));
        plan.formed.add(new GroupMembers(new GroupId("small-2"), List.of()));
        var da = school.sheets("da");

        assertThat(da.text("groups.html"))
                .containsSubsequence("Hvem er i hvilken gruppe", "ikke til ophæng", "small-1", "Ida Marie Lund (7A)")
                .doesNotContain("small-2", "Lejrhold");
        assertThat(da.html("index.html")).contains("groups.html");
        assertThat(school.sheets("en").text("groups.html")).contains("Students' names are here");
    }

    @Test
    void aClassesAlikeWeeksAreOnePageAndOthersTheirOwnInOrder() {
        String html = school.sheets("da").html("class-01-7a.html");

        assertThat(html.split("<section", -1)).hasSize(1 + 2);
        assertThat(school.sheets("da").text("class-01-7a.html"))
                .containsSubsequence(
                        "7A",
                        "Uge 33–37, 41, 43–51, 1–6, 8–11 og 13–25 · 38 uger",
                        "10. august 2026 – 27. juni 2027 · 2 lektioner med en voksen mere",
                        "Mandag",
                        "Uge 38–40 · 3 uger",
                        "14. september – 4. oktober 2026 · 1 lektion med en voksen mere");
        assertThat(school.sheets("en").text("class-01-7a.html"))
                .contains("Weeks 38–40 · 3 weeks", "1 lesson with one more adult");
    }

    @Test
    void aWeekInWhichSomebodyIsInTwoPlacesIsApartFromThoseThatItWouldElseBeLike() {
        plan.lesson("Kor", MONDAY, "08:15")
                .of(CLASS_10B, PETER, ROOM_14)
                .in(weeks(36))
                .with(METTE);
        var file = school.sheets("da");

        String[] pages = file.html("class-01-7a.html").split("<section", -1);
        assertThat(pages).hasSize(1 + 3);
        assertThat(pages[2]).contains("Uge 36<", "Mette er to steder");
        assertThat(pages[1] + pages[3]).doesNotContain("er to steder");
        assertThat(file.text("class-01-7a.html")).contains("Uge 33–35, 37, 41,");
    }

    @Test
    void aClassesWeekSaysWhoComesToWhichLessonAndHow() {
        assertThat(school.sheets("da").text("class-01-7a.html"))
                .contains("Dansk Lok. 12 Lone Tolærer: Mette · stationer")
                .contains("Matematik Lok. 12 · Lok. 14 Lone Tolærer: Jonas · parallel")
                .contains("Idræt Lok. 12 Lone", "Tysk", "Fransk")
                .contains("Farvet felt")
                .doesNotContain("to ting på én gang", "Historie", "voksen mangler");
    }

    @Test
    void unchangedLessonIsInTheBackground() {
        String html = school.sheets("da").html("class-01-7a.html");

        assertThat(html).containsPattern("class=\"b k\\d+ [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Dansk<");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Idræt<");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Tysk<");
    }

    @Test
    void manyCoursesAtTheSameTimeAreOneLegibleFieldWithAllOfThem() throws IOException {
        for (int course = 10; course < 20; course++) {
            plan.lesson("Valgfag " + course, THURSDAY, "09:00")
                    .of(CLASS_7A, PETER, ROOM_14)
                    .asPart()
                    .untouched();
        }
        String html = school.sheets("da").html("class-01-7a.html");

        assertThat(html).containsPattern("class=\"b u many [a-z ]+\" rowspan=\"1\" colspan=\"1\">");
        assertThat(PdfPages.of(html).texts().getFirst())
                .contains("Valgfag 10", "Valgfag 14", "Valgfag 19 · Lok. 14 · Peter");
    }

    @Test
    void preparationStandsBeneathTheClassesWeekAndInThatOfThoseWhoPrepare() {
        assertThat(school.sheets("da").text("class-01-7a.html"))
                .contains("Fælles forberedelse 7A : Tirsdag 14.00–14.45 · Mette Holm, Lone Kjær · Lærerværelset");
        assertThat(school.sheets("da").text("staff-01-lone-kjaer.html"))
                .contains("Fælles forberedelse 7A Lærerværelset med Mette");
        assertThat(school.sheets("da").text("staff-02-mette-holm.html"))
                .contains("Fælles forberedelse 7A Lærerværelset med Lone");
    }

    @Test
    void coTeacherSeesClassTeacherRoomAndFormBesideTheirOwnLessons() {
        assertThat(school.sheets("da").text("staff-02-mette-holm.html"))
                .contains("Dansk 7A · Lok. 12 med Lone Tolærer · stationer")
                .contains("Historie 10B · Lok. 14")
                .contains("Brugt af budgettet : 8 af 12")
                .contains("1,7 timer efter planen")
                .doesNotContain("Navn :");
    }

    @Test
    void aClassesTeacherSeesWhoComes() {
        assertThat(school.sheets("da").text("staff-01-lone-kjaer.html"))
                .contains("Dansk 7A · Lok. 12 Tolærer: Mette · stationer")
                .contains("0,8 timer efter planen");
    }

    @Test
    void roomSheetNamesTeacherAndCoTeacher() {
        assertThat(school.sheets("da").text("room-01-lok-14.html"))
                .contains("Matematik 7A Lone Tolærer: Jonas · parallel");
    }

    @Test
    void classByClassHasAllLinesAndWhyOneIsShort() {
        assertThat(school.sheets("da").text("class-by-class.html"))
                .containsSubsequence(
                        "Klasse for klasse",
                        "Klasse",
                        "Lektioner",
                        "✗ 7A 9 af 10,5",
                        "ingen er fri, når klassen har lektioner",
                        "Person for person",
                        "Mette Holm");
        assertThat(school.sheets("da").html("class-by-class.html")).contains("<tbody class=\"short\">");
    }

    @Test
    void hoursOfAlikeWeeksAreOneLineAndOnlyWhatThePlanAddsIsInThem() {
        assertThat(school.sheets("da").text("hours.html"))
                .contains("Lone Kjær 33–41, 43–51, 1–6, 8–11 og 13–25 · 41 uger 0,75")
                .contains(
                        "Mette Holm 33–37, 41, 43–51, 1–6, 8–11 og 13–25 · 38 uger 1,50 0,17 1,67 38–40 · 3 uger 0,75")
                .contains("Egne lektioner i skoleskemaet er ikke med", "Hver linje er timerne i én uge")
                .doesNotContain("Peter", "Vera");
    }

    @Test
    void theIndexCountsWhatIsConcernedAndLeadsToEverySheet() {
        var sheets = school.sheets("da");
        String index = sheets.html("index.html");

        for (String file : sheets.files().keySet()) {
            assertThat(file.equals("index.html") || index.contains("href=\"" + file + "\""))
                    .as(file)
                    .isTrue();
        }
        assertThat(sheets.text("index.html"))
                .contains(
                        "Skoleåret 2026/27",
                        "41 uger",
                        "1 klasse",
                        "3 elever 5 medarbejdere 3 lokaler",
                        "Klasse for klasse")
                .doesNotContain("hold ");
    }

    @Test
    void aCampInTheSamePlanHasItsSheetsToo() {
        plan.camp();
        var sheets = school.sheets("da");

        assertThat(sheets.files().keySet())
                .contains(
                        "class-01-7a.html",
                        "class-by-class.html",
                        "overview.html",
                        "rollcall.html",
                        "team-01-lejrhold.html",
                        "day-2026-09-14.html",
                        "student-01.html")
                .doesNotContain("class-02-lejrhold.html", "day-2026-08-10.html")
                .anyMatch(TimetableSheetWriter::isDaySheet);
        assertThat(sheets.text("staff-03-jonas-berg.html")).contains("Uge 38–40 · 3 uger", "Lejrmodul", "Matematik");
        assertThat(sheets.text("index.html")).contains("1 klasse", "1 hold 3 elever");
        assertThat(sheets.text("student-01.html")).contains("Lejrmodul").doesNotContain("Matematik");
    }

    @Test
    void noStudentIsNamedOnASchoolsSheets() {
        assertThat(plan.problem().students())
                .extracting(Student::name, student -> student.id().value())
                .contains(tuple("Ida Marie Lund", "id-of-ida"));
        var sheets = school.sheets("da");

        assertThat(sheets.pages()).contains("class-01-7a.html", "staff-02-mette-holm.html", "room-01-lok-14.html");
        for (String file : sheets.pages()) {
            assertThat(sheets.html(file))
                    .as(file)
                    .contains("<html lang=\"da\"")
                    .doesNotContain("Ida Marie Lund", "id-of-ida");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void eachPageOfWeeksIsOnePageOfPaperWithAllThatIsBeneathIt(String language) throws IOException {
        school.aFullWeek();
        var sheets = school.sheets(language);

        var ofClass = PdfPages.of(sheets.html("class-01-7a.html"));
        assertThat(Math.round(ofClass.width())).isEqualTo(297);
        assertThat(ofClass.texts()).hasSize(2);
        assertThat(ofClass.texts().getFirst())
                .contains("38", "Fælles forberedelse 7A:", "Lærerværelset", "plan 1a2b3c4d", "Valgfag 0", "Mette");
        var ofMette = PdfPages.of(sheets.html("staff-02-mette-holm.html"));
        assertThat(ofMette.texts()).hasSize(2);
        assertThat(ofMette.texts().getFirst()).contains("Brugt af budgettet: 8 af 12", "Historie", "10B");
        assertThat(ofMette.texts().getLast()).contains("38–40").doesNotContain("Brugt af budgettet");
    }

    @Test
    void classByClassAndHoursAndIndexFitTheirPaper() throws IOException {
        var sheets = school.sheets("da");

        var classes = PdfPages.of(sheets.html("class-by-class.html"));
        assertThat(Math.round(classes.width())).isEqualTo(297);
        assertThat(classes.texts()).hasSize(2);
        assertThat(classes.texts().getFirst()).contains("9 af 10,5", "ingen er fri, når klassen har lektioner");
        assertThat(PdfPages.of(sheets.html("hours.html")).texts())
                .singleElement()
                .asString()
                .contains("Mette Holm", "38–40 · 3 uger", "Timer i alt")
                .doesNotContain("Tilkaldevagt hjemme 0", "Weekend Forberedelse");
        assertThat(PdfPages.of(sheets.html("index.html")).texts())
                .singleElement()
                .asString()
                .contains("Begynd her");
    }
}
