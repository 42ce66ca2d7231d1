package dk.grundskema.api.server.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Entity tags of what has no version of its own: they follow from the content. The framework answers 304 to whoever has it already, if an
 * operation's answer has a tag.
 */
public final class Unchanged {
    private static final int LENGTH = 32;

    private Unchanged() {}

    /** The entity tag of some content, in its quotation marks. */
    public static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(hash).substring(0, LENGTH) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
