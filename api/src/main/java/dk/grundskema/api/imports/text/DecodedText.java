package dk.grundskema.api.imports.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The letters of a file. A byte order mark is believed; without one the file is UTF-8 if its bytes can be, otherwise Windows-1252, in which
 * older programs and Excel write Danish. (Text in Windows-1252 with æ, ø or å is never valid UTF-8 by chance but in made-up cases.)
 *
 * @param text    the letters, without a byte order mark
 * @param charset which one was taken
 */
public record DecodedText(String text, Charset charset) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Decodes; never fails, since every byte means something in Windows-1252, if only the sign for an unknown letter. */
    public static DecodedText of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8).orElseGet(() -> loose(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return loose(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return loose(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return strict(bytes, 0, StandardCharsets.UTF_8).orElseGet(() -> loose(bytes, 0, WINDOWS));
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

    private static Optional<DecodedText> strict(byte[] bytes, int from, Charset charset) {
        try {
            var letters = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return Optional.of(new DecodedText(letters.toString(), charset));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static DecodedText loose(byte[] bytes, int from, Charset charset) {
        return new DecodedText(new String(bytes, from, bytes.length - from, charset), charset);
    }
}
