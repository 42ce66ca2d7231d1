package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.FinishedPair;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.KnownLevels;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A set as it came out, read off the finished timetable.
 *
 * @param set      what was asked for
 * @param peers    equals, or those who are tutored, and those among whom the stronger tutor
 * @param tutors   tutors who are named
 * @param levels   levels of students, as far as they are known
 * @param meetings its lessons
 * @param pairs    its pairs
 */
record FinishedSet(
        PeerSet set,
        List<StudentId> peers,
        List<StudentId> tutors,
        KnownLevels levels,
        List<Meeting> meetings,
        List<FinishedPair> pairs) {
    static List<FinishedSet> of(Finished finished, PeerLearningParameters parameters, Problem problem) {
        var homes = new HomeClasses(problem);
        return parameters.sets().stream()
                .map(set -> new FinishedSet(
                        set,
                        set.peers(homes),
                        set.namedTutors(homes),
                        KnownLevels.from(parameters.levels()),
                        finished.meetings(PeerExpansion.KIND, set.id()),
                        FinishedPair.of(finished, set.id(), parameters.pairs())))
                .toList();
    }

    /** Everybody in it. */
    List<StudentId> all() {
        return Stream.concat(peers.stream(), tutors.stream()).toList();
    }

    /** What a report says it is about: its class, or what the planner calls it where it isn't just one. */
    GroupId about() {
        boolean isOneClass = set.classes().size() == 1 && set.tutorClasses().isEmpty();
        return isOneClass ? set.classes().getFirst() : new GroupId(set.id());
    }

    /** By how many points each tutor of a pair is ahead of each who is tutored, where both levels are known. */
    List<Integer> leads(FinishedPair pair) {
        Predicate<StudentId> leads = set.isByLevel() ? one -> levels.isAmongFurther(one, peers) : tutors::contains;
        return levels.leads(pair.students(), leads);
    }

    /** Whether no tutor of a pair is behind; where no lead is asked for, tutors count as older. */
    boolean isAhead(FinishedPair pair) {
        return set.leastAhead() == null || leads(pair).stream().allMatch(lead -> lead >= 0);
    }

    /** How many lessons it has, of each week so many at most. */
    int lessons(int most) {
        return Finished.perWeek(meetings).values().stream()
                .mapToInt(many -> Math.min(most, many))
                .sum();
    }

    /** Whether its pairs stay as they are and it meets at so many different times at most. */
    boolean isStable(int most) {
        var times =
                meetings.stream().map(one -> one.weekday() + " " + one.start()).distinct();
        return pairs.stream().allMatch(FinishedPair::isStable) && times.count() <= most;
    }
}
