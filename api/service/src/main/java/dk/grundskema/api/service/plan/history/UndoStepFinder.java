package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the steps that undo and redo would take, for pages. */
@Component
public class UndoStepFinder {
    /** Most revisions searched for an account's own changes. */
    private static final int MAX_SEARCHED = 30;

    /** Changes that may have locked something other than by hand in the current session. */
    private static final Set<String> LOCKING =
            Set.of("revision.locked", "revision.returned", "revision.problem-changed", "revision.imported");

    private final PlanStore plans;
    private final PlanViewFactory planViewFactory;

    UndoStepFinder(PlanStore plans, PlanViewFactory planViewFactory) {
        this.plans = plans;
        this.planViewFactory = planViewFactory;
    }

    /**
     * A change to a plan.
     *
     * @param revision revision that it made
     * @param text     description of the change
     */
    public record UndoStep(RevisionId revision, String text) {
        private static UndoStep of(RevisionView view) {
            return new UndoStep(view.id(), view.text());
        }
    }

    /**
     * The steps available from the current state of a plan.
     *
     * @param back  change that undo would revert
     * @param forth change that redo would restore
     */
    public record UndoSteps(Optional<UndoStep> back, Optional<UndoStep> forth) {}

    /**
     * Returns the head and its ancestors, latest first, up to and including the first one whose locks were not just set by hand by this account:
     * a revision of another author, or one that set or may have brought locks.
     *
     * @return at least one revision, at most {@value #MAX_SEARCHED} + 1
     */
    public List<RevisionId> ownRevisions(Plan plan, AccountId account) {
        Revision head = plans.revision(plan.head());
        Map<RevisionId, Revision> known = plans.revisions(plan.id(), head.number(), MAX_SEARCHED).stream()
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

    /** Returns the available steps in the visitor's language. */
    public UndoSteps findSteps(Plan plan) {
        PlanView view = planViewFactory.view(plan);
        return new UndoSteps(
                view.canUndo() ? Optional.of(UndoStep.of(view.revision())) : Optional.empty(),
                Optional.ofNullable(view.undone()).map(UndoStep::of));
    }
}
