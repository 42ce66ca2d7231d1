package org.example.reading;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.time.DayOfWeek;
import java.util.List;
import java.util.TreeMap;

/** The rule once more, read off a finished timetable. */
final class ReadingCheck {
    private ReadingCheck() {}

    static List<RuleViolation> of(Intervention<ReadingParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new PluginViolations(ReadingPlugin.ID);
        var hours = new TreeMap<DayOfWeek, Integer>();
        new FinishedIntervention(intervention, problem, timetable)
                .meetings()
                .forEach(meeting -> hours.merge(meeting.weekday(), 1, Integer::sum));
        hours.forEach((weekday, count) -> faults.hard("twice-a-day", count - 1, weekday));
        return faults.all();
    }
}
