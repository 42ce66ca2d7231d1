package dk.grundskema.api.imports.systems;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The lines of an iCalendar file, looked at one by one before the parser takes it in: it calls itself for each component within another, and keeps long lines whole. */
final class CalendarLines {
    /** Deepest nesting of components; calendars have three. Ours. */
    private static final int DEEPEST = 10;

    /** Most events. Ours: three years of all lessons of a school of 45 classes one by one. */
    static final int MOST_EVENTS = 200_000;

    /** Most lines, in which a line that goes on in the next is several. Ours. */
    static final int MOST_LINES = 2_000_000;

    /** Most letters of a line with those that continue it: pictures stand in one. Ours. */
    static final int LONGEST_LINE = 1_000_000;

    private static final int LONGEST_HEAD = 40;

    private final List<Integer> events = new ArrayList<>();
    private int number;
    private int lengthOfLine;
    private int depth;

    /** The lines on which events begin, from 1. */
    List<Integer> events() {
        return events;
    }

    /** Whether the file can be parsed; if not, why not was noted. */
    boolean look(String text, Notebook notes) {
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (line.isBlank()) {
                continue; // blank lines are left out before the file is parsed
            }
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            lengthOfLine = line.length() + (goesOn ? lengthOfLine : 0);
            if (lengthOfLine > LONGEST_LINE) {
                notes.error("line " + number, "import.ical.line-too-long", LONGEST_LINE);
                return false;
            }
            if (!goesOn) {
                count(line);
            }
            if (depth > DEEPEST) {
                notes.error("line " + number, "import.ical.broken");
                return false;
            }
            if (number > MOST_LINES || events.size() > MOST_EVENTS) {
                notes.error("", "import.ical.too-much", MOST_EVENTS, MOST_LINES);
                return false;
            }
        }
        return true;
    }

    private void count(String line) {
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
