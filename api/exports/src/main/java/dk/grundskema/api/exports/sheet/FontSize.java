package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Font sizes of a cell, from large to small, with the space that a text takes in them. The style sheet uses the same sizes. */
enum FontSize {
    /** For the wall, legible from afar. */
    LARGE(19, 14, 12.5, 9.5, false),
    /** The default. */
    MEDIUM(16, 12.5, 11, 9, false),
    /** The default, with place and people on one line. */
    CLOSE(16, 12.5, 11, 9, true),
    /** Between default and small. */
    COMPACT(14, 11.5, 10, 8.5, true),
    /** For short lessons. */
    SMALL(12.5, 11, 9, 8, true),
    /** The smallest, if nothing else fits. */
    TINY(10, 9, 7.5, 7, true);

    /** Millimetres per point. */
    private static final double POINT = 0.3528;

    /** Average width of letters of wide fonts, relative to the font size; rather too large than too small. */
    private static final double BOLD = 0.66;

    /** The same for a single long word, which contains narrow letters too. */
    private static final double WORD = 0.65;

    private static final double PLAIN = 0.58;
    private static final double SIDES = 4.2;

    /** Horizontal padding of additional people and marks, in millimetres. */
    private static final double BADGE = 2.2;

    /** Font sizes of marks, in points; the second one if place and people are on one line. */
    private static final double A3_MARK = 11;

    private static final double A3_MARK_JOINED = 10;
    private static final double A4_MARK = 8.5;
    private static final double A4_MARK_JOINED = 7;

    private final double a3Title;
    private final double a3Detail;
    private final double a4Title;
    private final double a4Detail;
    private final boolean joinsDetails;

    FontSize(double a3Title, double a3Detail, double a4Title, double a4Detail, boolean joinsDetails) {
        this.a3Title = a3Title;
        this.a3Detail = a3Detail;
        this.a4Title = a4Title;
        this.a4Detail = a4Detail;
        this.joinsDetails = joinsDetails;
    }

    /** Returns the CSS classes. */
    String style() {
        return name().toLowerCase(Locale.ROOT) + (joinsDetails ? " joined" : "");
    }

    /** Returns the height of a cell's text in millimetres; infinite if a word of its title would be broken and a smaller size exists. */
    double height(TimetableEntry entry, boolean isClash, Viewpoint viewpoint, double cellWidth, PaperFormat paper) {
        boolean isA3 = paper == PaperFormat.A3_LANDSCAPE;
        double title = (isA3 ? a3Title : a4Title) * POINT;
        double detail = (isA3 ? a3Detail : a4Detail) * POINT;
        double width = cellWidth - SIDES;
        int marks = viewpoint.marks(entry, isClash).stream()
                .mapToInt(one -> lineCount(one, width - BADGE, markSize(isA3) * POINT * BOLD))
                .sum();
        String places = String.join(" · ", viewpoint.places(entry));
        String names = String.join(", ", viewpoint.people(entry));
        String people = names.isEmpty() ? "" : viewpoint.peoplePrefix() + names;
        String addedStaff = viewpoint.addedStaff(entry);
        int more = addedStaff.isEmpty() ? 0 : lineCount(addedStaff, width - BADGE, detail * BOLD);
        if (this == TINY) {
            int running = runningLineCount(entry.title(), places + " · " + people, width, title, detail);
            return Math.min(paper.highestRow() / 2, 0.6 + running * title * 1.1 + more * detail * 1.3)
                    + marks * detail * 1.3;
        }
        List<String> details = joinsDetails ? List.of(places + " · " + people) : List.of(places, people);
        int lines = 0;
        for (String each : details) {
            lines += each.isBlank() ? 0 : lineCount(each, width, detail * PLAIN);
        }
        if (longestWord(entry.title()) * title * WORD > width) {
            return Double.POSITIVE_INFINITY;
        }
        return 0.6
                + lineCount(entry.title(), width, title * BOLD) * title * 1.1
                + (lines + marks * 1.1 + more * 1.1) * detail * 1.17;
    }

    /** Returns the height in millimetres of several entries that follow one another in a cell, as running text. */
    double heightOfMany(List<TimetableEntry> entries, Viewpoint viewpoint, double cellWidth, PaperFormat paper) {
        boolean isA3 = paper == PaperFormat.A3_LANDSCAPE;
        double title = (isA3 ? a3Title : a4Title) * POINT;
        String text = entries.stream()
                .map(entry -> Stream.of(
                                List.of(entry.title()),
                                viewpoint.marks(entry, false),
                                viewpoint.places(entry),
                                viewpoint.people(entry))
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("; "));
        return 0.6 + lineCount(text, cellWidth - SIDES, title * PLAIN) * title * 1.15;
    }

    private double markSize(boolean isA3) {
        return isA3 ? joinsDetails ? A3_MARK_JOINED : A3_MARK : joinsDetails ? A4_MARK_JOINED : A4_MARK;
    }

    private static int longestWord(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(String::length).max().orElse(0);
    }

    /** Returns the number of lines of a title with its details on the same line. */
    private static int runningLineCount(String heading, String details, double width, double title, double detail) {
        double wide = heading.length() * title * BOLD + details.length() * detail * PLAIN;
        return lineCount(heading + " " + details, width, wide / Math.max(1, heading.length() + details.length()));
    }

    /** Returns the number of lines of a text that is broken between words, or within words that are too long. */
    static int lineCount(String text, double width, double letter) {
        double used = 0;
        int lines = 1;
        for (String word : text.split(" ", -1)) {
            double needed = word.length() * letter;
            if (used > 0 && used + letter / 2 + needed > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? letter / 2 : 0) + needed;
            while (used > width) {
                lines++;
                used -= width;
            }
        }
        return lines;
    }
}
