package dk.grundskema.api.exports;

import static dk.grundskema.api.timetable.SmallSchool.CLASS_10B;
import static dk.grundskema.api.timetable.SmallSchool.CLASS_7A;
import static dk.grundskema.api.timetable.SmallSchool.IDA;
import static dk.grundskema.api.timetable.SmallSchool.JONAS;
import static dk.grundskema.api.timetable.SmallSchool.METTE;
import static dk.grundskema.api.timetable.SmallSchool.OLE;
import static dk.grundskema.api.timetable.SmallSchool.PETER;
import static dk.grundskema.api.timetable.SmallSchool.ROOM_14;
import static dk.grundskema.api.timetable.SmallSchool.weeks;
import static dk.grundskema.api.timetable.SmallSchool.weeksBut;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.fidelity.BreakdownView.Heading;
import dk.grundskema.api.fidelity.BreakdownView.Line;
import dk.grundskema.api.timetable.SmallSchool;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.timetable.GroupMembers;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of a school year, in which one class gets a second adult. */
class SchoolSheetsTest {
    private final SmallSchool plan = new SmallSchool();

    @BeforeEach
    void aWeek() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "stations", null, weeksBut(38, 39, 40));
        plan.lesson("Matematik", MONDAY, "09:00").with(JONAS, "parallel", ROOM_14, weeks());
        plan.lesson("Idræt", TUESDAY, "08:00").with(null);
        plan.lesson("Tysk", WEDNESDAY, "08:00").asPart().untouched();
        plan.lesson("Fransk", WEDNESDAY, "08:00")
                .of(CLASS_7A, PETER, ROOM_14)
                .asPart()
                .untouched();
        plan.lesson("Historie", WEDNESDAY, "10:00")
                .of(CLASS_10B, METTE, ROOM_14)
                .untouched();
        plan.preparation(weeks());
    }

    private SheetFiles sheets(String language) {
        var classes = new BreakdownView(
                language.equals("da") ? "Klasse for klasse" : "Class by class",
                List.of(new Heading("Klasse", false), new Heading("Lektioner", true)),
                List.of(new Line(
                        CLASS_7A,
                        Ask.Status.SHORT,
                        "✗",
                        List.of("7A", "9 af 10,5"),
                        List.of("ingen er fri, når klassen har lektioner"),
                        List.of(SmallSchool.PREPARATION))));
        var people = new BreakdownView(
                "Person for person",
                List.of(new Heading("Navn", false), new Heading("Brugt af budgettet", true)),
                List.of(new Line(METTE, Ask.Status.MET, "✓", List.of("Mette Holm", "8 af 12"), List.of(), List.of())));
        var matter = new SheetMatter(plan.parts(), List.of(classes, people), plan.hours(), List.of(), "1a2b3c4d");
        return new SheetFiles(Sheets.of(matter, Locale.of(language)));
    }

    @Test
    void thereAreSheetsOfThoseConcernedAndNoneOfStudentsDaysOrRolls() {
        assertThat(sheets("da").files().keySet())
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
                .noneMatch(Sheets::isOfADay);
    }

    @Test
    void whoIsInWhichFormedGroupIsOnAListOfItsOwnThatIsNotForWalls() {
        plan.formed.add(new GroupMembers(new GroupId("small-1"), List.of(GroupMember.always(IDA))));
        plan.formed.add(new GroupMembers(new GroupId("small-2"), List.of()));
        var da = sheets("da");

        assertThat(da.text("groups.html"))
                .containsSubsequence("Hvem er i hvilken gruppe", "ikke til ophæng", "small-1", "Ida Marie Lund (7A)")
                .doesNotContain("small-2", "Lejrhold");
        assertThat(da.html("index.html")).contains("groups.html");
        assertThat(sheets("en").text("groups.html")).contains("Students' names are here");
    }

    @Test
    void aClassesAlikeWeeksAreOnePageAndOthersTheirOwnInOrder() {
        String html = sheets("da").html("class-01-7a.html");

        assertThat(html.split("<section", -1)).hasSize(1 + 2);
        assertThat(sheets("da").text("class-01-7a.html"))
                .containsSubsequence(
                        "7A",
                        "Uge 33–37, 41, 43–51, 1–6, 8–11 og 13–25 · 38 uger",
                        "10. august 2026 – 27. juni 2027 · 2 lektioner med en voksen mere",
                        "Mandag",
                        "Uge 38–40 · 3 uger",
                        "14. september – 4. oktober 2026 · 1 lektion med en voksen mere");
        assertThat(sheets("en").text("class-01-7a.html"))
                .contains("Weeks 38–40 · 3 weeks", "1 lesson with one more adult");
    }

    @Test
    void aWeekInWhichSomebodyIsInTwoPlacesIsApartFromThoseThatItWouldElseBeLike() {
        plan.lesson("Kor", MONDAY, "08:15")
                .of(CLASS_10B, PETER, ROOM_14)
                .in(weeks(36))
                .with(METTE);
        var file = sheets("da");

        String[] pages = file.html("class-01-7a.html").split("<section", -1);
        assertThat(pages).hasSize(1 + 3);
        assertThat(pages[2]).contains("Uge 36<", "Mette er to steder");
        assertThat(pages[1] + pages[3]).doesNotContain("er to steder");
        assertThat(file.text("class-01-7a.html")).contains("Uge 33–35, 37, 41,");
    }

    @Test
    void aClassesWeekSaysWhoComesToWhichLessonAndHow() {
        assertThat(sheets("da").text("class-01-7a.html"))
                .contains("Dansk Lok. 12 Lone Tolærer: Mette · stationer")
                .contains("Matematik Lok. 12 · Lok. 14 Lone Tolærer: Jonas · parallel")
                .contains("Idræt Lok. 12 Lone", "Tysk", "Fransk")
                .contains("Farvet felt")
                .doesNotContain("to ting på én gang", "Historie", "voksen mangler");
    }

    @Test
    void whatStaysAsItIsIsInTheBackground() {
        String html = sheets("da").html("class-01-7a.html");

        assertThat(html).containsPattern("class=\"b k\\d+ [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Dansk<");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Idræt<");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Tysk<");
    }

    @Test
    void preparationStandsBeneathTheClassesWeekAndInThatOfThoseWhoPrepare() {
        assertThat(sheets("da").text("class-01-7a.html"))
                .contains("Fælles forberedelse 7A : Tirsdag 14.00–14.45 · Mette Holm, Lone Kjær · Lærerværelset");
        assertThat(sheets("da").text("staff-01-lone-kjaer.html"))
                .contains("Fælles forberedelse 7A Lærerværelset med Mette");
        assertThat(sheets("da").text("staff-02-mette-holm.html"))
                .contains("Fælles forberedelse 7A Lærerværelset med Lone");
    }

    @Test
    void whoComesSeesClassTeacherRoomAndFormBesideTheOwnLessons() {
        assertThat(sheets("da").text("staff-02-mette-holm.html"))
                .contains("Dansk 7A · Lok. 12 med Lone Tolærer · stationer")
                .contains("Historie 10B · Lok. 14")
                .contains("Brugt af budgettet : 8 af 12")
                .contains("1,7 timer efter planen")
                .doesNotContain("Navn :");
    }

    @Test
    void aClassesTeacherSeesWhoComes() {
        assertThat(sheets("da").text("staff-01-lone-kjaer.html"))
                .contains("Dansk 7A · Lok. 12 Tolærer: Mette · stationer")
                .contains("0,8 timer efter planen");
    }

    @Test
    void aRoomThatIsTakenBesidesSaysByWhom() {
        assertThat(sheets("da").text("room-01-lok-14.html")).contains("Matematik 7A Lone Tolærer: Jonas · parallel");
    }

    @Test
    void classByClassHasAllLinesAndWhyOneIsShort() {
        assertThat(sheets("da").text("class-by-class.html"))
                .containsSubsequence(
                        "Klasse for klasse",
                        "Klasse",
                        "Lektioner",
                        "✗ 7A 9 af 10,5",
                        "ingen er fri, når klassen har lektioner",
                        "Person for person",
                        "Mette Holm");
        assertThat(sheets("da").html("class-by-class.html")).contains("<tbody class=\"short\">");
    }

    @Test
    void hoursOfAlikeWeeksAreOneLineAndOnlyWhatThePlanAddsIsInThem() {
        assertThat(sheets("da").text("hours.html"))
                .contains("Lone Kjær 33–41, 43–51, 1–6, 8–11 og 13–25 · 41 uger 0,75")
                .contains(
                        "Mette Holm 33–37, 41, 43–51, 1–6, 8–11 og 13–25 · 38 uger 1,50 0,17 1,67 38–40 · 3 uger 0,75")
                .contains("Egne lektioner i skoleskemaet er ikke med", "Hver linje er timerne i én uge")
                .doesNotContain("Peter", "Vera");
    }

    @Test
    void theIndexCountsWhatIsConcernedAndLeadsToEverySheet() {
        var sheets = sheets("da");
        String index = sheets.html("index.html");

        for (String file : sheets.files().keySet()) {
            assertThat(file.equals("index.html") || index.contains("href=\"" + file + "\""))
                    .as(file)
                    .isTrue();
        }
        assertThat(sheets.text("index.html"))
                .contains("Skoleåret 2026/27", "41 uger", "1 klasse", "3 medarbejdere", "Klasse for klasse")
                .doesNotContain("hold ", "elever");
    }

    @Test
    void aCampInTheSamePlanHasItsSheetsToo() {
        plan.camp();
        var sheets = sheets("da");

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
                .anyMatch(Sheets::isOfADay);
        assertThat(sheets.text("staff-03-jonas-berg.html")).contains("Uge 38–40 · 3 uger", "Lejrmodul", "Matematik");
        assertThat(sheets.text("index.html")).contains("1 klasse", "1 hold", "1 elev");
        assertThat(sheets.text("student-01.html")).contains("Lejrmodul").doesNotContain("Matematik");
    }

    private static final GroupId SMALL = new GroupId("small-1");

    /** Ida and Ole are in a small group, Ida by turns in weeks of her own. */
    private void aSmallGroup() {
        plan.formed.add(new GroupMembers(SMALL, List.of(GroupMember.always(IDA), GroupMember.always(OLE))));
        plan.support("DAN, gruppe 1", List.of(SMALL), List.of(), List.of(), weeks(34, 35, 36, 37, 38, 39, 40));
    }

    @Test
    void studentsOfAGroupHaveTheirWeeksInAFileOfTheirClassThatTheIndexLeadsTo() {
        aSmallGroup();
        var sheets = sheets("da");

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
        assertThat(sheets.text("index.html")).contains("2 elever i indsatser").doesNotContain("Eva Toft");
        assertThat(sheets("en").text("index.html")).contains("2 students in interventions", "for the student");
    }

    @Test
    void aStudentsPageSaysWhenAndWhereAmongTheOwnLessonsAndNothingOfWeeksWithoutIt() {
        aSmallGroup();
        String html = sheets("da").html("students-01-7a.html");

        assertThat(html.split("<section", -1)).hasSize(1 + 1);
        assertThat(sheets("da").text("students-01-7a.html"))
                .containsSubsequence("Ida Marie Lund", "Uge 34–40 · 7 uger", " · 7A")
                .contains("DAN, gruppe 1 Lærerværelset Mette", "Dansk Lok. 12 Lone", "Idræt Lok. 12 Lone")
                .contains("Farvet felt: det, der er planlagt særligt for dig")
                .doesNotContain("Tolærer", "stationer", "Historie", "voksen mangler", "to ting på én gang");
        assertThat(html).containsPattern("class=\"b u [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>Dansk<");
        assertThat(html).containsPattern("class=\"b k\\d+ [a-z ]+\"[^>]*><div[^>]*><b class=\"t\"><bdi>DAN, gruppe 1<");
        assertThat(sheets("en").text("students-01-7a.html")).contains("Coloured: what is planned specially for you");
    }

    @Test
    void whoIsMetAloneAndOfNoKnownClassStandsLast() {
        plan.support("Samtale", List.of(), List.of(SmallSchool.EVA, IDA), List.of(), weeks());
        var sheets = sheets("da");

        assertThat(sheets.text("students-01-7a.html"))
                .contains("Ida Marie Lund", "Samtale")
                .doesNotContain("Eva");
        assertThat(sheets.text("students-02-elever-uden-kendt-klasse.html"))
                .contains("Eva Toft", "Samtale")
                .doesNotContain("Dansk");
    }

    @Test
    void whatIsHeldForAWholeClassMakesNoStudentsSheetsButStandsOnThoseThatThereAre() {
        plan.support("Makkerlæring", List.of(CLASS_7A), List.of(), List.of(), weeks());
        assertThat(sheets("da").files().keySet()).noneMatch(name -> name.startsWith("students"));
        assertThat(sheets("da").text("index.html")).doesNotContain("indsatser");

        plan.support("Samtale", List.of(), List.of(IDA), List.of(), weeks(45));
        assertThat(sheets("da").text("students-01-7a.html")).contains("Uge 45 ", "Makkerlæring", "Samtale");
    }

    @Test
    void aLessonThatADecisionTakesAStudentOutOfIsNoClashOnTheOwnSheet() {
        plan.lesson("Biologi", WEDNESDAY, "11:00").untouched();
        aSmallGroup();
        assertThat(sheets("da").text("students-01-7a.html")).contains("Biologi", "to ting på én gang");

        var excused = new SchoolSheetsTest();
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
    void whoIsAMemberInSomeWeeksHasNoOthers() {
        plan.formed.add(new GroupMembers(SMALL, List.of(new GroupMember(IDA, weeks(34, 35)), GroupMember.always(OLE))));
        plan.support("DAN, gruppe 1", List.of(SMALL), List.of(), List.of(), weeks(34, 35, 36, 37, 38, 39, 40));
        var sheets = sheets("da");

        assertThat(sheets.text("students-01-7a.html")).contains("Uge 34–35 · 2 uger");
        assertThat(sheets.text("students-02-10b.html")).contains("Uge 34–40 · 7 uger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void eachStudentsWeekIsAPageOfPaper(String language) throws IOException {
        aFullWeek();
        aSmallGroup();

        var pages = PdfPages.of(sheets(language).html("students-01-7a.html"));
        assertThat(Math.round(pages.width())).isEqualTo(297);
        assertThat(pages.texts()).hasSize(1);
        assertThat(pages.texts().getFirst()).contains("Ida Marie Lund", "gruppe 1", "Lærerværelset", "plan 1a2b3c4d");
    }

    @Test
    void noStudentIsNamedOnSheetsThatAreNotTheirOwnOrThePlanners() {
        aSmallGroup();
        var sheets = sheets("da");

        for (String file : sheets.pages()) {
            if (!file.startsWith("students") && !file.equals("index.html") && !file.equals("groups.html")) {
                assertThat(sheets.html(file)).as(file).doesNotContain("Ida Marie Lund", "Ole Brun", "id-of-");
            }
        }
    }

    @Test
    void noStudentIsNamedOnASchoolsSheets() {
        var sheets = sheets("da");

        for (String file : sheets.pages()) {
            assertThat(sheets.html(file)).as(file).doesNotContain("Ida Marie Lund", "id-of-ida");
        }
    }

    /** A full week of seven lessons a day, bands in it, each with somebody more, and a long form. */
    private void aFullWeek() {
        for (DayOfWeek day : List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)) {
            for (String start : List.of("11:00", "11:45", "12:30", "13:15", "14:45", "15:30")) {
                plan.lesson("Understøttende undervisning", day, start).with(METTE, "one-assists", ROOM_14, weeks());
            }
        }
        for (int band = 0; band < 4; band++) {
            plan.lesson("Valgfag " + band, THURSDAY, "09:00").asPart().untouched();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void eachPageOfWeeksIsOnePageOfPaperWithAllThatIsBeneathIt(String language) throws IOException {
        aFullWeek();
        var sheets = sheets(language);

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
        var sheets = sheets("da");

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
