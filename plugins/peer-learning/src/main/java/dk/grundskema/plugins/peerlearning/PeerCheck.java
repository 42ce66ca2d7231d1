package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FaultList;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * The hard and medium rules of peer learning, re-derived from parameters, lessons and finished timetable alone: on purpose it shares nothing with
 * what expands an intervention or declares its rules.
 */
final class PeerCheck {
    private PeerCheck() {}

    static List<Fault> of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var faults = new FaultList(PeerLearningPlugin.ID);
        var finished = new Finished(intervention, problem, timetable);
        var free = new FreeTime(problem);
        var parameters = intervention.parameters();
        for (Roster roster : Roster.of(parameters, problem)) {
            boolean isInside = roster.set().place() == PeerSet.Place.INSIDE;
            for (Meeting meeting : finished.meetings(PeerExpansion.KIND)) {
                if (finished.parts(meeting).indexOf(roster.set().id()) == 1) {
                    Predicate<StudentId> suits = one -> isInside
                            ? isInside(meeting, roster.set(), free.lessons().inTheWay(one, meeting.time()))
                            : free.isFree(one, meeting.time());
                    boolean fits = Finished.minutes(meeting) == parameters.minutes()
                            && (isInside || UsableTime.holds(parameters.usable(), meeting.time()))
                            && roster.all().stream().allMatch(suits);
                    faults.hard("unsuitable-time", fits ? 0 : 1, meeting.sessionId());
                }
            }
            FinishedPair.of(finished, roster).stream()
                    .filter(FinishedPair::isFormed)
                    .forEach(pair -> levels(pair, faults));
        }
        return faults.all();
    }

    /** Whether all lessons during a meeting are of a subject asked for, and one lasts over all of it in each week. */
    private static boolean isInside(Meeting meeting, PeerSet set, List<Lesson> during) {
        for (Lesson lesson : during) {
            boolean isSubject = set.subjects().isEmpty();
            for (String subject : set.subjects()) {
                isSubject |= subject.strip().equalsIgnoreCase(lesson.subject().strip());
            }
            if (!isSubject || lesson.kind() == Lesson.Kind.BUSY) {
                return false;
            }
        }
        return meeting.weeks().stream()
                .allMatch(week -> during.stream()
                        .map(Lesson::time)
                        .anyMatch(time -> time.weeks().contains(week)
                                && !time.start().isAfter(meeting.start())
                                && !time.end().isBefore(meeting.end())));
    }

    private static void levels(FinishedPair pair, FaultList faults) {
        Integer most = pair.roster().set().mostApart();
        Integer least = pair.roster().set().leastAhead();
        List<Integer> levels = pair.levels();
        if (most != null && !levels.isEmpty() && pair.roster().set().form() == PeerSet.Form.EQUALS) {
            faults.medium(
                    "too-far-apart",
                    levels.getLast() - levels.getFirst() - most,
                    pair.group().id());
        }
        if (least != null) {
            long behind = pair.leads().stream()
                    .mapToLong(lead -> Math.max(0, least - lead))
                    .sum();
            faults.medium("tutor-behind", behind, pair.group().id());
        }
    }
}
