package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.List;

/**
 * Re-derives the hard and medium rules from parameters and finished timetable alone. Shares no code with the expansion or the
 * rules.
 */
final class SmallGroupsCheck {
    private SmallGroupsCheck() {}

    static List<RuleViolation> of(
            Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        SmallGroupsParameters parameters = intervention.parameters();
        var finished = new FinishedIntervention(intervention, problem, timetable);
        var faults = new PluginViolations("small-groups");
        var staff = new StaffCheck(finished, faults);
        var tutors = new TutorPool(parameters.tutors());
        staff.untrained("untrained-tutor", "tutor", tutors.all());
        staff.atMost("tutor-sessions", "small-group", 1, who -> who, tutors::mostSessions);
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            long each = parameters.paidMinutes();
            staff.atMost("tutor-hours", "small-group", each, who -> hours, all -> Math.round(all * 60));
        }
        var groups = new CandidateGroups(
                finished, LessonsByPerson.of(problem), parameters.candidates(), "small-group", "tutor");
        var checks = new CandidateCheck(groups, faults);
        checks.atMostGroups("most-groups", parameters.mostGroups());
        checks.missingSessions("missing-sessions", parameters.sessionsPerWeek());
        checks.oneADay("one-a-day", parameters.oneSessionADay());
        checks.tutors("group-tutors", parameters.tutorsPerGroup());
        if (parameters.talkMinutes() > 0) {
            checks.ownTeacherIn("talks", "talk", 3);
        }
        return faults.all();
    }
}
