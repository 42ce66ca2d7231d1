package dk.grundskema.api.web.app.plans;

import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import java.util.List;

/**
 * What is to be done for a plan, from lists to what people work by, and who changed it last.
 *
 * @param steps the steps in their order
 * @param last  who changed the plan last, and what, in words
 */
public record NextSteps(List<Step> steps, String last) {
    /** Copies the list. */
    public NextSteps {
        steps = List.copyOf(steps);
    }

    /** Whether a step is the first that isn't done. */
    public boolean isNext(Step step) {
        return steps.stream()
                .filter(one -> !one.isDone())
                .findFirst()
                .filter(step::equals)
                .isPresent();
    }

    /**
     * A step.
     *
     * @param what   what is done in it, such as {@code lists}
     * @param isDone whether it is done
     * @param part   name of the part of the plan in which it is done
     * @param said   how it stands, where that is more than whether it is done; empty otherwise
     */
    public record Step(String what, boolean isDone, String part, String said) {
        /** Where it is done; empty if the visitor has no page for it yet. */
        public String to(PlanBar bar) {
            return bar.parts().stream()
                    .filter(one -> one.name().equals(part))
                    .map((PlanPart one) -> bar.address(one))
                    .findFirst()
                    .orElse("");
        }
    }
}
