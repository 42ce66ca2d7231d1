package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes plans for good once they have been in the trash for {@link PlanLifecycle#TRASH_PERIOD}, with their revisions, the data of other features, and
 * documents that nothing else refers to. A scenario of such a plan stays; its first revision loses its parent, and it keeps the plan's title as that of the family, under which staff know it.
 */
@Component
public class TrashPurger {
    private static final Logger LOG = LoggerFactory.getLogger(TrashPurger.class);

    private final JdbcClient database;
    private final UnusedDocumentCollector unused;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final List<PlanLifecycleListener> lifecycleListeners;

    TrashPurger(
            JdbcClient database,
            UnusedDocumentCollector unused,
            AuditLog audit,
            InstantSource clock,
            TransactionTemplate transaction,
            List<PlanLifecycleListener> lifecycleListeners) {
        this.database = database;
        this.unused = unused;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.lifecycleListeners = List.copyOf(lifecycleListeners);
    }

    /** Deletes all due plans. A failure of one does not prevent the others. */
    public void purgeDuePlans() {
        purgeDuePlans(clock.instant());
    }

    /** Deletes the plans that are due at this instant. */
    public void purgeDuePlans(Instant now) {
        Timestamp since = Timestamp.from(now.minus(PlanLifecycle.TRASH_PERIOD));
        List<PlanId> due = database.sql("SELECT id FROM plan WHERE deleted <= :since ORDER BY id")
                .param("since", since)
                .query((row, number) -> new PlanId(row.getString("id")))
                .list();
        for (PlanId plan : due) {
            try {
                transaction.executeWithoutResult(status -> purge(plan, since));
            } catch (RuntimeException e) {
                LOG.error(
                        "Plan {} could not be purged ({}); retrying on the next run.",
                        plan,
                        e.getClass().getName());
            }
        }
    }

    private void purge(PlanId plan, Timestamp since) {
        statement(plan, """
                        SELECT id FROM plan WHERE family = (SELECT family FROM plan WHERE id = :plan)
                        ORDER BY id FOR UPDATE""").query(String.class).list(); // first, since all lock plans of a family in one order
        Optional<String> organisation = database.sql(
                        "SELECT organisation FROM plan WHERE id = :id AND deleted <= :since FOR UPDATE") // not restored
                .param("id", plan.value())
                .param("since", since)
                .query(String.class)
                .optional();
        if (organisation.isEmpty()) {
            return;
        }
        var documents = new TreeSet<>(
                statement(plan, """
                        SELECT problem FROM revision WHERE plan = :plan
                        UNION SELECT timetable FROM revision WHERE plan = :plan AND timetable IS NOT NULL""").query((row, number) -> row.getString(1)).list());
        lifecycleListeners.forEach(one -> one.onPurge(plan));
        statement(plan, """
                        UPDATE revision SET parent = NULL
                        WHERE parent IN (SELECT id FROM revision WHERE plan = :plan)""").update();
        statement(plan, """
                        UPDATE plan SET family_title = (SELECT was.title FROM plan was WHERE was.id = :plan)
                        WHERE family = :plan AND id <> :plan""").update();
        statement(plan, "DELETE FROM revision WHERE plan = :plan").update();
        statement(plan, "DELETE FROM plan WHERE id = :plan").update();
        unused.deleteUnused(documents);
        audit.recordForgotten(null, new OrganisationId(organisation.get()), plan, "audit.plan-purged");
    }

    private JdbcClient.StatementSpec statement(PlanId plan, String statement) {
        return database.sql(statement).param("plan", plan.value());
    }
}
