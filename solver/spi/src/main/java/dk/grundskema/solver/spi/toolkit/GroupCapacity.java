package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is enough for groups of candidates, by counting before anything is planned; what is short is a warning.
 *
 * @param sessionsPerWeek sessions of a group each week, 1 or more
 * @param largest         most students in a group, 1 or more
 * @param findings        takes what is short
 */
public record GroupCapacity(int sessionsPerWeek, int largest, FindingList findings) {
    /**
     * Tutors: {@code <plugin>.few-tutors} with how many candidates there are, how many groups can be carried, how many places that is, and how many
     * sessions a week would be enough besides.
     *
     * @param candidates how many need a group
     * @param sessions   how many sessions a week the tutors can give
     * @param mostGroups most groups; {@code null} means as many as the tutors can carry
     * @param place      pointer below the parameters
     */
    public void tutors(int candidates, long sessions, @Nullable Integer mostGroups, String place) {
        long carried = sessions / sessionsPerWeek;
        long groups = mostGroups == null ? carried : Math.min(mostGroups, carried);
        long needed = groupsFor(candidates);
        long more = (needed - groups) * sessionsPerWeek;
        findings.warnIf(groups < needed, "few-tutors", place, candidates, groups, groups * largest, more);
    }

    /** Rooms: {@code <plugin>.few-rooms} with the subject, the sessions that a pool needs, how many rooms there are, and the sessions that they hold. */
    public void rooms(CandidatePool pool, List<RoomId> rooms, List<MeetingTime> times, String place) {
        long held = (long) rooms.size() * CommonTime.apart(times);
        long needed = groupsFor(pool.candidates().size()) * sessionsPerWeek;
        findings.warnIf(held < needed, "few-rooms", place, pool.subject(), needed, rooms.size(), held);
    }

    /**
     * Times: {@code <plugin>.few-times} with the subject, how many of a pool can't come to enough sessions, and how many that are.
     *
     * @return those who can't
     */
    public List<Candidate> times(CandidatePool pool, List<MeetingTime> times, String place) {
        List<Candidate> without = pool.without(sessionsPerWeek, times);
        findings.warnIf(!without.isEmpty(), "few-times", place, pool.subject(), without.size(), sessionsPerWeek);
        return without;
    }

    private long groupsFor(int candidates) {
        return Math.ceilDiv(candidates, largest);
    }
}
