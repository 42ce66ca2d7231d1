package dk.grundskema.solver.score;

import org.jspecify.annotations.Nullable;

/**
 * What students may take part in, and what rules see of it. Built once by {@link StudentCompiler}, immutable, shared by
 * all searches.
 *
 * @param settled for each rule its constant charge: the cost of lessons alone
 * @param segmentsOfStudents for each student the segments; {@code null} for a student who can take part in no session
 * @param bases for each student the cost of the segments with lessons alone; empty if all are 0
 * @param lessons for each student the spots of own lessons, if a rule must see all of them; empty for others
 * @param timeOf for each session and choice the number of its time
 * @param given for each session the students who take part regardless of decisions
 * @param groupSessions for each group the sessions that it takes part in
 * @param sessionGroups for each session the groups that take part in it
 * @param several for each session in which a student may take part in more than one way, all possible participants;
 * empty for others
 */
record StudentParticipation(
        long[] settled,
        @Nullable StudentSegments[] segmentsOfStudents,
        long[][] bases,
        int[][] lessons,
        int[][] timeOf,
        GivenParticipation[][] given,
        int[][] groupSessions,
        int[][] sessionGroups,
        int[][] several) {

    /**
     * A student who takes part in a session regardless of decisions.
     *
     * @param student the student
     * @param spots for each choice of the session the spots of the weeks in which the student takes part
     * @param times for each choice the number of the time that these spots form
     */
    record GivenParticipation(int student, int[][] spots, int[] times) {}
}
