package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archive of a plan while it is packed, one part after the other; of what was packed only the packed bytes are in memory. */
final class ArchivePacking implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private final ArchiveLimits limits;
    private final int mostParts;
    private int parts;
    private long unpacked;

    /** @param beside how many parts there may be with what is kept beside revisions */
    ArchivePacking(ArchiveLimits limits, int beside) {
        this.limits = limits;
        this.mostParts = limits.parts(beside);
    }

    /**
     * Packs a part; the same parts in the same order give the same bytes.
     *
     * @throws Refusal 409 if the archive gets larger by it than whoever unpacks it would read
     */
    void add(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        parts++;
        unpacked += content.length;
        if (parts > mostParts || content.length > limits.part() || unpacked > limits.unpacked()) {
            throw limits.tooMuch();
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
     * The whole file; nothing can be added any more.
     *
     * @throws Refusal 409 as for {@link #add}
     */
    byte[] finished() {
        close();
        refuseTooLong();
        return bytes.toByteArray();
    }

    /** Lets go of what packs, also of an archive that came to nothing. */
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
            throw limits.tooMuch();
        }
    }
}
