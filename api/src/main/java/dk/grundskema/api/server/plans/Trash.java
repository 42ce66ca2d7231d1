package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
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
 * Plans that were taken away and whose grace is over go for good: with their revisions, with all that is kept beside those, and with the documents
 * that nothing else refers to. A scenario of such a plan stays; it began there, as if it were nobody's scenario.
 */
@Component
public class Trash {
    private static final Logger LOG = LoggerFactory.getLogger(Trash.class);

    private final JdbcClient database;
    private final UnusedDocuments unused;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final List<Forgets> others;

    Trash(
            JdbcClient database,
            UnusedDocuments unused,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction,
            List<Forgets> others) {
        this.database = database;
        this.unused = unused;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.others = List.copyOf(others);
    }

    /** Lets those plans go whose grace is over; one that fails doesn't keep the others. */
    public void whatIsDue() {
        whatIsDue(clock.instant());
    }

    /** The same at a given moment. */
    void whatIsDue(Instant now) {
        Timestamp since = Timestamp.from(now.minus(PlanShelf.GRACE));
        List<PlanId> due = database.sql("SELECT id FROM plan WHERE deleted <= :since ORDER BY id")
                .param("since", since)
                .query((row, number) -> new PlanId(row.getString("id")))
                .list();
        for (PlanId plan : due) {
            try {
                transaction.executeWithoutResult(status -> purge(plan, since));
            } catch (RuntimeException e) {
                LOG.error(
                        "The plan {} could not go for good ({}).",
                        plan,
                        e.getClass().getName());
            }
        }
    }

    private void purge(PlanId plan, Timestamp since) {
        Optional<String> organisation = database.sql(
                        "SELECT organisation FROM plan WHERE id = :id AND deleted <= :since FOR UPDATE") // it may have
                // been had
                // back
                // meanwhile
                .param("id", plan.value())
                .param("since", since)
                .query(String.class)
                .optional();
        if (organisation.isEmpty()) {
            return;
        }
        var documents = new TreeSet<>(
                of(plan, """
                        SELECT problem FROM revision WHERE plan = :plan
                        UNION SELECT timetable FROM revision WHERE plan = :plan AND timetable IS NOT NULL""").query((row, number) -> row.getString(1)).list());
        others.forEach(one -> one.drop(plan));
        of(plan, """
                        UPDATE revision SET parent = NULL
                        WHERE parent IN (SELECT id FROM revision WHERE plan = :plan)""").update();
        of(plan, "DELETE FROM revision WHERE plan = :plan").update();
        of(plan, "DELETE FROM plan WHERE id = :plan").update();
        unused.drop(documents);
        audit.forgotten(null, new OrganisationId(organisation.get()), plan, "audit.plan-purged");
    }

    private JdbcClient.StatementSpec of(PlanId plan, String statement) {
        return database.sql(statement).param("plan", plan.value());
    }
}
