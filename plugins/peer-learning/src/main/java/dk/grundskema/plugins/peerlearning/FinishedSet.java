package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A set with its result in the finished timetable.
 *
 * @param set      the requested set
 * @param peers    equals, or tutored students, or all students if the stronger half tutors
 * @param tutors   named tutors
 * @param members  all of them, with the weeks in which each takes part
 * @param levels   levels of students, as far as known
 * @param meetings its lessons
 * @param pairs    its pairs
 */
record FinishedSet(
        PeerSet set,
        List<StudentId> peers,
        List<StudentId> tutors,
        SetMembers members,
        KnownLevels levels,
        List<Meeting> meetings,
        List<FinishedPair> pairs) {
    static List<FinishedSet> of(FinishedIntervention finished, PeerLearningParameters parameters, Problem problem) {
        var homes = new HomeClasses(problem);
        return parameters.sets().stream()
                .map(set -> new FinishedSet(
                        set,
                        set.peers(homes),
                        set.namedTutors(homes),
                        set.members(
                                Stream.concat(set.peers(homes).stream(), set.namedTutors(homes).stream())
                                        .distinct()
                                        .toList(),
                                homes),
                        KnownLevels.from(parameters.levels()),
                        finished.meetings(PeerLearningExpansion.KIND, set.id()),
                        FinishedPair.of(finished, set.id(), parameters.pairs())))
                .toList();
    }

    /** Returns all students of the set. */
    List<StudentId> students() {
        return members.students();
    }

    /** Returns the subject of the set in reports: its class, or the planner's name for it if it is not exactly one class. */
    GroupId subjectId() {
        boolean isOneClass = set.classes().size() == 1 && set.tutorClasses().isEmpty();
        return isOneClass ? set.classes().getFirst() : new GroupId(set.id());
    }

    /** Returns by how many points each tutor of a pair is ahead of each tutored student, where both levels are known. */
    List<Integer> leads(FinishedPair pair) {
        Predicate<StudentId> leads = set.isByLevel() ? one -> levels.isInUpperHalf(one, peers) : tutors::contains;
        return levels.leadsInPoints(pair.students(), leads);
    }

    /** Returns whether no tutor of a pair is behind. Where no lead is required, tutors count as older. */
    boolean isAhead(FinishedPair pair) {
        return set.leastAhead() == null || leads(pair).stream().allMatch(lead -> lead >= 0);
    }

    /** Returns the number of its meetings in each week, without those that need an adult and have none. */
    SortedMap<IsoWeek, Integer> heldByWeek() {
        return FinishedIntervention.countByWeek(meetings.stream()
                .filter(one -> !FinishedIntervention.staff(one).isEmpty()
                        || one.seats().stream().noneMatch(MeetingSeat::required))
                .toList());
    }

    /** Returns the number of its lessons, counting at most the given number per week. */
    int lessons(int most) {
        return heldByWeek().values().stream()
                .mapToInt(many -> Math.min(most, many))
                .sum();
    }

    /** Returns whether its pairs stay unchanged and it meets at no more than the given number of different times. */
    boolean isStable(int most) {
        var times =
                meetings.stream().map(one -> one.weekday() + " " + one.start()).distinct();
        return pairs.stream().allMatch(FinishedPair::isStable) && times.count() <= most;
    }
}
