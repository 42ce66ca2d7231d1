package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.AlikeWeeks;
import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws weeks, one a page; in a long plan those in which the same is held are one page together, and weeks in which nothing is held are none. */
final class WeekPages {
    /** A plan of more weeks is long. */
    private static final int LONG = 6;

    /** A heading beyond this many characters is set smaller, so that it takes no more height. */
    private static final int LONG_HEADING = 28;

    /** Height of a line beneath a table and width of its letters, in millimetres. */
    private static final double LINE = 4.4;

    private static final double LETTER = 1.95;
    private static final double ABOVE_LINES = 2;

    private final Templates templates;
    private final Words words;

    WeekPages(Templates templates) {
        this.templates = templates;
        this.words = templates.words();
    }

    /** Whether weeks that are alike are one page. */
    static boolean areFolded(TimetableViews views) {
        return views.weeks().size() > LONG;
    }

    /**
     * The pages, one after the other.
     *
     * @param views   of what plan
     * @param doubles who in it is in two places at once
     * @param common  what every page says
     */
    String draw(WeekSubject told, TimetableViews views, DoubleBookings doubles, Map<String, Object> common) {
        WeekSubject subject = told.seenBy(told.viewpoint().knowing(doubles));
        var pages = pages(subject, views);
        return pages.stream()
                .map(alike -> page(subject, alike, alike.equals(pages.getFirst()), common))
                .collect(Collectors.joining());
    }

    private static List<AlikeWeeks> pages(WeekSubject subject, TimetableViews views) {
        if (!areFolded(views)) {
            return AlikeWeeks.apart(views.weeks());
        }
        var all = Stream.concat(subject.entries().stream(), subject.besides().stream())
                .distinct()
                .toList();
        return all.isEmpty()
                ? List.of(new AlikeWeeks(views.weeks()))
                : AlikeWeeks.of(all, subject.viewpoint()::doubles);
    }

    private String page(WeekSubject subject, AlikeWeeks alike, boolean isFirst, Map<String, Object> common) {
        var grid = WeekGrid.of(
                alike.first(), subject.entries(), subject.viewpoint().clashes());
        var beneath = beneath(subject, alike.first(), isFirst);
        var values = new HashMap<>(common);
        values.put("anchor", isFirst ? subject.anchor() : "");
        values.put("heading", subject.heading());
        values.put("isLong", subject.heading().length() > LONG_HEADING);
        values.put("alike", alike);
        values.put("grid", grid);
        values.put(
                "sizes", new GridSizes(grid, subject.paper(), subject.viewpoint(), height(beneath, subject.paper())));
        values.put("viewpoint", subject.viewpoint());
        values.put("note", subject.note().apply(alike.first()));
        values.put("nothing", subject.viewpoint().nothing());
        values.put("beneath", beneath);
        boolean isMixed =
                subject.entries().stream().anyMatch(entry -> !entry.helpers().isEmpty());
        values.put(
                "legend",
                isMixed ? words.text("week.legend") : subject.viewpoint().legend());
        return templates.draw("week", values);
    }

    private List<Beneath> beneath(WeekSubject subject, IsoWeek week, boolean isFirst) {
        var lines = new ArrayList<Beneath>();
        subject.besides().stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .sorted(Comparator.comparing(entry -> entry.occurrence().interval()))
                .map(this::beneath)
                .forEach(lines::add);
        if (isFirst) {
            lines.addAll(subject.sums());
        }
        return lines;
    }

    private Beneath beneath(Entry entry) {
        var parts = new ArrayList<>(List.of(words.weekday(entry.date()) + " " + words.span(entry)));
        String people = entry.staff().stream().map(Named::name).collect(Collectors.joining(", "));
        String rooms = entry.rooms().stream().map(Named::name).collect(Collectors.joining(", "));
        Stream.of(people, rooms).filter(each -> !each.isEmpty()).forEach(parts::add);
        return new Beneath(entry.title(), String.join(" · ", parts));
    }

    private static double height(List<Beneath> lines, Paper paper) {
        return lines.stream()
                .mapToDouble(line ->
                        LINE * TypeSize.lines(line.label() + ": " + line.text(), paper.tableWidth() - 3, LETTER))
                .reduce(lines.isEmpty() ? 0 : ABOVE_LINES, Double::sum);
    }
}
