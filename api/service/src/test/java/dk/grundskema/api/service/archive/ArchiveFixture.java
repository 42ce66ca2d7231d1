package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.access.AccountId;
import java.util.Map;

/** Archives of tests, as their parts. */
public final class ArchiveFixture {
    /** Who reads archives in tests. */
    public static final AccountId READER = new AccountId("reader-of-tests");

    private static final ArchiveLimits NONE = new ArchiveLimits(100_000, 1L << 30, 1L << 32, 1L << 30);

    private ArchiveFixture() {}

    /** The parts of an archive by their names. */
    public static Map<String, String> unpack(byte[] archive) {
        return ArchiveFormat.unpack(archive, NONE, 3);
    }

    /** Creates an archive of parts with any content. */
    public static byte[] pack(Map<String, String> parts) {
        var packing = new ArchiveWriter(NONE, 3);
        parts.forEach(packing::add);
        return packing.toBytes();
    }
}
