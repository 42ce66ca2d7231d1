package dk.grundskema.api.exports.program;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.GroupMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of a school year: a double lesson, a band, a second adult in all weeks, meetings of some weeks, and support of a student. */
class ProgramFilesTest {
    private final SmallSchoolFixture plan = new SmallSchoolFixture();

    @BeforeEach
    void lessons() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "one-assists", null, weeks());
        plan.lesson("Matematik", MONDAY, "08:45").untouched();
        plan.lesson("Matematik", MONDAY, "09:30").untouched();
        plan.lesson("Tysk", WEDNESDAY, "08:00").asPart().untouched();
        plan.lesson("Fransk", WEDNESDAY, "08:00")
                .of(CLASS_7A, PETER, ROOM_14)
                .asPart()
                .untouched();
        plan.lesson("Historie", TUESDAY, "08:00").of(CLASS_10B, PETER, ROOM_14).untouched();
        plan.preparation(weeks());
    }

    private ProgramExport export(ProgramFormat format, ExportScope scope) {
        SchoolWeekViews.TimetableParts parts = plan.parts();
        TimetableViews views = parts.school().map(SchoolWeekViews::allViews).orElse(parts.events());
        ProgramExport export = ProgramFiles.write(format, views, List.of(), scope);
        assertThat(ProgramFiles.findLosses(format, views, List.of(), scope)).isEqualTo(export.findings());
        return export;
    }

    private String file(ProgramFormat format, String name) {
        return new String(
                export(format, ExportScope.wholePlan()).files().getOrDefault(name, new byte[0]),
                StandardCharsets.UTF_8);
    }

    private List<String> lines(ProgramFormat format, String name, String with) {
        return file(format, name).lines().filter(line -> line.contains(with)).toList();
    }

    private static List<String> codes(ProgramExport export) {
        return export.findings().stream().map(Finding::code).toList();
    }

    private static List<String> omissions(ProgramExport export) {
        return export.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(Finding::code)
                .toList();
    }

    @Test
    void ascHasACardForEachPeriodOfALesson() {
        List<String> lessons = lines(ProgramFormat.ASC, "asc.xml", "<lesson ");

        assertThat(lessons).hasSize(6);
        assertThat(lessons)
                .filteredOn(line -> line.contains("periodsperweek=\"2.0\""))
                .singleElement()
                .asString()
                .contains("periodspercard=\"1\"", "teacherids=\"TEACHER-lone\"", "classroomids=\"ROOM-r12\"");
        assertThat(lines(ProgramFormat.ASC, "asc.xml", "<card ")).hasSize(7);
        assertThat(lines(ProgramFormat.ASC, "asc.xml", "<card "))
                .allMatch(card -> card.contains("weeks=\"1\" terms=\"1\""));
    }

    @Test
    void simultaneousLessonsOfAClassAreOfPartsOfItInAscAndFet() {
        assertThat(lines(ProgramFormat.ASC, "asc.xml", "entireclass=\"0\""))
                .hasSize(2)
                .allMatch(group -> group.contains("classid=\"CLASS-7a\"") && group.contains("divisiontag=\"1\""))
                .anyMatch(group -> group.contains("name=\"Del 1\""))
                .anyMatch(group -> group.contains("name=\"Del 2\""));
        assertThat(file(ProgramFormat.FET, "plan.fet"))
                .contains("<Students>7A Del 1</Students>", "<Students>7A Del 2</Students>", "<Students>10B</Students>");
    }

    @Test
    void untisHasALineForEachTeacherAndOneNumberForABand() {
        assertThat(lines(ProgramFormat.UNTIS, "gpu001.txt", "Dansk"))
                .containsExactlyInAnyOrder(
                        "1;\"7A\";\"LONE\";\"Dansk\";\"Lok. 12\";1;1;;", "1;\"7A\";\"MH\";\"Dansk\";\"Lok. 12\";1;1;;");
        List<String> band = lines(ProgramFormat.UNTIS, "gpu001.txt", ";3;1;;");
        assertThat(band).hasSize(2);
        assertThat(band.stream()
                        .map(line -> line.substring(0, line.indexOf(';')))
                        .distinct())
                .hasSize(1);
        assertThat(lines(ProgramFormat.UNTIS, "gpu002.txt", "Matematik"))
                .singleElement()
                .asString()
                .endsWith(";2;2;2;\"7A\";\"LONE\";\"Matematik\";\"Lok. 12\"");
        assertThat(lines(ProgramFormat.UNTIS, "time.txt", "1;4;")).first().isEqualTo("1;4;1;\"0800\";\"0845\"");
    }

    @Test
    void fetLocksEachActivityInTimeAndRoom() {
        String fet = file(ProgramFormat.FET, "plan.fet");

        assertThat(fet.split("<Activity>", -1)).hasSize(8);
        assertThat(fet.split("<ConstraintActivityPreferredStartingTime>", -1)).hasSize(8);
        assertThat(fet.split("<ConstraintActivityPreferredRoom>", -1)).hasSize(8);
        assertThat(fet)
                .contains("<Preferred_Day>Mandag</Preferred_Day>", "<Preferred_Hour>08:45-09:30</Preferred_Hour>");
    }

    @Test
    void tableHasARowForEachDate() {
        List<String> rows = lines(ProgramFormat.CSV, "meetings.csv", ";Dansk;");

        assertThat(rows).hasSize(weeks().size());
        assertThat(rows.getFirst())
                .matches(
                        "2026-08-10;mandag;08:00;08:45;7A;;Dansk;Lone Kjær, Mette Holm;Lok\\. 12;;Dansk;k[0-9a-f]{10}");
        assertThat(rows.stream().map(row -> row.substring(row.lastIndexOf(';'))))
                .doesNotHaveDuplicates();
    }

    @Test
    void cellsNeverBecomeFormulas() {
        plan.lesson("=1+1", MONDAY, "10:30").untouched();

        assertThat(file(ProgramFormat.CSV, "meetings.csv")).contains(";'=1+1;").doesNotContain(";=1+1");
    }

    @Test
    void meetingsOfSomeWeeksAreReportedWithTheirNumber() {
        plan.camp();

        ProgramExport export = export(ProgramFormat.ASC, ExportScope.wholePlan());

        assertThat(export.weeks()).hasSize(1);
        assertThat(export.findings())
                .filteredOn(each -> each.code().equals("export.other-weeks"))
                .singleElement()
                .satisfies(each -> assertThat(each.arguments()).containsExactly(3));
        assertThat(codes(export(ProgramFormat.CSV, ExportScope.wholePlan()))).isEmpty();
    }

    @Test
    void nothingIsLeftOutOfAYearOfRegularLessons() {
        assertThat(omissions(export(ProgramFormat.ASC, ExportScope.wholePlan())))
                .isEmpty();
        assertThat(omissions(export(ProgramFormat.UNTIS, ExportScope.wholePlan())))
                .isEmpty();
        assertThat(omissions(export(ProgramFormat.FET, ExportScope.wholePlan())))
                .isEmpty();
    }

    @Test
    void onlyThePartOfThePersonOrClassIsExported() {
        var ofPeter = new String(
                export(ProgramFormat.CSV, new ExportScope(PETER, null)).files().get("meetings.csv"),
                StandardCharsets.UTF_8);
        var of10B = new String(
                export(ProgramFormat.CSV, new ExportScope(null, CLASS_10B))
                        .files()
                        .get("meetings.csv"),
                StandardCharsets.UTF_8);

        assertThat(ofPeter).contains("Fransk", "Historie").doesNotContain("Dansk");
        assertThat(of10B).contains("Historie").doesNotContain("Fransk");
        assertThat(export(ProgramFormat.CSV, new ExportScope(new StaffId("vera"), null))
                        .files()
                        .get("meetings.csv"))
                .asString(StandardCharsets.UTF_8)
                .hasLineCount(1);
    }

    @Test
    void supportOfStudentsIsPartOfTheirClassesWithoutTheirNames() {
        var group = new GroupId("gruppe-1");
        plan.formed.add(new GroupMembers(group, List.of(GroupMember.always(IDA))));
        plan.support("Samtale med Ida Marie Lund", List.of(), List.of(IDA), List.of(), weeks());

        ProgramExport export = export(ProgramFormat.ASC, new ExportScope(null, CLASS_7A));

        assertThat(codes(export)).contains("export.students");
        assertThat(new String(export.files().get("asc.xml"), StandardCharsets.UTF_8))
                .contains("Samtale med Elev 1");
    }

    @ParameterizedTest
    @EnumSource(ProgramFormat.class)
    void noFormatNamesAStudentAndTheSamePlanGivesTheSameBytes(ProgramFormat format) {
        plan.support("Læsning", List.of(), List.of(IDA), List.of(), weeks());

        var once = export(format, ExportScope.wholePlan()).files();
        var again = export(format, ExportScope.wholePlan()).files();

        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((name, content) -> {
            assertThat(name).matches("[a-z0-9][a-z0-9.-]*");
            if (format != ProgramFormat.XLSX) { // a zip with the time of writing
                assertThat(again.get(name)).isEqualTo(content);
            }
            assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("Ida", "Eva", "Brun", IDA.value());
        });
    }

    @Test
    void allLossesHaveTextsInBothLanguages() {
        for (String language : List.of("da", "en")) {
            var texts = ProgramTexts.forLanguage(Locale.of(language));
            for (Loss loss : Loss.values()) {
                assertThat(texts.sentenceOf(Finding.info(loss.code(), "", 1))).isNotBlank();
                assertThat(texts.sentenceOf(Finding.info(loss.code(), "", 7))).contains("7");
            }
        }
    }
}
