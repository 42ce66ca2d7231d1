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
        for (Roster roster : Roster.of(intervention.parameters(), problem)) {
            for (Meeting meeting : finished.meetings(PeerExpansion.KIND)) {
                if (finished.parts(meeting).indexOf(roster.set().id()) == 1) {
                    boolean suits = Finished.minutes(meeting)
                                    == intervention.parameters().minutes()
                            && (roster.set().place() == PeerSet.Place.INSIDE
                                    ? roster.all().stream().allMatch(one -> isInside(one, meeting, roster, free))
                                    : UsableTime.holds(intervention.parameters().usable(), meeting.time())
                                            && roster.all().stream().allMatch(one -> free.isFree(one, meeting.time())));
                    faults.hard("unsuitable-time", suits ? 0 : 1, meeting.sessionId());
                }
            }
            FinishedPair.of(intervention, roster, timetable).stream()
                    .filter(pair -> !pair.isKept())
                    .forEach(pair -> levels(pair, faults));
        }
        return faults.all();
    }

    /** Whether a student is in a lesson of a subject asked for during all of a meeting, in each of its weeks, and in no other. */
    private static boolean isInside(StudentId student, Meeting meeting, Roster roster, FreeTime free) {
        var during = free.lessons().inTheWay(student, meeting.time());
        return during.stream()
                        .allMatch(lesson -> lesson.kind() == Lesson.Kind.TEACHING
                                && (roster.set().subjects().isEmpty()
                                        || roster.set().subjects().stream()
                                                .anyMatch(one -> one.strip()
                                                        .equalsIgnoreCase(
                                                                lesson.subject().strip()))))
                && meeting.weeks().stream()
                        .allMatch(week -> during.stream()
                                .anyMatch(lesson -> lesson.time().weeks().contains(week)
                                        && !lesson.time().start().isAfter(meeting.start())
                                        && !lesson.time().end().isBefore(meeting.end())));
    }

    private static void levels(FinishedPair pair, FaultList faults) {
        PeerSet set = pair.roster().set();
        if (set.form() == PeerSet.Form.EQUALS) {
            var levels = pair.levels();
            int apart = levels.isEmpty() ? 0 : levels.getLast() - levels.getFirst();
            faults.medium("too-far-apart", set.mostApart() == null ? 0 : apart - set.mostApart(), pair.id());
        }
        Integer asked = set.asksAhead();
        if (asked != null) {
            long behind = pair.leads().stream()
                    .mapToLong(lead -> Math.max(0, asked - lead))
                    .sum();
            faults.medium("tutor-behind", behind, pair.id());
        }
    }
}
