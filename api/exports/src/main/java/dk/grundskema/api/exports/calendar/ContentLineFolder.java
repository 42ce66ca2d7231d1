package dk.grundskema.api.exports.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of a calendar. Source: RFC 5545, 3.1. The library counts characters instead of octets, so its lines are too long with æ, ø and å.
 */
final class ContentLineFolder {
    /** Line separator. */
    static final String LINE_END = "\r\n";

    private static final int MOST_OCTETS = 75;
    private static final byte[] END = LINE_END.getBytes(StandardCharsets.UTF_8);

    private ContentLineFolder() {}

    /**
     * Returns the lines, each at most 75 octets in UTF-8, without splitting a character.
     *
     * @param unfolded lines that each end with CRLF
     */
    static byte[] foldLines(CharSequence unfolded) {
        byte[] all = unfolded.toString().getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(all.length + all.length / 16);
        for (int from = 0; from < all.length; ) {
            int end = endOfLine(all, from);
            foldLine(all, from, end, out);
            from = end;
        }
        return out.toByteArray();
    }

    /** Returns the index after the end of the line. */
    private static int endOfLine(byte[] all, int from) {
        int at = from;
        while (all[at] != '\n' || at == from || all[at - 1] != '\r') {
            at++;
        }
        return at + 1;
    }

    /** The first piece has 75 octets, each further one a space and 74 octets. */
    private static void foldLine(byte[] all, int from, int end, ByteArrayOutputStream out) {
        int left = from;
        int most = MOST_OCTETS;
        while (end - END.length - left > most) {
            int cut = left + most;
            while (isContinuationByte(all[cut])) {
                cut--;
            }
            out.write(all, left, cut - left);
            out.write(END, 0, END.length);
            out.write(' ');
            left = cut;
            most = MOST_OCTETS - 1;
        }
        out.write(all, left, end - left);
    }

    private static boolean isContinuationByte(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
