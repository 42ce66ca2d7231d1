package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.FirstAdministrator;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.ExamplePlans;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Unspoken;
import dk.grundskema.api.server.solving.ContinueFrom;
import dk.grundskema.api.server.solving.SolveNews;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Examples to look at, as plans of the first organisation. They are loaded once, as soon as there is one, and planned one after the other. */
@Component
class Examples {
    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
    private static final List<String> NAMES = List.of("camp-3-weeks", "school-12-classes", "small-groups");
    private static final String MILESTONE = "examples";

    /** How long each is planned: after that there is a timetable to look at that holds. */
    private static final int SECONDS = 15;

    private final ExamplePlans examples;
    private final SolveNews solves;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile boolean wanted;

    Examples(
            ExamplePlans examples,
            SolveNews solves,
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.examples = examples;
        this.solves = solves;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Owner(OrganisationId organisation, AccountId account) {}

    /** Loads them now, or when the first administrator has come. */
    void load() {
        wanted = !isReached() && !loaded();
    }

    /** Whoever has redeemed the code finds them there; and has come, whatever becomes of them. */
    @EventListener(FirstAdministrator.Arrived.class)
    void arrived() {
        if (!wanted) {
            return;
        }
        try {
            load();
        } catch (RuntimeException e) {
            LOG.error("The examples could not be loaded; the next start with --demo tries again.", Unspoken.of(e));
        }
    }

    private synchronized boolean loaded() {
        Optional<Owner> owner = owner();
        owner.ifPresent(found -> {
            var made = new ArrayList<PlanId>();
            try {
                transaction.executeWithoutResult(status -> {
                    reach();
                    NAMES.forEach(name -> made.add(add(name, found)));
                });
                made.forEach(plan -> plan(plan, found));
            } catch (DuplicateKeyException e) {
                // Another process, or another request, loads them.
            }
        });
        return owner.isPresent();
    }

    private boolean isReached() {
        return database.sql("SELECT COUNT(*) FROM milestone WHERE name = :name")
                        .param("name", MILESTONE)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void reach() {
        database.sql("INSERT INTO milestone (name, reached) VALUES (:name, :now)")
                .param("name", MILESTONE)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Owner> owner() {
        return database
                .sql("""
                        SELECT g.organisation, g.account FROM role_grant g
                        JOIN organisation o ON o.id = g.organisation
                        WHERE g.role = 'ADMINISTRATOR' AND o.parent IS NULL
                        ORDER BY o.created, g.account""")
                .query((row, number) -> new Owner(
                        new OrganisationId(row.getString("organisation")), new AccountId(row.getString("account"))))
                .list()
                .stream()
                .findFirst();
    }

    private PlanId add(String name, Owner owner) {
        return examples.make(name, owner.organisation(), owner.account()).id();
    }

    /** Whoever looks finds a timetable, or watches it come; without one an example is still an example. */
    private void plan(PlanId plan, Owner owner) {
        try {
            solves.begin(plan, SECONDS, ContinueFrom.NOTHING, owner.account());
        } catch (Refusal refusal) {
            LOG.warn("An example could not be planned.", Unspoken.of(refusal));
        }
    }
}
