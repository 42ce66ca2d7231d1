package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.timetable.Overview.Cell;
import dk.grundskema.api.timetable.Overview.Week;
import java.util.List;
import java.util.Locale;

/** How high the lines of the overview are, so that all weeks fill the page, as long as there aren't too many. Lengths are millimetres. */
public final class GlanceSizes {
    private static final double ROOM = 245;
    private static final double HEADING = 21;
    private static final double COUNT = 7.5;
    private static final double LOWEST = 7;
    private static final double HIGHEST = 20;
    private static final double WITH_STAFF = 11;

    /** Share of the width that teams' names and what is between days leave to cells. */
    private static final double CELLS = 0.85;

    /** Width of the average letter of what is said of who is in two places, with what is around it, and height of a line of it. */
    private static final double LETTER = 1.6;

    private static final double SIDES = 3;
    private static final double LINE = 3.2;

    private final DoubleBookings doubles;
    private final Words words;
    private final double height;

    GlanceSizes(Overview overview, DoubleBookings doubles, Words words) {
        this.doubles = doubles;
        this.words = words;
        int weeks = overview.weeks().size();
        int teams = overview.counts().size();
        double said = overview.weeks().stream().mapToDouble(this::said).sum();
        double room = ROOM - weeks * HEADING - teams * COUNT - said;
        this.height = Math.clamp(room / Math.max(1, weeks * teams), LOWEST, HIGHEST);
    }

    /** Height that lines of a week take more, since it is said in them who is in two places. */
    private double said(Week week) {
        int columns = week.days().stream().mapToInt(day -> day.starts().size()).sum();
        double width = Paper.A3_LANDSCAPE.tableWidth() * CELLS / Math.max(1, columns) - SIDES;
        return week.lines().stream()
                        .mapToInt(line -> line.cells().stream()
                                .mapToInt(cell -> lines(cell, width))
                                .max()
                                .orElse(0))
                        .sum()
                * LINE;
    }

    private int lines(Cell cell, double width) {
        return cell.entries().stream()
                .flatMap(entry -> twice(entry).stream())
                .mapToInt(one -> TypeSize.lines(one, Math.max(LETTER, width), LETTER))
                .sum();
    }

    /** Who of an entry is somewhere else at the same time, in few words. */
    public List<String> twice(Entry entry) {
        return doubles.people(entry).stream()
                .map(person -> words.text("overview.twice", person.brief()))
                .toList();
    }

    /** Height of a line as CSS writes it. */
    public String height() {
        return String.format(Locale.ROOT, "%.2fmm", height);
    }

    /** Whether there is room to say who is there. */
    public boolean isRoomy() {
        return height >= WITH_STAFF;
    }
}
