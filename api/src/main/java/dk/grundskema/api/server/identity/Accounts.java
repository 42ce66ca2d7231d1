package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, as the database has them; what they are where is known by {@link Grants}. */
@Component
public class Accounts {
    private static final String SELECT = """
            SELECT id, organisation, name, sign_in_name, active, password IS NOT NULL AS has_password, signed_in, version, created
            FROM account\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    Accounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether there is no account yet. */
    boolean isEmpty() {
        return database.sql("SELECT COUNT(*) FROM account").query(Long.class).single() == 0;
    }

    /** The account of that id, if there is one. */
    Optional<Account> find(AccountId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /** What the owners of some accounts are called, of those accounts that are still there; asked all at once. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        var names = new HashMap<AccountId, String>();
        if (!ids.isEmpty()) {
            database.sql("SELECT id, name FROM account WHERE id IN (:ids)")
                    .param("ids", ids.stream().map(AccountId::value).distinct().toList())
                    .query(row -> {
                        names.put(new AccountId(row.getString("id")), row.getString("name"));
                    });
        }
        return names;
    }

    /** The account with that sign-in name, if there is one. */
    Optional<Account> named(String signInName) {
        String name = Account.comparable(signInName);
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty(); // nobody is called that, and not every database can be asked
        }
        return database.sql(SELECT + "WHERE sign_in_name = :name")
                .param("name", name)
                .query(Accounts::account)
                .optional();
    }

    /**
     * Accounts that an organisation keeps or that are something in it, in the order of their ids.
     *
     * @param isWaiting whether only those that are nothing anywhere
     */
    List<Account> of(OrganisationId organisation, boolean isWaiting, @Nullable AccountId after, int most) {
        String which = isWaiting ? "AND id NOT IN (SELECT account FROM role_grant) " : "";
        return database.sql(SELECT + """
                        WHERE (organisation = :organisation
                               OR id IN (SELECT account FROM role_grant WHERE role_grant.organisation = :organisation))
                        AND id > :after\s""" + which + "ORDER BY id LIMIT :most")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(Accounts::account)
                .list();
    }

    /** The account of a person whom an issuer knows, if there is one. */
    Optional<Account> elsewhere(String person) {
        return database.sql(SELECT + "WHERE elsewhere = :person")
                .param("person", person)
                .query(Accounts::account)
                .optional();
    }

    /** Makes an account that of a person whom an issuer knows; whether it was nobody's so far. */
    boolean link(AccountId id, String person) {
        return database.sql("UPDATE account SET elsewhere = :person WHERE id = :id AND elsewhere IS NULL")
                        .param("person", person)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** What is kept of an account's password; empty if it has none. */
    Optional<String> password(AccountId id) {
        return database.sql("SELECT password FROM account WHERE id = :id AND password IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Locks the account's row until the transaction ends. Changes of its rights and its password wait for each other; rows that refer to it don't wait,
     * as they would for a row that was selected for update.
     */
    void lock(AccountId id) {
        database.sql("UPDATE account SET active = active WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Keeps a new account. */
    void add(
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
                .param("signInName", Account.comparable(signInName))
                .param("password", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Counts a change of an account.
     *
     * @throws Refusal 412 if it has another version by now
     */
    void changes(AccountId id, long version) {
        int changed = database.sql("UPDATE account SET version = version + 1 WHERE id = :id AND version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Refusal.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "account.changed-meanwhile",
                    version,
                    find(id).map(Account::version).orElse(0L));
        }
    }

    /** Changes what an account is called and whether it can be used. */
    void set(AccountId id, String name, String signInName, boolean active) {
        database.sql("UPDATE account SET name = :name, sign_in_name = :signInName, active = :active WHERE id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("signInName", Account.comparable(signInName))
                .param("active", active)
                .update();
    }

    /** Nobody's name is left, and nobody can sign in any more; what was noted about what the account did still says that it was one and the same. */
    void forget(AccountId id) {
        database.sql("""
                        UPDATE account SET organisation = NULL, name = id, sign_in_name = id, password = NULL, elsewhere = NULL, active = FALSE
                        WHERE id = :id""").param("id", id.value()).update();
    }

    /** Changes the password of an account; it counts as a change, since it can now be signed in to. */
    void setPassword(AccountId id, String hash) {
        database.sql("UPDATE account SET password = :password, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("password", hash)
                .update();
    }

    /** Notes that somebody signed in. */
    void signedIn(AccountId id) {
        database.sql("UPDATE account SET signed_in = :now WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
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
