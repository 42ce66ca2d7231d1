package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the capacity for groups of candidates by counting, before planning. Shortages are warnings.
 *
 * @param sessionsPerWeek sessions of a group per week, 1 or more
 * @param largest         most students in a group, 1 or more
 * @param findings        receives the warnings
 */
record GroupCapacity(int sessionsPerWeek, int largest, FindingCollector findings) {
    /**
     * Checks tutors: {@code <plugin>.few-tutors} with the number of candidates, the groups that the tutors can teach, the places in these groups,
     * and the sessions per week that are missing at least; otherwise {@code <plugin>.few-groups} with the number of candidates, the most groups and the
     * places in them, if these are too few.
     *
     * @param candidates number of candidates who need a group
     * @param sessions   sessions per week that the tutors can give
     * @param mostGroups most groups; {@code null} means as many as the tutors can teach
     * @param place      pointer below the parameters
     */
    void checkTutors(int candidates, long sessions, @Nullable Integer mostGroups, String place) {
        long groups = sessions / sessionsPerWeek;
        long needed = groupsFor(candidates);
        if (!isEnough(candidates, sessions)) {
            long more = needed * sessionsPerWeek - sessions;
            findings.warning("few-tutors", place, candidates, groups, groups * largest, more);
        } else if (mostGroups != null && mostGroups < needed) {
            findings.warning("few-groups", "mostGroups", candidates, mostGroups, (long) mostGroups * largest);
        }
    }

    /** Returns whether as many sessions per week are enough for some candidates. */
    boolean isEnough(int candidates, long sessions) {
        return sessions / sessionsPerWeek >= groupsFor(candidates);
    }

    /**
     * Checks tutors of a subject: {@code <plugin>.few-tutors-of} with the subject, and what {@link #checkTutors} tells.
     *
     * @return whether the tutors suffice for the candidates of the subject
     */
    boolean checkTutorsOf(String subject, int candidates, long sessions, String place) {
        long groups = sessions / sessionsPerWeek;
        long more = groupsFor(candidates) * sessionsPerWeek - sessions;
        findings.warnIf(
                !isEnough(candidates, sessions),
                "few-tutors-of",
                place,
                subject,
                candidates,
                groups,
                groups * largest,
                more);
        return isEnough(candidates, sessions);
    }

    /**
     * Checks rooms: {@code <plugin>.few-rooms} with the subject, the sessions that a pool needs, the number of rooms, and the sessions that they
     * can hold.
     */
    void checkRooms(CandidatePool pool, List<RoomId> rooms, List<MeetingTime> times, String place) {
        long held = (long) rooms.size() * MeetingTimeOverlap.countDisjoint(times);
        long needed = groupsFor(pool.candidates().size()) * sessionsPerWeek;
        findings.warnIf(held < needed, "few-rooms", place, pool.subject(), needed, rooms.size(), held);
    }

    /**
     * Checks times: {@code <plugin>.few-times} with the subject, the number of candidates in a pool who cannot attend enough sessions, and the
     * required sessions.
     *
     * @return the candidates who cannot attend enough sessions
     */
    List<Candidate> checkTimes(CandidatePool pool, List<MeetingTime> times, String place) {
        List<Candidate> without = pool.candidatesLackingTimes(sessionsPerWeek, times);
        findings.warnIf(!without.isEmpty(), "few-times", place, pool.subject(), without.size(), sessionsPerWeek);
        return without;
    }

    /**
     * Checks weekdays where a group has at most one session a day: {@code <plugin>.few-weekdays} with the subject, the number of candidates in a pool
     * who can attend on fewer weekdays than a group has sessions, and the required sessions.
     */
    void checkDays(CandidatePool pool, List<MeetingTime> times, String place) {
        long without = pool.candidates().stream()
                .filter(one -> SmallGroupsContext.weekdays(times.stream()
                                .filter(time -> pool.canCome(one, time))
                                .toList())
                        < sessionsPerWeek)
                .count();
        findings.warnIf(without > 0, "few-weekdays", place, pool.subject(), without, sessionsPerWeek);
    }

    private long groupsFor(int candidates) {
        return Math.ceilDiv(candidates, largest);
    }
}
