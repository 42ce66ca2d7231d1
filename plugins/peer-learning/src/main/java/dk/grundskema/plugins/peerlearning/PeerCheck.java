package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.FinishedPair;
import dk.grundskema.solver.spi.toolkit.FrameCheck;
import java.util.List;

/**
 * The hard and medium rules of peer learning, re-derived from parameters, lessons and finished timetable alone: on purpose it shares nothing with
 * what expands an intervention or declares its rules.
 */
final class PeerCheck {
    private PeerCheck() {}

    static List<Fault> of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new FaultList(PeerLearningPlugin.ID);
        var parameters = intervention.parameters();
        var frames = new FrameCheck(problem);
        for (FinishedSet one : FinishedSet.of(new Finished(intervention, problem, timetable), parameters, problem)) {
            var frame = one.set().frame(one.all(), parameters.usable());
            for (Meeting meeting : one.meetings()) {
                boolean fits = Finished.minutes(meeting) == parameters.minutes() && frames.suits(meeting, frame);
                faults.hard("unsuitable-time", fits ? 0 : 1, meeting.sessionId());
            }
            one.pairs().stream().filter(FinishedPair::isFormed).forEach(pair -> levels(pair, one, faults));
        }
        return faults.all();
    }

    private static void levels(FinishedPair pair, FinishedSet in, FaultList faults) {
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
