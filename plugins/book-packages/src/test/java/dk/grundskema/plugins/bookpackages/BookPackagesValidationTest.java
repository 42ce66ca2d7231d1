package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static dk.grundskema.plugins.bookpackages.PackagesBuilder.withoutReceivers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookPackagesValidationTest {
    private static List<Finding> findings(PackagesBuilder builder) {
        return new BookPackagesPlugin().validate(builder.intervention(), builder.problem());
    }

    /** Six packages with themes and letters, without findings. */
    private static PackagesBuilder withoutFindings() {
        var row = readingTools().from("2026-W36").weeks(20);
        for (String theme : List.of("Sea", "Space", "Food", "Sport", "Music", "Snow")) {
            row.pack(theme, "Ali", null, null);
        }
        return row;
    }

    private static Finding error(String code, String place, Object... arguments) {
        return Finding.error("book-packages." + code, "/parameters/" + place, arguments);
    }

    private static Finding warning(String code, String place, Object... arguments) {
        return Finding.warning("book-packages." + code, "/parameters/" + place, arguments);
    }

    private static Finding info(String code, String place, Object... arguments) {
        return Finding.info("book-packages." + code, "/parameters/" + place, arguments);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void packageMovedByAHolidayIsTheOnlyFindingOfValidParameters() {
        assertThat(findings(withoutFindings()))
                .containsExactly(info("date-moved", "packages/2/date", 3, date("2026-10-15"), date("2026-10-19")));
    }

    @Test
    void sufficientStockHasNoFindingAndOneLessIsReported() {
        assertThat(findings(readingTools().pack("Sea", "Ali", null, 4)))
                .noneMatch(one -> one.code().endsWith("stock-short"));
        assertThat(findings(readingTools().pack("Sea", "Ali", null, 3)))
                .contains(warning("stock-short", "packages/0/stock", 1, "Sea", 3, 4, 1));
    }

    @Test
    void allUnknownNamesAreReportedAtOnce() {
        assertThat(findings(withoutFindings()
                        .toClass("nowhere")
                        .toStudent("stranger", "")
                        .toClass("empty")
                        .toStudent("b1", "Arabic")
                        .toStudent("b1", "")
                        .room("attic")))
                .contains(
                        error("unknown-group", "students/1/groupId", new GroupId("nowhere")),
                        error("unknown-student", "students/2/studentId", new StudentId("stranger")),
                        warning("class-without-students", "students/3/groupId", new GroupId("empty")),
                        warning("student-twice", "students/5/studentId", new StudentId("b1")));
        assertThat(findings(withoutFindings().sender("nobody")))
                .contains(error("unknown-staff", "sender/0", new StaffId("nobody")));
        assertThat(findings(withoutReceivers())).contains(warning("nobody", "students"));
    }

    @Test
    void otherNumberOrRhythmThanTheGuidesIsAWarning() {
        var two = readingTools().pack("Sea", "Ali", "2026-09-03", null).pack("Space", "Ali", "2026-09-17", null);
        assertThat(findings(two))
                .contains(
                        warning("other-number", "packages", 2, 6), warning("other-rhythm", "packages/1/date", 2, 2, 3));
    }

    @Test
    void datesInWrongOrderOrOutsideThePlanAreReported() {
        var row = readingTools()
                .weeks(8)
                .pack("Sea", "Ali", "2026-09-24", null)
                .pack("Space", "Ali", "2026-09-24", null)
                .pack("Food", "Ali", "2026-10-12", null);
        assertThat(findings(row))
                .contains(
                        warning("out-of-order", "packages/1/date", 2, date("2026-09-24"), date("2026-09-24")),
                        error(
                                "date-outside",
                                "packages/2/date",
                                3,
                                date("2026-10-12"),
                                date("2026-08-17"),
                                date("2026-10-11")));
    }

    @Test
    void parentsToInformBeforeThePlanBeginsAreReported() {
        assertThat(findings(withoutFindings().parentsDays(17)))
                .noneMatch(one -> one.code().endsWith("parents-too-early"));
        assertThat(findings(withoutFindings().parentsDays(18)))
                .contains(warning("parents-too-early", "parentsDaysBefore", date("2026-08-16"), date("2026-08-17")));
    }

    @Test
    void packagesWithoutThemeOrLetterAreReported() {
        assertThat(findings(readingTools())).contains(warning("no-packages-yet", "packages", 6));
        assertThat(findings(readingTools().pack("Sea", "", null, null)))
                .contains(warning("open-package", "packages/0", 1));
    }

    @Test
    void missingOrTooShortUsableTimeOfAWeekIsReported() {
        assertThat(findings(readingTools().handedOutAnyTime())).contains(error("no-usable-time", "usable", 15));
        assertThat(findings(readingTools().from("2026-W36").handedOut("11:00", "11:14")))
                .contains(error("no-usable-time", "usable", 15));
        assertThat(findings(readingTools().from("2026-W36").handedOut("11:00", "11:15")))
                .noneMatch(one -> one.code().endsWith("no-usable-time"));
    }

    @Test
    void weekWhoseOnlyUsableDayIsClosedIsNamed() {
        var row = readingTools()
                .from("2026-W36")
                .handedOut("11:00", "12:00")
                .onMondaysOnly()
                .percent(100);
        assertThat(findings(row)).noneMatch(one -> one.code().endsWith("no-time-in-week"));
        assertThat(findings(row.closed("2026-09-21")))
                .contains(error("no-time-in-week", "usable", 2, new IsoWeek(2026, 39), 15));
    }

    @Test
    void missingUsableTimeIsReportedWithTheThreeMostSuitableTimes() {
        assertThat(findings(readingTools().from("2026-W36").handedOutAnyTime()))
                .filteredOn(one -> one.code().endsWith("would-help"))
                .hasSize(3)
                .contains(info("would-help", "usable", DayOfWeek.MONDAY, LocalTime.of(7, 45), LocalTime.of(8, 0), 4L));
        assertThat(findings(readingTools().from("2026-W36")))
                .noneMatch(one -> one.code().endsWith("would-help"));
    }

    @Test
    void senderUnknownToStudentsIsReportedIfPackagesAreHandedOut() {
        var row =
                withoutReceivers().toClass("4b").toClass("5a").from("2026-W36").handedOut("11:00", "12:00");
        assertThat(findings(row)).noneMatch(one -> one.code().endsWith("stranger"));
        assertThat(findings(row.sender("bo")))
                .filteredOn(one -> one.code().endsWith("stranger"))
                .containsExactly(warning("stranger", "sender", new StaffId("bo"), 4L, 1, "Class 4b"));
        assertThat(findings(readingTools().from("2026-W36").sender("bo")))
                .noneMatch(one -> one.code().endsWith("stranger"));
    }

    @Test
    void classWithMorePartsThanUsableTimesIsReported() {
        var row = readingTools().from("2026-W36").percent(25).handedOut("11:00", "11:15");
        assertThat(findings(row)).contains(warning("few-times", "usable", 1, "Class 4b", 4, 3));
        assertThat(findings(row.percent(49))).contains(warning("few-times", "usable", 1, "Class 4b", 4, 3));
        assertThat(findings(row.percent(50))).noneMatch(one -> one.code().endsWith("few-times"));
        assertThat(findings(readingTools().from("2026-W36").percent(25).handedOut("11:00", "11:30")))
                .noneMatch(one -> one.code().endsWith("few-times"));
    }

    @Test
    void handedOutPackagesNeedATimetableAndAKnownAdult() {
        assertThat(findings(withoutReceivers().toStudent("lone", "").handedOut("11:00", "12:00")))
                .contains(
                        warning("student-without-timetable", "students", new StudentId("lone")),
                        warning("nobody-known", "sender", 0, ""));
    }

    @Test
    void lineWithBothStudentAndClassOrNeitherIsRefused() {
        assertThatThrownBy(() -> new Receiver(null, null, "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Receiver(new StudentId("s"), new GroupId("g"), ""))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void partWithoutCommonFreeTimeIsCountedBeforeSolving() {
        var builder = readingTools().from("2026-W36").percent(100).handedOut("08:00", "08:45");
        var problem = builder.problem();
        var plugin = new BookPackagesPlugin();
        var demand = plugin.expand(builder.intervention(), problem);
        assertThat(plugin.precheck(builder.intervention(), problem, demand)).isEmpty();
        var busy = readingTools()
                .from("2026-W36")
                .percent(100)
                .handedOut("08:00", "08:45")
                .onMondaysOnly();
        assertThat(plugin.precheck(
                        busy.intervention(), busy.problem(), plugin.expand(busy.intervention(), busy.problem())))
                .containsExactly(
                        warning(
                                "no-common-time",
                                "usable",
                                new SessionId("books/book-package/1/4b/1"),
                                4,
                                3,
                                new StudentId("b1"),
                                5),
                        wouldHelp(DayOfWeek.MONDAY, "07:45"),
                        wouldHelp(DayOfWeek.THURSDAY, "07:45"),
                        wouldHelp(DayOfWeek.TUESDAY, "07:00"));
    }

    private static Finding wouldHelp(DayOfWeek day, String start) {
        LocalTime from = LocalTime.parse(start);
        return info("would-help", "usable", day, from, from.plusMinutes(15), 4L);
    }
}
