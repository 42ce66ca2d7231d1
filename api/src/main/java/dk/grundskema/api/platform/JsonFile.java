package dk.grundskema.api.platform;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a file of JSON, never more of it than a program of this size should take in. */
public final class JsonFile {
    /** Largest file, in bytes: 32 MB. A municipality's year is a tenth of it. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final double MEGABYTE = 1024.0 * 1024;

    private JsonFile() {}

    /** The JSON in a file, or what is wrong with it. */
    public static Read<Json> read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return bad("file.is-folder", file);
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return tooLarge(size);
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LARGEST + 1); // a pipe doesn't know its size
            }
            return bytes.length > LARGEST ? tooLarge(bytes.length) : parsed(bytes);
        } catch (NoSuchFileException e) {
            return bad("file.not-found", file);
        } catch (IOException | SecurityException e) {
            return bad("file.not-readable", file);
        }
    }

    /** The JSON in bytes of UTF-8, with or without a byte order mark, or what is wrong with it. */
    public static Read<Json> parsed(byte[] bytes) {
        return Utf8Text.of(bytes, startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0)
                .map(JsonParsing::parse)
                .orElseGet(() -> bad("file.broken-text"));
    }

    private static boolean startsWithMark(byte[] bytes) {
        int length = Math.min(bytes.length, BYTE_ORDER_MARK.length);
        return Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static Read<Json> tooLarge(long size) {
        return bad("file.too-large", Math.ceil(size / MEGABYTE), LARGEST / MEGABYTE);
    }

    private static Read<Json> bad(String code, Object... arguments) {
        return new Read.Bad<>(List.of(Finding.error(code, "", arguments)));
    }
}
