package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.IdenticalWeeks;
import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.documents.timetable.WeekGrid;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders weeks, one per page. In a long plan, weeks with the same entries share a page, and weeks without entries are left out. */
final class WeekSheetRenderer {
    /** A plan with more weeks is long. */
    private static final int LONG = 6;

    /** A heading with more characters gets a smaller font, so that it stays on one line. */
    private static final int LONG_HEADING = 28;

    /** Line height and letter width of the lines beneath a table, in millimetres. */
    private static final double LINE = 4.4;

    private static final double LETTER = 1.95;
    private static final double ABOVE_LINES = 2;

    private final TemplateRenderer templates;
    private final TemplateTexts words;

    WeekSheetRenderer(TemplateRenderer templates) {
        this.templates = templates;
        this.words = templates.texts();
    }

    /** Returns whether identical weeks share a page. */
    static boolean areIdenticalWeeksMerged(TimetableViews views) {
        return views.weeks().size() > LONG;
    }

    /**
     * Renders the pages.
     *
     * @param views   views of the plan
     * @param doubleBookings double bookings in the plan
     * @param common  values for every page
     */
    String render(
            WeekSheetSubject undecorated,
            TimetableViews views,
            TimetableDoubleBookings doubleBookings,
            Map<String, Object> common) {
        WeekSheetSubject subject =
                undecorated.withViewpoint(undecorated.viewpoint().withDoubleBookings(doubleBookings));
        var pages = groupIntoPages(subject, views);
        return pages.stream()
                .map(alike -> renderPage(subject, alike, alike.equals(pages.getFirst()), common))
                .collect(Collectors.joining());
    }

    private static List<IdenticalWeeks> groupIntoPages(WeekSheetSubject subject, TimetableViews views) {
        if (!areIdenticalWeeksMerged(views)) {
            return IdenticalWeeks.eachAlone(views.weeks());
        }
        var all = Stream.concat(subject.entries().stream(), subject.untimedEntries().stream())
                .distinct()
                .toList();
        return all.isEmpty()
                ? List.of(new IdenticalWeeks(views.weeks()))
                : IdenticalWeeks.of(all, subject.viewpoint()::doubleBookedPeople);
    }

    private String renderPage(
            WeekSheetSubject subject, IdenticalWeeks alike, boolean isFirst, Map<String, Object> common) {
        var grid = WeekGrid.of(
                alike.first(), subject.entries(), subject.viewpoint().clashTest());
        var beneath = footnotes(subject, alike.first(), isFirst);
        var values = new HashMap<>(common);
        values.put("anchor", isFirst ? subject.anchor() : "");
        values.put("heading", subject.heading());
        values.put("isLong", subject.heading().length() > LONG_HEADING);
        values.put("alike", alike);
        values.put("grid", grid);
        values.put(
                "sizes",
                new WeekGridSizes(
                        grid, subject.paper(), subject.viewpoint(), footnotesHeight(beneath, subject.paper())));
        values.put("viewpoint", subject.viewpoint());
        values.put("note", subject.note().apply(alike.first()));
        values.put("nothing", subject.viewpoint().emptyWeekText());
        values.put("beneath", beneath);
        boolean isMixed =
                subject.entries().stream().anyMatch(entry -> !entry.helpers().isEmpty());
        values.put(
                "legend",
                isMixed ? words.text("week.legend") : subject.viewpoint().legend());
        return templates.render("week", values);
    }

    private List<WeekFootnote> footnotes(WeekSheetSubject subject, IsoWeek week, boolean isFirst) {
        var lines = new ArrayList<WeekFootnote>();
        subject.untimedEntries().stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .sorted(Comparator.comparing(entry -> entry.occurrence().interval()))
                .map(this::footnotes)
                .forEach(lines::add);
        if (isFirst) {
            lines.addAll(subject.sums());
        }
        return lines;
    }

    private WeekFootnote footnotes(TimetableEntry entry) {
        var parts = new ArrayList<>(List.of(words.weekday(entry.date()) + " " + words.span(entry)));
        String people = entry.staff().stream().map(NamedEntity::name).collect(Collectors.joining(", "));
        String rooms = entry.rooms().stream().map(NamedEntity::name).collect(Collectors.joining(", "));
        Stream.of(people, rooms).filter(each -> !each.isEmpty()).forEach(parts::add);
        return new WeekFootnote(entry.title(), String.join(" · ", parts));
    }

    private static double footnotesHeight(List<WeekFootnote> lines, PaperFormat paper) {
        return lines.stream()
                .mapToDouble(line ->
                        LINE * FontSize.lineCount(line.label() + ": " + line.text(), paper.tableWidth() - 3, LETTER))
                .reduce(lines.isEmpty() ? 0 : ABOVE_LINES, Double::sum);
    }
}
