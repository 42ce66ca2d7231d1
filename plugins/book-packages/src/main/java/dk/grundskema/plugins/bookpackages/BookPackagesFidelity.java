package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Mode;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Held;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the guide asks of book packages and what a finished timetable gives of it. */
final class BookPackagesFidelity {
    private static final int WEEKS = 16;

    private final BookPackagesParameters asked;
    private final Finished finished;
    private final Problem problem;
    private final Asks asks = new Asks("book-packages");
    private final Origin practice = asks.source("guide", "practice");
    private final SortedMap<StudentId, TreeSet<LocalDate>> dates = new TreeMap<>();

    private BookPackagesFidelity(
            Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        this.asked = intervention.parameters();
        this.finished = new Finished(intervention, problem, timetable);
        this.problem = problem;
        new PackagePlan(intervention, problem).languages().keySet().forEach(id -> dates.put(id, new TreeSet<>()));
        finished.tasks("book-package").forEach(task -> task.studentIds().forEach(id -> got(id, task.date())));
        finished.held("book-package")
                .forEach(one -> finished.students(one.meeting(), one.week()).forEach(id -> got(id, one.date())));
    }

    private void got(StudentId student, LocalDate date) {
        dates.computeIfAbsent(student, any -> new TreeSet<>()).add(date);
    }

    static FidelityReport of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var fidelity = new BookPackagesFidelity(intervention, problem, timetable);
        fidelity.packages();
        fidelity.rhythm();
        fidelity.families();
        fidelity.contents();
        fidelity.people();
        return fidelity.asks.report(intervention);
    }

    private void packages() {
        int guide = asked.mode().packages();
        boolean isRow = asked.mode() == Mode.READING_TOOLS;
        var tally = asks.tally(isRow ? "packages" : "twice-a-year", practice, "times");
        dates.forEach((student, days) -> tally.at(guide, days.size(), asks.why("too-few", days.size()), student));
        tally.done(guide);
    }

    /** Every third week: a package that a holiday moves is a week or two late at most, which nobody minds. */
    private void rhythm() {
        if (asked.mode() != Mode.READING_TOOLS) {
            asks.notApplicable(
                    "every-third-week", practice, "times", asked.mode().weeksBetween());
            return;
        }
        var weeks = new TreeSet<IsoWeek>();
        dates.values().forEach(days -> days.forEach(date -> weeks.add(IsoWeek.of(date))));
        var row = new ArrayList<>(weeks);
        var tally = asks.tally("every-third-week", asks.partlyOurs("guide", "practice"), "times");
        for (int i = 1; i < row.size(); i++) {
            int between = row.get(i - 1).until(row.get(i));
            tally.at(between >= 2 && between <= 5, asks.why("other-rhythm", between), row.get(i));
        }
        tally.done(asked.mode().weeksBetween());
        int span = row.isEmpty() ? 0 : row.getFirst().until(row.getLast()) + 1;
        asks.noted("weeks", practice, "weeks", WEEKS, span, WEEKS);
    }

    private void families() {
        var informed = asks.tally("parents-before", practice, "students");
        var guided = asks.tally("guidance", practice, "students");
        dates.forEach((student, days) -> {
            boolean isBefore = days.isEmpty() || isTold("parents-informed", student, days.first());
            informed.at(isBefore, asks.why("not-before"), student);
            guided.at(isTold("guidance", student, LocalDate.MAX), asks.why("no-guidance"), student);
        });
        informed.done();
        guided.done();
    }

    private boolean isTold(String kind, StudentId student, LocalDate before) {
        return finished.tasks(kind).stream()
                .filter(task -> task.studentIds().contains(student))
                .map(Task::date)
                .anyMatch(date -> date.isBefore(before));
    }

    private void contents() {
        var themes = asks.tally("theme-and-letter", practice, "times");
        var stock = asks.tally("stock", Asks.ours(), "times");
        for (int i = 0; i < asked.row().size(); i++) {
            BookPackage one = asked.row().get(i);
            boolean isKnown = !one.theme().isEmpty() && !one.roleModel().isEmpty();
            themes.at(isKnown, asks.why("open"), i + 1);
            Integer has = one.stock();
            stock.at(
                    dates.size(),
                    has == null ? dates.size() : has,
                    asks.why("stock-short", has == null ? 0 : has),
                    i + 1);
        }
        themes.done();
        stock.done();
    }

    /** Whoever hands out is somebody whom the students know. */
    private void people() {
        if (asked.delivery() != Way.HANDED_OUT) {
            asks.notApplicable("known-adult", Asks.ours(), "students");
            return;
        }
        var lessons = new OwnLessons(problem);
        var tally = asks.tally("known-adult", Asks.ours(), "students");
        for (Held one : finished.held("book-package")) {
            List<StaffId> there = Finished.staff(one.meeting());
            var students = finished.students(one.meeting(), one.week());
            long known = students.stream()
                    .filter(student -> lessons.teachers(student).stream().anyMatch(there::contains))
                    .count();
            tally.at(students.size(), known, asks.why("stranger"), one.meeting().sessionId());
        }
        tally.done();
    }
}
