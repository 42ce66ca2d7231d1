package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
import dk.grundskema.domain.people.StaffId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts with their roles and credentials, as the database has them. */
@Component
public class Accounts {
    private final JdbcClient database;
    private final InstantSource clock;

    Accounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who a token or session belongs to; empty if it is unknown, has expired or was taken back. */
    Optional<Caller> byCredential(String secret) {
        record Credential(AccountId account, Set<Permission> scopes) {}
        return database.sql("""
                        SELECT account, scopes FROM credential
                        WHERE hash = :hash AND expires > :now AND revoked IS NULL""")
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Credential(new AccountId(row.getString("account")), scopes(row.getString("scopes"))))
                .optional()
                .map(known -> new Caller(known.account(), grants(known.account()), known.scopes()));
    }

    private static Set<Permission> scopes(String written) {
        return Arrays.stream(written.split(",")).map(Permission::valueOf).collect(Collectors.toSet());
    }

    /** What an account is where, with all organisations below. */
    private List<Grant> grants(AccountId account) {
        List<Grant> own = database.sql("SELECT organisation, role, staff FROM role_grant WHERE account = :account")
                .param("account", account.value())
                .query((row, number) -> {
                    String staff = row.getString("staff");
                    return new Grant(
                            new OrganisationId(row.getString("organisation")),
                            Role.valueOf(row.getString("role")),
                            staff == null ? null : new StaffId(staff));
                })
                .list();
        Map<OrganisationId, List<OrganisationId>> below = below();
        var all = new ArrayList<Grant>();
        own.forEach(grant -> spread(grant, below, all));
        return all;
    }

    private static void spread(Grant grant, Map<OrganisationId, List<OrganisationId>> below, List<Grant> all) {
        all.add(grant);
        below.getOrDefault(grant.organisation(), List.of())
                .forEach(one -> spread(new Grant(one, grant.role(), grant.staffId()), below, all));
    }

    private Map<OrganisationId, List<OrganisationId>> below() {
        Map<OrganisationId, List<OrganisationId>> below = new HashMap<>();
        database.sql("SELECT id, parent FROM organisation WHERE parent IS NOT NULL")
                .query((row, number) -> below.computeIfAbsent(
                                new OrganisationId(row.getString("parent")), fresh -> new ArrayList<>())
                        .add(new OrganisationId(row.getString("id"))))
                .list();
        return below;
    }

    /** Whether there is no account yet. */
    boolean isEmpty() {
        return database.sql("SELECT COUNT(*) FROM account").query(Long.class).single() == 0;
    }

    /** Keeps an account. */
    void add(AccountId id, String name, String signInName, String passwordHash) {
        database.sql("""
                        INSERT INTO account (id, name, sign_in_name, password, version, created)
                        VALUES (:id, :name, :signInName, :password, 1, :now)""")
                .param("id", id.value())
                .param("name", name)
                .param("signInName", signInName)
                .param("password", passwordHash)
                .param("now", Timestamp.from(clock.instant()))
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

    /** Keeps what is needed to know a token or session again. */
    void addCredential(
            String id,
            AccountId account,
            String kind,
            String secret,
            String name,
            Set<Permission> scopes,
            Instant expires) {
        database.sql("""
                        INSERT INTO credential (id, account, kind, hash, name, scopes, created, expires)
                        VALUES (:id, :account, :kind, :hash, :name, :scopes, :now, :expires)""")
                .param("id", id)
                .param("account", account.value())
                .param("kind", kind)
                .param("hash", Secrets.hash(secret))
                .param("name", name)
                .param("scopes", scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(expires))
                .update();
    }
}
