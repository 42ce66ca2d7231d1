package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.UsableTimeSuggestions;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Context of one intervention in its problem: its weeks, which candidates can form a group, when and with which tutors. */
final class SmallGroupsContext {
    final SmallGroupsParameters parameters;
    final Problem problem;
    final FreeTime free;
    final SortedSet<IsoWeek> weeks;
    final TutorPool tutors;
    final List<MeetingTime> usable;
    final List<CandidatePool> pools;

    SmallGroupsContext(
            Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.free = new FreeTime(problem);
        this.weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
        this.tutors = new TutorPool(parameters.tutors());
        this.usable = UsableTime.times(parameters.usable(), parameters.sessionMinutes(), weeks, problem);
        this.pools = CandidatePool.of(parameters.candidates(), parameters.outside(), problem, free);
    }

    /** Returns when a pool's groups may meet. */
    List<MeetingTime> groupTimes(CandidatePool pool) {
        return pool.groupTimes(usable, parameters.smallest());
    }

    /** Returns the number of weekdays that some times are on. */
    static long weekdays(Collection<MeetingTime> times) {
        return times.stream().map(MeetingTime::weekday).distinct().count();
    }

    /** Returns the rooms of a pool's site to choose from, in the problem's order: those of the parameters; if none are given, all classrooms. */
    List<RoomId> rooms(CandidatePool pool) {
        return problem.rooms().stream()
                .filter(room -> problem.siteOrDefault(room.site()).equals(pool.site()))
                .filter(room -> parameters.rooms().isEmpty()
                        ? room.kind().equals("classroom")
                        : parameters.rooms().contains(room.id()))
                .map(Room::id)
                .toList();
    }

    /** Adds the three changes of usable time that would let most of the given candidates attend. */
    void suggestTimes(List<Candidate> some, String subject, FindingCollector findings) {
        var who = some.stream().map(Candidate::studentId).toList();
        var best = UsableTimeSuggestions.findBest(
                who, parameters.usable(), parameters.sessionMinutes(), weeks, free, problem, 3);
        UsableTimeSuggestions.report(best, findings, "usable", subject);
    }
}
