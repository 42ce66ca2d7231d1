package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RedactedException;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.signin.FirstAdministratorSetup;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.solve.ContinueFrom;
import dk.grundskema.api.service.solve.SolveService;
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

/** Loads the example plans into the first organisation, once, as soon as it exists, and solves them one after the other. */
@Component
public class ExamplePlanLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ExamplePlanLoader.class);
    private static final List<String> NAMES = List.of("camp-3-weeks", "school-12-classes", "small-groups");
    private static final String MILESTONE = "examples";

    /** Seconds of solving for each plan: enough for a timetable without violations of hard rules. */
    private static final int SECONDS = 15;

    private final ExamplePlanFactory examples;
    private final SolveService solves;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile boolean isPending;

    ExamplePlanLoader(
            ExamplePlanFactory examples,
            SolveService solves,
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

    /** Loads the examples now, or when the first administrator has been created. */
    public void load() {
        isPending = !isMilestoneReached() && !tryLoad();
    }

    /** Loads the examples for the new administrator. Failures do not affect the account. */
    @EventListener(FirstAdministratorSetup.FirstAdministratorCreated.class)
    void loadForFirstAdministrator() {
        if (!isPending) {
            return;
        }
        try {
            load();
        } catch (RuntimeException e) {
            LOG.error(
                    "The examples could not be loaded; the next start with --demo tries again.",
                    RedactedException.of(e));
        }
    }

    private synchronized boolean tryLoad() {
        Optional<Owner> owner = findOwner();
        owner.ifPresent(found -> {
            var made = new ArrayList<PlanId>();
            try {
                transaction.executeWithoutResult(status -> {
                    recordMilestone();
                    NAMES.forEach(name -> made.add(addPlan(name, found)));
                });
                made.forEach(plan -> startSolve(plan, found));
            } catch (DuplicateKeyException e) {
                // Another process or request loads them.
            }
        });
        return owner.isPresent();
    }

    private boolean isMilestoneReached() {
        return database.sql("SELECT COUNT(*) FROM milestone WHERE name = :name")
                        .param("name", MILESTONE)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void recordMilestone() {
        database.sql("INSERT INTO milestone (name, reached) VALUES (:name, :now)")
                .param("name", MILESTONE)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Owner> findOwner() {
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

    private PlanId addPlan(String name, Owner owner) {
        return examples.create(name, owner.organisation(), owner.account()).id();
    }

    /** Starts a solve, so that visitors see a timetable soon. Failures are ignored: the example is useful without a timetable. */
    private void startSolve(PlanId plan, Owner owner) {
        try {
            solves.enqueue(plan, SECONDS, ContinueFrom.NOTHING, owner.account());
        } catch (RefusalException refusal) {
            LOG.warn("An example could not be planned; it stays without a timetable.", RedactedException.of(refusal));
        }
    }
}
