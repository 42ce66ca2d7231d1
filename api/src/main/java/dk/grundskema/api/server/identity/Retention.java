package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Organisations.Organisation;
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

/**
 * Lets go of what was noted about people's doings long ago, and of what they once signed in with. How much was done of what in which month stays, without
 * whose doing it was and whom it was about.
 */
@Component
public class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** So long the audit is kept at least, however soon plans forget: what should not have been looked at comes to light late. */
    static final Duration AUDIT_AT_LEAST = Duration.ofDays(365);

    /** So long the audit is kept where no organisation says how long. */
    static final Duration AUDIT_OTHERWISE = Duration.ofDays(5 * 365);

    /** So long after its end it can still be seen in the database which token or session it was. */
    static final Duration CREDENTIALS = Duration.ofDays(30);

    /** So many entries are let go of at a time. */
    private static final int AT_ONCE = 10_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    Retention(JdbcClient database, InstantSource clock, Organisations organisations, TransactionTemplate transaction) {
        this.database = database;
        this.clock = clock;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    /** Lets go of all whose time is over. */
    public void whatIsDue() {
        Instant now = clock.instant();
        credentials(now.minus(CREDENTIALS));
        for (Organisation one : organisations.all()) {
            try {
                while (audit(one.id(), now.minus(audit(one)))) {
                    // and the next that many
                }
            } catch (RuntimeException e) { // the others' time is over, too
                LOG.error("The audit of organisation {} could not be let go of.", one.id(), e);
            }
        }
    }

    private Duration audit(Organisation one) {
        Integer days = organisations.retentionDays(one.id());
        if (days == null) {
            return AUDIT_OTHERWISE;
        }
        Duration asPlans = Duration.ofDays(days);
        return asPlans.compareTo(AUDIT_AT_LEAST) < 0 ? AUDIT_AT_LEAST : asPlans;
    }

    /** What could not be used any more at a moment. */
    private void credentials(Instant then) {
        database.sql("""
                        DELETE FROM credential WHERE expires <= :then OR revoked <= :then
                        OR (kind = 'SESSION' AND COALESCE(last_used, created) <= :idle)""")
                .param("then", Timestamp.from(then))
                .param("idle", Timestamp.from(then.minus(Credentials.IDLE)))
                .update();
    }

    private record Entry(long number, List<String> what) {}

    /** Lets go of some entries from before a moment, and counts them; whether there may be more. */
    private boolean audit(OrganisationId organisation, Instant before) {
        return transaction.execute(status -> {
            List<Entry> old = old(organisation, before);
            if (old.isEmpty()) {
                return false;
            }
            old.stream()
                    .collect(Collectors.groupingBy(Entry::what, Collectors.counting()))
                    .forEach((what, entries) -> count(organisation, what, entries));
            database.sql("DELETE FROM audit WHERE organisation = :organisation AND at < :before AND number <= :last")
                    .param("organisation", organisation.value())
                    .param("before", Timestamp.from(before))
                    .param("last", old.getLast().number())
                    .update();
            return old.size() == AT_ONCE;
        });
    }

    private List<Entry> old(OrganisationId organisation, Instant before) {
        return database.sql("""
                        SELECT number, at, kind, action FROM audit WHERE organisation = :organisation AND at < :before
                        ORDER BY number LIMIT :most""")
                .param("organisation", organisation.value())
                .param("before", Timestamp.from(before))
                .param("most", AT_ONCE)
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

    private void count(OrganisationId organisation, List<String> what, long entries) {
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
