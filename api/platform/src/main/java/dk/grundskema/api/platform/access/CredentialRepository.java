package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores tokens, sessions and password codes, with hashes instead of secrets. A clock that was temporarily wrong extends no credential: one with a
 * creation time in the future is invalid, and a session that was once found expired stays ended.
 */
@Component
public class CredentialRepository {
    /** A session that is not used for this long ends. */
    public static final Duration MAX_IDLE_TIME = Duration.ofHours(2);

    /** Upper limit for the difference between the clocks of several processes. */
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /** Minimum interval between updates of the last use. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(CredentialRepository.class);

    private static final String SELECT = """
            SELECT c.id, c.account, c.kind, c.name, c.scopes, c.organisation, c.created, c.expires, c.last_used
            FROM credential c JOIN account a ON a.id = c.account\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    public CredentialRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns the credential of that kind with that secret; empty if it is unknown, expired or revoked, or its account is closed. The lookup does not
     * count as use, see {@link #recordUse}.
     */
    public Optional<Credential> findBySecret(String secret, Kind kind) {
        return database.sql(
                        SELECT + "WHERE c.hash = :hash AND c.kind = :kind AND c.revoked IS NULL AND a.active = TRUE")
                .param("hash", SecretHash.hash(secret))
                .param("kind", kind.name())
                .query(CredentialRepository::mapRow)
                .optional()
                .filter(this::isValid);
    }

    /**
     * A credential with what its account may do.
     *
     * @param credential the credential
     * @param name       name of the owner of its account
     * @param grants     all roles of its account, in the organisations that they were assigned in and in those below
     */
    public record CredentialWithGrants(Credential credential, String name, List<Grant> grants) {}

    /** Returns a credential as {@link #findBySecret}, with the roles of its account, in one query. */
    public Optional<CredentialWithGrants> findWithGrants(String secret, Kind kind) {
        var found = new LinkedHashMap<Credential, String>();
        var grants = new ArrayList<Grant>();
        database.sql("""
                        WITH RECURSIVE below (origin, role, staff, id) AS (
                          SELECT g.organisation, g.role, g.staff, g.organisation FROM role_grant g
                          JOIN credential k ON k.account = g.account WHERE k.hash = :hash
                          UNION ALL
                          SELECT b.origin, b.role, b.staff, o.id FROM organisation o JOIN below b ON o.parent = b.id)
                        SELECT c.id, c.account, c.kind, c.name, c.scopes, c.organisation, c.created, c.expires, c.last_used,
                          a.name AS owner, b.role, b.staff, b.id AS granted_in
                        FROM credential c JOIN account a ON a.id = c.account LEFT JOIN below b ON TRUE
                        WHERE c.hash = :hash AND c.kind = :kind AND c.revoked IS NULL AND a.active = TRUE
                        ORDER BY b.origin, b.role, b.id""")
                .param("hash", SecretHash.hash(secret))
                .param("kind", kind.name())
                .query(row -> {
                    found.put(mapRow(row, 0), row.getString("owner"));
                    if (row.getString("granted_in") != null) {
                        String staff = row.getString("staff");
                        grants.add(new Grant(
                                new OrganisationId(row.getString("granted_in")),
                                Role.valueOf(row.getString("role")),
                                staff == null ? null : new StaffId(staff)));
                    }
                });
        return found.entrySet().stream()
                .findFirst()
                .filter(one -> isValid(one.getKey()))
                .map(one -> new CredentialWithGrants(one.getKey(), one.getValue(), grants));
    }

    /** Returns the current credential with that id; empty if it is no longer valid. The lookup does not count as use. */
    public Optional<Credential> findValid(String id) {
        Instant now = clock.instant();
        return database.sql(SELECT + "WHERE c.id = :id AND c.revoked IS NULL AND a.active = TRUE")
                .param("id", id)
                .query(CredentialRepository::mapRow)
                .optional()
                .filter(one -> !isCreatedInFuture(one, now) && !isExpired(one, now));
    }

    /**
     * Checks that a credential is still valid. If the transaction holds a lock on its account, it stays valid until the lock is released.
     *
     * @throws RefusalException 401 if it is not valid
     */
    public void requireValid(Credential one) {
        if (findValid(one.id()).isEmpty()) {
            throw RefusalException.of(HttpStatus.UNAUTHORIZED, "rest.sign-in");
        }
    }

    private static boolean isCreatedInFuture(Credential one, Instant now) {
        return one.created().isAfter(now.plus(MAX_CLOCK_DIFFERENCE));
    }

    private static boolean isExpired(Credential one, Instant now) {
        Instant used = one.lastUsed() == null ? one.created() : one.lastUsed();
        return !now.isBefore(one.expires()) || (one.kind() == Kind.SESSION && !now.isBefore(used.plus(MAX_IDLE_TIME)));
    }

    private boolean isValid(Credential one) {
        Instant now = clock.instant();
        if (isCreatedInFuture(one, now)) {
            return false;
        }
        if (isExpired(one, now)) {
            if (one.kind() == Kind.SESSION) {
                ignoreWriteFailure(() -> revoke(one.id()));
            }
            return false;
        }
        return true;
    }

    /** Records the current time as the last use of a credential; the idle time of a session starts again. */
    public void recordUse(Credential one) {
        Instant now = clock.instant();
        Instant used = one.lastUsed();
        if (used == null || Duration.between(used, now).abs().compareTo(USE_INTERVAL) >= 0) {
            ignoreWriteFailure(() -> recordUse(one.id(), now));
        }
    }

    private void recordUse(String id, Instant now) {
        database.sql("UPDATE credential SET last_used = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Ignores failures to write, so that reading still works with a full disk. */
    private static void ignoreWriteFailure(Runnable note) {
        try {
            note.run();
        } catch (DataAccessException e) {
            LOG.warn(
                    "The last use of a credential could not be stored ({}); the request continues.",
                    e.getClass().getSimpleName());
        }
    }

    /** Stores a credential with the hash of its secret. */
    public void add(Credential one, String secret) {
        add(one, secret, null);
    }

    /** Stores a password code with the administrator who issued it. */
    public void addPasswordCode(Credential one, String secret, AccountId drawnBy) {
        add(one, secret, drawnBy);
    }

    private void add(Credential one, String secret, @Nullable AccountId drawnBy) {
        OrganisationId limit = one.limit();
        database.sql("""
                        INSERT INTO credential (id, account, kind, hash, name, scopes, organisation, created, expires, drawn_by)
                        VALUES (:id, :account, :kind, :hash, :name, :scopes, :organisation, :created, :expires, :drawnBy)""")
                .param("id", one.id())
                .param("account", one.account().value())
                .param("kind", one.kind().name())
                .param("hash", SecretHash.hash(secret))
                .param("name", one.name())
                .param("scopes", one.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("organisation", limit == null ? null : limit.value())
                .param("created", Timestamp.from(one.created()))
                .param("expires", Timestamp.from(one.expires()))
                .param("drawnBy", drawnBy == null ? null : drawnBy.value())
                .update();
    }

    /** Returns the administrator who issued a password code; empty for other credentials, and for codes from before this was stored. */
    public Optional<AccountId> findCodeIssuer(Credential code) {
        return database.sql("SELECT drawn_by FROM credential WHERE id = :id AND drawn_by IS NOT NULL")
                .param("id", code.id())
                .query(String.class)
                .optional()
                .map(AccountId::new);
    }

    /** Returns the valid tokens of an account, the latest first. */
    public List<Credential> findTokens(AccountId account) {
        return database.sql(SELECT
                        + "WHERE c.account = :account AND c.kind = 'TOKEN' AND c.revoked IS NULL AND c.expires > :now"
                        + " ORDER BY c.created DESC, c.id")
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(CredentialRepository::mapRow)
                .list();
    }

    /** Revokes a credential. */
    public void revoke(String id) {
        database.sql("UPDATE credential SET revoked = :now WHERE id = :id AND revoked IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Revokes a token of an account. Returns whether the account has a token with that id. */
    public boolean revokeToken(AccountId account, String id) {
        return database.sql("""
                        UPDATE credential SET revoked = COALESCE(revoked, :now)
                        WHERE id = :id AND account = :account AND kind = 'TOKEN'""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /**
     * Revokes all of an account's credentials of a kind, except one.
     *
     * @param except id of the credential to keep; {@code null} means none
     */
    public void revokeAll(AccountId account, Kind kind, @Nullable String except) {
        database.sql("""
                        UPDATE credential SET revoked = :now
                        WHERE account = :account AND kind = :kind AND revoked IS NULL AND id <> :except""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .param("kind", kind.name())
                .param("except", except == null ? "" : except)
                .update();
    }

    private static Credential mapRow(ResultSet row, int number) throws SQLException {
        String limit = row.getString("organisation");
        Timestamp used = row.getTimestamp("last_used");
        return new Credential(
                row.getString("id"),
                new AccountId(row.getString("account")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                parseScopes(row.getString("scopes")),
                limit == null ? null : new OrganisationId(limit),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("expires").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<Permission> parseScopes(String written) {
        return Arrays.stream(written.split(","))
                .filter(each -> !each.isEmpty())
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
    }
}
