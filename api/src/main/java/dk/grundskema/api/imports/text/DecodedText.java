package dk.grundskema.api.imports.text;

import dk.grundskema.api.platform.Utf8Text;
import java.nio.charset.Charset;
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
            return utf8(bytes, 3).orElseGet(() -> loose(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return loose(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return loose(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return utf8(bytes, 0).orElseGet(() -> loose(bytes, 0, WINDOWS));
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

    private static Optional<DecodedText> utf8(byte[] bytes, int from) {
        return Utf8Text.of(bytes, from).map(text -> new DecodedText(text, StandardCharsets.UTF_8));
    }

    private static DecodedText loose(byte[] bytes, int from, Charset charset) {
        return new DecodedText(new String(bytes, from, bytes.length - from, charset), charset);
    }
}
