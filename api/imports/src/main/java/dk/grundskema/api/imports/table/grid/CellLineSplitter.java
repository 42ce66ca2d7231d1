package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Splits a cell by weeks: "lige: DAN MH ulige: MAT LK", "Uge 33-40: BIO", "MUS JP (ulige uger)", "MUS JP (U)". */
final class CellLineSplitter {
    private static final String PARITY = "(?:ulige|lige|even|odd)(?:\\s+(?:uger?|weeks?))?";
    /** "L" and "U" count only as capitals, with a colon behind them or in brackets. */
    private static final String LETTER = "(?-i:[LU])";

    private static final String NUMBERED = "(?:uge|uger|week|weeks|u\\.)\\s*\\d[\\d\\s,–-]*";
    private static final Pattern NEXT =
            Pattern.compile("(?iu)\\R|(?=\\b(?:" + PARITY + "|" + NUMBERED + "|" + LETTER + ")\\s*:)");
    private static final Pattern BEFORE = Pattern.compile("(?iu)^\\(?(" + PARITY + "(?=\\)?\\s*:|\\)?\\s*$|\\)\\s)|"
            + LETTER + "(?=\\s*:|\\)\\s)|" + NUMBERED + "(?=:|$))\\)?\\s*:?\\s*(.*)$");
    private static final Pattern BEHIND = Pattern.compile(
            "(?iu)^(.*?)\\s*(?:[(,]?\\s*\\b(" + PARITY + "|" + NUMBERED + ")\\)?|[(,]\\s*(" + LETTER + ")\\)?)$");

    private CellLineSplitter() {}

    /**
     * Lines of a cell for the same weeks.
     *
     * @param weeks the weeks
     * @param lines the lines, at least one
     */
    record WeekLines(WeekPattern weeks, List<String> lines) {
        /** Copies the lines. */
        WeekLines {
            lines = List.copyOf(lines);
        }
    }

    /** Returns the groups of a cell, in order. */
    static List<WeekLines> split(String cell) {
        var groups = new ArrayList<WeekLines>();
        WeekPattern weeks = new WeekPattern.All();
        var lines = new ArrayList<String>();
        for (String each : NEXT.split(cell, -1)) {
            String line = each.strip();
            var before = BEFORE.matcher(line);
            var named = before.matches() ? WeekPatternParser.parse(before.group(1)) : Optional.<WeekPattern>empty();
            if (named.isPresent()) {
                addGroup(weeks, lines, groups);
                weeks = named.get();
                line = before.group(2).strip();
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        addGroup(weeks, lines, groups);
        return groups;
    }

    private static void addGroup(WeekPattern weeks, List<String> lines, List<WeekLines> groups) {
        var plain = new ArrayList<String>();
        for (String line : lines) {
            var behind = BEHIND.matcher(line);
            var named = behind.matches() && !behind.group(1).isBlank()
                    ? WeekPatternParser.parse(behind.group(2) == null ? behind.group(3) : behind.group(2))
                    : Optional.<WeekPattern>empty();
            if (named.isPresent()) {
                groups.add(new WeekLines(named.get(), List.of(behind.group(1))));
            } else {
                plain.add(line);
            }
        }
        if (!plain.isEmpty()) {
            groups.add(new WeekLines(weeks, plain));
        }
        lines.clear();
    }
}
