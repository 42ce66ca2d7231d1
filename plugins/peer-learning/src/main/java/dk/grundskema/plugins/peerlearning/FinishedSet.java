package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.Finished;
import java.util.List;

/**
 * A set as it came out, read off the finished timetable.
 *
 * @param roster   who is in it
 * @param meetings its lessons
 * @param pairs    its pairs
 * @param isFixed  whether all its students stay in their pairs
 */
record FinishedSet(Roster roster, List<Meeting> meetings, List<FinishedPair> pairs, boolean isFixed) {
    static List<FinishedSet> of(Finished finished, PeerLearningParameters parameters, Problem problem) {
        return Roster.of(parameters, problem).stream()
                .map(roster -> of(finished, roster))
                .toList();
    }

    private static FinishedSet of(Finished finished, Roster roster) {
        var meetings = finished.meetings(PeerExpansion.KIND, roster.set().id());
        var pairs = FinishedPair.of(finished, roster);
        return new FinishedSet(roster, meetings, pairs, pairs.stream().allMatch(pair -> finished.isFixed(pair.id())));
    }

    PeerSet set() {
        return roster.set();
    }

    /** What a report says it is about: its first class, or its first pair where no class is named. */
    Id about() {
        return set().classes().isEmpty() && !pairs.isEmpty()
                ? pairs.getFirst().id()
                : set().classes().getFirst();
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
        return isFixed && times.count() <= most;
    }
}
