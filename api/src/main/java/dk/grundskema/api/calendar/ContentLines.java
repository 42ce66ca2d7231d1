package dk.grundskema.api.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Folds lines of a calendar. Source: RFC 5545, 3.1. The library does so by characters, which is too long with æ, ø and å. */
final class ContentLines {
    /** How each line ends. */
    static final String LINE_END = "\r\n";

    private static final int MOST_OCTETS = 75;
    private static final byte[] END = LINE_END.getBytes(StandardCharsets.UTF_8);

    private ContentLines() {}

    /**
     * The same lines, none longer than 75 octets in UTF-8 and no character torn apart.
     *
     * @param unfolded lines that each end with CRLF
     */
    static byte[] folded(CharSequence unfolded) {
        byte[] all = unfolded.toString().getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(all.length + all.length / 16);
        for (int from = 0; from < all.length; ) {
            int end = end(all, from);
            fold(all, from, end, out);
            from = end;
        }
        return out.toByteArray();
    }

    /** After the line's end. */
    private static int end(byte[] all, int from) {
        int at = from;
        while (all[at] != '\n' || at == from || all[at - 1] != '\r') {
            at++;
        }
        return at + 1;
    }

    /** The first piece has 75 octets, each further one a space and 74 more. */
    private static void fold(byte[] all, int from, int end, ByteArrayOutputStream out) {
        int left = from;
        int most = MOST_OCTETS;
        while (end - END.length - left > most) {
            int cut = left + most;
            while (isWithinCharacter(all[cut])) {
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

    private static boolean isWithinCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
