package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.List;
import java.util.function.Predicate;

/**
 * When and where sets can meet.
 *
 * @param parameters what was asked for
 * @param problem    the problem
 * @param common     when students can meet in the planned weeks
 */
record PeerTimes(PeerLearningParameters parameters, Problem problem, CommonTime common) {
    static PeerTimes of(PeerLearningParameters parameters, Problem problem, List<DateSpan> interruptions) {
        var weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
        return new PeerTimes(parameters, problem, new CommonTime(problem, weeks, parameters.minutes()));
    }

    /** Times at which a set can meet, each with the weeks in which it can, in the order of the week. */
    List<MeetingTime> of(Roster roster) {
        return roster.set().place() == PeerSet.Place.INSIDE
                ? common.inside(
                        roster.all(),
                        suits(roster.set().subjects()),
                        roster.set().rooms().isEmpty())
                : common.outside(roster.all(), parameters.usable());
    }

    /** Which lessons suit by their subject. */
    static Predicate<Lesson> suits(List<String> subjects) {
        return lesson -> lesson.kind() == Lesson.Kind.TEACHING
                && (subjects.isEmpty() || Words.isAmong(subjects, lesson.subject()));
    }

    /** Rooms to choose from that hold a set; empty means that it needs none beside its own classrooms, or that none is large enough. */
    List<RoomId> rooms(Roster roster) {
        PeerSet set = roster.set();
        boolean any = set.rooms().isEmpty() && set.place() == PeerSet.Place.OUTSIDE;
        return problem.rooms().stream()
                .filter(room -> any || set.rooms().contains(room.id()))
                .filter(room -> room.capacity() >= roster.all().size())
                .map(Room::id)
                .toList();
    }
}
