package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.http.RefusalException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Validates, hashes and verifies passwords. Hashing takes time and memory on purpose, so only a few passwords are processed at the same time. */
@Component
public class PasswordService {
    /** Minimum length in characters. */
    static final int MIN_LENGTH = 10;

    /** Maximum length in characters. */
    static final int MAX_LENGTH = 200;

    private static final Duration SLOT_TIMEOUT = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final Semaphore hashingSlots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private @Nullable String dummyHash;

    PasswordService(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Validates a new password and returns its hash.
     *
     * @param at         JSON pointer to the password in the request
     * @param signInName must not be the password
     * @param name       name of the account's owner
     * @throws RefusalException 422 if it is too short, too long, the sign-in name, or easy to guess, also from the owner's names
     */
    public String validateAndHash(String password, String at, String signInName, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            throw RefusalException.unusable("password.too-short", at, MIN_LENGTH);
        }
        if (length > MAX_LENGTH) {
            throw RefusalException.unusable("password.too-long", at, MAX_LENGTH);
        }
        if (Account.normalizeName(password).equals(Account.normalizeName(signInName))) {
            throw RefusalException.unusable("password.is-name", at);
        }
        if (withPermit(() -> PasswordStrength.isWeak(normalize(password), signInName, name))) {
            throw RefusalException.unusable("password.common", at);
        }
        return hash(password);
    }

    /** Returns the hash of a password. */
    public String hash(String password) {
        return withPermit(() -> encoder.encode(normalize(password)));
    }

    /** Returns whether the password matches the hash; without a hash it returns false after the same time. */
    public boolean matches(String password, Optional<String> kept) {
        if (password.length() > 2 * MAX_LENGTH) {
            return false;
        }
        String instead = withPermit(this::dummyHash);
        return withPermit(() -> encoder.matches(normalize(password), kept.orElse(instead))) && kept.isPresent();
    }

    /** Computed on first use, so that it does not delay the start. */
    private synchronized String dummyHash() {
        String made = dummyHash;
        if (made == null) {
            made = encoder.encode("a password that nobody has");
            dummyHash = made;
        }
        return made;
    }

    /** Normalizes Unicode: depending on the keyboard, the letter å is one character or two. */
    private static String normalize(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T withPermit(Supplier<T> work) {
        boolean hasPlace = false;
        try {
            hasPlace = hashingSlots.tryAcquire(SLOT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (!hasPlace) {
                throw RefusalException.tooMany("sign-in.busy", SLOT_TIMEOUT);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusalException.tooMany("sign-in.busy", SLOT_TIMEOUT);
        } finally {
            if (hasPlace) {
                hashingSlots.release();
            }
        }
    }
}
