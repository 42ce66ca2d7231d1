package dk.grundskema.api.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Folds lines of a calendar. Source: RFC 5545, 3.1. The library does so by characters, which is too long with æ, ø and å. */
final class ContentLines {
    private static final int MOST_OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private ContentLines() {}

    /**
     * The same lines, none longer than 75 octets in UTF-8 and no character torn apart.
     *
     * @param unfolded lines that each end with CRLF
     */
    static byte[] folded(String unfolded) {
        var out = new ByteArrayOutputStream(unfolded.length() + unfolded.length() / 8);
        for (String line : unfolded.split(LINE_END, 0)) {
            fold(line, out);
        }
        return out.toByteArray();
    }

    private static void fold(String line, ByteArrayOutputStream out) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            byte[] character = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            if (octets + character.length > MOST_OCTETS) {
                out.writeBytes((LINE_END + " ").getBytes(StandardCharsets.UTF_8));
                octets = 1;
            }
            out.writeBytes(character);
            octets += character.length;
            i += Character.charCount(codePoint);
        }
        out.writeBytes(LINE_END.getBytes(StandardCharsets.UTF_8));
    }
}
