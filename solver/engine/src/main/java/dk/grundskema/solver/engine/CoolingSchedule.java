package dk.grundskema.solver.engine;

/**
 * How the temperatures of medium and soft cost fall during a search: by the same factor in equal parts of it. Temperatures are points of cost; at a
 * temperature of t, a loss of t is accepted with a probability of 37 %.
 *
 * @param mediumStart first temperature of medium cost; 0 means that it never rises
 * @param mediumEnd   last temperature of medium cost
 * @param softStart   first temperature of soft cost; 0 means that it never rises unless medium cost falls
 * @param softEnd     last temperature of soft cost
 */
record CoolingSchedule(double mediumStart, double mediumEnd, double softStart, double softEnd) {
    /** Number of moves that are tried to find out what a move costs. */
    static final int SAMPLED_MOVES = 2_000;

    private static final double SOFT_START = Double.parseDouble(System.getProperty("x.s0", "0.7"));
    private static final double SOFT_END = Double.parseDouble(System.getProperty("x.s1", "0.02"));
    private static final double MEDIUM_START = Double.parseDouble(System.getProperty("x.m0", "0.3"));
    private static final double MEDIUM_END = Double.parseDouble(System.getProperty("x.m1", "0.02"));

    private static final double CALM_START = 10;
    private static final double CALM_END = 0.5;

    /**
     * Creates a schedule for a problem.
     *
     * @param heat   1 for the usual temperatures, less to stay closer to the plan
     * @param losses sorted losses of moves, for each level
     */
    static CoolingSchedule of(double heat, long[][] losses) {
        double medium = quantile(losses[1], 10);
        double soft = quantile(losses[2], 2);
        return new CoolingSchedule(
                heat * MEDIUM_START * medium, MEDIUM_END * medium, heat * SOFT_START * soft, SOFT_END * soft);
    }

    /**
     * Returns the schedule of a solve that continues an earlier plan: it begins at half the cost of one changed decision, and never leaves a seat
     * open.
     */
    static CoolingSchedule calm() {
        return new CoolingSchedule(0, 0, CALM_START, CALM_END);
    }

    private static double quantile(long[] losses, int divisor) {
        return losses.length == 0 ? 1 : losses[losses.length / divisor];
    }

    /**
     * Returns the temperature of medium cost.
     *
     * @param part the part of the search that is over, 0 to 1
     */
    double medium(double part) {
        return cool(mediumStart, mediumEnd, part);
    }

    /**
     * Returns the temperature of soft cost.
     *
     * @param part the part of the search that is over, 0 to 1
     */
    double soft(double part) {
        return cool(softStart, softEnd, part);
    }

    private static double cool(double start, double end, double part) {
        return start == 0 ? 0 : start * Math.pow(end / start, part);
    }
}
