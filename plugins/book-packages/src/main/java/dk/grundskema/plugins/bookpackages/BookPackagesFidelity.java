package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the guide asks of book packages and what a finished timetable gives of it.
 *
 * @param asked    the parameters
 * @param finished what came of it
 * @param students who is to get packages
 * @param asks     collects it
 * @param practice the guide's part about them
 */
record BookPackagesFidelity(
        BookPackagesParameters asked, Finished finished, Set<StudentId> students, Asks asks, Origin practice) {
    static FidelityReport of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var asks = new Asks("book-packages");
        var fidelity = new BookPackagesFidelity(
                intervention.parameters(),
                new Finished(intervention, problem, timetable),
                PackagePlan.of(intervention, problem).languages().keySet(),
                asks,
                asks.source("guide", "practice"));
        fidelity.eachStudent();
        fidelity.rhythm();
        fidelity.contents();
        return asks.report(intervention);
    }

    private void eachStudent() {
        int guide = asked.guideSays();
        var packages = asks.tally(asked.isRow() ? "packages" : "twice-a-year", practice, "times");
        var informed = asks.tally("parents-before", practice, "students");
        var guided = asks.tally("guidance", practice, "students");
        for (StudentId student : students) {
            SortedSet<LocalDate> dates = finished.dates(student, "book-package");
            var told = finished.dates(student, "parents-informed");
            boolean isBefore =
                    dates.isEmpty() || (!told.isEmpty() && told.first().isBefore(dates.first()));
            packages.at(guide, dates.size(), asks.why("too-few", dates.size()), student);
            informed.at(isBefore, asks.why("not-before"), student);
            guided.at(!finished.dates(student, "guidance").isEmpty(), asks.why("no-guidance"), student);
        }
        packages.done(guide);
        informed.done();
        guided.done();
    }

    /** Every third week: a package that a holiday moves is a week or two late at most, which nobody minds. */
    private void rhythm() {
        var weeks = new TreeSet<IsoWeek>();
        students.forEach(one -> finished.dates(one, "book-package").forEach(date -> weeks.add(IsoWeek.of(date))));
        var row = new ArrayList<>(weeks);
        var tally = asks.tally("every-third-week", asks.partlyOurs("guide", "practice"), "times");
        for (int i = 1; asked.isRow() && i < row.size(); i++) {
            int between = row.get(i - 1).until(row.get(i));
            tally.at(between >= 2 && between <= 5, asks.why("other-rhythm", between), row.get(i));
        }
        tally.done(3);
        int span = row.isEmpty() || !asked.isRow() ? 0 : row.getFirst().until(row.getLast()) + 1;
        asks.noted("weeks", practice, "weeks", 16, span, 16);
    }

    private void contents() {
        var themes = asks.tally("theme-and-letter", practice, "times");
        var stock = asks.tally("stock", Asks.ours(), "times");
        for (int i = 0; i < asked.row().size(); i++) {
            BookPackage one = asked.row().get(i);
            int has = one.stock() == null ? students.size() : one.stock();
            themes.at(!one.isOpen(), asks.why("open"), i + 1);
            stock.at(students.size(), has, asks.why("stock-short", has), i + 1);
        }
        themes.done();
        stock.done();
    }
}
