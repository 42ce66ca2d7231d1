package dk.grundskema.api.server.solving;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How many solves there may be, as it was set. */
@Component
final class SolvingSettings {
    private static final int LISTENERS = 200;
    private static final int LISTENERS_OF_ONE = 50;

    private final Environment environment;

    SolvingSettings(Environment environment) {
        this.environment = environment;
    }

    private int number(String key) {
        return environment.getRequiredProperty("grundskema." + key, Integer.class);
    }

    /** Whether this process runs solves at all. */
    boolean isWorking() {
        return number("workers") > 0;
    }

    /** At most so many of one organisation run at once; further ones wait, without others waiting for them. */
    int runningPerOrganisation() {
        return number("limits.running-solves-per-organisation");
    }

    /** At most so many of one organisation wait. */
    int queuedPerOrganisation() {
        return number("limits.solves-per-organisation");
    }

    /** At most so many listen to this process at once. */
    int listeners() {
        return LISTENERS;
    }

    /** At most so many of them with one account. */
    int listenersOfOne() {
        return LISTENERS_OF_ONE;
    }
}
