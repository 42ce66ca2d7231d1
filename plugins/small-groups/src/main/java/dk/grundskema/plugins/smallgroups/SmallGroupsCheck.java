package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hard and medium rules re-derived from parameters and finished timetable alone; shares nothing with what expands or declares. */
final class SmallGroupsCheck {
    private SmallGroupsCheck() {}

    static List<Fault> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedGroups(intervention, problem, timetable);
        var faults = new FaultList("small-groups");
        Map<StaffId, Long> sessions = new TreeMap<>();
        for (Meeting meeting : finished.withTutor()) {
            for (StaffId who : Finished.staff(meeting, "tutor")) {
                faults.hard("untrained-tutor", finished.isTrained(who, meeting) ? 0 : 1, meeting.sessionId(), who);
                if (meeting.kind().equals("small-group")) {
                    sessions.merge(who, 1L, Long::sum);
                }
            }
        }
        SmallGroupsParameters parameters = intervention.parameters();
        sessions.forEach((who, held) -> {
            long most = parameters.tutors().stream()
                    .filter(one -> one.staffId().equals(who))
                    .mapToLong(one -> one.mostSessionsPerWeek() == null ? held : one.mostSessionsPerWeek())
                    .findFirst()
                    .orElse(0);
            faults.hard("tutor-sessions", held - most, who);
        });
        long minutes = sessions.values().stream().mapToLong(held -> held).sum()
                * (parameters.sessionMinutes() + parameters.preparationMinutes());
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            faults.hard("tutor-hours", minutes - Math.round(hours * 60), hours);
        }
        Integer most = parameters.mostGroups();
        if (most != null) {
            faults.hard("most-groups", finished.groups().size() - most, most);
        }
        for (FinishedGroups.Formed group : finished.groups()) {
            int asked = parameters.sessionsPerWeek();
            long missing = Math.max(0, asked - group.given().size());
            long lack = missing == 0 ? 0 : 61 + 40 * missing / asked;
            faults.medium("missing-sessions", group.need() * lack, group.id());
            long talks = parameters.talkMinutes() == 0 ? 0 : 3 - group.talks();
            faults.medium("talks", talks, group.id());
        }
        return faults.all();
    }
}
