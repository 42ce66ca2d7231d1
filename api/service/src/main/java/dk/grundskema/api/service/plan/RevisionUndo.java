package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.RefusalException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Undo and redo. They move the head of a plan between existing revisions without creating new ones, and record a step in {@code plan_step}. */
@Component
public final class RevisionUndo {
    private final TransactionTemplate transaction;
    private final PlanStore plans;
    private final RevisionRepository revisions;

    RevisionUndo(TransactionTemplate transaction, PlanStore plans, RevisionRepository revisions) {
        this.transaction = transaction;
        this.plans = plans;
        this.revisions = revisions;
    }

    /**
     * Moves the plan to the parent of its head.
     *
     * @throws RefusalException 412 as for {@link PlanStore#change}; 409 if there is nothing to undo
     */
    public Plan undo(PlanId id, long version, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = plans.lockAtVersion(id, version);
            Revision undone = plans.revision(plan.head());
            RevisionId parent = undone.parent();
            if (parent == null || !plans.revision(parent).plan().equals(id)) {
                throw RefusalException.conflict("plan.nothing-to-undo");
            }
            return recordStep(plans.moveTo(plan, parent, plan.tip()), "revision.undone", undone, author);
        });
    }

    /**
     * Reverts the last undo.
     *
     * @throws RefusalException 412 as for {@link PlanStore#change}; 409 if nothing was undone
     */
    public Plan redo(PlanId id, long version, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = plans.lockAtVersion(id, version);
            Revision next = redoTarget(plan).orElseThrow(() -> RefusalException.conflict("plan.nothing-to-redo"));
            return recordStep(plans.moveTo(plan, next.id(), plan.tip()), "revision.redone", next, author);
        });
    }

    /** Returns the revision that redo leads to; empty if nothing was undone. */
    public Optional<Revision> redoTarget(Plan plan) {
        return Optional.ofNullable(redoTarget(List.of(plan)).get(plan.id()));
    }

    /** Returns the revisions that redo leads to, by plan, with one query. Plans without undone changes are absent. */
    Map<PlanId, Revision> redoTarget(Collection<Plan> plans) {
        List<Plan> undone =
                plans.stream().filter(plan -> !plan.tip().equals(plan.head())).toList();
        Map<RevisionId, Revision> byParent = revisions
                .findFollowing(
                        undone.stream().map(Plan::head).toList(),
                        undone.stream().map(Plan::tip).toList())
                .stream()
                .collect(Collectors.toMap(one -> Objects.requireNonNull(one.parent()), Function.identity()));
        return undone.stream().collect(Collectors.toMap(Plan::id, plan -> followingRevision(plan, byParent)));
    }

    private static Revision followingRevision(Plan plan, Map<RevisionId, Revision> byParent) {
        Revision next = byParent.get(plan.head());
        if (next == null) {
            throw new IllegalStateException("The tip (%s) of the plan (%s) is not a descendant of its head (%s)."
                    .formatted(plan.tip(), plan.id(), plan.head()));
        }
        return next;
    }

    private Plan recordStep(Plan plan, String code, Revision over, AccountId author) {
        revisions.insertStep(plan, code, List.of(String.valueOf(over.number())), author);
        return plan;
    }
}
