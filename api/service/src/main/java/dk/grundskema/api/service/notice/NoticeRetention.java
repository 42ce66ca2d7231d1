package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.service.plan.PlanId;
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
 * Deletes the recipients of old notices and keeps their number by state. Deleted notices cannot be created again, because the pending
 * publication was deleted when they were created; so no mail is sent twice.
 */
@Component
class NoticeRetention {
    /** Time for which recipients are kept; later on, nobody asks for a missing mail. */
    static final Duration RETENTION = Duration.ofDays(60);

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRetention.class);

    /** Choices of staff members who are in no plan that still has its participants, ignoring one plan. */
    private static final String UNPLANNED_CHOICES_SQL = """
            SELECT organisation, staff FROM notice_choice WHERE NOT EXISTS
              (SELECT 1 FROM feed_link l WHERE l.organisation = notice_choice.organisation AND l.owner = notice_choice.staff
               AND l.kind = 'STAFF' AND l.forgot = FALSE AND l.plan <> :plan)""";

    private final JdbcClient database;
    private final OrganisationRepository organisations;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    NoticeRetention(
            JdbcClient database,
            OrganisationRepository organisations,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.organisations = organisations;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record PublicationKey(PlanId plan, int number) {}

    /** Deletes all expired recipients and choices. */
    void deleteExpired() {
        deleteExpired(clock.instant());
    }

    /** Deletes what is expired at a given time. */
    void deleteExpired(Instant now) {
        Timestamp then = Timestamp.from(now.minus(RETENTION));
        for (PublicationKey one : findPublicationsBefore(then)) {
            try {
                transaction.executeWithoutResult(status -> deleteNotices(one, then));
            } catch (RuntimeException e) { // continue with the other publications
                LOG.error(
                        "Recipients of publication {} {} could not be deleted; retrying in the next run ({}).",
                        one.plan(),
                        one.number(),
                        e.getClass().getName());
            }
        }
        deleteChoices(UNPLANNED_CHOICES_SQL, "");
    }

    private List<PublicationKey> findPublicationsBefore(Timestamp then) {
        return database.sql("""
                        SELECT DISTINCT plan, number FROM notice
                        WHERE changed < :then AND state NOT IN ('PENDING', 'SENDING') ORDER BY plan, number""")
                .param("then", then)
                .query((row, number) -> new PublicationKey(new PlanId(row.getString("plan")), row.getInt("number")))
                .list();
    }

    private void deleteNotices(PublicationKey one, Timestamp then) {
        deleteNotices(
                "plan = :plan AND number = :number AND changed < :then AND state NOT IN ('PENDING', 'SENDING')",
                Map.of("plan", one.plan().value(), "number", one.number(), "then", then));
    }

    /** Deletes the recipients of all mails about a plan, within the caller's transaction. Pending mails are dropped. */
    void deleteOfPlan(PlanId plan) {
        deleteNotices("plan = :plan", Map.of("plan", plan.value()));
        deleteChoices(
                UNPLANNED_CHOICES_SQL
                        + " AND staff IN (SELECT owner FROM feed_link WHERE plan = :plan AND kind = 'STAFF')",
                plan.value());
    }

    private record ChoiceOwner(OrganisationId organisation, StaffId staff) {}

    private void deleteChoices(String which, String plan) {
        database
                .sql(which)
                .param("plan", plan)
                .query((row, number) -> new ChoiceOwner(
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

    /** Returns whether a person has an account in the organisation or above. Such a person can change the choice and receive mails. */
    private boolean canSignIn(ChoiceOwner one) {
        return database
                .sql("SELECT DISTINCT organisation FROM role_grant WHERE staff = :staff")
                .param("staff", one.staff().value())
                .query((row, number) -> new OrganisationId(row.getString("organisation")))
                .list()
                .stream()
                .anyMatch(granted -> organisations.findSubtree(granted).contains(one.organisation()));
    }

    private record NoticeResult(String plan, int number, String state) {}

    /** Locks the notices first, so that none is claimed while it is counted as not sent. */
    private void deleteNotices(String which, Map<String, Object> parameters) {
        database
                .sql("SELECT plan, number, state FROM notice WHERE " + which + " ORDER BY number, staff FOR UPDATE")
                .params(parameters)
                .query((row, number) -> new NoticeResult(
                        row.getString("plan"),
                        row.getInt("number"),
                        finalState(NoticeState.valueOf(row.getString("state"))).name()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(one -> one, Collectors.summingInt(one -> 1)))
                .forEach(this::addToCounts);
        database.sql("DELETE FROM notice WHERE " + which).params(parameters).update();
    }

    /** Returns the final state of a notice; for an unfinished notice, the closest final state. */
    private static NoticeState finalState(NoticeState state) {
        return switch (state) {
            case PENDING -> NoticeState.DROPPED;
            case SENDING -> NoticeState.UNCERTAIN;
            default -> state;
        };
    }

    private void addToCounts(NoticeResult one, int notices) {
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
