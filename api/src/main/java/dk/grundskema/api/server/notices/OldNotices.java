package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of whom mails were for that nobody will ever send any more. How many came to what stays. What is let go of comes never back, for the round that
 * made it went when it came; so nothing is sent twice.
 */
@Component
class OldNotices {
    /** So long it is known who got a mail about a publication; by then nobody asks where it is. */
    static final Duration KEPT = Duration.ofDays(60);

    private static final Logger LOG = LoggerFactory.getLogger(OldNotices.class);

    /** What became of a notice in the end; of what nobody will end any more, what comes next to it. */
    private static final String END =
            "CASE state WHEN 'PENDING' THEN 'DROPPED' WHEN 'SENDING' THEN 'UNCERTAIN' ELSE state END";

    /** Somebody who is in a plan that hasn't forgotten who took part, or can sign in, may choose and be written to. */
    private static final String NEEDLESS = """
            DELETE FROM notice_choice WHERE NOT EXISTS
              (SELECT 1 FROM role_grant g WHERE g.staff = notice_choice.staff)
            AND NOT EXISTS
              (SELECT 1 FROM feed_link l WHERE l.organisation = notice_choice.organisation AND l.owner = notice_choice.staff
               AND l.kind = 'STAFF' AND l.forgot = FALSE AND l.plan <> :plan)""";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    OldNotices(JdbcClient database, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record OfPublication(PlanId plan, int number) {}

    /** Lets go of all whose time is over. */
    void whatIsDue() {
        whatIsDue(clock.instant());
    }

    /** The same at a given moment. */
    void whatIsDue(Instant now) {
        Timestamp then = Timestamp.from(now.minus(KEPT));
        for (OfPublication one : with(then)) {
            try {
                transaction.executeWithoutResult(status -> letGo(one, then));
            } catch (RuntimeException e) { // the others' time is over, too
                LOG.error(
                        "Whom mails about {} {} were for could not be let go of ({}).",
                        one.plan(),
                        one.number(),
                        e.getClass().getName());
            }
        }
        database.sql(NEEDLESS).param("plan", "").update();
    }

    private List<OfPublication> with(Timestamp then) {
        return database.sql("""
                        SELECT DISTINCT plan, number FROM notice
                        WHERE changed < :then AND state NOT IN ('PENDING', 'SENDING') ORDER BY plan, number""")
                .param("then", then)
                .query((row, number) -> new OfPublication(new PlanId(row.getString("plan")), row.getInt("number")))
                .list();
    }

    private void letGo(OfPublication one, Timestamp then) {
        letGo(
                "plan = :plan AND number = :number AND changed < :then AND state NOT IN ('PENDING', 'SENDING')",
                Map.of("plan", one.plan().value(), "number", one.number(), "then", then));
    }

    /** Lets go of whom all mails about a plan were for, as part of a transaction; what was to be sent isn't any more. */
    void ofPlan(PlanId plan) {
        letGo("plan = :plan", Map.of("plan", plan.value()));
        database.sql(NEEDLESS + " AND staff IN (SELECT owner FROM feed_link WHERE plan = :plan AND kind = 'STAFF')")
                .param("plan", plan.value())
                .update();
    }

    private record Count(String plan, int number, String state, int notices) {}

    private void letGo(String which, Map<String, Object> parameters) {
        database.sql("SELECT plan, number, " + END + " AS became, COUNT(*) AS notices FROM notice WHERE " + which
                        + " GROUP BY plan, number, " + END)
                .params(parameters)
                .query((row, number) -> new Count(
                        row.getString("plan"), row.getInt("number"), row.getString("became"), row.getInt("notices")))
                .list()
                .forEach(this::count);
        database.sql("DELETE FROM notice WHERE " + which).params(parameters).update();
    }

    private void count(Count one) {
        Map<String, Object> row =
                Map.of("plan", one.plan(), "number", one.number(), "state", one.state(), "notices", one.notices());
        int known = database.sql("""
                        UPDATE notice_count SET notices = notices + :notices
                        WHERE plan = :plan AND number = :number AND state = :state""").params(row).update();
        if (known == 0) {
            database.sql("""
                            INSERT INTO notice_count (plan, number, state, notices)
                            VALUES (:plan, :number, :state, :notices)""").params(row).update();
        }
    }
}
