package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.documents.file.Utf8Decoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decoded text of a file. A byte order mark decides; without one the file is UTF-8 if valid, otherwise Windows-1252, which older programs
 * and Excel use for Danish. (Windows-1252 text with æ, ø or å is practically never valid UTF-8.)
 *
 * @param text    the text, without a byte order mark
 * @param charset the charset used
 */
public record DecodedText(String text, Charset charset) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Decodes bytes; never fails, since Windows-1252 decodes every byte, some to the replacement character. */
    public static DecodedText decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decodeUtf8(bytes, 3).orElseGet(() -> decodeLeniently(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decodeLeniently(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decodeLeniently(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decodeUtf8(bytes, 0).orElseGet(() -> decodeLeniently(bytes, 0, WINDOWS));
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<DecodedText> decodeUtf8(byte[] bytes, int from) {
        return Utf8Decoder.decode(bytes, from).map(text -> new DecodedText(text, StandardCharsets.UTF_8));
    }

    private static DecodedText decodeLeniently(byte[] bytes, int from, Charset charset) {
        return new DecodedText(new String(bytes, from, bytes.length - from, charset), charset);
    }
}
