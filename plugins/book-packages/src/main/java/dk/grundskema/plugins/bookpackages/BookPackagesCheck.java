package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.List;

/** Where a finished timetable hands out packages in another way than asked: derived from parameters and timetable alone. */
final class BookPackagesCheck {
    private BookPackagesCheck() {}

    static List<Fault> of(Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new Finished(intervention, problem, timetable);
        var faults = new FaultList("book-packages");
        finished.outsideUsableTime("book-package", intervention.parameters().usable(), "outside-usable-time", faults);
        finished.partsAtOnce("book-package", "class-emptied", faults);
        finished.strangers("book-package", "handed-out-by-a-stranger", faults);
        return faults.all();
    }
}
