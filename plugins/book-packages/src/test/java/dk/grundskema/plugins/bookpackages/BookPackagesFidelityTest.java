package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BookPackagesFidelityTest {
    private static RuleBench bench(PackagesBuilder builder) {
        return RuleBench.of(new BookPackagesPlugin(), builder.problem());
    }

    private static Ask ask(RuleBench bench, Timetable timetable, String code) {
        return bench.fidelity(timetable).getFirst().asks().stream()
                .filter(one -> one.code().equals("book-packages.ask." + code))
                .findFirst()
                .orElseThrow();
    }

    private static Ask ask(PackagesBuilder builder, String code) {
        RuleBench bench = bench(builder);
        return ask(bench, bench.timetable(), code);
    }

    /** The timetable without the tasks of some ids. */
    private static Timetable without(Timetable timetable, String... ids) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings(),
                timetable.tasks().stream()
                        .filter(task -> !List.of(ids).contains(task.taskId().value()))
                        .toList());
    }

    @Test
    void sixPackagesForEachStudentMeetTheAsk() {
        Ask packages = ask(readingTools(), "packages");
        assertThat(packages.status()).isEqualTo(Status.MET);
        assertThat(packages.asked()).isEqualTo(24);
    }

    @Test
    void eachMissingPackageIsReportedForEachStudent() {
        var bench = bench(readingTools());
        Ask packages = ask(
                bench, without(bench.timetable(), "books/book-package/2/4b", "books/book-package/3/4b"), "packages");
        assertThat(packages.given()).isEqualTo(16);
        assertThat(packages.places())
                .hasSize(4)
                .contains(new Shortfall(List.of(new StudentId("b1")), 2, Reason.of("book-packages.why.packages", 4L)));
    }

    @Test
    void familyReadingIsAskedTwiceAndEveryThirdWeekIsNot() {
        var family = readingTools().family().weeks(40);
        assertThat(ask(family, "twice-a-year").given()).isEqualTo(8);
        assertThat(ask(family, "every-third-week").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void rhythmIgnoresHolidaysButNotMissingPackages() {
        var bench = bench(readingTools().from("2026-W36"));
        Ask rhythm = ask(bench, bench.timetable(), "every-third-week");
        assertThat(rhythm.status()).isEqualTo(Status.MET);
        assertThat(rhythm.asked()).isEqualTo(5);
        assertThat(ask(bench, without(bench.timetable(), "books/book-package/2/4b"), "every-third-week")
                        .places())
                .containsExactly(Shortfall.at(Reason.of("book-packages.why.other-rhythm", 7), new IsoWeek(2026, 43)));
        assertThat(ask(bench, bench.timetable(), "weeks").given()).isEqualTo(16);
    }

    @Test
    void parentsNotInformedBeforehandAreReported() {
        var bench = bench(readingTools());
        assertThat(ask(bench, bench.timetable(), "parents-before").given()).isEqualTo(4);
        assertThat(ask(bench, without(bench.timetable(), "books/parents-informed/4b"), "parents-before")
                        .shortBy())
                .isEqualTo(4);
    }

    @Test
    void eachFamilyIsGuided() {
        var nobody = bench(readingTools().toStudent("b2", "Arabic"));
        assertThat(ask(nobody, nobody.timetable(), "guidance").given())
                .as("nobody is named who does it")
                .isEqualTo(0);
        var bench = bench(readingTools().toStudent("b2", "Arabic").sender("ann"));
        assertThat(ask(bench, bench.timetable(), "guidance").given()).isEqualTo(4);
        assertThat(ask(bench, without(bench.timetable(), "books/guidance/arabic"), "guidance")
                        .places())
                .containsExactly(Shortfall.at(Reason.of("book-packages.why.guidance", 0L), new StudentId("b2")));
    }

    @Test
    void themesLettersAndStockAreCountedPackageByPackage() {
        var row = readingTools().pack("Sea", "Ali", null, 1).pack("Space", "", null, 4);
        assertThat(ask(row, "theme-and-letter").places())
                .containsExactly(Shortfall.at(Reason.of("book-packages.why.open"), 2));
        Ask stock = ask(row, "stock");
        assertThat(stock.asked()).isEqualTo(8);
        assertThat(stock.places())
                .containsExactly(new Shortfall(List.of(1), 3, Reason.of("book-packages.why.stock-short", 1)));
    }

    private static List<List<Object>> lines(RuleBench bench, Timetable timetable, String table) {
        return bench.fidelity(timetable).getFirst().breakdowns().stream()
                .filter(one -> one.title().equals("book-packages." + table))
                .flatMap(one -> one.lines().stream())
                .map(BookPackagesFidelityTest::cellTexts)
                .toList();
    }

    private static List<Object> cellTexts(Breakdown.Line line) {
        var said = new ArrayList<Object>(List.of(line.about().value(), line.status()));
        line.cells().forEach(cell -> said.add(plainValue(cell)));
        return said;
    }

    private static String plainValue(Object some) {
        return switch (some) {
            case Phrase phrase when phrase.arguments().isEmpty() -> phrase.code();
            case Phrase phrase ->
                phrase.arguments().stream()
                        .map(BookPackagesFidelityTest::plainValue)
                        .collect(Collectors.joining(" "));
            case Collection<?> many ->
                many.stream().map(each -> plainValue((Object) each)).collect(Collectors.joining(", "));
            default -> some.toString();
        };
    }

    @Test
    void tableListsPackagesWithDateThemeLetterAndStock() {
        var bench = bench(
                readingTools().from("2026-W36").pack("Sea", "Ali", null, 4).pack("", "", "2026-09-24", 3));
        assertThat(lines(bench, bench.timetable(), "packages"))
                .containsExactly(
                        List.of(
                                "books",
                                Status.MET,
                                "1",
                                "2026-09-03",
                                "Sea",
                                "Ali",
                                "4",
                                "4",
                                "book-packages.sent-home"),
                        List.of("books", Status.SHORT, "2", "2026-09-24", "", "", "4", "3", "book-packages.sent-home"));
        assertThat(lines(bench, without(bench.timetable(), "books/book-package/1/4b"), "packages"))
                .first()
                .isEqualTo(List.of("books", Status.SHORT, "1", "", "Sea", "Ali", "0", "4", "book-packages.sent-home"));
    }

    @Test
    void tableListsHandedOutPackageWithAllDatesAndStaff() {
        var bench = bench(
                readingTools().from("2026-W36").handedOut("11:00", "12:00").pack("Sea", "Ali", null, null));
        String first = "books/book-package/1/4b/1";
        bench.time(first, at("2026-08-31")).seat(first + "#0", "ann");
        assertThat(lines(bench, bench.timetable(), "packages").getFirst().subList(6, 9))
                .isEqualTo(List.of("2", "book-packages.enough", "book-packages.handed-out"));
        bench.time("books/book-package/1/4b/2", at("2026-09-01"));
        assertThat(lines(bench, bench.timetable(), "packages").getFirst().subList(6, 7))
                .as("nobody hands it out to the others")
                .isEqualTo(List.of("2"));
        bench.seat("books/book-package/1/4b/2#0", "ann");
        assertThat(lines(bench, bench.timetable(), "packages"))
                .containsExactly(List.of(
                        "books",
                        Status.MET,
                        "1",
                        "2026-08-31 2026-09-01",
                        "Sea",
                        "Ali",
                        "4",
                        "book-packages.enough",
                        "book-packages.handed-out"));
        assertThat(lines(bench, bench.timetable(), "classes").getFirst().subList(4, 6))
                .isEqualTo(List.of("2026-W36", "ann"));
    }

    private static MeetingTime at(String date) {
        return MeetingTime.on(LocalDate.parse(date), LocalTime.of(11, 0), LocalTime.of(11, 15));
    }

    @Test
    void tableListsClassesAndStudentsWithoutClass() {
        var bench = bench(readingTools()
                .family()
                .weeks(40)
                .from("2026-W36")
                .toStudent("b2", "Arabic")
                .toStudent("lone", ""));
        assertThat(lines(bench, bench.timetable(), "classes"))
                .containsExactly(
                        List.of("books", Status.SHORT, "1", "0", "", "", "book-packages.own-language"),
                        List.of(
                                "4b",
                                Status.MET,
                                "4",
                                "2",
                                "2026-W36, 2027-W03",
                                "ann",
                                "book-packages.own-language, Arabic"));
        assertThat(lines(bench, without(bench.timetable(), "books/book-package/2/4b"), "classes"))
                .last()
                .satisfies(
                        line -> assertThat(line.subList(1, 5)).isEqualTo(List.of(Status.SHORT, "4", "1", "2026-W36")));
    }

    @Test
    void twoToFiveWeeksApartMeetTheAskAndOneOrSixDoNot() {
        assertThat(rhythm("2026-09-03", "2026-09-17")).isZero();
        assertThat(rhythm("2026-09-03", "2026-09-10")).isOne();
        assertThat(rhythm("2026-09-03", "2026-10-08")).isZero();
        assertThat(rhythm("2026-09-03", "2026-10-22")).isOne();
    }

    private static long rhythm(String first, String second) {
        return ask(readingTools().pack("Sea", "Ali", first, null).pack("Sky", "Ali", second, null), "every-third-week")
                .shortBy();
    }
}
