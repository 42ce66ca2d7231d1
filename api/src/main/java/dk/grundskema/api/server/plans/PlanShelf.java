package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of plans as wholes: what they are called, whether they are in lists, whether people work by them, whether they are wanted at all. */
@Component
public class PlanShelf {
    /** So long a plan that was taken away can be had back. */
    public static final Duration GRACE = Duration.ofDays(30);

    private static final String NOT_USED = "revision.not-used";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Plans plans;
    private final Revisions revisions;
    private final List<Forgets> others;

    PlanShelf(
            JdbcClient database,
            InstantSource clock,
            TransactionTemplate transaction,
            Plans plans,
            Revisions revisions,
            List<Forgets> others) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.plans = plans;
        this.revisions = revisions;
        this.others = List.copyOf(others);
    }

    /** Calls a plan something else. */
    Plan rename(PlanId id, long version, String title, AccountId author) {
        return plans.set(id, version, "title = :value", title, "revision.renamed", List.of(title), author);
    }

    /** Takes a plan out of lists, or puts it back into them. */
    Plan archive(PlanId id, long version, boolean archived, AccountId author) {
        return archived
                ? plans.set(id, version, "archived = :value", now(), "revision.archived", List.of(), author)
                : plans.set(id, version, "archived = NULL", null, "revision.listed", List.of(), author);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Makes a plan the one of its family that people work by, or no longer. */
    Plan use(PlanId id, long version, boolean inUse, AccountId author) {
        return transaction.execute(status -> {
            if (inUse) {
                for (Plan other : othersInUse(plans.get(id))) {
                    plans.set(other.id(), other.version(), "in_use = :value", false, NOT_USED, List.of(), author);
                }
            }
            return plans.set(
                    id, version, "in_use = :value", inUse, inUse ? "revision.used" : NOT_USED, List.of(), author);
        });
    }

    /**
     * Makes a plan the one of its family that people work by, at whatever version it has by now; does nothing if it is.
     *
     * @throws Refusal 404 if it is gone
     */
    void use(PlanId id, AccountId author) {
        transaction.executeWithoutResult(status -> {
            othersInUse(plans.get(id)); // locks this one, too: from here on nobody changes it
            Plan now = plans.get(id);
            if (!now.inUse()) {
                use(id, now.version(), true, author);
            }
        });
    }

    /** The plans of a family that people work by besides one; all are locked, so that of two that are to be it one comes after the other. */
    private List<Plan> othersInUse(Plan plan) {
        return database
                .sql(PlanRows.PLAN + "WHERE family = :family AND deleted IS NULL ORDER BY id FOR UPDATE")
                .param("family", plan.family().value())
                .query(PlanRows::plan)
                .list()
                .stream()
                .filter(one -> one.inUse() && !one.id().equals(plan.id()))
                .toList();
    }

    /** Takes a plan away; it can be had back until the grace is over. Whatever is being done for it ends. */
    void delete(PlanId id, long version, AccountId author) {
        transaction.executeWithoutResult(status -> {
            plans.set(id, version, "in_use = FALSE, deleted = :value", now(), "revision.deleted", List.of(), author);
            others.forEach(one -> one.putAway(id));
        });
    }

    /**
     * Has a plan back that was taken away.
     *
     * @throws Refusal 404 if it wasn't, or the grace is over
     */
    Plan restore(PlanId id, AccountId author) {
        return transaction.execute(status -> {
            int restored = database.sql(
                            "UPDATE plan SET deleted = NULL, version = version + 1 WHERE id = :id AND deleted > :since")
                    .param("id", id.value())
                    .param("since", Timestamp.from(clock.instant().minus(GRACE)))
                    .update();
            if (restored == 0) {
                throw Refusal.notFound();
            }
            Plan plan = plans.get(id);
            revisions.step(plan, "revision.restored", List.of(), author);
            return plan;
        });
    }

    /**
     * Plans that aren't in an organisation's lists, in the order of their ids.
     *
     * @param after the last one of the page before; {@code null} means from the beginning
     * @param most  how many at most
     */
    List<Plan> archived(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql(PlanRows.PLAN + """
                        WHERE organisation = :organisation AND deleted IS NULL AND archived IS NOT NULL AND id > :after
                        ORDER BY id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(PlanRows::plan)
                .list();
    }

    /**
     * A plan that was taken away.
     *
     * @param plan    the plan
     * @param deleted when
     */
    record Deleted(Plan plan, Instant deleted) {
        /** When it can no longer be had back. */
        Instant until() {
            return deleted.plus(GRACE);
        }
    }

    /** Plans of an organisation that can be had back, in the order of their ids; paged as {@link #archived}. */
    List<Deleted> deleted(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql("""
                        SELECT id, organisation, title, version, head, tip, created, family, in_use, archived, deleted FROM plan
                        WHERE organisation = :organisation AND deleted > :since AND id > :after ORDER BY id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("since", Timestamp.from(clock.instant().minus(GRACE)))
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query((row, number) -> new Deleted(
                        PlanRows.plan(row, number), row.getTimestamp("deleted").toInstant()))
                .list();
    }

    /** A plan and all that belong together with it, archived ones too, in the order of their ids. */
    List<Plan> family(Plan plan) {
        return database.sql(PlanRows.PLAN + "WHERE family = :family AND deleted IS NULL ORDER BY id")
                .param("family", plan.family().value())
                .query(PlanRows::plan)
                .list();
    }

    /** The plans of some organisations that people work by, in the order of their ids. */
    public List<Plan> inUse(List<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : database.sql(PlanRows.PLAN
                                + "WHERE organisation IN (:organisations) AND in_use AND deleted IS NULL ORDER BY id")
                        .param(
                                "organisations",
                                organisations.stream()
                                        .map(OrganisationId::value)
                                        .toList())
                        .query(PlanRows::plan)
                        .list();
    }
}
