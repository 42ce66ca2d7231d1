package dk.grundskema.api.imports.table.file;

import java.util.regex.Pattern;

/** Limits runs of blanks in a text, because the patterns for splitting cells take long on many consecutive blanks. */
public final class BlankRunLimiter {
    /** Longest run of blanks that is kept. */
    private static final int MOST = 20;

    private static final Pattern TOO_MANY = Pattern.compile("(\\s{" + MOST + "})\\s++");

    private BlankRunLimiter() {}

    /** Returns the text with at most 20 blanks in a row; line ends count as blanks. */
    public static String limitBlanks(String text) {
        return text.length() <= MOST ? text : TOO_MANY.matcher(text).replaceAll("$1");
    }
}
