package dk.grundskema.api.platform.operation;

import dk.grundskema.api.documents.file.Sha256;
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
 * Checksum of a whole zip archive, stored in the archive comment: {@code sha256 } and the hash of all bytes before the comment. Unlike the
 * checksums of entries, it covers headers and directory, and detects truncated or appended content.
 */
enum FileSeal {
    /** The file is exactly as written. */
    INTACT,
    /** The seal does not match the content. */
    BROKEN,
    /** The file does not end with a seal. */
    MISSING;

    private static final String PREFIX = "sha256 ";
    private static final int LENGTH = PREFIX.length() + 64;

    /** Verifies the seal of a file; reads it once, in bounded memory. */
    static FileSeal of(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long left = Files.size(file) - LENGTH;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    return MISSING; // the file was truncated while being read
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

    /** Output for a sealed archive. The archive must end with the comment that {@link #reserve} reserves. */
    static final class SealedOutput extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = Sha256.newDigest();
        private final byte[] tail = new byte[LENGTH];
        private int count;

        /** @param out target of the sealed archive */
        SealedOutput(OutputStream out) {
            this.out = out;
        }

        /** Reserves space for the seal in the archive comment. */
        static void reserve(ZipOutputStream zip) {
            zip.setComment(PREFIX + "0".repeat(LENGTH - PREFIX.length()));
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        /** Holds back the last bytes, because the seal replaces them. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] all = Arrays.copyOf(tail, count + length);
            System.arraycopy(bytes, offset, all, count, length);
            int free = Math.max(0, all.length - LENGTH);
            digest.update(all, 0, free);
            out.write(all, 0, free);
            count = all.length - free;
            System.arraycopy(all, free, tail, 0, count);
        }

        /** Writes the seal; the archive must be finished. */
        void seal() throws IOException {
            out.write(text(digest).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
