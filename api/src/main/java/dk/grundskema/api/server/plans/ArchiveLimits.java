package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * How large an archive may be. Whoever packs one counts as whoever unpacks it, so nothing is packed that can't be read back.
 *
 * @param revisions most revisions of its plan
 * @param part      most bytes of a part, unpacked
 * @param unpacked  most bytes of all parts together, unpacked
 * @param packed    most bytes of the file
 */
record ArchiveLimits(int revisions, long part, long unpacked, long packed) {
    private static final long MEGABYTE = 1L << 20;

    /** What stands around a file that is sent. */
    private static final long AROUND = 64L << 10;

    /**
     * What the service works with.
     *
     * @param upload megabytes of the largest request with files that it takes
     */
    static ArchiveLimits of(long upload) {
        return new ArchiveLimits(
                ArchiveManifest.MOST_REVISIONS,
                64 * MEGABYTE,
                512 * MEGABYTE,
                Math.min(128, upload) * MEGABYTE - AROUND);
    }

    /** Most parts: the manifest, what is kept beside revisions, and of each revision a problem, a timetable and what that was made of. */
    int parts(int beside) {
        return 1 + beside + 3 * revisions;
    }

    /** The plan can't be packed so that anybody could unpack it. */
    Refusal tooMuch() {
        return Refusal.conflict("archive.plan-too-large", revisions, megabytes(unpacked), megabytes(packed));
    }

    /** The archive has more in it than anything that was packed. */
    Refusal unpacksTooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "archive.unpacks-too-large", megabytes(unpacked));
    }

    /** What is said of more revisions than a plan can have. */
    List<Finding> tooManyRevisions(int found) {
        return found > revisions
                ? List.of(Finding.error("archive.too-long", ArchiveFile.MANIFEST + "#/revisions"))
                : List.of();
    }

    private static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
