package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Refusal;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: what they must be, and what is kept of them. Making and comparing takes time and memory on purpose, so only a few are worked on at
 * once.
 */
@Component
class Passwords {
    /** Fewest characters. */
    static final int SHORTEST = 10;

    /** Most characters. */
    static final int LONGEST = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private @Nullable String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * What is kept of a new password.
     *
     * @param at         pointer to it in what was sent
     * @param signInName must not be the password
     * @param name       what the owner is called
     * @throws Refusal 422 if it is too short, too long, the sign-in name, or easy to guess, also from the owner's names
     */
    String accepted(String password, String at, String signInName, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw Refusal.unusable("password.too-short", at, SHORTEST);
        }
        if (length > LONGEST) {
            throw Refusal.unusable("password.too-long", at, LONGEST);
        }
        if (Account.comparable(password).equals(Account.comparable(signInName))) {
            throw Refusal.unusable("password.is-name", at);
        }
        if (inPlace(() -> PasswordStrength.isWeak(composed(password), signInName, name))) {
            throw Refusal.unusable("password.common", at);
        }
        return hash(password);
    }

    /** What is kept of a password. */
    String hash(String password) {
        return inPlace(() -> encoder.encode(composed(password)));
    }

    /** Whether that is the password of which this is kept; where nothing is kept the answer is no, and takes as long. */
    boolean matches(String password, Optional<String> kept) {
        if (password.length() > 2 * LONGEST) {
            return false;
        }
        String instead = inPlace(this::nobodys);
        return inPlace(() -> encoder.matches(composed(password), kept.orElse(instead))) && kept.isPresent();
    }

    /** Made when it is first needed, since a start must not wait for it. */
    private synchronized String nobodys() {
        String made = nobodys;
        if (made == null) {
            made = encoder.encode("a password that nobody has");
            nobodys = made;
        }
        return made;
    }

    /** The letter å is one character or two, depending on who typed it. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inPlace(Supplier<T> work) {
        boolean hasPlace = false;
        try {
            hasPlace = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!hasPlace) {
                throw Refusal.tooMany("sign-in.busy", PATIENCE);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany("sign-in.busy", PATIENCE);
        } finally {
            if (hasPlace) {
                places.release();
            }
        }
    }
}
