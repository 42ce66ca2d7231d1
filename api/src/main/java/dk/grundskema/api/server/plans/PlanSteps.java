package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What undo and redo would do to plans, for pages. */
@Component
public class PlanSteps {
    private final PlanAnswers answers;
    private final Undoing undoing;

    PlanSteps(PlanAnswers answers, Undoing undoing) {
        this.answers = answers;
        this.undoing = undoing;
    }

    /**
     * Something that was done to a plan.
     *
     * @param revision the revision that it made
     * @param text     what was done, in words
     */
    public record Step(RevisionId revision, String text) {
        private static Step of(RevisionView view) {
            return new Step(view.id(), view.text());
        }
    }

    /**
     * The steps that can be gone from where a plan is.
     *
     * @param back  what undo would take back
     * @param forth what redo would bring back
     */
    public record Steps(Optional<Step> back, Optional<Step> forth) {}

    /**
     * Goes back to what the revision that the plan is at was made from.
     *
     * @throws Refusal 412 if the plan has another version by now; 409 if there is nothing to undo
     */
    public Plan undo(PlanId plan, long version, AccountId author) {
        return undoing.undo(plan, version, author);
    }

    /** The steps that can be gone from where a plan is, in the visitor's language. */
    public Steps of(Plan plan) {
        PlanView view = answers.view(plan);
        return new Steps(
                view.canUndo() ? Optional.of(Step.of(view.revision())) : Optional.empty(),
                Optional.ofNullable(view.undone()).map(Step::of));
    }
}
