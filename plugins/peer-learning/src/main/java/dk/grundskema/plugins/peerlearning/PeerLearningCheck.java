package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.List;

/**
 * Re-derives the hard and medium rules of peer learning from parameters, lessons and finished timetable alone. It deliberately
 * shares no code with the expansion or the rules.
 */
final class PeerLearningCheck {
    private PeerLearningCheck() {}

    static List<RuleViolation> of(
            Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new PluginViolations(PeerLearningPlugin.ID);
        var parameters = intervention.parameters();
        var frames = new MeetingFrameCheck(problem);
        for (FinishedSet one :
                FinishedSet.of(new FinishedIntervention(intervention, problem, timetable), parameters, problem)) {
            var frame = one.set().frame(one.members(), parameters.usable());
            for (Meeting meeting : one.meetings()) {
                boolean fits =
                        FinishedIntervention.minutes(meeting) == parameters.minutes() && frames.suits(meeting, frame);
                faults.hard("unsuitable-time", fits ? 0 : 1, meeting.sessionId());
            }
            one.pairs().stream().filter(FinishedPair::isFormed).forEach(pair -> levels(pair, one, faults));
        }
        return faults.all();
    }

    private static void levels(FinishedPair pair, FinishedSet in, PluginViolations faults) {
        Integer most = in.set().mostApart();
        Integer least = in.set().leastAhead();
        if (most != null && !in.set().isTutoring()) {
            faults.medium("too-far-apart", in.levels().spread(pair.students()) - most, pair.id());
        }
        if (least != null) {
            long behind = in.leads(pair).stream()
                    .mapToLong(lead -> Math.max(0, least - lead))
                    .sum();
            faults.medium("tutor-behind", behind, pair.id());
        }
    }
}
