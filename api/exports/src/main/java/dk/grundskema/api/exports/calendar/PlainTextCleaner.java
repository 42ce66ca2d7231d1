package dk.grundskema.api.exports.calendar;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cleans text from users and files for use in a calendar. */
public final class PlainTextCleaner {
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n\\x0B\\f\\u0085\\u2028\\u2029]\\s*");
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private PlainTextCleaner() {}

    /** Returns the text on one line, without invisible characters. */
    public static String toSingleLine(String text) {
        String oneLine = LINE_ENDS.matcher(text).replaceAll(" ");
        return CONTROL_CHARACTERS.matcher(oneLine).replaceAll("").strip();
    }

    /** Returns the lines, each cleaned by {@link #toSingleLine}. */
    static String toLines(List<String> lines) {
        return lines.stream().map(PlainTextCleaner::toSingleLine).collect(Collectors.joining("\n"));
    }
}
