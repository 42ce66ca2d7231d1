package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts with their roles, as the database has them. */
@Component
public class Accounts {
    private static final String SELECT = """
            SELECT id, organisation, name, sign_in_name, active, password IS NOT NULL AS has_password, signed_in, version, created
            FROM account\s""";

    private final JdbcClient database;
    private final InstantSource clock;
    private final Organisations organisations;

    Accounts(JdbcClient database, InstantSource clock, Organisations organisations) {
        this.database = database;
        this.clock = clock;
        this.organisations = organisations;
    }

    /** Who calls with a credential. */
    Caller caller(Credential credential) {
        List<Grant> everywhere = spread(grants(credential.account()));
        OrganisationId limit = credential.limit();
        if (limit == null) {
            return new Caller(credential.account(), everywhere, credential.scopes());
        }
        var within = organisations.within(limit);
        return new Caller(
                credential.account(),
                everywhere.stream()
                        .filter(grant -> within.contains(grant.organisation()))
                        .toList(),
                credential.scopes());
    }

    /** What an account was made where, without what follows for the organisations below. */
    List<Grant> grants(AccountId account) {
        return database.sql(
                        "SELECT organisation, role, staff FROM role_grant WHERE account = :account ORDER BY organisation, role")
                .param("account", account.value())
                .query((row, number) -> {
                    String staff = row.getString("staff");
                    return new Grant(
                            new OrganisationId(row.getString("organisation")),
                            Role.valueOf(row.getString("role")),
                            staff == null ? null : new StaffId(staff));
                })
                .list();
    }

    private List<Grant> spread(List<Grant> own) {
        var all = new ArrayList<Grant>();
        own.forEach(grant -> organisations
                .within(grant.organisation())
                .forEach(one -> all.add(new Grant(one, grant.role(), grant.staffId()))));
        return all;
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

    /** The account with that sign-in name, if there is one. */
    Optional<Account> named(String signInName) {
        return database.sql(SELECT + "WHERE sign_in_name = :name")
                .param("name", Account.comparable(signInName))
                .query(Accounts::account)
                .optional();
    }

    /** Accounts that an organisation keeps or that are something in it, in the order of their ids. */
    List<Account> of(OrganisationId organisation, @Nullable AccountId after, int most) {
        return database.sql(SELECT + """
                        WHERE (organisation = :organisation
                               OR id IN (SELECT account FROM role_grant WHERE role_grant.organisation = :organisation))
                        AND id > :after ORDER BY id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(Accounts::account)
                .list();
    }

    /** What is kept of an account's password; empty if it has none. */
    Optional<String> password(AccountId id) {
        return database.sql("SELECT password FROM account WHERE id = :id AND password IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
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

    /** Makes an account something in an organisation. */
    void grant(AccountId account, Grant grant) {
        StaffId staff = grant.staffId();
        database.sql("""
                        INSERT INTO role_grant (account, organisation, role, staff)
                        VALUES (:account, :organisation, :role, :staff)""")
                .param("account", account.value())
                .param("organisation", grant.organisation().value())
                .param("role", grant.role().name())
                .param("staff", staff == null ? null : staff.value())
                .update();
    }

    /** Makes an account nothing in an organisation. */
    void revokeGrants(AccountId account, OrganisationId organisation) {
        database.sql("DELETE FROM role_grant WHERE account = :account AND organisation = :organisation")
                .param("account", account.value())
                .param("organisation", organisation.value())
                .update();
    }

    /** Whether somebody can sign in who administers an organisation, there or further up. */
    boolean hasAdministrator(OrganisationId organisation) {
        List<String> upwards = organisations.upwards(organisation).stream()
                .map(OrganisationId::value)
                .toList();
        return database.sql("""
                        SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.role = 'ADMINISTRATOR' AND g.organisation IN (:upwards)
                        AND a.active = TRUE AND (a.password IS NOT NULL OR a.signed_in IS NOT NULL)""").param("upwards", upwards).query(Long.class).single() > 0;
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
