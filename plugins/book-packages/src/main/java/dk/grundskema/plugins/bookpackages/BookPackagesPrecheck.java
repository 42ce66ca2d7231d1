package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.util.Comparator;
import java.util.List;

/** Packages that nobody can be free for, counted before anything is solved. */
final class BookPackagesPrecheck {
    private BookPackagesPrecheck() {}

    static List<Finding> of(Intervention<BookPackagesParameters> intervention, Problem problem, Demand demand) {
        var findings = new FindingList("book-packages", problem);
        var free = new FreeTime(problem);
        for (Session session : demand.sessions()) {
            boolean hasTime = session.times().stream()
                    .anyMatch(time -> session.students().stream().allMatch(student -> free.isFree(student, time)));
            if (!hasTime) {
                StudentId worst = session.students().stream()
                        .min(Comparator.comparingLong(student -> session.times().stream()
                                .filter(time -> free.isFree(student, time))
                                .count()))
                        .orElseThrow();
                findings.warning(
                        "no-common-time",
                        "usable",
                        session.id(),
                        session.students().size(),
                        session.times().size(),
                        worst);
            }
        }
        return findings.all();
    }
}
