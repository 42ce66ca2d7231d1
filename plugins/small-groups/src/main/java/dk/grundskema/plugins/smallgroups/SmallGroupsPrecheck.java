package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.smallgroups.SmallGroupsFrame.Pool;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.Places;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/** What is short by counting: tutors' sessions, rooms, and times at which candidates are free. */
final class SmallGroupsPrecheck {
    private SmallGroupsPrecheck() {}

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        var frame = new SmallGroupsFrame(intervention, problem, List.of());
        SmallGroupsParameters parameters = intervention.parameters();
        var findings = new FindingList("small-groups", problem);
        int each = parameters.sessionsPerWeek();
        var usable = UsableTime.times(parameters.usable(), parameters.sessionMinutes(), frame.weeks, problem);
        long given = 0;
        for (Tutor one : parameters.tutors()) {
            boolean mayCover = !parameters.cover().isEmpty();
            int times = CommonTime.apart(usable.stream()
                    .filter(time ->
                            mayCover ? frame.free.isThere(one.staffId(), time) : frame.free.isFree(one.staffId(), time))
                    .toList());
            Integer most = one.mostSessionsPerWeek();
            given += most == null ? times : Math.min(most, times);
        }
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            long minutes = (long) parameters.sessionMinutes() + parameters.preparationMinutes();
            given = Math.min(given, Math.round(hours * 60) / minutes);
        }
        int wanted = parameters.candidates().size();
        Integer most = parameters.mostGroups();
        long groups = most == null ? given / each : Math.min(most, given / each);
        long needed = ((long) wanted + parameters.largest() - 1) / parameters.largest();
        findings.warnIf(
                groups < needed,
                "few-tutors",
                "tutors",
                wanted,
                groups,
                groups * parameters.largest(),
                (needed - groups) * each);
        for (Pool pool : frame.pools()) {
            List<MeetingTime> times = frame.times(pool);
            int rooms = Places.rooms(problem, pool.site(), parameters.rooms(), "classroom")
                    .size();
            long inRooms = (long) rooms * CommonTime.apart(times);
            long sessions = (pool.candidates().size() + parameters.largest() - 1L) / parameters.largest() * each;
            findings.warnIf(inRooms < sessions, "few-rooms", "rooms", pool.subject(), sessions, rooms, inRooms);
            var without = pool.candidates().stream()
                    .filter(one -> CommonTime.apart(times.stream()
                                    .filter(time -> frame.canCome(one, pool, time))
                                    .toList())
                            < each)
                    .toList();
            findings.warnIf(!without.isEmpty(), "few-times", "usable", pool.subject(), without.size(), each);
            frame.tellWhatWouldHelp(without, pool.subject(), findings);
        }
        return findings.all();
    }
}
