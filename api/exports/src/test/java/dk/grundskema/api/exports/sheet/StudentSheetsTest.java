package dk.grundskema.api.exports.sheet;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.OLE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.timetable.GroupMembers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of those students of a school who are planned for themselves. */
final class StudentSheetsTest {
    private static final GroupId SMALL = new GroupId("small-1");

    private final SmallSchoolSheets school = SmallSchoolSheets.withLessons();
    private final SmallSchoolFixture plan = school.plan;

    /** Ida and Ole are in a small group, Ida by turns in weeks of her own. */
    private void addSmallGroup() {
        plan.formed.add(new GroupMembers(SMALL, List.of(GroupMember.always(IDA), GroupMember.always(OLE))));
        plan.support("DAN, gruppe 1", List.of(SMALL), List.of(), List.of(), weeks(34, 35, 36, 37, 38, 39, 40));
    }

    @Test
    void studentsOfAGroupHaveTheirWeeksInAFileOfTheirClassThatTheIndexLeadsTo() {
        addSmallGroup();
        var sheets = school.sheets("da");

        assertThat(sheets.files().keySet())
                .contains("students-01-7a.html", "students-02-10b.html")
                .doesNotContain("students-03-elever-uden-kendt-klasse.html", "student-01.html")
                .noneMatch(name -> name.contains("ida") || name.contains("ole"));
        assertThat(sheets.html("students-01-7a.html"))
                .contains("id=\"student-1\"")
                .doesNotContain("Ole Brun");
        assertThat(sheets.html("students-02-10b.html"))
                .contains("id=\"student-2\"")
                .doesNotContain("Ida Marie");
        assertThat(sheets.html("index.html"))
                .containsSubsequence(
                        "href=\"students-01-7a.html\"",
                        "href=\"students-01-7a.html#student-1\"",
                        "Ida Marie Lund",
                        "href=\"students-02-10b.html#student-2\"",
                        "Ole Brun");
        assertThat(sheets.text("index.html")).doesNotContain("Eva Toft");
        assertThat(school.sheets("en").text("index.html")).contains("for the student");
    }

    @Test
    void aStudentsPageSaysWhenAndWhereAmongTheOwnLessonsAndNothingOfWeeksWithoutIt() {
        addSmallGroup();
        String html = school.sheets("da").html("students-01-7a.html");

        assertThat(html.split("<section", -1)).hasSize(1 + 1);
        assertThat(school.sheets("da").text("students-01-7a.html"))
                .containsSubsequence("Ida Marie Lund", "Uge 34–40 · 7 uger", " · 7A")
                .contains("DAN, gruppe 1 Lærerværelset Mette", "Dansk Lok. 12 Lone", "Idræt Lok. 12 Lone")
                .contains("Farvet felt: det, der er planlagt særligt for dig")
                .doesNotContain("Tolærer", "stationer", "Historie", "voksen mangler", "to ting på én gang");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Dansk<");
        assertThat(html).containsPattern("class=\"b k\\d+ [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>DAN, gruppe 1<");
        assertThat(school.sheets("en").text("students-01-7a.html"))
                .contains("Coloured: what is planned specially for you");
    }

    @Test
    void studentMetAloneAndOfNoKnownClassIsOnTheLastSheet() {
        plan.support("Samtale", List.of(), List.of(SmallSchoolFixture.EVA, IDA), List.of(), weeks());
        var sheets = school.sheets("da");

        assertThat(sheets.text("students-01-7a.html"))
                .contains("Ida Marie Lund", "Samtale")
                .doesNotContain("Eva");
        assertThat(sheets.text("students-02-elever-uden-kendt-klasse.html"))
                .contains("Eva Toft", "Samtale")
                .doesNotContain("Dansk");
    }

    @Test
    void meetingOfAWholeClassMakesNoStudentSheetsButIsOnExistingOnes() {
        plan.support("Makkerlæring", List.of(CLASS_7A), List.of(), List.of(), weeks());
        assertThat(school.sheets("da").files().keySet()).noneMatch(name -> name.startsWith("students"));
        assertThat(school.sheets("da").text("index.html")).doesNotContain("indsatser");

        plan.support("Samtale", List.of(), List.of(IDA), List.of(), weeks(45));
        assertThat(school.sheets("da").text("students-01-7a.html")).contains("Uge 45 ", "Makkerlæring", "Samtale");
    }

    @Test
    void aLessonThatADecisionTakesAStudentOutOfIsNoClashOnTheOwnSheet() {
        plan.lesson("Biologi", WEDNESDAY, "11:00").untouched();
        addSmallGroup();
        assertThat(school.sheets("da").text("students-01-7a.html")).contains("Biologi", "to ting på én gang");

        var excused = new SmallSchoolSheets();
        excused.plan.lesson("Biologi", WEDNESDAY, "11:00").untouched();
        excused.plan.support("DAN", List.of(), List.of(IDA, OLE), List.of(IDA), weeks());
        excused.plan
                .lesson("Fysik", WEDNESDAY, "11:00")
                .of(CLASS_10B, PETER, ROOM_14)
                .untouched();
        excused.plan.preparation(weeks());
        assertThat(excused.sheets("da").text("students-01-7a.html"))
                .contains("Biologi", "DAN")
                .doesNotContain("to ting på én gang");
        assertThat(excused.sheets("da").text("students-02-10b.html")).contains("Fysik", "to ting på én gang");
    }

    @Test
    void memberForSomeWeeksHasNoOtherWeeks() {
        plan.formed.add(new GroupMembers(SMALL, List.of(new GroupMember(IDA, weeks(34, 35)), GroupMember.always(OLE))));
        plan.support("DAN, gruppe 1", List.of(SMALL), List.of(), List.of(), weeks(34, 35, 36, 37, 38, 39, 40));
        var sheets = school.sheets("da");

        assertThat(sheets.text("students-01-7a.html")).contains("Uge 34–35 · 2 uger");
        assertThat(sheets.text("students-02-10b.html")).contains("Uge 34–40 · 7 uger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void eachStudentsWeekIsAPageOfPaper(String language) throws IOException {
        school.aFullWeek();
        addSmallGroup();

        var pages = PdfPages.of(school.sheets(language).html("students-01-7a.html"));
        assertThat(Math.round(pages.width())).isEqualTo(297);
        assertThat(pages.texts()).hasSize(1);
        assertThat(pages.texts().getFirst()).contains("Ida Marie Lund", "gruppe 1", "Lærerværelset", "plan 1a2b3c4d");
    }

    @Test
    void noStudentIsNamedOnSheetsThatAreNotTheirOwnOrThePlanners() {
        addSmallGroup();
        var sheets = school.sheets("da");

        for (String file : sheets.pages()) {
            if (!file.startsWith("students") && !file.equals("index.html") && !file.equals("groups.html")) {
                assertThat(sheets.html(file)).as(file).doesNotContain("Ida Marie Lund", "Ole Brun", "id-of-");
            }
        }
    }
}
