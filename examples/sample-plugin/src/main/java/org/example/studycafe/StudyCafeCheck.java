package org.example.studycafe;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hard and the medium rule once more, read off a finished timetable. It shares nothing with the rules on purpose. */
final class StudyCafeCheck {
    private StudyCafeCheck() {}

    static List<RuleViolation> of(Intervention<StudyCafeParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new PluginViolations(StudyCafePlugin.ID);
        String skill = intervention.parameters().skill();
        Map<DayOfWeek, Integer> cafes = new TreeMap<>();
        for (Meeting meeting : new FinishedIntervention(intervention, problem, timetable).meetings()) {
            cafes.merge(meeting.weekday(), 1, Integer::sum);
            for (StaffId tutor : FinishedIntervention.staff(meeting)) {
                boolean lacksIt = skill != null
                        && problem.staffMember(tutor)
                                .filter(one -> one.skills().contains(skill))
                                .isEmpty();
                faults.medium("unqualified-tutor", lacksIt ? 1 : 0, meeting.sessionId(), tutor);
            }
        }
        cafes.forEach((weekday, count) -> faults.hard("twice-a-day", count - 1, weekday));
        return faults.all();
    }
}
