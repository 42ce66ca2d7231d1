package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.InsideLessons;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/**
 * The hard and medium rules of peer learning, re-derived from parameters, lessons and finished timetable alone: on purpose it shares nothing with
 * what expands an intervention or declares its rules.
 */
final class PeerCheck {
    private PeerCheck() {}

    static List<Fault> of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new FaultList(PeerLearningPlugin.ID);
        var finished = new Finished(intervention, problem, timetable);
        var inside = new InsideLessons(problem);
        var free = new FreeTime(problem);
        var parameters = intervention.parameters();
        for (Roster roster : Roster.of(parameters, problem)) {
            PeerSet set = roster.set();
            for (Meeting meeting : finished.meetings(PeerExpansion.KIND, set.id())) {
                boolean fits = Finished.minutes(meeting) == parameters.minutes()
                        && (set.isInside() || UsableTime.holds(parameters.usable(), meeting.time()))
                        && roster.all().stream()
                                .allMatch(one -> set.isInside()
                                        ? inside.suits(one, meeting, set.subjects())
                                        : free.isFree(one, meeting.time()));
                faults.hard("unsuitable-time", fits ? 0 : 1, meeting.sessionId());
            }
            FinishedPair.of(finished, roster).stream()
                    .filter(pair -> pair.kept() == null)
                    .forEach(pair -> levels(pair, set, faults));
        }
        return faults.all();
    }

    private static void levels(FinishedPair pair, PeerSet set, FaultList faults) {
        Integer most = set.limit();
        Integer least = set.leastAhead();
        if (most != null) {
            faults.medium("too-far-apart", pair.roster().levels().spread(pair.students()) - most, pair.id());
        }
        if (least != null) {
            long behind = pair.leads().stream()
                    .mapToLong(lead -> Math.max(0, least - lead))
                    .sum();
            faults.medium("tutor-behind", behind, pair.id());
        }
    }
}
