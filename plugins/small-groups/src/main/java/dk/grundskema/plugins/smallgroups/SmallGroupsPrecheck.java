package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        boolean mayCover = !parameters.cover().isEmpty();
        if (!isEnough) {
            context.tutors.checkWeeks(context.usable, context.free, mayCover, findings, "tutors");
        } else {
            checkSubjects(context, capacity, mayCover, findings);
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

    /** Counts the tutors of each subject for its candidates alone. The validation reports subjects in which nobody is trained. */
    private static void checkSubjects(
            SmallGroupsContext context, GroupCapacity capacity, boolean mayCover, FindingCollector findings) {
        Map<String, Integer> candidates = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        context.pools.forEach(
                pool -> candidates.merge(pool.subject(), pool.candidates().size(), Integer::sum));
        candidates.forEach((subject, count) -> {
            TutorPool tutors = context.tutors.trainedIn(subject, context.weeks);
            long sessions = tutors.sessionCapacity(context.usable, context.free, mayCover);
            if (!tutors.all().isEmpty() && !capacity.checkTutorsOf(subject, count, sessions, "tutors")) {
                tutors.checkWeeks(context.usable, context.free, mayCover, findings, "tutors");
            }
        });
    }
}
