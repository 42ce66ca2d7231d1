package dk.grundskema.api.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.grundskema.api.server.platform.Rates;
import dk.grundskema.api.server.platform.Refusal;
import io.github.bucket4j.TimeMeter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try to sign in. The rate counts in this process, by a clock that never jumps; the lock-out is in the database, so that it
 * holds for all workers and over restarts. Both go by what was typed, whether somebody has that name or not.
 */
@Component
class SignInLimits {
    /** So many wrong passwords for one name within a day, and the name is locked; each further one locks it for longer. */
    static final int MOST_FAILURES = 5;

    /** How long it is locked at first. */
    static final Duration LOCKED_AT_FIRST = Duration.ofMinutes(1);

    /** How long it is locked at most. */
    static final Duration LOCKED = Duration.ofMinutes(15);

    private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    private static final int REMEMBERED = 20_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Rates ofAddresses;
    private final Rates ofNames;

    private final Cache<List<String>, Boolean> welcome = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofDays(30))
            .build();

    SignInLimits(
            JdbcClient database,
            InstantSource clock,
            TimeMeter elapsed,
            @Value("${grundskema.limits.sign-ins-per-minute}") int perAddress,
            @Value("${grundskema.limits.sign-ins-per-name-per-minute}") int perName) {
        this.database = database;
        this.clock = clock;
        this.ofAddresses = new Rates(perAddress, elapsed);
        this.ofNames = new Rates(perName, elapsed);
    }

    /**
     * Somebody tries to sign in. A name is asked about before the address: whoever guesses at one name is stopped before a whole school behind the same
     * address is. And whoever has signed in from there lately is stopped by nobody else's guesses, neither at other names nor at theirs from elsewhere.
     *
     * @throws Refusal 429 if there were too many attempts with the name or from the address lately, or the name is locked
     */
    void attempt(String signInName, String address) {
        within(key(signInName, address));
        if (!isWelcome(signInName, address)) {
            fromAddress(address);
        }
    }

    private boolean isWelcome(String signInName, String address) {
        return welcome.getIfPresent(List.of(address, hash(signInName))) != null;
    }

    /** What attempts are counted under: where somebody has signed in with the name lately they count for themselves. */
    private String key(String signInName, String address) {
        return isWelcome(signInName, address) ? Secrets.hash(hash(signInName) + " from " + address) : hash(signInName);
    }

    /** @throws Refusal 429 if there were too many attempts from the address lately */
    void fromAddress(String address) {
        take(ofAddresses, address);
    }

    /** @throws Refusal 429 if there were too many attempts with the name lately, or it is locked */
    void withName(String signInName) {
        within(hash(signInName));
    }

    private void within(String hash) {
        take(ofNames, hash);
        failures(hash)
                .filter(known -> known.count() >= MOST_FAILURES)
                .map(this::left)
                .filter(Duration::isPositive)
                .ifPresent(left -> {
                    throw Refusal.tooMany("sign-in.locked", left);
                });
    }

    private static void take(Rates rates, String key) {
        Duration wait = rates.wait(key);
        if (wait != null) {
            throw Refusal.tooMany("sign-in.too-often", wait);
        }
    }

    /** A failure in the future was noted by a clock that was wrong then: it locks nobody. */
    private Duration left(Failures known) {
        Instant now = clock.instant();
        return known.latest().isAfter(now.plus(LOCKED))
                ? Duration.ZERO
                : Duration.between(now, known.latest().plus(locked(known.count())));
    }

    /** Twice as long each time. */
    static Duration locked(int failures) {
        int doublings = Math.clamp(failures - MOST_FAILURES, 0, Integer.SIZE / 2);
        Duration wait = LOCKED_AT_FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LOCKED) < 0 ? wait : LOCKED;
    }

    private record Failures(int count, Instant latest) {}

    private Optional<Failures> failures(String hash) {
        return database.sql("SELECT failures, latest FROM sign_in_failure WHERE name_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new Failures(
                        row.getInt("failures"), row.getTimestamp("latest").toInstant()))
                .optional();
    }

    /** Notes that the password was wrong that somebody typed at an address. */
    void failed(String signInName, String address) {
        note(key(signInName, address));
    }

    /** Notes that the password was wrong. */
    void failed(String signInName) {
        note(hash(signInName));
    }

    private void note(String hash) {
        Instant now = clock.instant();
        if (!counted(hash, now)) {
            try {
                database.sql("INSERT INTO sign_in_failure (name_hash, failures, latest) VALUES (:hash, 1, :now)")
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update();
            } catch (DuplicateKeyException e) { // another one failed at the same moment
                var unused = counted(hash, now);
            }
        }
        forgetOld(now);
    }

    private boolean counted(String hash, Instant now) {
        return database.sql("""
                        UPDATE sign_in_failure
                        SET failures = CASE WHEN latest > :since AND latest <= :until THEN failures + 1 ELSE 1 END, latest = :now
                        WHERE name_hash = :hash""")
                        .param("since", Timestamp.from(now.minus(REMEMBERED_FOR)))
                        .param("until", Timestamp.from(now.plus(LOCKED)))
                        .param("now", Timestamp.from(now))
                        .param("hash", hash)
                        .update()
                > 0;
    }

    private void forgetOld(Instant now) {
        database.sql("DELETE FROM sign_in_failure WHERE latest < :old")
                .param("old", Timestamp.from(now.minus(REMEMBERED_FOR)))
                .update();
    }

    /** Notes that somebody has signed in with the name from an address. */
    void succeeded(String signInName, String address) {
        forget(key(signInName, address));
        welcome.put(List.of(address, hash(signInName)), true);
        succeeded(signInName);
    }

    /** Notes that the name is no guess. */
    void succeeded(String signInName) {
        forget(hash(signInName));
    }

    private void forget(String hash) {
        database.sql("DELETE FROM sign_in_failure WHERE name_hash = :hash")
                .param("hash", hash)
                .update();
    }

    private static String hash(String signInName) {
        return Secrets.hash("name " + Account.comparable(signInName));
    }
}
