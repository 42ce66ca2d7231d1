package dk.grundskema.api.platform.access;

import dk.grundskema.api.documents.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Hashes random secrets, so that they can be verified but not used. */
public final class SecretHash {
    private SecretHash() {}

    /** Returns the SHA-256 hash of a secret as hexadecimal text; a secret of 260 random bits needs no slow hash. */
    public static String hash(String secret) {
        return Sha256.of(secret);
    }

    /** Compares a presented value with the secret in constant time. */
    public static boolean isSame(String said, String secret) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
