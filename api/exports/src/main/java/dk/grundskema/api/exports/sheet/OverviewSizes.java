package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.documents.timetable.TimetableOverview.Cell;
import dk.grundskema.api.documents.timetable.TimetableOverview.Week;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.List;
import java.util.Locale;

/** Calculates the line height of the overview so that all weeks fill the page, unless there are too many. Lengths are in millimetres. */
public final class OverviewSizes {
    private static final double ROOM = 245;
    private static final double HEADING = 21;
    private static final double COUNT = 7.5;
    private static final double LOWEST = 7;
    private static final double HIGHEST = 20;
    private static final double WITH_STAFF = 11;

    /** Share of the table width for cells, without team names and gaps between days. */
    private static final double CELLS = 0.85;

    /** Average letter width of the notes on double bookings; the padding and the line height follow. */
    private static final double LETTER = 1.6;

    private static final double SIDES = 3;
    private static final double LINE = 3.2;

    /** Height of the line beneath a week that names its other days. */
    private static final double OTHER = 6;

    private final TimetableDoubleBookings doubleBookings;
    private final TemplateTexts words;
    private final double height;

    OverviewSizes(TimetableOverview overview, TimetableDoubleBookings doubleBookings, TemplateTexts words) {
        this.doubleBookings = doubleBookings;
        this.words = words;
        int weeks = overview.weeks().size();
        int teams = overview.counts().size();
        double notesHeight =
                overview.weeks().stream().mapToDouble(this::noteHeight).sum();
        long otherLines = overview.weeks().stream()
                .filter(week -> !week.otherDays().isEmpty())
                .count();
        double room = ROOM - weeks * HEADING - otherLines * OTHER - teams * COUNT - notesHeight;
        this.height = Math.clamp(room / Math.max(1, weeks * teams), LOWEST, HIGHEST);
    }

    /** Returns the additional height of a week's lines for notes on double bookings. */
    private double noteHeight(Week week) {
        int columns = week.days().stream().mapToInt(day -> day.starts().size()).sum();
        double width = PaperFormat.A3_LANDSCAPE.tableWidth() * CELLS / Math.max(1, columns) - SIDES;
        return week.lines().stream()
                        .mapToInt(line -> line.cells().stream()
                                .mapToInt(cell -> noteLineCount(cell, width))
                                .max()
                                .orElse(0))
                        .sum()
                * LINE;
    }

    private int noteLineCount(Cell cell, double width) {
        return cell.entries().stream()
                .flatMap(entry -> doubleBookedPeople(entry).stream())
                .mapToInt(one -> FontSize.lineCount(one, Math.max(LETTER, width), LETTER))
                .sum();
    }

    /** Returns short texts about the people of an entry who have another entry at the same time. */
    public List<String> doubleBookedPeople(TimetableEntry entry) {
        return doubleBookings.doubleBookedPeople(entry).stream()
                .map(person -> words.text("overview.twice", person.brief()))
                .toList();
    }

    /** Returns the height of a line as a CSS length. */
    public String height() {
        return String.format(Locale.ROOT, "%.2fmm", height);
    }

    /** Returns whether there is space for the names of the staff. */
    public boolean isRoomy() {
        return height >= WITH_STAFF;
    }
}
