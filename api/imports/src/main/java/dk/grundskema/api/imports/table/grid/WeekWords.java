package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that ends with weeks: "MUS JP (ulige uger)", "MUS JP (U)", "5. lek (lige uger)".
 *
 * @param text  the text without the weeks; empty if it only names weeks
 * @param weeks the weeks; empty if it names none
 */
record WeekWords(String text, Optional<WeekPattern> weeks) {
    static final String PARITY = "(?:ulige|lige|even|odd)(?:\\s+(?:uger?|weeks?))?";

    /** "L" and "U" count only as capitals, with a colon behind them or in brackets. */
    static final String LETTER = "(?-i:[LU])";

    static final String NUMBERED = "(?:uge|uger|week|weeks|u\\.)\\s*\\d[\\d\\s,–-]*";

    private static final Pattern BEHIND = Pattern.compile(
            "(?iu)^(.*?)\\s*(?:[(,]?\\s*\\b(" + PARITY + "|" + NUMBERED + ")\\)?|[(,]\\s*(" + LETTER + ")\\)?)$");
    private static final Pattern ONLY_PARITY = Pattern.compile("(?iu)\\(?" + PARITY + "\\)?");
    private static final Pattern PARITY_BEHIND = Pattern.compile("(?iu)\\b" + PARITY + "\\)?\\s*$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Returns whether a text names even or odd weeks and nothing else. */
    static boolean isParity(String text) {
        return ONLY_PARITY.matcher(text.strip()).matches();
    }

    /** Returns whether a text ends with even or odd weeks in words. */
    static boolean endsWithParity(String text) {
        return PARITY_BEHIND.matcher(text).find();
    }

    /** Parses a line. */
    static WeekWords parse(String text) {
        String line = BLANKS.matcher(text).replaceAll(" "); // runs of blanks would make the pattern slow
        var behind = BEHIND.matcher(line);
        var named = behind.matches()
                ? WeekPatternParser.parse(behind.group(2) == null ? behind.group(3) : behind.group(2))
                : Optional.<WeekPattern>empty();
        return new WeekWords(named.isPresent() ? behind.group(1).strip() : text, named);
    }

    /** Parses the label of a row or column, which may have several lines. Weeks alone count if they are even or odd ones; others are a title. */
    static WeekWords parseLabel(String label) {
        String line = BLANKS.matcher(label).replaceAll(" ").strip();
        WeekWords words = parse(line);
        boolean counts = words.weeks().isPresent()
                && (!words.text().isEmpty() || ONLY_PARITY.matcher(line).matches());
        return counts ? words : new WeekWords(label, Optional.empty());
    }
}
