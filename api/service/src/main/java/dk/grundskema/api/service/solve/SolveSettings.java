package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.http.ServerSettings;
import dk.grundskema.api.platform.traffic.LimitSettings;
import org.springframework.stereotype.Component;

/**
 * Limits of solves.
 *
 * @param server settings of this process
 * @param limits settings of limits
 */
@Component
record SolveSettings(ServerSettings server, LimitSettings limits) {
    private static final int LISTENERS = 200;
    private static final int LISTENERS_OF_ONE = 50;

    /** Returns whether this process runs solves. */
    boolean isWorking() {
        return server.workers() > 0;
    }

    /** Returns the maximum number of running solves per organisation. Further ones wait without blocking other organisations. */
    int runningPerOrganisation() {
        return limits.runningSolvesPerOrganisation();
    }

    /** Returns the maximum number of queued solves per organisation. */
    int queuedPerOrganisation() {
        return limits.solvesPerOrganisation();
    }

    /** Returns the maximum number of listeners of this process. */
    int listeners() {
        return LISTENERS;
    }

    /** Returns the maximum number of listeners per account. */
    int listenersPerAccount() {
        return LISTENERS_OF_ONE;
    }
}
