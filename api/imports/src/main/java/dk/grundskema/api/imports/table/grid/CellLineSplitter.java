package dk.grundskema.api.imports.table.grid;

import static dk.grundskema.api.imports.table.grid.WeekWords.LETTER;
import static dk.grundskema.api.imports.table.grid.WeekWords.NUMBERED;
import static dk.grundskema.api.imports.table.grid.WeekWords.PARITY;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.table.parse.WeekIntervalParser;
import dk.grundskema.api.imports.table.parse.WeekIntervalParser.WeekInterval;
import dk.grundskema.api.imports.table.parse.WeekPatternParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Splits a cell by weeks: "lige: DAN MH ulige: MAT LK", "Uge 33-40: BIO", "MUS JP (ulige uger)", "MUS JP (U)", "ENG AB hver 2. uge". */
final class CellLineSplitter {
    private static final Pattern NEXT =
            Pattern.compile("(?iu)\\R|(?=\\b(?:" + PARITY + "|" + NUMBERED + "|" + LETTER + ")\\s*+:)");
    private static final Pattern BEFORE = Pattern.compile("(?iu)^\\(?(" + PARITY + "(?=\\)?\\s*:|\\)?\\s*$|\\)\\s)|"
            + LETTER + "(?=\\s*:|\\)\\s)|" + NUMBERED + "(?=:|$))\\)?\\s*:?\\s*(.*)$");

    private final List<WeekLines> groups = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private CellWeeks weeks = CellWeeks.all();
    private int intervals;

    private CellLineSplitter() {}

    /**
     * Weeks of some lines of a cell.
     *
     * @param stated   the weeks
     * @param interval one week of so many if the cell says no more than that, so that the weeks are assumed; 0 if it says the weeks
     */
    record CellWeeks(StatedWeeks stated, int interval) {
        static CellWeeks all() {
            return new CellWeeks(StatedWeeks.ALL, 0);
        }

        /** Returns whether it is every week. */
        boolean areAll() {
            return stated.areAll();
        }

        /** Returns the weeks in a row and column of certain weeks; even or odd ones there say which every second week means. */
        StatedWeeks within(StatedWeeks label) {
            return isStatedBy(label) ? label : stated.within(label);
        }

        /** Whether no weeks are assumed in a row and column of certain weeks. */
        boolean isStatedBy(StatedWeeks label) {
            return interval == 0
                    ? areAll()
                    : stated.pattern().equals(WeekIntervalParser.assumedWeeks(2, 0))
                            && (label.pattern() instanceof WeekPattern.Even
                                    || label.pattern() instanceof WeekPattern.Odd);
        }
    }

    /**
     * Lines of a cell for the same weeks.
     *
     * @param weeks the weeks
     * @param lines the lines, at least one
     */
    record WeekLines(CellWeeks weeks, List<String> lines) {
        /** Copies the lines. */
        WeekLines {
            lines = List.copyOf(lines);
        }
    }

    /** Returns the groups of a cell, in order. The work is proportional to the length of the cell. */
    static List<WeekLines> split(CharSequence cell) {
        return new CellLineSplitter().read(cell);
    }

    private List<WeekLines> read(CharSequence cell) {
        boolean isLastAlone = false;
        for (String each : NEXT.split(cell, -1)) {
            String line = each.strip();
            var before = BEFORE.matcher(line);
            var named = before.matches() ? WeekPatternParser.parse(before.group(1)) : Optional.<WeekPattern>empty();
            var interval = WeekIntervalParser.find(line);
            if (named.isPresent()) {
                begin(new CellWeeks(StatedWeeks.of(named.get(), before.group(1).strip()), 0));
                isLastAlone = before.group(2).isBlank() && !line.endsWith(":");
                line = before.group(2).strip();
            } else if (interval.isPresent() && interval.get().before().isEmpty()) {
                begin(assumedWeeks(interval.get()));
                line = interval.get().behind();
                isLastAlone = line.isEmpty();
            } else {
                isLastAlone &= line.isEmpty();
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (isLastAlone && !groups.isEmpty() && groups.getLast().weeks().areAll()) {
            groups.add(new WeekLines(weeks, groups.removeLast().lines())); // weeks below the lines for which they hold
        }
        begin(CellWeeks.all());
        return groups;
    }

    private CellWeeks assumedWeeks(WeekInterval interval) {
        var assumed = WeekIntervalParser.assumedWeeks(interval.number(), intervals++);
        return new CellWeeks(StatedWeeks.of(assumed, interval.words()), interval.number());
    }

    /** Ends the lines of the weeks before. */
    private void begin(CellWeeks next) {
        var plain = new ArrayList<String>();
        for (String line : lines) {
            WeekWords behind = WeekWords.parse(line);
            var interval = WeekIntervalParser.find(line);
            if (interval.isPresent()) {
                groups.add(new WeekLines(
                        assumedWeeks(interval.get()), List.of(interval.get().rest())));
            } else if (behind.weeks().isPresent() && !behind.text().isEmpty()) {
                groups.add(new WeekLines(new CellWeeks(behind.weeks().get(), 0), List.of(behind.text())));
            } else {
                plain.add(line);
            }
        }
        if (!plain.isEmpty()) {
            groups.add(new WeekLines(weeks, plain));
        }
        lines.clear();
        weeks = next;
    }
}
