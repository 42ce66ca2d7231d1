package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Derives the hard and medium rules of a band once more from a finished timetable. */
final class WorkshopBandCheck {
    private final WorkshopBandParameters band;
    private final FinishedBand finished;
    private final PluginViolations faults = new PluginViolations(WorkshopBandPlugin.ID);

    private WorkshopBandCheck(WorkshopBandParameters band, FinishedBand finished) {
        this.band = band;
        this.finished = finished;
    }

    static List<RuleViolation> of(
            Intervention<WorkshopBandParameters> intervention, Problem problem, Timetable timetable) {
        var check =
                new WorkshopBandCheck(intervention.parameters(), new FinishedBand(intervention, problem, timetable));
        check.workshops();
        check.students();
        return check.faults.all();
    }

    private void workshops() {
        for (Workshop workshop : band.workshops()) {
            for (var group : finished.groupsOf(workshop)) {
                int size = group.students().size();
                faults.hard("group-size", size - workshop.most(), group.id());
                faults.medium("few-students", workshop.fewest() - size, group.id());
            }
            int rounds = finished.roundsOf(workshop);
            Integer most = workshop.mostRounds();
            if (most != null) {
                faults.hard("many-rounds", rounds - most, workshop.title(), most);
            }
            faults.medium("few-rounds", workshop.leastRounds() - rounds, workshop.title(), workshop.leastRounds());
        }
    }

    private void students() {
        Set<StudentId> placed = new LinkedHashSet<>();
        finished.groups().forEach(group -> placed.addAll(group.students()));
        for (StudentId student : placed) {
            var taken = finished.workshopsOf(student).values();
            for (Workshop workshop : band.workshops()) {
                int limit = workshop.mostTimes() != null ? workshop.mostTimes() : band.mostTimes();
                int times = Collections.frequency(taken, workshop.id());
                faults.hard("punch-card", times - limit, student, workshop.title(), limit);
            }
            Set<String> wished = band.wishes().stream()
                    .filter(wish -> wish.studentId().equals(student))
                    .map(WorkshopWish::workshop)
                    .collect(Collectors.toSet());
            boolean isMissed = !wished.isEmpty() && Collections.disjoint(taken, wished);
            faults.medium("no-wish", isMissed ? 1 : 0, student);
        }
    }
}
