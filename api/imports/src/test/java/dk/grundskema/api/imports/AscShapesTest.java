package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of aSc files, from the file to the problem. */
class AscShapesTest {
    private static final String PERIODS = """
            <periods>
              <period period="1" starttime="8:00" endtime="8:45"/><period period="2" starttime="8:50" endtime="9:35"/>
              <period period="3" starttime="9:55" endtime="10:40"/><period period="4" starttime="10:40" endtime="11:25"/>
              <period period="5" starttime="11:55" endtime="12:40"/><period period="6" starttime="12:40" endtime="13:25"/>
            </periods>
            """;
    private static final String LISTS = """
            <subjects><subject id="s1" name="Dansk" short="DAN"/><subject id="s2" name="Tysk" short="TYS"/></subjects>
            <teachers><teacher id="t1" name="Åse Bæk" short="ÅB"/><teacher id="t2" name="Ole Gran" short="OG"/></teachers>
            <classrooms><classroom id="r1" name="Lokale 1" short="1" capacity="*"/><classroom id="r2" name="Lokale 2" short="2"/></classrooms>
            <classes><class id="c1" name="7A" short="7A"/><class id="c2" name="7B" short="7B"/></classes>
            """;
    private static final String DAYS = """
            <daysdefs><daysdef id="d1" name="Mandag" days="10000"/><daysdef id="d2" name="Tirsdag" days="01000"/></daysdefs>
            """;

    @TempDir
    private Path folder;

    private ImportResult read(String text, Charset charset) {
        try {
            return ImportedLessons.importFile(Files.write(folder.resolve("asc.xml"), text.getBytes(charset)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportResult read(String... parts) {
        return read(
                "<timetable displayname=\"aSc Timetables 2012 XML\">" + String.join("", parts) + "</timetable>",
                StandardCharsets.UTF_8);
    }

    private static Problem problem(ImportResult imported) {
        assertThat(imported.hasErrors()).as("%s", imported.findings()).isFalse();
        return Objects.requireNonNull(imported.problem());
    }

    /** Lessons as {@code 7A Dansk MONDAY 08:00-09:35 [Åse Bæk] [Lokale 1]}, sorted. */
    private static List<String> lessons(ImportResult imported) {
        return ImportedLessons.rows(problem(imported)).stream()
                .map(row -> "%s %s %s %s-%s %s %s"
                        .formatted(
                                row.schoolClass(),
                                row.subject(),
                                row.day(),
                                row.start(),
                                row.end(),
                                row.teachers().stream().sorted().toList(),
                                row.rooms().stream().sorted().toList()))
                .sorted()
                .toList();
    }

    private static String lesson(String id, int length, String more) {
        return "<lesson id=\"%s\" classids=\"c1\" subjectid=\"s1\" teacherids=\"t1\" periodspercard=\"%d\" %s/>"
                .formatted(id, length, more);
    }

    private static String card(String lesson, int period, String days, String more) {
        return "<card lessonid=\"%s\" period=\"%d\" days=\"%s\" classroomids=\"r1\" %s/>"
                .formatted(lesson, period, days, more);
    }

    private static String lessonsAndCards(String lessons, String cards) {
        return "<lessons>" + lessons + "</lessons><cards>" + cards + "</cards>";
    }

    @Test
    void cardsInARowOfADoubleLessonAreOneLessonOverAShortBreak() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(
                                lesson("l1", 2, ""),
                                card("l1", 1, "10000", "")
                                        + card("l1", 2, "10000", "")
                                        + card("l1", 2, "01000", "")
                                        + card("l1", 3, "01000", "")))))
                .containsExactly(
                        "7A Dansk MONDAY 08:00-09:35 [Åse Bæk] [Lokale 1]",
                        "7A Dansk TUESDAY 08:50-10:40 [Åse Bæk] [Lokale 1]");
    }

    @Test
    void aLunchBreakDividesADoubleLesson() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(lesson("l1", 2, ""), card("l1", 4, "10000", "") + card("l1", 5, "10000", "")))))
                .containsExactly(
                        "7A Dansk MONDAY 10:40-11:25 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 11:55-12:40 [Åse Bæk] [Lokale 1]");
    }

    @Test
    void cardsInARowOfTwoLessonsOrOfSingleLessonsStaySeparate() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(
                                lesson("l1", 2, "") + lesson("l2", 1, "") + lesson("l3", 2, ""),
                                card("l1", 1, "10000", "")
                                        + card("l1", 2, "10000", "")
                                        + card("l3", 3, "10000", "")
                                        + card("l3", 4, "10000", "")
                                        + card("l2", 5, "10000", "")
                                        + card("l2", 6, "10000", "")))))
                .containsExactly(
                        "7A Dansk MONDAY 08:00-09:35 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 09:55-11:25 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 11:55-12:40 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 12:40-13:25 [Åse Bæk] [Lokale 1]");
    }

    @Test
    void fourCardsOfADoubleLessonAreTwoLessons() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(
                                lesson("l1", 2, ""),
                                card("l1", 4, "10000", "")
                                        + card("l1", 3, "10000", "")
                                        + card("l1", 2, "10000", "")
                                        + card("l1", 1, "10000", "")))))
                .containsExactly(
                        "7A Dansk MONDAY 08:00-09:35 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 09:55-11:25 [Åse Bæk] [Lokale 1]");
    }

    @Test
    void cardsInDifferentRoomsAreDifferentLessons() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(
                                lesson("l1", 2, ""),
                                card("l1", 1, "10000", "")
                                        + "<card lessonid=\"l1\" period=\"2\" days=\"10000\" classroomids=\"r2\"/>"))))
                .containsExactly(
                        "7A Dansk MONDAY 08:00-08:45 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 08:50-09:35 [Åse Bæk] [Lokale 2]");
    }

    /** Programs other than aSc write one card for a double lesson. */
    @Test
    void withoutCardsInARowACardLastsAsLongAsTheLesson() {
        assertThat(lessons(read(
                        PERIODS,
                        DAYS,
                        LISTS,
                        lessonsAndCards(lesson("l1", 2, ""), card("l1", 1, "10000", "") + card("l1", 3, "10000", "")))))
                .containsExactly(
                        "7A Dansk MONDAY 08:00-09:35 [Åse Bæk] [Lokale 1]",
                        "7A Dansk MONDAY 09:55-11:25 [Åse Bæk] [Lokale 1]");
    }

    /** Two shifts: period 4 begins while period 3 is held. */
    @Test
    void lessonsFollowTheNumbersOfPeriodsWhoseTimesOverlap() {
        String shifts = """
                <periods><period period="1" starttime="8:00" endtime="8:45"/><period period="2" starttime="8:45" endtime="9:30"/>
                <period period="3" starttime="9:30" endtime="10:15"/><period period="4" starttime="9:00" endtime="9:45"/>
                <period period="5" starttime="9:45" endtime="10:30"/></periods>
                """;
        assertThat(lessons(read(
                        shifts,
                        DAYS,
                        LISTS,
                        lessonsAndCards(
                                lesson("l1", 2, "")
                                        + "<lesson id=\"l2\" classids=\"c2\" subjectid=\"s1\" teacherids=\"t2\" periodspercard=\"2\"/>",
                                card("l1", 2, "10000", "")
                                        + card("l1", 3, "10000", "")
                                        + "<card lessonid=\"l2\" period=\"4\" days=\"10000\" classroomids=\"r2\"/>"
                                        + "<card lessonid=\"l2\" period=\"5\" days=\"10000\" classroomids=\"r2\"/>"))))
                .containsExactly(
                        "7A Dansk MONDAY 08:45-10:15 [Åse Bæk] [Lokale 1]",
                        "7B Dansk MONDAY 09:00-10:30 [Ole Gran] [Lokale 2]");
    }

    @Test
    void filesOf2008NumberDaysAndHaveNoMasks() {
        String text = """
                <?xml version="1.0" encoding="windows-1252"?>
                <timetable ascttversion="2008.10.8" importtype="database" displayname="aSc Timetables 2008 XML">
                """ + PERIODS
                + "<days><day day=\"0\" name=\"Mandag\"/><day day=\"1\" name=\"Tirsdag\"/></days>"
                + LISTS
                + lessonsAndCards(
                        lesson("*1", 2, "weeks=\"1\" studentids=\"\""),
                        "<card lessonid=\"*1\" day=\"1\" period=\"1\" classroomids=\"r1,r2\"/>"
                                + "<card lessonid=\"*1\" day=\"1\" period=\"2\" classroomids=\"r1,r2\"/>")
                + "</timetable>";

        assertThat(lessons(read(text, Charset.forName("windows-1252"))))
                .containsExactly("7A Dansk TUESDAY 08:00-09:35 [Åse Bæk] [Lokale 1, Lokale 2]");
    }

    @Test
    void cardsOfTwoTermsAtTheSameTimeAreNotHeldAtOnce() {
        ImportResult imported = read(
                PERIODS,
                DAYS,
                LISTS,
                lessonsAndCards(
                        lesson("l1", 1, "") + lesson("l2", 1, "").replace("s1", "s2"),
                        card("l1", 1, "10000", "weeks=\"1\" terms=\"10\"")
                                + card("l2", 1, "10000", "weeks=\"1\" terms=\"01\"")));

        Problem problem = problem(imported);
        Lesson first = lessonOf(problem, "Dansk");
        Lesson second = lessonOf(problem, "Tysk");
        assertThat(first.time().weeks())
                .doesNotContainAnyElementsOf(second.time().weeks());
        assertThat(first.time().weeks().last()).isLessThan(second.time().weeks().first());
        assertThat(imported.findings())
                .filteredOn(each -> each.finding().severity() == Severity.WARNING)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.finding().code()).isEqualTo("import.asc.terms");
                    assertThat(each.finding().arguments()).containsExactly(2);
                });
    }

    @Test
    void weeksOfTheLessonCountWhereTheCardHasNone() {
        ImportResult imported = read(
                PERIODS,
                DAYS,
                LISTS,
                "<weeksdefs><weeksdef id=\"w1\" name=\"A\" weeks=\"10\"/><weeksdef id=\"w2\" name=\"B\" weeks=\"01\"/></weeksdefs>",
                lessonsAndCards(
                        lesson("l1", 1, "weeksdefid=\"w1\"")
                                + lesson("l2", 1, "weeksdefid=\"w2\"").replace("s1", "s2"),
                        card("l1", 1, "10000", "") + card("l2", 1, "10000", "")));

        Problem problem = problem(imported);
        assertThat(lessonOf(problem, "Dansk").time().weeks())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(lessonOf(problem, "Tysk").time().weeks());
        assertThat(imported.hasWarnings()).isFalse();
    }

    private static Lesson lessonOf(Problem problem, String subject) {
        return problem.lessons().stream()
                .filter(each -> each.subject().equals(subject))
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }

    @Test
    void allGroupsOfADivisionAreTheClassAndOneGroupIsAPart() {
        String groups = """
                <groups><group id="g0" name="Hele klassen" classid="c1" entireclass="1" divisiontag="0"/>
                <group id="g1" name="Hold 1" classid="c1" entireclass="0" divisiontag="1"/>
                <group id="g2" name="Hold 2" classid="c1" entireclass="0" divisiontag="1"/>
                <group id="g3" name="Piger" classid="c1" entireclass="0" divisiontag="2"/></groups>
                """;
        ImportResult imported = read(
                PERIODS,
                DAYS,
                LISTS,
                groups,
                lessonsAndCards(
                        lesson("l1", 1, "groupids=\"g1,g2\"")
                                + lesson("l2", 1, "groupids=\"g1\"").replace("s1", "s2"),
                        card("l1", 1, "10000", "") + card("l2", 2, "10000", "")));

        Problem problem = problem(imported);
        assertThat(lessonOf(problem, "Dansk").part()).isFalse();
        assertThat(lessonOf(problem, "Tysk").part()).isTrue();
        assertThat(problem.groups()).extracting(Group::name).containsExactly("7A", "7B", "7A Hold 1");
    }

    @Test
    void seminarGroupsHaveTheStudentsWhoChoseThem() {
        String students = """
                <students><student id="p1" classid="c1" name="Ida Løv"/><student id="p2" classid="c1" name="Bo Ek"/><student id="p3" classid="c2" name="Kim Å"/></students>
                <studentsubjects><studentsubject studentid="p1" subjectid="s1" seminargroup="1"/>
                <studentsubject studentid="p3" subjectid="s1" seminargroup="1"/><studentsubject studentid="p2" subjectid="s1" seminargroup="2"/></studentsubjects>
                """;
        ImportResult imported = read(
                PERIODS,
                DAYS,
                LISTS,
                students,
                lessonsAndCards(
                        lesson("l1", 1, "seminargroup=\"1\"").replace("classids=\"c1\"", "classids=\"c1,c2\"")
                                + lesson("l2", 1, "seminargroup=\"7\"").replace("s1", "s2"),
                        card("l1", 1, "10000", "") + card("l2", 2, "10000", "")));

        Problem problem = problem(imported);
        Group seminar = problem.groups().stream()
                .filter(each -> each.kind() == Group.Kind.COURSE)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
        assertThat(seminar.name()).isEqualTo("Dansk (1)");
        assertThat(seminar.members()).hasSize(2);
        assertThat(lessonOf(problem, "Dansk").groupIds()).containsExactly(seminar.id());
        assertThat(lessonOf(problem, "Dansk").part()).isFalse();
        assertThat(lessonOf(problem, "Tysk").part())
                .as("nobody is known to have chosen it")
                .isTrue();
    }

    @Test
    void lessonsThatAreNotPlacedAreCounted() {
        String many = java.util.stream.IntStream.rangeClosed(1, 1312)
                .mapToObj(i -> lesson("x" + i, 1, ""))
                .collect(Collectors.joining());
        ImportResult imported =
                read(PERIODS, DAYS, LISTS, lessonsAndCards(many + lesson("l1", 1, ""), card("l1", 1, "10000", "")));

        assertThat(problem(imported).lessons()).hasSize(1);
        assertThat(imported.findings())
                .filteredOn(each -> each.finding().code().equals("import.asc.not-placed"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.finding().severity()).isEqualTo(Severity.INFO);
                    assertThat(each.finding().arguments().getFirst()).isEqualTo(1312);
                    assertThat(each.finding().arguments().get(1).toString()).contains("Dansk 7A (lesson x1)");
                });
    }

    @Test
    void aThousandUnknownIdsAreWarningsThatCanBeAccepted() {
        String cards = java.util.stream.IntStream.rangeClosed(1, 1500)
                .mapToObj(i -> card("gone" + i, 1, "10000", ""))
                .collect(Collectors.joining());
        ImportResult imported =
                read(PERIODS, DAYS, LISTS, lessonsAndCards(lesson("l1", 1, ""), cards + card("l1", 1, "10000", "")));

        assertThat(problem(imported).lessons()).hasSize(1);
        assertThat(imported.json()).isNotNull();
        assertThat(FoldedFindings.fold(imported.findings()))
                .filteredOn(each -> each.first().finding().severity() == Severity.WARNING)
                .hasSize(2);
    }
}
