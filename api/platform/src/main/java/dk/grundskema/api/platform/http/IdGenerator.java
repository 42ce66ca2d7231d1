package dk.grundskema.api.platform.http;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Generates ids and secrets that cannot be guessed. */
@Component
public final class IdGenerator {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_LENGTH = 52;

    private final SecureRandom random = new SecureRandom();

    /** Returns an id of 100 random bits, in letters and digits that are not confused when read aloud. */
    public String newId() {
        return randomText(ID_LENGTH);
    }

    /** Returns a secret of 260 random bits in the same alphabet. */
    public String newSecret() {
        return randomText(SECRET_LENGTH);
    }

    /** Returns a code of the given number of characters from the same alphabet, 5 bits each, for people to type. */
    public String newCode(int length) {
        return randomText(length);
    }

    private String randomText(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
