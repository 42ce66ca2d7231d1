package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import java.util.Map;

/** Archives of tests, as their parts. */
final class ArchiveParts {
    /** Who reads archives in tests. */
    static final AccountId READER = new AccountId("reader-of-tests");

    private static final ArchiveLimits NONE = new ArchiveLimits(100_000, 1L << 30, 1L << 32, 1L << 30);

    private ArchiveParts() {}

    /** The parts of an archive by their names. */
    static Map<String, String> of(byte[] archive) {
        return ArchiveFile.unpacked(archive, NONE, 3);
    }

    /** The archive that parts make, whatever is in them. */
    static byte[] packed(Map<String, String> parts) {
        var packing = new ArchivePacking(NONE, 3);
        parts.forEach(packing::add);
        return packing.finished();
    }
}
