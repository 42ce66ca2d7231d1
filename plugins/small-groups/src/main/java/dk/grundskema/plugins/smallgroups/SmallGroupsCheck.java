package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The hard and medium rules re-derived from parameters and finished timetable alone; shares nothing with what expands or declares. */
final class SmallGroupsCheck {
    private SmallGroupsCheck() {}

    static List<Fault> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        SmallGroupsParameters parameters = intervention.parameters();
        var groups = new FinishedGroups(intervention, problem, timetable);
        var faults = new FaultList("small-groups");
        Map<StaffId, Set<Object>> taught = new TreeMap<>();
        for (Meeting meeting : groups.finished.meetings()) {
            for (StaffId who : Finished.staff(meeting, "tutor")) {
                faults.hard("untrained-tutor", groups.isTrained(who, meeting) ? 0 : 1, meeting.sessionId(), who);
                if (meeting.kind().equals("small-group")) {
                    taught.computeIfAbsent(who, any -> new HashSet<>()).add(groups.finished.parts(meeting));
                }
            }
        }
        long each = (long) parameters.sessionMinutes() + parameters.preparationMinutes();
        long all = 0;
        for (var one : taught.entrySet()) {
            all += each * one.getValue().size();
            Integer most = parameters.tutors().stream()
                    .filter(tutor -> tutor.staffId().equals(one.getKey()))
                    .map(Tutor::mostSessionsPerWeek)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            faults.hard("tutor-sessions", one.getValue().size() - most, one.getKey());
        }
        Double hours = parameters.tutorHoursPerWeek();
        faults.hard("tutor-hours", hours == null ? 0 : all - Math.round(hours * 60), String.valueOf(hours));
        var formed = groups.finished.formed();
        Integer most = parameters.mostGroups();
        faults.hard("most-groups", most == null ? 0 : formed.size() - most, String.valueOf(most));
        for (Finished.Formed group : formed) {
            long need =
                    groups.members(group).stream().mapToLong(Candidate::need).sum();
            long asked = parameters.sessionsPerWeek();
            long missing = Math.max(0, asked - groups.sessions(group));
            faults.medium("missing-sessions", missing == 0 ? 0 : need * (61 + 40 * missing / asked), group.id());
            faults.medium(
                    "talks",
                    parameters.talkMinutes() == 0 ? 0 : 3 - groups.talks(group).size(),
                    group.id());
        }
        return faults.all();
    }
}
