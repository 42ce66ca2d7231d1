package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.file.Sha256;

/**
 * Computes entity tags for resources without a version number from their content. If a response has such a tag, the framework answers 304 to clients
 * that already have the content.
 */
public final class ContentTag {
    private static final int LENGTH = 32;

    private ContentTag() {}

    /** Returns the entity tag of some content, in quotation marks. */
    public static String tag(byte[] content) {
        return "\"" + Sha256.of(content).substring(0, LENGTH) + "\"";
    }
}
