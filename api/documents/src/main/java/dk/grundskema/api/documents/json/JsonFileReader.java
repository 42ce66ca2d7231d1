package dk.grundskema.api.documents.json;

import dk.grundskema.api.documents.file.Utf8Decoder;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads JSON files of limited size. */
public final class JsonFileReader {
    /** Largest file, in bytes: 32 MB. A municipality's school year takes about a tenth of it. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final double MEGABYTE = 1024.0 * 1024;

    private JsonFileReader() {}

    /** Returns the JSON in a file, or the findings about it. */
    public static ReadResult<Json> read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return failure("file.is-folder", file);
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                return tooLarge(size);
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LARGEST + 1); // the size of a pipe is unknown
            }
            return bytes.length > LARGEST ? tooLarge(bytes.length) : parse(bytes);
        } catch (NoSuchFileException e) {
            return failure("file.not-found", file);
        } catch (IOException | SecurityException e) {
            return failure("file.not-readable", file);
        }
    }

    /** Returns the JSON in bytes of UTF-8, with or without a byte order mark, or the findings about it. */
    public static ReadResult<Json> parse(byte[] bytes) {
        return Utf8Decoder.decode(bytes, startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0)
                .map(JsonTreeParser::parse)
                .orElseGet(() -> failure("file.broken-text"));
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        int length = Math.min(bytes.length, BYTE_ORDER_MARK.length);
        return Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static ReadResult<Json> tooLarge(long size) {
        return failure("file.too-large", Math.ceil(size / MEGABYTE), LARGEST / MEGABYTE);
    }

    private static ReadResult<Json> failure(String code, Object... arguments) {
        return new ReadResult.Failure<>(List.of(Finding.error(code, "", arguments)));
    }
}
