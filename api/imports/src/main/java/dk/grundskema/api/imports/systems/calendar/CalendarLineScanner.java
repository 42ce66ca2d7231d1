package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Checks the lines of an iCalendar file before parsing, because the parser recurses for each nested component and keeps long lines in memory. */
final class CalendarLineScanner {
    /** Deepest nesting of components; calendars have three levels. Our own number. */
    private static final int DEEPEST = 10;

    /** Most events. Our own number: three years of all lessons of a school of 45 classes, listed individually. */
    static final int MOST_EVENTS = 200_000;

    /** Most physical lines; a folded line counts as several. Our own number. */
    static final int MOST_LINES = 2_000_000;

    /** Longest unfolded line, in letters; pictures are in one line. Our own number. */
    static final int LONGEST_LINE = 1_000_000;

    private static final int LONGEST_HEAD = 40;

    private final List<Integer> events = new ArrayList<>();
    private int number;
    private int lengthOfLine;
    private int depth;

    /** Returns the lines on which events begin, from 1. */
    List<Integer> eventLines() {
        return events;
    }

    /** Returns whether the file can be parsed; reports the reason if not. */
    boolean scan(String text, SystemSourceBuilder source) {
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (line.isBlank()) {
                continue; // blank lines are removed before parsing
            }
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            lengthOfLine = line.length() + (goesOn ? lengthOfLine : 0);
            if (lengthOfLine > LONGEST_LINE) {
                source.error("line " + number, "import.ical.line-too-long", LONGEST_LINE);
                return false;
            }
            if (!goesOn) {
                countComponent(line);
            }
            if (depth > DEEPEST) {
                source.error("line " + number, "import.ical.broken");
                return false;
            }
            if (number > MOST_LINES || events.size() > MOST_EVENTS) {
                source.error("", "import.ical.too-much", MOST_EVENTS, MOST_LINES);
                return false;
            }
        }
        return true;
    }

    private void countComponent(String line) {
        String head = line.substring(0, Math.min(line.length(), LONGEST_HEAD)).toUpperCase(Locale.ROOT);
        if (head.startsWith("BEGIN")) {
            depth++;
            if (head.strip().equals("BEGIN:VEVENT")) {
                events.add(number);
            }
        } else if (head.startsWith("END")) {
            depth = Math.max(0, depth - 1);
        }
    }
}
