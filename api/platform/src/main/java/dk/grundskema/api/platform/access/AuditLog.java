package dk.grundskema.api.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.grundskema.api.platform.http.RequestIdValve;
import dk.grundskema.domain.finding.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores which account saw or changed the data of which person. An operation that shows students' names or changes their data adds an entry before it
 * responds; if that fails, the operation fails too.
 */
@Component
public class AuditLog {
    private static final Duration AUDIT_INTERVAL = Duration.ofHours(1);
    /** Replaces a person's id for callers who must not see students. */
    private static final String UNKNOWN_SIGN_IN_NAME = "?";

    private static final int MAX_RECENTLY_AUDITED = 100_000;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InstantSource clock;
    private final Cache<StudentDataAuditEntry, Boolean> recentlyAudited = Caffeine.newBuilder()
            .maximumSize(MAX_RECENTLY_AUDITED)
            .expireAfterWrite(AUDIT_INTERVAL)
            .build();

    public AuditLog(JdbcClient database, JdbcTemplate batches, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** What was done with what is kept about somebody. */
    public enum Kind {
        /** The data was shown. */
        SEEN,
        /** The data was changed. */
        CHANGED,
        /** The data was deleted or made anonymous. */
        FORGOTTEN
    }

    /**
     * One entry.
     *
     * @param number       sequence number of the entry
     * @param at           time of the access
     * @param account      id of the account that had access
     * @param organisation organisation of the plan
     * @param plan         id of the plan; {@code null} means no plan in particular
     * @param person       id of the person concerned; {@code null} means all people in the plan
     * @param kind         what was done
     * @param action       key of a text, or the id of the operation that was used
     * @param request      id of the request, as in the log; empty if there was none
     */
    public record Entry(
            long number,
            Instant at,
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            @Nullable String person,
            Kind kind,
            String action,
            String request) {
        /** Returns the entry as the caller may read it: without the person if the caller must not see students. */
        public Entry redactFor(Caller caller) {
            return person == null || caller.permissionsIn(organisation).contains(Permission.READ_STUDENTS)
                    ? this
                    : new Entry(number, at, account, organisation, plan, UNKNOWN_SIGN_IN_NAME, kind, action, request);
        }
    }

    /**
     * Records that an account saw the data of all people in a plan, on a page or in a file. Operations that need {@link Permission#READ_STUDENTS} are
     * recorded automatically; this is for operations that show names to some callers and numbers to others.
     *
     * @param action key of a text
     */
    public void recordSeen(AccountId account, OrganisationId organisation, Id plan, String action) {
        insertEntry(account.value(), organisation, plan.value(), null, Kind.SEEN, action);
    }

    /** Records the access of a request to students' names. */
    void recordAccess(StudentDataAuditEntry.ConfirmedAccess access) {
        insertSeen(List.of(), Optional.of(access));
    }

    /**
     * Records the use of an operation that shows students' names of several plans and may be called repeatedly: once per hour and
     * plan; requests at the same moment may each add an entry.
     *
     * @param plans     organisation of each plan
     * @param operation the operation's id
     */
    public void recordUseOncePerHour(AccountId account, Map<? extends Id, OrganisationId> plans, String operation) {
        insertOncePerHour(
                List.of(),
                plans.entrySet().stream()
                        .map(one -> new StudentDataAuditEntry(
                                account, one.getValue(), one.getKey().value(), null, operation))
                        .toList());
    }

    /**
     * Records that an account saw the data of some people in a plan. If the response is already known to show students' names, that is recorded
     * in the same statement.
     */
    public void recordSeen(
            AccountId account, OrganisationId organisation, Id plan, String action, Collection<? extends Id> people) {
        insertSeen(
                rows(account.value(), organisation, plan.value(), people, Kind.SEEN, action),
                // If a transaction were rolled back, the access would count as recorded.
                TransactionSynchronizationManager.isActualTransactionActive()
                        ? Optional.empty()
                        : StudentDataAuditEntry.takeConfirmed());
    }

    /** Records that an account saw the data of some people, independent of a plan. */
    public void recordSeen(
            AccountId account, OrganisationId organisation, String action, Collection<? extends Id> people) {
        insertEntries(account.value(), organisation, null, people, Kind.SEEN, action);
    }

    /** Records that an account changed data of unspecified people in a plan. */
    public void recordChange(AccountId account, OrganisationId organisation, Id plan, String action) {
        insertEntry(account.value(), organisation, plan.value(), null, Kind.CHANGED, action);
    }

    /** Records that an account changed what can be seen of all plans of an organisation. */
    public void recordChange(AccountId account, OrganisationId organisation, String action) {
        insertEntry(account.value(), organisation, null, null, Kind.CHANGED, action);
    }

    /** Records that an account changed the data of some people in a plan. */
    public void recordChange(
            AccountId account, OrganisationId organisation, Id plan, String action, Collection<? extends Id> people) {
        insertEntries(account.value(), organisation, plan.value(), people, Kind.CHANGED, action);
    }

    /**
     * Records that the participants of a plan were made anonymous.
     *
     * @param account account that requested it; {@code null} means that the retention period ended
     */
    public void recordForgotten(@Nullable AccountId account, OrganisationId organisation, Id plan, String action) {
        insertEntry(account == null ? "" : account.value(), organisation, plan.value(), null, Kind.FORGOTTEN, action);
    }

    /** Records that an account exported all data about one person, from all plans of an organisation. */
    public void recordExport(AccountId account, OrganisationId organisation, Id person, String action) {
        insertEntry(account.value(), organisation, null, person.value(), Kind.SEEN, action);
    }

    private void insertEntry(
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            @Nullable String person,
            Kind kind,
            String action) {
        insertRows(List.<@Nullable Object[]>of(row(account, organisation, plan, person, kind, action)));
    }

    private void insertEntries(
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            Collection<? extends Id> people,
            Kind kind,
            String action) {
        insertRows(rows(account, organisation, plan, people, kind, action));
    }

    private List<@Nullable Object[]> rows(
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            Collection<? extends Id> people,
            Kind kind,
            String action) {
        var rows = new ArrayList<@Nullable Object[]>();
        people.forEach(one -> rows.add(row(account, organisation, plan, one.value(), kind, action)));
        return rows;
    }

    /** Inserts rows and an access in one statement. */
    private void insertSeen(List<@Nullable Object[]> rows, Optional<StudentDataAuditEntry.ConfirmedAccess> access) {
        var all = new ArrayList<>(rows);
        var repeated = new ArrayList<StudentDataAuditEntry>();
        access.ifPresent(one -> {
            if (one.isRepeated()) {
                repeated.add(one.entry());
            } else {
                all.add(row(one.entry()));
            }
        });
        insertOncePerHour(all, repeated);
    }

    /** Inserts rows, and the accesses that were not recorded within the hour, in one statement. */
    private void insertOncePerHour(List<@Nullable Object[]> rows, List<StudentDataAuditEntry> repeated) {
        List<StudentDataAuditEntry> due = repeated.stream()
                .filter(one -> recentlyAudited.getIfPresent(one) == null)
                .toList();
        var all = new ArrayList<>(rows);
        due.forEach(one -> all.add(row(one)));
        insertRows(all);
        due.forEach(one -> recentlyAudited.put(one, true)); // only now, so that nobody sees what could not be recorded
    }

    private @Nullable Object[] row(StudentDataAuditEntry entry) {
        return row(
                entry.account().value(),
                entry.organisation(),
                entry.affectedId(),
                entry.person(),
                Kind.SEEN,
                entry.operation());
    }

    private @Nullable Object[] row(
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            @Nullable String person,
            Kind kind,
            String action) {
        return new @Nullable Object[] {
            Timestamp.from(clock.instant()),
            account,
            organisation.value(),
            plan,
            person,
            kind.name(),
            action,
            RequestIdValve.current()
        };
    }

    private void insertRows(List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    INSERT INTO audit (at, account, organisation, plan, person, kind, action, request)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        }
    }

    /**
     * Returns the entries of an organisation about a person, and those about all people of some plans, the latest first.
     *
     * @param person id of the person
     * @param plans  ids of the plans
     * @param most   maximum number of entries
     */
    public List<Entry> findAboutPerson(OrganisationId organisation, String person, Collection<String> plans, int most) {
        return findByPerson(organisation, "", person, plans, Long.MAX_VALUE, most);
    }

    /**
     * Returns the entries of an organisation, the latest first.
     *
     * @param plan   only entries about that plan; empty means all
     * @param before only entries with a smaller number
     * @param most   maximum number of entries
     */
    public List<Entry> findByOrganisation(OrganisationId organisation, String plan, long before, int most) {
        return entryQuery("", organisation, plan, before, most)
                .query(AuditLog::mapRow)
                .list();
    }

    /**
     * Like {@link #findByOrganisation}, but only entries about a person and entries about all people of some plans.
     *
     * @param person id of the person
     * @param plans  ids of the plans that contain the person
     */
    public List<Entry> findByPerson(
            OrganisationId organisation, String plan, String person, Collection<String> plans, long before, int most) {
        return entryQuery("""
                        AND (person = :person OR (person IS NULL AND (plan IN (:plans)
                          OR plan IN (SELECT r.id FROM revision r WHERE r.plan IN (:plans))
                          OR plan IN (SELECT j.id FROM solve_job j WHERE j.plan IN (:plans)))))\s""", organisation, plan, before, most)
                .param("person", person)
                .param("plans", plans.isEmpty() ? List.of("") : List.copyOf(plans))
                .query(AuditLog::mapRow)
                .list();
    }

    private JdbcClient.StatementSpec entryQuery(
            String which, OrganisationId organisation, String plan, long before, int most) {
        return database.sql("""
                        SELECT number, at, account, organisation, plan, person, kind, action, request FROM audit
                        WHERE organisation = :organisation AND number < :before AND (:plan = '' OR plan = :plan)
                        """ + which + "ORDER BY number DESC LIMIT :most")
                .param("organisation", organisation.value())
                .param("before", before)
                .param("plan", plan)
                .param("most", most);
    }

    /** Returns how many entries of an organisation were deleted after their retention period. */
    public long countDeletedEntries(OrganisationId organisation) {
        return database.sql("SELECT COALESCE(SUM(entries), 0) FROM audit_count WHERE organisation = :organisation")
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
    }

    private static Entry mapRow(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("account"),
                new OrganisationId(row.getString("organisation")),
                row.getString("plan"),
                row.getString("person"),
                Kind.valueOf(row.getString("kind")),
                row.getString("action"),
                row.getString("request"));
    }
}
