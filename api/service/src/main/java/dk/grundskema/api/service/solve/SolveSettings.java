package dk.grundskema.api.service.solve;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The configured limits of solves. */
@Component
final class SolveSettings {
    private static final int LISTENERS = 200;
    private static final int LISTENERS_OF_ONE = 50;

    private final Environment environment;

    SolveSettings(Environment environment) {
        this.environment = environment;
    }

    private int number(String key) {
        return environment.getRequiredProperty("grundskema." + key, Integer.class);
    }

    /** Returns whether this process runs solves. */
    boolean isWorking() {
        return number("workers") > 0;
    }

    /** Returns the maximum number of running solves per organisation. Further ones wait without blocking other organisations. */
    int runningPerOrganisation() {
        return number("limits.running-solves-per-organisation");
    }

    /** Returns the maximum number of queued solves per organisation. */
    int queuedPerOrganisation() {
        return number("limits.solves-per-organisation");
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
