package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Undo and redo: they move a plan back and forth among its revisions, and make none; that they did is kept beside these. */
@Component
final class Undoing {
    private final TransactionTemplate transaction;
    private final Plans plans;
    private final Revisions revisions;

    Undoing(TransactionTemplate transaction, Plans plans, Revisions revisions) {
        this.transaction = transaction;
        this.plans = plans;
        this.revisions = revisions;
    }

    /**
     * Goes back to what the revision that the plan is at was made from.
     *
     * @throws Refusal 412 as for {@link Plans#change}; 409 if there is nothing to undo
     */
    Plan undo(PlanId id, long version, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = plans.lockedAt(id, version);
            Revision undone = plans.revision(plan.head());
            RevisionId parent = undone.parent();
            if (parent == null || !plans.revision(parent).plan().equals(id)) {
                throw Refusal.conflict("plan.nothing-to-undo");
            }
            plans.move(plan, parent, plan.tip());
            return stepped(id, "revision.undone", undone, author);
        });
    }

    /**
     * Takes back the last undo.
     *
     * @throws Refusal 412 as for {@link Plans#change}; 409 if nothing was undone
     */
    Plan redo(PlanId id, long version, AccountId author) {
        return transaction.execute(status -> {
            Plan plan = plans.lockedAt(id, version);
            Revision next = next(plan).orElseThrow(() -> Refusal.conflict("plan.nothing-to-redo"));
            plans.move(plan, next.id(), plan.tip());
            return stepped(id, "revision.redone", next, author);
        });
    }

    /** The revision that redo goes to; empty if nothing was undone. */
    Optional<Revision> next(Plan plan) {
        return Optional.ofNullable(next(List.of(plan)).get(plan.id()));
    }

    /** The revisions that redo goes to in some plans; plans of which nothing was undone are missing. One statement finds them all. */
    Map<PlanId, Revision> next(Collection<Plan> some) {
        List<Plan> undone =
                some.stream().filter(plan -> !plan.tip().equals(plan.head())).toList();
        Map<RevisionId, Revision> byParent =
                revisions
                        .after(
                                undone.stream().map(Plan::head).toList(),
                                undone.stream().map(Plan::tip).toList())
                        .stream()
                        .collect(Collectors.toMap(one -> Objects.requireNonNull(one.parent()), Function.identity()));
        return undone.stream().collect(Collectors.toMap(Plan::id, plan -> after(plan, byParent)));
    }

    private static Revision after(Plan plan, Map<RevisionId, Revision> byParent) {
        Revision next = byParent.get(plan.head());
        if (next == null) {
            throw new IllegalStateException("The tip (%s) of the plan (%s) doesn't come from its head (%s)."
                    .formatted(plan.tip(), plan.id(), plan.head()));
        }
        return next;
    }

    private Plan stepped(PlanId id, String code, Revision over, AccountId author) {
        Plan plan = plans.get(id);
        revisions.step(plan, code, List.of(String.valueOf(over.number())), author);
        return plan;
    }
}
