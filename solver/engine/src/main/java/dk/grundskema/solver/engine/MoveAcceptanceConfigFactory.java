package dk.grundskema.solver.engine;

import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;

/** Configures which moves a search accepts that make the plan worse. */
final class MoveAcceptanceConfigFactory {
    /**
     * Sizes of late acceptance, used in turn by different searches and rounds. On camps of four weeks a size of 100
     * took two to four times as long for the same result; 10 is ahead in the first seconds, 30 in long solves.
     */
    private static final int[] LATE_ACCEPTANCE_SIZES = {10, 30};

    /**
     * Starting temperature of simulated annealing when an earlier plan is continued: half the cost of one changed
     * decision, and never a missing adult. Late acceptance compares with old scores: after one missing adult was
     * resolved, it accepted any number of changes for a hundred steps and reverted few of them.
     */
    private static final String START_TEMPERATURE = "0hard/0medium/10soft";

    private MoveAcceptanceConfigFactory() {}

    /**
     * Creates the configuration for one round.
     *
     * @param calm whether to stay near the initial plan
     * @param turn sum of the numbers of the search and the round; odd values use the larger late acceptance size
     */
    static LocalSearchAcceptorConfig createConfig(boolean calm, long turn) {
        var acceptor = new LocalSearchAcceptorConfig();
        return calm
                ? acceptor.withSimulatedAnnealingStartingTemperature(START_TEMPERATURE)
                : acceptor.withLateAcceptanceSize(
                        LATE_ACCEPTANCE_SIZES[Math.floorMod(turn, LATE_ACCEPTANCE_SIZES.length)]);
    }
}
