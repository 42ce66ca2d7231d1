package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestMemo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores accounts; their roles are stored by {@link GrantRepository}. */
@Component
public class AccountRepository {
    private static final String SELECT = """
            SELECT id, organisation, name, sign_in_name, active, password IS NOT NULL AS has_password, signed_in, version, created
            FROM account\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    AccountRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns whether there is no account yet. */
    public boolean isEmpty() {
        return database.sql("SELECT COUNT(*) FROM account").query(Long.class).single() == 0;
    }

    /** Returns the account with that id; empty if there is none. */
    public Optional<Account> find(AccountId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(AccountRepository::mapRow)
                .optional();
    }

    /** Returns the names of the owners of some accounts, in one query; deleted accounts are missing. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        Map<AccountId, Optional<String>> known = readNames();
        Set<AccountId> missing =
                ids.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            missing.forEach(id -> known.put(id, Optional.empty()));
            database.sql("SELECT id, name FROM account WHERE id IN (:ids)")
                    .param("ids", missing.stream().map(AccountId::value).toList())
                    .query(row -> {
                        known.put(new AccountId(row.getString("id")), Optional.of(row.getString("name")));
                    });
        }
        var names = new HashMap<AccountId, String>();
        ids.forEach(id -> known.getOrDefault(id, Optional.empty()).ifPresent(name -> names.put(id, name)));
        return names;
    }

    /**
     * Remembers for the current request the name of an account that another query has read.
     *
     * @param name name of its owner; {@code null} if the account does not exist
     */
    public static void rememberName(AccountId id, @Nullable String name) {
        readNames().put(id, Optional.ofNullable(name));
    }

    /** Returns the names that the current request has read; empty for accounts that do not exist. */
    private static Map<AccountId, Optional<String>> readNames() {
        return RequestMemo.values("account names");
    }

    /** Returns the account with that sign-in name; empty if there is none. */
    public Optional<Account> findBySignInName(String signInName) {
        String name = Account.normalizeName(signInName);
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty(); // no account has such a name, and some databases reject the query
        }
        return database.sql(SELECT + "WHERE sign_in_name = :name")
                .param("name", name)
                .query(AccountRepository::mapRow)
                .optional();
    }

    /**
     * Returns the accounts that an organisation manages or that have a role in it, ordered by id.
     *
     * @param isWaiting whether to return only accounts without any role
     */
    List<Account> findByOrganisation(
            OrganisationId organisation, boolean isWaiting, @Nullable AccountId after, int most) {
        String which = isWaiting ? "AND id NOT IN (SELECT account FROM role_grant) " : "";
        return database.sql(SELECT + """
                        WHERE (organisation = :organisation
                               OR id IN (SELECT account FROM role_grant WHERE role_grant.organisation = :organisation))
                        AND id > :after\s""" + which + "ORDER BY id LIMIT :most")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(AccountRepository::mapRow)
                .list();
    }

    /** Returns the account linked to a person of the OpenID Connect issuer; empty if there is none. */
    public Optional<Account> findByOidcSubject(String person) {
        return database.sql(SELECT + "WHERE elsewhere = :person")
                .param("person", person)
                .query(AccountRepository::mapRow)
                .optional();
    }

    /** Links an account to a person of the OpenID Connect issuer. Returns false if it is linked already. */
    public boolean linkOidcSubject(AccountId id, String person) {
        return database.sql("UPDATE account SET elsewhere = :person WHERE id = :id AND elsewhere IS NULL")
                        .param("person", person)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Returns the password hash of an account; empty if it has no password. */
    public Optional<String> findPasswordHash(AccountId id) {
        return database.sql("SELECT password FROM account WHERE id = :id AND password IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Locks the account's row until the transaction ends, so that changes of its roles and its password run one after the other. Unlike a row
     * selected for update, it does not block inserts of rows that refer to it.
     */
    public void lock(AccountId id) {
        database.sql("UPDATE account SET active = active WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Adds an account. */
    public void add(
            AccountId id,
            @Nullable OrganisationId organisation,
            String name,
            String signInName,
            @Nullable String hash) {
        database.sql("""
                        INSERT INTO account (id, organisation, name, sign_in_name, password, version, created)
                        VALUES (:id, :organisation, :name, :signInName, :password, 1, :now)""")
                .param("id", id.value())
                .param("organisation", organisation == null ? null : organisation.value())
                .param("name", name)
                .param("signInName", Account.normalizeName(signInName))
                .param("password", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Increments the version of an account.
     *
     * @throws RefusalException 412 if its version changed
     */
    void incrementVersion(AccountId id, long version) {
        int changed = database.sql("UPDATE account SET version = version + 1 WHERE id = :id AND version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw RefusalException.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "account.changed-meanwhile",
                    version,
                    find(id).map(Account::version).orElse(0L));
        }
    }

    /** Changes the names and the active state of an account. */
    void update(AccountId id, String name, String signInName, boolean active) {
        database.sql("UPDATE account SET name = :name, sign_in_name = :signInName, active = :active WHERE id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("signInName", Account.normalizeName(signInName))
                .param("active", active)
                .update();
        readNames().remove(id);
    }

    /** Removes the name and all means to sign in. The id stays, so audit entries still show that they concern the same account. */
    void anonymize(AccountId id) {
        database.sql("""
                        UPDATE account SET organisation = NULL, name = id, sign_in_name = id, password = NULL, elsewhere = NULL, active = FALSE
                        WHERE id = :id""").param("id", id.value()).update();
        readNames().remove(id);
    }

    /** Sets the password hash of an account and increments its version, because it can sign in now. */
    public void setPasswordHash(AccountId id, String hash) {
        database.sql("UPDATE account SET password = :password, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("password", hash)
                .update();
    }

    /** Records a sign-in. */
    public void recordSignIn(AccountId id) {
        database.sql("UPDATE account SET signed_in = :now WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private static Account mapRow(ResultSet row, int number) throws SQLException {
        String organisation = row.getString("organisation");
        Timestamp signedIn = row.getTimestamp("signed_in");
        return new Account(
                new AccountId(row.getString("id")),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("name"),
                row.getString("sign_in_name"),
                row.getBoolean("active"),
                row.getBoolean("has_password"),
                signedIn == null ? null : signedIn.toInstant(),
                row.getLong("version"),
                row.getTimestamp("created").toInstant());
    }
}
