package dk.grundskema.api.imports.table.file;

import java.util.regex.Pattern;

/** Blanks within a text. Words of a cell are told apart by patterns that look for blanks around a sign, which takes the longer the more blanks are in a row. */
public final class Blanks {
    /** More in a row mean nothing. */
    private static final int MOST = 20;

    private static final Pattern TOO_MANY = Pattern.compile("(\\s{" + MOST + "})\\s++");

    private Blanks() {}

    /** The text without those blanks that are more than 20 in a row; line ends are blanks, too. */
    public static String shortened(String text) {
        return text.length() <= MOST ? text : TOO_MANY.matcher(text).replaceAll("$1");
    }
}
