package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.List;

/** Counts shortages: tutors' sessions, rooms, and times at which candidates are free. */
final class SmallGroupsPrecheck {
    private SmallGroupsPrecheck() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        SmallGroupsParameters parameters = intervention.parameters();
        var context = new SmallGroupsContext(intervention, problem, List.of());
        var findings = new FindingCollector("small-groups", problem);
        var capacity = new GroupCapacity(parameters.sessionsPerWeek(), parameters.largest(), findings);
        long sessions = context.tutors.sessionCapacity(
                context.usable, context.free, !parameters.cover().isEmpty());
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            sessions = Math.min(sessions, Math.round(hours * 60) / parameters.paidMinutes());
        }
        boolean isEnough =
                capacity.checkTutors(parameters.candidates().size(), sessions, parameters.mostGroups(), "tutors");
        if (!isEnough) {
            context.tutors.checkWeeks(
                    context.usable, context.free, !parameters.cover().isEmpty(), findings, "tutors");
        }
        for (CandidatePool pool : context.pools) {
            var times = context.times(pool);
            if (parameters.oneSessionADay().isBinding()) {
                capacity.checkDays(pool, times, "oneSessionADay");
            }
            capacity.checkRooms(pool, context.rooms(pool), times, "rooms");
            context.suggestTimes(capacity.checkTimes(pool, times, "usable"), pool.subject(), findings);
        }
        return findings.all();
    }
}
