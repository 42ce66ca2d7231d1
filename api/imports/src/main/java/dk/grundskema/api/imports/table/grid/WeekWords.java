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

    /** Parses a line. */
    static WeekWords parse(String line) {
        var behind = BEHIND.matcher(line);
        var named = behind.matches()
                ? WeekPatternParser.parse(behind.group(2) == null ? behind.group(3) : behind.group(2))
                : Optional.<WeekPattern>empty();
        return new WeekWords(named.isPresent() ? behind.group(1).strip() : line, named);
    }

    /** Parses the label of a row or column, which may have several lines. Weeks alone count if they are even or odd ones; others are a title. */
    static WeekWords parseLabel(String label) {
        String line = label.replaceAll("\\s+", " ").strip();
        WeekWords words = parse(line);
        boolean counts = words.weeks().isPresent()
                && (!words.text().isEmpty() || ONLY_PARITY.matcher(line).matches());
        return counts ? words : new WeekWords(label, Optional.empty());
    }
}
