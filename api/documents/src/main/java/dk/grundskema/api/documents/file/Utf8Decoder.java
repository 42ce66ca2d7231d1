package dk.grundskema.api.documents.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes UTF-8 strictly. It validates in small blocks instead of decoding into a second copy, because files may be large. */
public final class Utf8Decoder {
    private static final int LETTERS_AT_ONCE = 8192;

    private Utf8Decoder() {}

    /**
     * Returns the text of bytes; empty if they are not valid UTF-8.
     *
     * @param from index of the first byte of the text, such as the one after a byte order mark
     */
    public static Optional<String> decode(byte[] bytes, int from) {
        return isValid(bytes, from)
                ? Optional.of(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static boolean isValid(byte[] bytes, int from) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var letters = CharBuffer.allocate(LETTERS_AT_ONCE);
        CoderResult result;
        do {
            letters.clear();
            result = decoder.decode(rest, letters, true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
