package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.http.RefusalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive part by part. Only the compressed bytes are kept in memory. */
final class ArchiveWriter implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private final ArchiveLimits limits;
    private final int mostParts;
    private int parts;
    private long unpackedBytes;

    /** @param beside maximum number of parts with data outside revisions */
    ArchiveWriter(ArchiveLimits limits, int beside) {
        this.limits = limits;
        this.mostParts = limits.parts(beside);
    }

    /**
     * Adds a part. The same parts in the same order give the same bytes.
     *
     * @throws RefusalException 409 if the archive would exceed the limits for reading
     */
    void add(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        parts++;
        unpackedBytes += content.length;
        if (parts > mostParts || content.length > limits.part() || unpackedBytes > limits.unpacked()) {
            throw limits.planTooLarge();
        }
        try {
            var entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseTooLong();
    }

    /**
     * Returns the file. No more parts can be added.
     *
     * @throws RefusalException 409 as for {@link #add}
     */
    byte[] toBytes() {
        close();
        refuseTooLong();
        return bytes.toByteArray();
    }

    /** Releases the compressor, also if the archive is incomplete. */
    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseTooLong() {
        if (bytes.size() > limits.packed()) {
            throw limits.planTooLarge();
        }
    }
}
