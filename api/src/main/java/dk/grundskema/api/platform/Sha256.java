package dk.grundskema.api.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: names contents so that the same content always has the same name, and no other has it. */
public final class Sha256 {
    private Sha256() {}

    /** The hash of a content, as 64 hexadecimal digits. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(begun().digest(content));
    }

    /** The hash of a text in UTF-8, as 64 hexadecimal digits. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash of something that comes bit by bit. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256, which every JDK has.", e);
        }
    }
}
