package dk.grundskema.api.calendar;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people and files may have written, as a calendar can hold it. */
public final class PlainText {
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n\\x0B\\f\\u0085\\u2028\\u2029]\\s*");
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private PlainText() {}

    /** On one line, without what nobody sees. */
    public static String line(String text) {
        String oneLine = LINE_ENDS.matcher(text).replaceAll(" ");
        return UNSPEAKABLE.matcher(oneLine).replaceAll("").strip();
    }

    /** Several lines, each as {@link #line} has it. */
    static String lines(List<String> lines) {
        return lines.stream().map(PlainText::line).collect(Collectors.joining("\n"));
    }
}
