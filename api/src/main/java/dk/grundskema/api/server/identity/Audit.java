package dk.grundskema.api.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.grundskema.api.server.platform.RequestId;
import dk.grundskema.domain.finding.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who saw or changed what about whom. An operation that shows who a student is, or changes what is kept about one, notes it here before it answers;
 * if that fails, so does the operation.
 */
@Component
public class Audit {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    /** Stands for the id of somebody for callers who may not see students. */
    private static final String UNTOLD = "?";

    private static final int MOST_LATELY = 100_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Cache<List<String>, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(MOST_LATELY)
            .expireAfterWrite(AN_HOUR)
            .build();

    Audit(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was done with what is kept about somebody. */
    public enum Kind {
        /** It was shown. */
        SEEN,
        /** It was changed. */
        CHANGED,
        /** It was deleted or made anonymous. */
        FORGOTTEN
    }

    /**
     * One entry.
     *
     * @param number       counts the entries
     * @param at           when
     * @param account      who; the id alone
     * @param organisation whose plan
     * @param plan         which plan; {@code null} means none in particular
     * @param person       id of whom it is about; {@code null} means everybody in the plan
     * @param kind         what was done
     * @param action       how: key of a text, or the id of the operation that was used
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
        /** The entry as a caller may read it: without the person if the caller may not see students. */
        Entry to(Caller caller) {
            return person == null || caller.permissions(organisation).contains(Permission.READ_STUDENTS)
                    ? this
                    : new Entry(number, at, account, organisation, plan, UNTOLD, kind, action, request);
        }
    }

    /**
     * Somebody has everybody of a plan before the eyes, or in a file. Operations that need {@link Permission#READ_STUDENTS} are noted without this; it
     * is for those that show names to some and numbers to others.
     *
     * @param action key of a text
     */
    public void seen(AccountId account, OrganisationId organisation, Id plan, String action) {
        note(account.value(), organisation, plan.value(), null, Kind.SEEN, action);
    }

    /**
     * Somebody used an operation that shows who students are.
     *
     * @param plan      the plan, or what else of a plan the operation's path names
     * @param person    id of whom it shows; {@code null} means everybody
     * @param operation the operation's id
     */
    void used(AccountId account, OrganisationId organisation, String plan, @Nullable String person, String operation) {
        note(account.value(), organisation, plan, person, Kind.SEEN, operation);
    }

    /**
     * Somebody uses an operation that shows who students are, perhaps over and over: the first time in an hour is noted.
     *
     * @param plan      the plan, or what else of a plan the operation's path names
     * @param operation the operation's id
     */
    public void usedOften(AccountId account, OrganisationId organisation, String plan, String operation) {
        lately.asMap().computeIfAbsent(List.of(account.value(), organisation.value(), plan, operation), first -> {
            used(account, organisation, plan, null, operation);
            return true;
        });
    }

    /** Somebody has some people of a plan before the eyes. */
    public void seen(
            AccountId account, OrganisationId organisation, Id plan, String action, Collection<? extends Id> people) {
        people.forEach(one -> note(account.value(), organisation, plan.value(), one.value(), Kind.SEEN, action));
    }

    /** Somebody has some people before the eyes, whatever plans they are in. */
    public void seen(AccountId account, OrganisationId organisation, String action, Collection<? extends Id> people) {
        people.forEach(one -> note(account.value(), organisation, null, one.value(), Kind.SEEN, action));
    }

    /** Somebody changed what a plan says about any of its people. */
    public void changed(AccountId account, OrganisationId organisation, Id plan, String action) {
        note(account.value(), organisation, plan.value(), null, Kind.CHANGED, action);
    }

    /** Somebody changed what can be seen of all plans of an organisation. */
    public void changed(AccountId account, OrganisationId organisation, String action) {
        note(account.value(), organisation, null, null, Kind.CHANGED, action);
    }

    /** Somebody changed what is kept about some people of a plan. */
    public void changed(
            AccountId account, OrganisationId organisation, Id plan, String action, Collection<? extends Id> people) {
        people.forEach(one -> note(account.value(), organisation, plan.value(), one.value(), Kind.CHANGED, action));
    }

    /**
     * A plan forgot who took part.
     *
     * @param account who asked for it; {@code null} means that its time had come
     */
    public void forgotten(@Nullable AccountId account, OrganisationId organisation, Id plan, String action) {
        note(account == null ? "" : account.value(), organisation, plan.value(), null, Kind.FORGOTTEN, action);
    }

    /** Somebody got everything about one person, over all plans of an organisation. */
    public void exported(AccountId account, OrganisationId organisation, Id person, String action) {
        note(account.value(), organisation, null, person.value(), Kind.SEEN, action);
    }

    private void note(
            String account,
            OrganisationId organisation,
            @Nullable String plan,
            @Nullable String person,
            Kind kind,
            String action) {
        database.sql("""
                        INSERT INTO audit (at, account, organisation, plan, person, kind, action, request)
                        VALUES (:at, :account, :organisation, :plan, :person, :kind, :action, :request)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("organisation", organisation.value())
                .param("plan", plan)
                .param("person", person)
                .param("kind", kind.name())
                .param("action", action)
                .param("request", RequestId.current())
                .update();
    }

    /**
     * Entries of an organisation about a person, and about everybody of some plans, the latest first.
     *
     * @param person id of the person
     * @param plans  ids of the plans
     * @param most   how many at most
     */
    public List<Entry> about(OrganisationId organisation, String person, Collection<String> plans, int most) {
        return ofPerson(organisation, "", person, plans, Long.MAX_VALUE, most);
    }

    /**
     * Entries of an organisation, the latest first.
     *
     * @param plan   only those about that plan; empty means any
     * @param before only those with a smaller number
     * @param most   how many at most
     */
    List<Entry> of(OrganisationId organisation, String plan, long before, int most) {
        return entries("", organisation, plan, before, most).query(Audit::entry).list();
    }

    /**
     * The same, of them only those about a person, and those about everybody of some plans.
     *
     * @param person id of the person
     * @param plans  ids of the plans that the person is in
     */
    List<Entry> ofPerson(
            OrganisationId organisation, String plan, String person, Collection<String> plans, long before, int most) {
        return entries("""
                        AND (person = :person OR (person IS NULL AND (plan IN (:plans)
                          OR plan IN (SELECT r.id FROM revision r WHERE r.plan IN (:plans))
                          OR plan IN (SELECT j.id FROM solve_job j WHERE j.plan IN (:plans)))))\s""", organisation, plan, before, most)
                .param("person", person)
                .param("plans", plans.isEmpty() ? List.of("") : List.copyOf(plans))
                .query(Audit::entry)
                .list();
    }

    private JdbcClient.StatementSpec entries(
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

    /** How many entries of an organisation have been let go of, for their time was over. */
    long gone(OrganisationId organisation) {
        return database.sql("SELECT COALESCE(SUM(entries), 0) FROM audit_count WHERE organisation = :organisation")
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
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
