package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that ends with weeks: "MUS JP (ulige uger)", "MUS JP (U)", "5. lek (lige uger)". The work is proportional to the length of the text.
 *
 * @param text  the text without the weeks; empty if it only names weeks
 * @param weeks the weeks; empty if it names none
 */
record WeekWords(String text, Optional<StatedWeeks> weeks) {
    static final String PARITY = "(?:ulige|lige|even|odd)(?:\\s++(?:uger?|weeks?))?";

    /** "L" and "U" count only as capitals, with a colon behind them or in brackets. */
    static final String LETTER = "(?-i:[LU])";

    static final String NUMBERED = "(?:uger|uge|weeks|week|u\\.)\\s*+\\d[\\d\\s,–-]*+";

    /** The text before the weeks does not end with a blank, so that a run of blanks is tried once. */
    private static final Pattern BEHIND = Pattern.compile("(?iu)^(.*?)(?<!\\s)\\s*+(?:[(,]?+\\s*+\\b(" + PARITY + "|"
            + NUMBERED + ")\\)?|[(,]\\s*+(" + LETTER + ")\\)?)$");

    private static final Pattern ONLY_PARITY = Pattern.compile("(?iu)\\(?" + PARITY + "\\)?");
    private static final Pattern PARITY_BEHIND = Pattern.compile("(?iu)\\b" + PARITY + "\\)?\\s*+$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Returns whether a text names even or odd weeks and nothing else. */
    static boolean isParity(String text) {
        return ONLY_PARITY.matcher(text.strip()).matches();
    }

    /** Returns whether a text ends with even or odd weeks in words. */
    static boolean endsWithParity(CharSequence text) {
        return PARITY_BEHIND.matcher(text).find();
    }

    /** Parses a line without blanks at both ends. */
    static WeekWords parse(CharSequence line) {
        var behind = BEHIND.matcher(line);
        if (!behind.matches()) {
            return new WeekWords(line.toString(), Optional.empty());
        }
        String words = behind.group(2) == null ? behind.group(3) : behind.group(2);
        return WeekPatternParser.parse(words)
                .map(weeks -> new WeekWords(behind.group(1), Optional.of(StatedWeeks.of(weeks, words))))
                .orElse(new WeekWords(line.toString(), Optional.empty()));
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
