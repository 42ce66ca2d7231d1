package dk.grundskema.api.server.platform;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes ids and secrets that nobody can guess. */
@Component
public final class FreshIds {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_LENGTH = 52;

    private final SecureRandom random = new SecureRandom();

    /** An id of 100 random bits, in letters and digits that can be told apart when read aloud. */
    public String id() {
        return text(ID_LENGTH);
    }

    /** A secret of 260 random bits in the same letters. */
    public String secret() {
        return text(SECRET_LENGTH);
    }

    /** A code of so many of the same letters, 5 bits each, for somebody to type. */
    public String code(int length) {
        return text(length);
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
