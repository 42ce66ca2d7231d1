package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.List;

/**
 * Reports where a finished timetable hands out packages differently from the request. Derived from parameters and timetable
 * alone.
 */
final class BookPackagesCheck {
    private BookPackagesCheck() {}

    static List<RuleViolation> of(
            Intervention<BookPackagesParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedPackages(intervention, problem, timetable);
        var faults = new PluginViolations("book-packages");
        finished.outsideUsableTime("book-package", intervention.parameters().usable(), "outside-usable-time", faults);
        finished.overlappingParts("book-package", "class-emptied", faults);
        finished.addStaffNotTeachingAllStudents("book-package", "handed-out-by-a-stranger", faults);
        return faults.all();
    }
}
