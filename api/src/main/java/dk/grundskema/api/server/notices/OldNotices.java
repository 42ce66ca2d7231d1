package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.people.StaffId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Choices of those who are in no plan that hasn't forgotten who took part; one plan doesn't count. */
    private static final String UNPLANNED = """
            SELECT organisation, staff FROM notice_choice WHERE NOT EXISTS
              (SELECT 1 FROM feed_link l WHERE l.organisation = notice_choice.organisation AND l.owner = notice_choice.staff
               AND l.kind = 'STAFF' AND l.forgot = FALSE AND l.plan <> :plan)""";

    private final JdbcClient database;
    private final Organisations organisations;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    OldNotices(JdbcClient database, Organisations organisations, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.organisations = organisations;
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
        letGoOfChoices(UNPLANNED, "");
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
        letGoOfChoices(
                UNPLANNED + " AND staff IN (SELECT owner FROM feed_link WHERE plan = :plan AND kind = 'STAFF')",
                plan.value());
    }

    private record Chooser(OrganisationId organisation, StaffId staff) {}

    private void letGoOfChoices(String which, String plan) {
        database
                .sql(which)
                .param("plan", plan)
                .query((row, number) -> new Chooser(
                        new OrganisationId(row.getString("organisation")), new StaffId(row.getString("staff"))))
                .list()
                .stream()
                .filter(one -> !canSignIn(one))
                .forEach(one -> database.sql(
                                "DELETE FROM notice_choice WHERE organisation = :organisation AND staff = :staff")
                        .param("organisation", one.organisation().value())
                        .param("staff", one.staff().value())
                        .update());
    }

    /** Whether somebody has an account, there or further up; who has may choose and be written to. */
    private boolean canSignIn(Chooser one) {
        return database
                .sql("SELECT DISTINCT organisation FROM role_grant WHERE staff = :staff")
                .param("staff", one.staff().value())
                .query((row, number) -> new OrganisationId(row.getString("organisation")))
                .list()
                .stream()
                .anyMatch(granted -> organisations.within(granted).contains(one.organisation()));
    }

    private record Ended(String plan, int number, String state) {}

    /** Locks them first, so that nobody takes one in hand meanwhile that is counted as not sent. */
    private void letGo(String which, Map<String, Object> parameters) {
        database
                .sql("SELECT plan, number, state FROM notice WHERE " + which + " ORDER BY number, staff FOR UPDATE")
                .params(parameters)
                .query((row, number) -> new Ended(
                        row.getString("plan"),
                        row.getInt("number"),
                        end(NoticeState.valueOf(row.getString("state"))).name()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(one -> one, Collectors.summingInt(one -> 1)))
                .forEach(this::count);
        database.sql("DELETE FROM notice WHERE " + which).params(parameters).update();
    }

    /** What became of a notice in the end; of what nobody will end any more, what comes next to it. */
    private static NoticeState end(NoticeState state) {
        return switch (state) {
            case PENDING -> NoticeState.DROPPED;
            case SENDING -> NoticeState.UNCERTAIN;
            default -> state;
        };
    }

    private void count(Ended one, int notices) {
        Map<String, Object> row =
                Map.of("plan", one.plan(), "number", one.number(), "state", one.state(), "notices", notices);
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
