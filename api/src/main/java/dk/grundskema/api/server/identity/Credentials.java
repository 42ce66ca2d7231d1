package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
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
 * Tokens, sessions and codes, as the database has them: of each secret only its hash. A clock that was wrong for a while makes none of them
 * last longer: what says that it was made in the future is no good, and a session that was once found too old stays ended.
 */
@Component
class Credentials {
    /** A session that isn't used for so long has ended. */
    static final Duration IDLE = Duration.ofHours(2);

    /** Clocks of several workers differ by less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** When something was used is noted no more often. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private static final String SELECT = """
            SELECT c.id, c.account, c.kind, c.name, c.scopes, c.organisation, c.created, c.expires, c.last_used
            FROM credential c JOIN account a ON a.id = c.account\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    Credentials(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The credential of that kind with that secret; empty if it is unknown, too old or was taken back, or its account is closed. That this was asked is
     * no use of it, see {@link #used}.
     */
    Optional<Credential> known(String secret, Kind kind) {
        return database.sql(
                        SELECT + "WHERE c.hash = :hash AND c.kind = :kind AND c.revoked IS NULL AND a.active = TRUE")
                .param("hash", Secrets.hash(secret))
                .param("kind", kind.name())
                .query(Credentials::credential)
                .optional()
                .filter(this::isGood);
    }

    /** The credential of that id, as it is now, if it can still be used; that this was asked is no use of it. */
    Optional<Credential> stillGood(String id) {
        Instant now = clock.instant();
        return database.sql(SELECT + "WHERE c.id = :id AND c.revoked IS NULL AND a.active = TRUE")
                .param("id", id)
                .query(Credentials::credential)
                .optional()
                .filter(one -> !isFromLater(one, now) && !isOver(one, now));
    }

    /**
     * Makes sure that a credential can still be used. With a lock on its account it can be used until the lock is released.
     *
     * @throws Refusal 401 if it can't
     */
    void requireGood(Credential one) {
        if (stillGood(one.id()).isEmpty()) {
            throw Refusal.of(HttpStatus.UNAUTHORIZED, "rest.sign-in");
        }
    }

    private static boolean isFromLater(Credential one, Instant now) {
        return one.created().isAfter(now.plus(CLOCKS_DIFFER));
    }

    private static boolean isOver(Credential one, Instant now) {
        Instant used = one.lastUsed() == null ? one.created() : one.lastUsed();
        return !now.isBefore(one.expires()) || (one.kind() == Kind.SESSION && !now.isBefore(used.plus(IDLE)));
    }

    private boolean isGood(Credential one) {
        Instant now = clock.instant();
        if (isFromLater(one, now)) {
            return false;
        }
        if (isOver(one, now)) {
            if (one.kind() == Kind.SESSION) {
                unlessItFails(() -> revoke(one.id()));
            }
            return false;
        }
        return true;
    }

    /** Notes that somebody uses a credential now: from now on a session is idle. */
    void used(Credential one) {
        Instant now = clock.instant();
        Instant used = one.lastUsed();
        if (used == null || Duration.between(used, now).abs().compareTo(NOTED_EVERY) >= 0) {
            unlessItFails(() -> used(one.id(), now));
        }
    }

    private void used(String id, Instant now) {
        database.sql("UPDATE credential SET last_used = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Where a full disk lets nothing be written, what can be read is still read. */
    private static void unlessItFails(Runnable note) {
        try {
            note.run();
        } catch (DataAccessException e) {
            LOG.warn(
                    "When a credential was used could not be noted ({}).",
                    e.getClass().getSimpleName());
        }
    }

    /** Keeps what is needed to know a secret again. */
    void add(Credential one, String secret) {
        add(one, secret, null);
    }

    /** Keeps a password code, and the administrator who drew it. */
    void addCode(Credential one, String secret, AccountId drawnBy) {
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
                .param("hash", Secrets.hash(secret))
                .param("name", one.name())
                .param("scopes", one.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("organisation", limit == null ? null : limit.value())
                .param("created", Timestamp.from(one.created()))
                .param("expires", Timestamp.from(one.expires()))
                .param("drawnBy", drawnBy == null ? null : drawnBy.value())
                .update();
    }

    /** The administrator who drew a password code; empty for other credentials, and for codes from before this was stored. */
    Optional<AccountId> drawnBy(Credential code) {
        return database.sql("SELECT drawn_by FROM credential WHERE id = :id AND drawn_by IS NOT NULL")
                .param("id", code.id())
                .query(String.class)
                .optional()
                .map(AccountId::new);
    }

    /** An account's tokens that can still be used, the latest first. */
    List<Credential> tokens(AccountId account) {
        return database.sql(SELECT
                        + "WHERE c.account = :account AND c.kind = 'TOKEN' AND c.revoked IS NULL AND c.expires > :now"
                        + " ORDER BY c.created DESC, c.id")
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Credentials::credential)
                .list();
    }

    /** Takes a credential back. */
    void revoke(String id) {
        database.sql("UPDATE credential SET revoked = :now WHERE id = :id AND revoked IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Takes back an account's token; whether it has one of that id. */
    boolean revokeToken(AccountId account, String id) {
        return database.sql("""
                        UPDATE credential SET revoked = COALESCE(revoked, :now)
                        WHERE id = :id AND account = :account AND kind = 'TOKEN'""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** Takes back all of an account's credentials of a kind but one. */
    void revokeAll(AccountId account, Kind kind, @Nullable String except) {
        database.sql("""
                        UPDATE credential SET revoked = :now
                        WHERE account = :account AND kind = :kind AND revoked IS NULL AND id <> :except""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.value())
                .param("kind", kind.name())
                .param("except", except == null ? "" : except)
                .update();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        String limit = row.getString("organisation");
        Timestamp used = row.getTimestamp("last_used");
        return new Credential(
                row.getString("id"),
                new AccountId(row.getString("account")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                scopes(row.getString("scopes")),
                limit == null ? null : new OrganisationId(limit),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("expires").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<Permission> scopes(String written) {
        return Arrays.stream(written.split(","))
                .filter(each -> !each.isEmpty())
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
    }
}
