package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.DateRow;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Given;
import dk.grundskema.solver.spi.toolkit.GivenTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the guide asks of book packages and what a finished timetable gives of it.
 *
 * @param plan     who was to get what
 * @param asked    the parameters
 * @param finished what came of it
 * @param students who is to get packages
 * @param asks     collects it
 * @param practice the guide's part about them
 */
record BookPackagesFidelity(
        PackagePlan plan,
        BookPackagesParameters asked,
        Finished finished,
        Set<StudentId> students,
        Asks asks,
        Origin practice) {
    private static final String PACKAGE = "book-package";
    private static final Set<String> NUMBERS = Set.of("number", "students", "stock");

    static FidelityReport of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var asks = new Asks("book-packages");
        var plan = PackagePlan.of(intervention, problem);
        var finished = new Finished(intervention, problem, timetable);
        var students = plan.languages().keySet();
        var practice = asks.source("guide", "practice");
        var fidelity = new BookPackagesFidelity(plan, plan.asked(), finished, students, asks, practice);
        fidelity.eachStudent();
        fidelity.rhythm();
        fidelity.contents(intervention.id());
        new GivenTable(asks, finished, PACKAGE)
                .classByClass(
                        intervention.id(),
                        plan.homes(),
                        plan.languages(),
                        plan.asked().guideSays());
        return asks.report(intervention);
    }

    private void eachStudent() {
        int guide = asked.guideSays();
        String ask = asked.isRow() ? "packages" : "twice-a-year";
        asks.of("students", students, one -> one)
                .least(ask, practice, "times", guide, one -> dates(one).size(), guide)
                .all("parents-before", practice, this::isToldBefore)
                .all(
                        "guidance",
                        practice,
                        one -> !finished.dates(one, "guidance").isEmpty());
    }

    private SortedSet<LocalDate> dates(StudentId student) {
        return finished.dates(student, PACKAGE);
    }

    private boolean isToldBefore(StudentId student) {
        var told = finished.dates(student, "parents-informed");
        return dates(student).isEmpty()
                || (!told.isEmpty() && told.first().isBefore(dates(student).first()));
    }

    /** Every third week: a package that a holiday moves is a week or two late at most, which nobody minds. */
    private void rhythm() {
        var weeks = new TreeSet<IsoWeek>();
        students.forEach(one -> dates(one).forEach(date -> weeks.add(IsoWeek.of(date))));
        boolean isRow = asked.isRow() && !weeks.isEmpty();
        var rhythm = isRow ? weeks : new TreeSet<IsoWeek>();
        DateRow.ask(asks, "every-third-week", asks.partlyOurs("guide", "practice"), rhythm, 3, 2, 5);
        asks.noted("weeks", practice, "weeks", 16, isRow ? weeks.first().until(weeks.last()) + 1 : 0, 16);
    }

    /** Package by package. */
    private void contents(InterventionId about) {
        var themes = asks.tally("theme-and-letter", practice, "times");
        var stocks = asks.tally("stock", Asks.ours(), "times");
        var table = asks.table("packages", NUMBERS, "number", "when", "theme", "letter", "students", "stock", "way");
        for (int i = 1; i <= asked.row().size(); i++) {
            BookPackage one = asked.row().get(i - 1);
            Integer stock = one.stock();
            int has = stock == null ? students.size() : stock;
            themes.at(!one.isOpen(), asks.why("open"), i);
            stocks.at(students.size(), has, asks.why("stock-short", has), i);
            var given = finished.given(PACKAGE, String.valueOf(i));
            int got = Given.students(given).size();
            table.line(
                    about,
                    !one.isOpen() && Math.min(has, got) >= students.size(),
                    List.of(),
                    asks.number(i),
                    asks.period(Given.dates(given)),
                    asks.text(one.theme()),
                    asks.text(one.roleModel()),
                    asks.number(got),
                    stock == null ? asks.words("enough") : asks.number(stock),
                    asks.words(asked.isHandedOut() ? "handed-out" : "sent-home"));
        }
        themes.done();
        stocks.done();
        table.done();
    }
}
