package dk.grundskema.api.server.platform;

import dk.grundskema.api.platform.Sha256;

/**
 * Entity tags of what has no version of its own: they follow from the content. The framework answers 304 to whoever has it already, if an
 * operation's answer has a tag.
 */
public final class Unchanged {
    private static final int LENGTH = 32;

    private Unchanged() {}

    /** The entity tag of some content, in its quotation marks. */
    public static String tag(byte[] content) {
        return "\"" + Sha256.of(content).substring(0, LENGTH) + "\"";
    }
}
