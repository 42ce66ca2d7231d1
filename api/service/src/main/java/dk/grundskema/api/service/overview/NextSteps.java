package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import java.util.List;

/**
 * Steps of a plan from lists to use, and its last change.
 *
 * @param steps the steps in order
 * @param last  author and description of the last change
 */
public record NextSteps(List<NextStep> steps, String last) {
    /** Copies the list. */
    public NextSteps {
        steps = List.copyOf(steps);
    }

    /** Returns whether a step is the first one that is not done. */
    public boolean isNext(NextStep step) {
        return steps.stream()
                .filter(one -> !one.isDone())
                .findFirst()
                .filter(step::equals)
                .isPresent();
    }

    /**
     * A step.
     *
     * @param what   key of the step, such as {@code lists}
     * @param isDone whether it is done
     * @param part   section of the plan in which it is done
     * @param said   further state; empty if {@code isDone} says everything
     */
    public record NextStep(String what, boolean isDone, String part, String said) {
        /** Returns the address of the step; empty if the visitor has no access to a page for it. */
        public String to(PlanBar bar) {
            return bar.parts().stream()
                    .filter(one -> one.name().equals(part))
                    .map((PlanPart one) -> bar.address(one))
                    .findFirst()
                    .orElse("");
        }
    }
}
