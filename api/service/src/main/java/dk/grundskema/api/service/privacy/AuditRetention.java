package dk.grundskema.api.service.privacy;

import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes expired audit entries and credentials. Monthly counts by kind and action remain, without author and person. */
@Component
public class AuditRetention {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    /** Minimum retention of the audit log, even if plans are anonymised earlier, because misuse is often discovered late. */
    static final Duration MIN_AUDIT_RETENTION = Duration.ofDays(365);

    /** Retention of the audit log of organisations without a retention setting. */
    static final Duration DEFAULT_AUDIT_RETENTION = Duration.ofDays(5 * 365);

    /** How long an expired or revoked credential is kept. */
    static final Duration CREDENTIAL_RETENTION = Duration.ofDays(30);

    /** Number of entries deleted per transaction. */
    private static final int BATCH_SIZE = 10_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final OrganisationRepository organisations;
    private final TransactionTemplate transaction;

    AuditRetention(
            JdbcClient database,
            InstantSource clock,
            OrganisationRepository organisations,
            TransactionTemplate transaction) {
        this.database = database;
        this.clock = clock;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    /** Deletes everything whose retention has expired. */
    public void deleteExpired() {
        Instant now = clock.instant();
        deleteCredentials(now.minus(CREDENTIAL_RETENTION));
        for (Organisation one : organisations.all()) {
            try {
                while (deleteExpiredBatch(one.id(), now.minus(retentionOf(one)))) {
                    // repeat until the batch is not full
                }
            } catch (RuntimeException e) { // continue with the other organisations
                LOG.error(
                        "Expired audit entries of organisation {} could not be deleted; continuing with the other organisations.",
                        one.id(),
                        e);
            }
        }
    }

    private Duration retentionOf(Organisation one) {
        Integer days = organisations.effectiveRetentionDays(one.id());
        if (days == null) {
            return DEFAULT_AUDIT_RETENTION;
        }
        Duration asPlans = Duration.ofDays(days);
        return asPlans.compareTo(MIN_AUDIT_RETENTION) < 0 ? MIN_AUDIT_RETENTION : asPlans;
    }

    /** Deletes credentials that were already unusable at this instant. */
    private void deleteCredentials(Instant then) {
        database.sql("""
                        DELETE FROM credential WHERE expires <= :then OR revoked <= :then
                        OR (kind = 'SESSION' AND COALESCE(last_used, created) <= :idle)""")
                .param("then", Timestamp.from(then))
                .param("idle", Timestamp.from(then.minus(CredentialRepository.MAX_IDLE_TIME)))
                .update();
    }

    private record Entry(long number, List<String> what) {}

    /** Counts and deletes one batch of entries from before this instant. Returns whether there may be more. */
    private boolean deleteExpiredBatch(OrganisationId organisation, Instant before) {
        return transaction.execute(status -> {
            List<Entry> old = findExpired(organisation, before);
            if (old.isEmpty()) {
                return false;
            }
            old.stream()
                    .collect(Collectors.groupingBy(Entry::what, Collectors.counting()))
                    .forEach((what, entries) -> addToCounts(organisation, what, entries));
            database.sql("DELETE FROM audit WHERE organisation = :organisation AND at < :before AND number <= :last")
                    .param("organisation", organisation.value())
                    .param("before", Timestamp.from(before))
                    .param("last", old.getLast().number())
                    .update();
            return old.size() == BATCH_SIZE;
        });
    }

    private List<Entry> findExpired(OrganisationId organisation, Instant before) {
        return database.sql("""
                        SELECT number, at, kind, action FROM audit WHERE organisation = :organisation AND at < :before
                        ORDER BY number LIMIT :most""")
                .param("organisation", organisation.value())
                .param("before", Timestamp.from(before))
                .param("most", BATCH_SIZE)
                .query((row, number) -> new Entry(
                        row.getLong("number"),
                        List.of(
                                month(row.getTimestamp("at").toInstant()),
                                row.getString("kind"),
                                row.getString("action"))))
                .list();
    }

    private static String month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }

    private void addToCounts(OrganisationId organisation, List<String> what, long entries) {
        Map<String, Object> row = Map.of(
                "organisation",
                organisation.value(),
                "month",
                what.get(0),
                "kind",
                what.get(1),
                "action",
                what.get(2),
                "entries",
                entries);
        int known = database.sql("""
                        UPDATE audit_count SET entries = entries + :entries
                        WHERE organisation = :organisation AND month_of = :month AND kind = :kind AND action = :action""").params(row).update();
        if (known == 0) {
            database.sql("""
                            INSERT INTO audit_count (organisation, month_of, kind, action, entries)
                            VALUES (:organisation, :month, :kind, :action, :entries)""").params(row).update();
        }
    }
}
