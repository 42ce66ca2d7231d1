package dk.grundskema.api.service.plan.problem;

import java.util.Optional;

/** Finds the step of the camp guide on which a value is edited. */
@FunctionalInterface
public interface CampStepLocator {
    /**
     * Returns the first step with a field for a pointer.
     *
     * @param pointer JSON pointer into a camp, such as {@code /parameters/teams}, or into the problem, such as {@code /weights}
     * @return empty if no step has one
     */
    Optional<CampStep> findStep(String pointer);
}
