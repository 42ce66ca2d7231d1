package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What undo and redo would do to plans, for pages. */
@Component
public class PlanSteps {
    /** So far back it is looked for what somebody did to a plan. */
    private static final int MOST_LOOKED_AT = 30;

    /** What may lock something that nobody set by hand just then. */
    private static final Set<String> LOCKING =
            Set.of("revision.locked", "revision.returned", "revision.problem-changed", "revision.imported");

    private final Plans plans;
    private final PlanAnswers answers;
    private final Undoing undoing;

    PlanSteps(Plans plans, PlanAnswers answers, Undoing undoing) {
        this.plans = plans;
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

    /**
     * The revision that a plan is at and those that it was made from, the latest first, back to the last one, itself among them, by which something
     * may be locked that this account didn't just set by hand: one of somebody else's, or one that says that it set locks or may have brought them.
     *
     * @return at least one; not without end
     */
    public List<RevisionId> own(Plan plan, AccountId account) {
        Revision head = plans.revision(plan.head());
        Map<RevisionId, Revision> known = plans.revisions(plan.id(), head.number(), MOST_LOOKED_AT).stream()
                .collect(Collectors.toMap(Revision::id, Function.identity()));
        var line = new ArrayList<RevisionId>();
        Revision next = head;
        while (next != null) {
            line.add(next.id());
            RevisionId parent = next.parent();
            boolean isLast = !next.author().equals(account) || LOCKING.contains(next.code());
            next = isLast || parent == null ? null : known.get(parent);
        }
        return line;
    }

    /** The steps that can be gone from where a plan is, in the visitor's language. */
    public Steps of(Plan plan) {
        PlanView view = answers.view(plan);
        return new Steps(
                view.canUndo() ? Optional.of(Step.of(view.revision())) : Optional.empty(),
                Optional.ofNullable(view.undone()).map(Step::of));
    }
}
