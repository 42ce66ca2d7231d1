package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.aRow;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
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
    void six_packages_for_each_student_are_all_that_the_guide_asks() {
        Ask packages = ask(aRow(), "packages");
        assertThat(packages.status()).isEqualTo(Status.MET);
        assertThat(packages.asked()).isEqualTo(24);
    }

    @Test
    void each_package_less_is_said_for_each_student() {
        var bench = bench(aRow());
        Ask packages = ask(
                bench, without(bench.timetable(), "books/book-package/2/4b", "books/book-package/3/4b"), "packages");
        assertThat(packages.given()).isEqualTo(16);
        assertThat(packages.places())
                .hasSize(4)
                .contains(new Place(List.of(new StudentId("b1")), 2, Reason.of("book-packages.why.too-few", 4)));
    }

    @Test
    void family_reading_is_asked_twice_and_every_third_week_is_not() {
        var family = aRow().family().weeks(40);
        assertThat(ask(family, "twice-a-year").given()).isEqualTo(8);
        assertThat(ask(family, "every-third-week").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void the_rhythm_minds_no_holiday_but_a_package_that_is_left_out() {
        var bench = bench(aRow().from("2026-W36"));
        Ask rhythm = ask(bench, bench.timetable(), "every-third-week");
        assertThat(rhythm.status()).isEqualTo(Status.MET);
        assertThat(rhythm.asked()).isEqualTo(5);
        assertThat(ask(bench, without(bench.timetable(), "books/book-package/2/4b"), "every-third-week")
                        .places())
                .containsExactly(Place.at(Reason.of("book-packages.why.other-rhythm", 7), new IsoWeek(2026, 43)));
        assertThat(ask(bench, bench.timetable(), "weeks").given()).isEqualTo(16);
    }

    @Test
    void parents_who_are_not_informed_before_are_missing() {
        var bench = bench(aRow());
        assertThat(ask(bench, bench.timetable(), "parents-before").given()).isEqualTo(4);
        assertThat(ask(bench, without(bench.timetable(), "books/parents-informed/4b"), "parents-before")
                        .shortBy())
                .isEqualTo(4);
    }

    @Test
    void each_family_is_guided() {
        var bench = bench(aRow().toStudent("b2", "Arabic"));
        assertThat(ask(bench, bench.timetable(), "guidance").given()).isEqualTo(4);
        assertThat(ask(bench, without(bench.timetable(), "books/guidance/arabic"), "guidance")
                        .places())
                .containsExactly(Place.at(Reason.of("book-packages.why.no-guidance"), new StudentId("b2")));
    }

    @Test
    void themes_letters_and_stock_are_counted_package_by_package() {
        var row = aRow().pack("Sea", "Ali", null, 1).pack("Space", "", null, 4);
        assertThat(ask(row, "theme-and-letter").places())
                .containsExactly(Place.at(Reason.of("book-packages.why.open"), 2));
        Ask stock = ask(row, "stock");
        assertThat(stock.asked()).isEqualTo(8);
        assertThat(stock.places())
                .containsExactly(new Place(List.of(1), 3, Reason.of("book-packages.why.stock-short", 1)));
    }
}
