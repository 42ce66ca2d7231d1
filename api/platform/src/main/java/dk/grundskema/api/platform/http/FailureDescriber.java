package dk.grundskema.api.platform.http;

import dk.grundskema.domain.finding.Finding;
import java.util.Optional;

/** Describes internal failures of a feature to clients, who otherwise only learn that the request failed. A bean of the feature. */
@FunctionalInterface
public interface FailureDescriber {
    /** Returns what is wrong; empty if the exception is of another feature. */
    Optional<Finding> describe(Throwable failure);
}
