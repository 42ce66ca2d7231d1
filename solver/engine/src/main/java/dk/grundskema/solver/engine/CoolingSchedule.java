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

    /** How far a search goes from the plan that it starts from. Temperatures are in relation to the median loss of a move; measured, see ADR 0045. */
    enum Heat {
        /** Leaves the structure of the plan and finds another one, for which it needs many moves. */
        HIGH(0.3, 0.7, 0.02),
        /** Improves the plan and keeps its structure. */
        LOW(0.03, 0.07, 0.005);

        private final double mediumStart;
        private final double softStart;
        private final double end;

        Heat(double mediumStart, double softStart, double end) {
            this.mediumStart = mediumStart;
            this.softStart = softStart;
            this.end = end;
        }
    }

    private static final double CALM_START = 10;
    private static final double CALM_END = 0.5;

    /**
     * Creates a schedule for a problem.
     *
     * @param heat   how high temperatures are
     * @param losses sorted losses of moves, for each level
     */
    static CoolingSchedule of(Heat heat, long[][] losses) {
        double medium = median(losses[1]);
        double soft = median(losses[2]);
        return new CoolingSchedule(
                heat.mediumStart * medium, heat.end * medium, heat.softStart * soft, heat.end * soft);
    }

    /**
     * Returns the schedule of a solve that continues an earlier plan: it begins at half the cost of one changed decision, and never leaves a seat
     * open.
     */
    static CoolingSchedule calm() {
        return new CoolingSchedule(0, 0, CALM_START, CALM_END);
    }

    private static double median(long[] losses) {
        return losses.length == 0 ? 1 : losses[losses.length / 2];
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
