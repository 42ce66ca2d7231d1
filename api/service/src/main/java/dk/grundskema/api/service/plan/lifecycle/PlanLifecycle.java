package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import dk.grundskema.api.service.plan.PlanRowMapper;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.domain.finding.RecordValidator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes plans as a whole: title, archiving, use and deletion. Deleted plans stay in the trash for {@link #TRASH_PERIOD} and are then deleted by
 * {@link TrashPurger}. At most one plan of a family is in use.
 */
@Component
public class PlanLifecycle {
    /** How long a deleted plan can be restored. */
    public static final Duration TRASH_PERIOD = Duration.ofDays(30);

    private static final String NOT_USED = "revision.not-used";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final PlanStore plans;
    private final RevisionRepository revisions;
    private final List<PlanLifecycleListener> lifecycleListeners;

    public PlanLifecycle(
            JdbcClient database,
            InstantSource clock,
            TransactionTemplate transaction,
            PlanStore plans,
            RevisionRepository revisions,
            List<PlanLifecycleListener> lifecycleListeners) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.plans = plans;
        this.revisions = revisions;
        this.lifecycleListeners = List.copyOf(lifecycleListeners);
    }

    /**
     * Creates a scenario: a plan that starts from a revision of another plan of its family.
     *
     * @param from the revision; {@code null} means the head of the plan
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title is invalid
     * @throws RefusalException as {@link PlanStore#familyRevision}
     */
    public Plan createScenario(PlanId id, String title, @Nullable RevisionId from, AccountId author) {
        requireTitle(title);
        Plan origin = plans.get(id);
        Revision start = from == null ? plans.revision(origin.head()) : plans.familyRevision(origin, from, "/revision");
        return plans.createScenario(origin, title, start, author);
    }

    /** Requires that a title is neither blank nor too long. */
    static void requireTitle(String title) {
        new RecordValidator().name("title", title).throwIfInvalid();
    }

    /**
     * Renames a plan; throws as {@link PlanStore#change}.
     *
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title is invalid
     */
    Plan rename(PlanId id, long version, String title, AccountId author) {
        requireTitle(title);
        return plans.updateAttribute(id, version, "title = :value", title, "revision.renamed", List.of(title), author);
    }

    /** Archives a plan, or returns it to the lists; throws as {@link PlanStore#change}. */
    Plan archive(PlanId id, long version, boolean archived, AccountId author) {
        return archived
                ? plans.updateAttribute(id, version, "archived = :value", now(), "revision.archived", List.of(), author)
                : plans.updateAttribute(id, version, "archived = NULL", null, "revision.listed", List.of(), author);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Marks a plan as the one of its family that is in use, or unmarks it; throws as {@link PlanStore#change}. */
    public Plan setInUse(PlanId id, long version, boolean inUse, AccountId author) {
        return transaction.execute(status -> {
            if (inUse) {
                for (Plan other : lockOthersInUse(plans.get(id))) {
                    plans.updateAttribute(
                            other.id(), other.version(), "in_use = :value", false, NOT_USED, List.of(), author);
                }
            }
            return plans.updateAttribute(
                    id, version, "in_use = :value", inUse, inUse ? "revision.used" : NOT_USED, List.of(), author);
        });
    }

    /**
     * Marks a plan as in use, without a version check. Does nothing if it is in use already.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public void setInUse(PlanId id, AccountId author) {
        transaction.executeWithoutResult(status -> {
            lockOthersInUse(plans.get(id)); // locks the whole family, so that its plans stay the same below
            Plan currentPlan = plans.lock(id);
            if (!currentPlan.inUse()) {
                setInUse(id, currentPlan.version(), true, author);
            }
        });
    }

    /**
     * Locks all plans of a plan's family, also those in the trash, until the end of the transaction, so that concurrent requests to mark a plan as in use run one after
     * the other.
     *
     * @throws RefusalException 404 if the plan does not exist
     */
    public void lockFamily(PlanId id) {
        lockFamily(plans.get(id));
    }

    private List<Plan> lockFamily(Plan plan) {
        return database.sql(PlanRowMapper.PLAN + "WHERE family = :family ORDER BY id FOR UPDATE")
                .param("family", plan.family().value())
                .query(PlanRowMapper::plan)
                .list();
    }

    /** Locks the family of a plan and returns the other plans of it that are in use. */
    private List<Plan> lockOthersInUse(Plan plan) {
        return lockFamily(plan).stream()
                .filter(one -> one.inUse() && !one.id().equals(plan.id()))
                .toList();
    }

    /** Moves a plan to the trash and ends running work for it. It can be restored during {@link #TRASH_PERIOD}. */
    void delete(PlanId id, long version, AccountId author) {
        transaction.executeWithoutResult(status -> {
            plans.updateAttribute(
                    id, version, "in_use = FALSE, deleted = :value", now(), "revision.deleted", List.of(), author);
            lifecycleListeners.forEach(one -> one.onMoveToTrash(id));
        });
    }

    /**
     * Restores a deleted plan.
     *
     * @throws RefusalException 404 if it is not in the trash or {@link #TRASH_PERIOD} is over
     */
    Plan restore(PlanId id, AccountId author) {
        return transaction.execute(status -> {
            int restored = database.sql(
                            "UPDATE plan SET deleted = NULL, version = version + 1 WHERE id = :id AND deleted > :since")
                    .param("id", id.value())
                    .param("since", Timestamp.from(clock.instant().minus(TRASH_PERIOD)))
                    .update();
            if (restored == 0) {
                throw RefusalException.notFound();
            }
            Plan plan = plans.get(id);
            revisions.insertStep(plan, "revision.restored", List.of(), author);
            return plan;
        });
    }

    /**
     * Returns archived plans of an organisation, ordered by id.
     *
     * @param after last plan of the previous page; {@code null} means the beginning
     * @param most  maximum number of plans
     */
    List<Plan> findArchived(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql(PlanRowMapper.PLAN + """
                        WHERE organisation = :organisation AND deleted IS NULL AND archived IS NOT NULL AND id > :after
                        ORDER BY id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(PlanRowMapper::plan)
                .list();
    }

    /**
     * A deleted plan.
     *
     * @param plan    the plan
     * @param deleted when it was deleted
     */
    record TrashedPlan(Plan plan, Instant deleted) {
        /** Returns when it can no longer be restored. */
        Instant restorableUntil() {
            return deleted.plus(TRASH_PERIOD);
        }
    }

    /** Returns plans of an organisation that can be restored, ordered by id; paged as {@link #findArchived}. */
    List<TrashedPlan> findTrashed(OrganisationId organisation, @Nullable PlanId after, int most) {
        return database.sql("""
                        SELECT id, organisation, title, version, head, tip, created, family, in_use, archived, deleted FROM plan
                        WHERE organisation = :organisation AND deleted > :since AND id > :after ORDER BY id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("since", Timestamp.from(clock.instant().minus(TRASH_PERIOD)))
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query((row, number) -> new TrashedPlan(
                        PlanRowMapper.plan(row, number),
                        row.getTimestamp("deleted").toInstant()))
                .list();
    }

    /** Returns all plans of a plan's family, archived ones included, ordered by id. */
    public List<Plan> findFamily(Plan plan) {
        return database
                .sql(PlanRowMapper.WITH_HEAD
                        + "IN (SELECT id FROM plan WHERE family = :family AND deleted IS NULL) ORDER BY p.id")
                .param("family", plan.family().value())
                .query(PlanRowMapper::planWithHead)
                .list()
                .stream()
                .map(PlanRowMapper.FoundPlan::plan)
                .toList();
    }

    /**
     * Returns the plans in use of all organisations in the tree of one: below its topmost organisation. Ordered by id. The request remembers
     * their heads.
     */
    List<Plan> findInUseInTree(OrganisationId organisation) {
        return database
                .sql("""
                        WITH RECURSIVE up (id, parent) AS (
                          SELECT id, parent FROM organisation WHERE id = :organisation
                          UNION ALL SELECT o.id, o.parent FROM organisation o JOIN up u ON o.id = u.parent),
                        tree (id) AS (
                          SELECT id FROM up WHERE parent IS NULL
                          UNION ALL SELECT o.id FROM organisation o JOIN tree t ON o.parent = t.id)
                        """ + PlanRowMapper.WITH_HEAD
                        + "IN (SELECT id FROM plan WHERE organisation IN (SELECT id FROM tree) AND in_use AND deleted IS NULL)"
                        + " ORDER BY p.id")
                .param("organisation", organisation.value())
                .query(PlanRowMapper::planWithHead)
                .list()
                .stream()
                .map(PlanRowMapper.FoundPlan::plan)
                .toList();
    }

    /** Returns the plans of these organisations that are in use, ordered by id. The request remembers their heads. */
    public List<Plan> findInUse(Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : database
                        .sql(
                                PlanRowMapper.WITH_HEAD
                                        + "IN (SELECT id FROM plan WHERE organisation IN (:organisations) AND in_use AND deleted IS NULL) ORDER BY p.id")
                        .param(
                                "organisations",
                                organisations.stream()
                                        .map(OrganisationId::value)
                                        .toList())
                        .query(PlanRowMapper::planWithHead)
                        .list()
                        .stream()
                        .map(PlanRowMapper.FoundPlan::plan)
                        .toList();
    }
}
