package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.CandidatePool;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.GroupCapacity;
import dk.grundskema.solver.spi.toolkit.Places;
import java.util.List;

/** What is short by counting: tutors' sessions, rooms, and times at which candidates are free. */
final class SmallGroupsPrecheck {
    private SmallGroupsPrecheck() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        SmallGroupsParameters parameters = intervention.parameters();
        var frame = new SmallGroupsFrame(intervention, problem, List.of());
        var findings = new FindingList("small-groups", problem);
        var capacity = new GroupCapacity(parameters.sessionsPerWeek(), parameters.largest(), findings);
        long sessions = frame.tutors.sessions(
                frame.usable, frame.free, !parameters.cover().isEmpty());
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            sessions = Math.min(sessions, Math.round(hours * 60) / parameters.paidMinutes());
        }
        capacity.tutors(parameters.candidates().size(), sessions, parameters.mostGroups(), "tutors");
        for (CandidatePool pool : frame.pools) {
            var times = frame.times(pool);
            var rooms = Places.rooms(problem, pool.site(), parameters.rooms(), "classroom");
            capacity.rooms(pool, rooms, times, "rooms");
            frame.tellWhatWouldHelp(capacity.times(pool, times, "usable"), pool.subject(), findings);
        }
        return findings.all();
    }
}
