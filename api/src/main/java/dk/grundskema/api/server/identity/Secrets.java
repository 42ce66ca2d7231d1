package dk.grundskema.api.server.identity;

import dk.grundskema.api.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is kept of secrets that are random: enough to know them again, nothing to use them by. */
public final class Secrets {
    private Secrets() {}

    /** SHA-256 of a secret, as hexadecimal text; one of 260 random bits needs no slower hash. */
    static String hash(String secret) {
        return Sha256.of(secret);
    }

    /** Whether what somebody said is the secret; how long the answer takes doesn't tell how much of it is right. */
    public static boolean isSame(String said, String secret) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
