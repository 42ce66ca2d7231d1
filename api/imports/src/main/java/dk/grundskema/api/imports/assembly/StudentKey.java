package dk.grundskema.api.imports.assembly;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of 256 random bits for generating student ids. Without it nobody can derive an id from a name and a class; with it the same name
 * and class always get the same id.
 */
public final class StudentKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{%d}".formatted(2 * BYTES));

    private final byte[] secret;

    private StudentKey(byte[] secret) {
        this.secret = secret;
    }

    /** Returns a new key. */
    public static StudentKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new StudentKey(secret);
    }

    /** Parses a key from its {@link #secretText}; empty if the text has another format. */
    public static Optional<StudentKey> of(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new StudentKey(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /** Returns the secret as 64 hexadecimal digits, for storing it. */
    public String secretText() {
        return HexFormat.of().formatHex(secret);
    }

    /** Returns the HMAC of a text in UTF-8, as 64 hexadecimal digits. */
    String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + ALGORITHM + ", which every JDK must have.", e);
        }
    }

    /** Returns a text without the secret. */
    @Override
    public String toString() {
        return "student key";
    }
}
