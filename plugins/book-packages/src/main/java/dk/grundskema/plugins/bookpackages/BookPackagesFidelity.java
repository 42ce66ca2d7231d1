package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.bookpackages.FinishedPackages.DatedSupport;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares a finished timetable with what the guide asks of book packages.
 *
 * @param plan     recipients and dates as planned
 * @param asked    the parameters
 * @param finished the finished intervention
 * @param students the recipients
 * @param asks     collects the asks
 * @param practice the guide's part about book packages
 */
record BookPackagesFidelity(
        PackagePlan plan,
        BookPackagesParameters asked,
        FinishedPackages finished,
        Set<StudentId> students,
        FidelityReportBuilder asks,
        AskOrigin practice) {
    private static final String PACKAGE = "book-package";
    private static final Set<String> NUMBERS = Set.of("number", "students", "stock");

    static FidelityReport of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var asks = new FidelityReportBuilder("book-packages");
        var plan = PackagePlan.of(intervention, problem);
        var finished = new FinishedPackages(intervention, problem, timetable);
        var students = plan.languages().keySet();
        var practice = asks.source("guide", "practice");
        var fidelity = new BookPackagesFidelity(plan, plan.asked(), finished, students, asks, practice);
        fidelity.addStudentAsks();
        fidelity.addRhythmAsk();
        fidelity.addContentAsks(intervention.id());
        new ClassSupportTable(asks, finished, PACKAGE)
                .addTable(
                        intervention.id(),
                        plan.homes(),
                        plan.languages(),
                        plan.asked().guideCount());
        return asks.build(intervention);
    }

    private void addStudentAsks() {
        int guide = asked.guideCount();
        String ask = asked.isSeries() ? "packages" : "twice-a-year";
        asks.forEachOf("students", students, one -> one)
                .askAtLeast(ask, practice, "times", guide, one -> dates(one).size(), guide)
                .askThatAll("parents-before", practice, this::isToldBefore)
                .askThatAll(
                        "guidance",
                        practice,
                        one -> !finished.datesOf(one, "guidance").isEmpty());
    }

    private SortedSet<LocalDate> dates(StudentId student) {
        return finished.datesOf(student, PACKAGE);
    }

    private boolean isToldBefore(StudentId student) {
        var informedDates = finished.datesOf(student, "parents-informed");
        return dates(student).isEmpty()
                || (!informedDates.isEmpty()
                        && informedDates.first().isBefore(dates(student).first()));
    }

    /** Every third week. A holiday delays a package by a week or two at most, which is accepted. */
    private void addRhythmAsk() {
        var weeks = new TreeSet<IsoWeek>();
        students.forEach(one -> dates(one).forEach(date -> weeks.add(IsoWeek.of(date))));
        boolean isRow = asked.isSeries() && !weeks.isEmpty();
        var rhythm = isRow ? weeks : new TreeSet<IsoWeek>();
        DateSequence.askForRhythm(asks, "every-third-week", asks.partlyOurs("guide", "practice"), rhythm, 3, 2, 5);
        asks.informational("weeks", practice, "weeks", 16, isRow ? weeks.first().until(weeks.last()) + 1 : 0, 16);
    }

    /** Adds an ask for each package. */
    private void addContentAsks(InterventionId about) {
        var themes = asks.tally("theme-and-letter", practice, "times");
        var stocks = asks.tally("stock", FidelityReportBuilder.productDefault(), "times");
        var table = asks.table("packages", NUMBERS, "number", "when", "theme", "letter", "students", "stock", "way");
        for (int i = 1; i <= asked.plannedPackages().size(); i++) {
            BookPackage one = asked.plannedPackages().get(i - 1);
            Integer stock = one.stock();
            int has = stock == null ? students.size() : stock;
            themes.addPlace(!one.isOpen(), asks.reason("open"), i);
            stocks.addPlace(students.size(), has, asks.reason("stock-short", has), i);
            var given = finished.datedSupport(PACKAGE, String.valueOf(i));
            int got = DatedSupport.students(given).size();
            table.addLine(
                    about,
                    !one.isOpen() && Math.min(has, got) >= students.size(),
                    List.of(),
                    asks.number(i),
                    asks.period(DatedSupport.dates(given)),
                    asks.text(one.theme()),
                    asks.text(one.roleModel()),
                    asks.number(got),
                    stock == null ? asks.phrase("enough") : asks.number(stock),
                    asks.phrase(asked.isHandedOut() ? "handed-out" : "sent-home"));
        }
        themes.finish();
        stocks.finish();
        table.finish();
    }
}
