package dk.grundskema.api.server.operations;

import dk.grundskema.api.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipOutputStream;

/**
 * A checksum over a whole zip archive, in the comment at the end of the archive: {@code sha256 } and the hash of all bytes before the comment. Unlike the
 * checksums of the entries it covers headers and directory, too, and shows that nothing was cut off or appended.
 */
enum FileSeal {
    /** The file is byte by byte as it was written. */
    INTACT,
    /** The file has a seal that doesn't fit its content. */
    BROKEN,
    /** The file doesn't end with a seal. */
    MISSING;

    private static final String PREFIX = "sha256 ";
    private static final int LENGTH = PREFIX.length() + 64;

    /** Compares a file with its seal; reads it once, in bounded memory. */
    static FileSeal of(Path file) throws IOException {
        MessageDigest digest = Sha256.begun();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long left = Files.size(file) - LENGTH;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    return MISSING; // somebody shortens it just now
                }
                digest.update(buffer, 0, count);
                left -= count;
            }
            String seal = new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            if (!seal.startsWith(PREFIX)) {
                return MISSING;
            }
            return seal.equals(text(digest)) ? INTACT : BROKEN;
        }
    }

    private static String text(MessageDigest digest) {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    /** Where a sealed archive is written: it must be the comment of the archive that {@link #reserve} leaves room for. */
    static final class Output extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = Sha256.begun();
        private final byte[] held = new byte[LENGTH];
        private int count;

        /** @param out takes the sealed archive */
        Output(OutputStream out) {
            this.out = out;
        }

        /** Leaves room for the seal at the end of an archive that is written here. */
        static void reserve(ZipOutputStream zip) {
            zip.setComment(PREFIX + "0".repeat(LENGTH - PREFIX.length()));
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        /** The last bytes are held back, since the seal takes their place. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] all = Arrays.copyOf(held, count + length);
            System.arraycopy(bytes, offset, all, count, length);
            int free = Math.max(0, all.length - LENGTH);
            digest.update(all, 0, free);
            out.write(all, 0, free);
            count = all.length - free;
            System.arraycopy(all, free, held, 0, count);
        }

        /** Writes the seal; the archive must be finished. */
        void seal() throws IOException {
            out.write(text(digest).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
