package dk.grundskema.api.platform.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.traffic.LimitSettings;
import dk.grundskema.api.platform.traffic.RateLimiter;
import io.github.bucket4j.TimeMeter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits the attempts to sign in, per name and per address. The rate is counted in this process, with a monotonic clock; the lock-out is stored in
 * the database, so it applies to all processes and survives restarts. Both depend on the typed name, whether an account with that name exists or not.
 * A name that has recently signed in from an address is counted separately for that address.
 */
@Component
public class SignInLimiter {
    /** Wrong passwords for one name within a day until the name is locked; each further one doubles the lock-out. */
    public static final int MOST_FAILURES = 5;

    /** First lock-out period. */
    static final Duration FIRST_LOCK_DURATION = Duration.ofMinutes(1);

    /** Longest lock-out period. */
    static final Duration MAX_LOCK_DURATION = Duration.ofMinutes(15);

    private static final Duration SUCCESS_LIFETIME = Duration.ofDays(1);

    private static final int CACHE_SIZE = 20_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final RateLimiter addressLimiter;
    private final RateLimiter nameLimiter;

    private final Cache<List<String>, Boolean> successfulSignIns = Caffeine.newBuilder()
            .maximumSize(CACHE_SIZE)
            .expireAfterWrite(Duration.ofDays(30))
            .build();

    SignInLimiter(JdbcClient database, InstantSource clock, TimeMeter timeMeter, LimitSettings limits) {
        this.database = database;
        this.clock = clock;
        this.addressLimiter = new RateLimiter(limits.signInsPerMinute(), timeMeter);
        this.nameLimiter = new RateLimiter(limits.signInsPerNamePerMinute(), timeMeter);
    }

    /**
     * Counts an attempt to sign in. The name is checked before the address, so that someone who guesses passwords for one name is stopped before a
     * whole school behind the same address. A user who recently signed in from this address is not affected by guesses for other names, or for this
     * name from other addresses.
     *
     * @throws RefusalException 429 if there were too many recent attempts with the name or from the address, or the name is locked
     */
    void checkAttempt(String signInName, String address) {
        checkNameHash(attemptKey(signInName, address));
        if (!hasSignedInFrom(signInName, address)) {
            checkAddress(address);
        }
    }

    private boolean hasSignedInFrom(String signInName, String address) {
        return successfulSignIns.getIfPresent(List.of(address, hash(signInName))) != null;
    }

    /** Returns the key that attempts are counted under: name and address if the name recently signed in from there, otherwise the name. */
    private String attemptKey(String signInName, String address) {
        return hasSignedInFrom(signInName, address)
                ? SecretHash.hash(hash(signInName) + " from " + address)
                : hash(signInName);
    }

    /** @throws RefusalException 429 if there were too many recent attempts from the address */
    void checkAddress(String address) {
        takeFrom(addressLimiter, address);
    }

    /** @throws RefusalException 429 if there were too many recent attempts with the name, or it is locked */
    void checkName(String signInName) {
        checkNameHash(hash(signInName));
    }

    private void checkNameHash(String hash) {
        takeFrom(nameLimiter, hash);
        findFailures(hash)
                .filter(known -> known.count() >= MOST_FAILURES)
                .map(this::remainingLock)
                .filter(Duration::isPositive)
                .ifPresent(left -> {
                    throw RefusalException.tooMany("sign-in.locked", left);
                });
    }

    private static void takeFrom(RateLimiter rates, String key) {
        Duration wait = rates.tryTake(key);
        if (wait != null) {
            throw RefusalException.tooMany("sign-in.too-often", wait);
        }
    }

    /** Returns the remaining lock-out. A failure in the future was stored with a wrong clock and locks nothing. */
    private Duration remainingLock(FailureCount known) {
        Instant now = clock.instant();
        return known.latest().isAfter(now.plus(MAX_LOCK_DURATION))
                ? Duration.ZERO
                : Duration.between(now, known.latest().plus(lockDuration(known.count())));
    }

    /** Doubles with each failure. */
    static Duration lockDuration(int failures) {
        int doublings = Math.clamp(failures - MOST_FAILURES, 0, Integer.SIZE / 2);
        Duration wait = FIRST_LOCK_DURATION.multipliedBy(1L << doublings);
        return wait.compareTo(MAX_LOCK_DURATION) < 0 ? wait : MAX_LOCK_DURATION;
    }

    private record FailureCount(int count, Instant latest) {}

    private Optional<FailureCount> findFailures(String hash) {
        return database.sql("SELECT failures, latest FROM sign_in_failure WHERE name_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new FailureCount(
                        row.getInt("failures"), row.getTimestamp("latest").toInstant()))
                .optional();
    }

    /** Records a wrong password for a name from an address. */
    void recordFailure(String signInName, String address) {
        insertFailure(attemptKey(signInName, address));
    }

    /** Records a wrong password for a name. */
    void recordFailure(String signInName) {
        insertFailure(hash(signInName));
    }

    private void insertFailure(String hash) {
        Instant now = clock.instant();
        if (!incrementFailures(hash, now)) {
            try {
                database.sql("INSERT INTO sign_in_failure (name_hash, failures, latest) VALUES (:hash, 1, :now)")
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update();
            } catch (DuplicateKeyException e) { // another failure was stored at the same time
                var unused = incrementFailures(hash, now);
            }
        }
        forgetOld(now);
    }

    private boolean incrementFailures(String hash, Instant now) {
        return database.sql("""
                        UPDATE sign_in_failure
                        SET failures = CASE WHEN latest > :since AND latest <= :until THEN failures + 1 ELSE 1 END, latest = :now
                        WHERE name_hash = :hash""")
                        .param("since", Timestamp.from(now.minus(SUCCESS_LIFETIME)))
                        .param("until", Timestamp.from(now.plus(MAX_LOCK_DURATION)))
                        .param("now", Timestamp.from(now))
                        .param("hash", hash)
                        .update()
                > 0;
    }

    private void forgetOld(Instant now) {
        database.sql("DELETE FROM sign_in_failure WHERE latest < :old")
                .param("old", Timestamp.from(now.minus(SUCCESS_LIFETIME)))
                .update();
    }

    /** Records a successful sign-in from an address. */
    void recordSuccess(String signInName, String address) {
        forget(attemptKey(signInName, address));
        successfulSignIns.put(List.of(address, hash(signInName)), true);
        recordSuccess(signInName);
    }

    /** Records a successful sign-in. */
    void recordSuccess(String signInName) {
        forget(hash(signInName));
    }

    private void forget(String hash) {
        database.sql("DELETE FROM sign_in_failure WHERE name_hash = :hash")
                .param("hash", hash)
                .update();
    }

    private static String hash(String signInName) {
        return SecretHash.hash("name " + Account.normalizeName(signInName));
    }
}
