package dk.grundskema.solver.score;

import org.jspecify.annotations.Nullable;

/**
 * What students may take part in and what rules see of it. Made once by {@link StudentCompiler}, never changed, shared by all searches.
 *
 * @param settled       for each rule what it charges whatever is decided: for lessons alone
 * @param folds         for each student what rules see; {@code null} for one who can take part in nothing
 * @param bases         for each student what the segments of the fold cost with lessons alone; empty if nothing
 * @param lessons       for each student the spots of own lessons, where a rule has to see all of them; empty for others
 * @param timeOf        for each session and choice the number of its time
 * @param given         for each session the students who take part whatever is decided
 * @param groupSessions for each group the sessions that it takes part in
 * @param sessionGroups for each session the groups that take part in it
 * @param several       for each session in which a student may take part in more than one way, all who may take part; empty for others
 */
record Students(
        long[] settled,
        @Nullable StudentFold[] folds,
        long[][] bases,
        int[][] lessons,
        int[][] timeOf,
        Given[][] given,
        int[][] groupSessions,
        int[][] sessionGroups,
        int[][] several) {

    /**
     * A student who takes part in a session whatever is decided.
     *
     * @param student the student
     * @param spots   for each choice of the session the spots of the weeks in which the student does
     * @param times   for each choice the number of the time that these make
     */
    record Given(int student, int[][] spots, int[] times) {}
}
