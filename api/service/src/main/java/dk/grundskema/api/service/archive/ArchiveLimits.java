package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Size limits of archives. Writing and reading use the same limits, so that every archive written can be read.
 *
 * @param revisions maximum number of revisions
 * @param part      maximum bytes of a part, unpacked
 * @param unpacked  maximum bytes of all parts together, unpacked
 * @param packed    maximum bytes of the file
 */
record ArchiveLimits(int revisions, long part, long unpacked, long packed) {
    private static final long MEGABYTE = 1L << 20;

    /** Overhead of a multipart request with a file, in bytes. */
    private static final long FORM_OVERHEAD = 64L << 10;

    /**
     * Returns the limits of the service.
     *
     * @param upload maximum size of an upload in megabytes
     */
    static ArchiveLimits of(long upload) {
        return new ArchiveLimits(
                ArchiveManifest.MOST_REVISIONS,
                64 * MEGABYTE,
                512 * MEGABYTE,
                Math.min(128, upload) * MEGABYTE - FORM_OVERHEAD);
    }

    /**
     * Returns the maximum number of parts: the manifest, data outside revisions, and for each revision a problem, a timetable and the
     * timetable's problem.
     */
    int parts(int beside) {
        return 1 + beside + 3 * revisions;
    }

    /** Returns the 409 refusal for a plan that is too large to archive. */
    RefusalException planTooLarge() {
        return RefusalException.conflict("archive.plan-too-large", revisions, megabytes(unpacked), megabytes(packed));
    }

    /** Returns the 413 refusal for an archive that is too large when unpacked. */
    RefusalException unpacksTooLarge() {
        return RefusalException.of(HttpStatus.CONTENT_TOO_LARGE, "archive.unpacks-too-large", megabytes(unpacked));
    }

    /** Returns the finding if there are too many revisions. */
    List<Finding> tooManyRevisions(int found) {
        return found > revisions
                ? List.of(Finding.error("archive.too-long", ArchiveFormat.MANIFEST + "#/revisions"))
                : List.of();
    }

    private static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
