package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.Hours;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.timetable.RollCall;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the bodies of sheets; what is around them is the same for all. */
final class Drawing {
    /** A heading beyond this many characters is set smaller, so that it takes no more height. */
    private static final int LONG_HEADING = 28;

    /** Lengths on the overview, in millimetres. */
    private static final double GLANCE_ROOM = 245;

    private static final double GLANCE_HEADING = 21;
    private static final double GLANCE_COUNT = 7.5;
    private static final double GLANCE_LOWEST = 7;
    private static final double GLANCE_HIGHEST = 20;
    private static final double GLANCE_WITH_STAFF = 11;

    /** A board of fewer lines is set larger. */
    private static final int FEW_LINES = 30;

    private final SheetMatter matter;
    private final TimetableViews views;
    private final Templates templates;
    private final Words words;

    Drawing(SheetMatter matter, Templates templates) {
        this.matter = matter;
        this.views = matter.views();
        this.templates = templates;
        this.words = templates.words();
    }

    /** The weeks of anything, one a page. */
    String weeks(
            String heading, List<Entry> entries, Viewpoint viewpoint, Paper paper, Function<IsoWeek, String> note) {
        return views.weeks().stream()
                .map(week -> {
                    var grid = WeekGrid.of(week, entries, viewpoint.clashes());
                    var values = common();
                    values.put("heading", heading);
                    values.put("isLong", heading.length() > LONG_HEADING);
                    values.put("grid", grid);
                    values.put("sizes", new GridSizes(grid, paper, viewpoint));
                    values.put("viewpoint", viewpoint);
                    values.put("note", note.apply(week));
                    values.put("nothing", viewpoint.nothing());
                    return templates.draw("week", values);
                })
                .collect(Collectors.joining());
    }

    /** The weeks of one of the staff with the hours of each, and the names of students met alone. */
    String staffMember(Named<StaffId> person) {
        StaffHours hours = matter.hours().stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow();
        var entries = views.ofPerson(person);
        String weeks = weeks(
                person.name(),
                entries,
                Viewpoint.ofStaff(words, person.id()),
                Paper.A4_LANDSCAPE,
                week -> words.text("week.hours", words.roughHours(hours.in(week).counted())));
        List<Member> students = views.studentsOf(person);
        if (students.isEmpty()) {
            return weeks;
        }
        var values = common();
        values.put("heading", person.name());
        values.put("students", students);
        values.put("entries", entries);
        return weeks + templates.draw("students", values);
    }

    String day(DayBoard board) {
        var values = common();
        values.put("board", board);
        var sections = BoardSection.of(board);
        values.put("sections", sections);
        values.put(
                "roomy",
                sections.stream().mapToInt(section -> section.entries().size()).sum() < FEW_LINES);
        return templates.draw("day", values);
    }

    String overview() {
        var overview = Overview.of(views);
        var values = common();
        values.put("overview", overview);
        double height = glanceHeight(overview);
        values.put("height", String.format(Locale.ROOT, "%.2fmm", height));
        values.put("roomy", height >= GLANCE_WITH_STAFF);
        values.put("missing", views.entries().stream().anyMatch(entry -> entry.missing() > 0));
        return templates.draw("overview", values);
    }

    /** Height of a line, so that all weeks fill the page, as long as there aren't too many. */
    private static double glanceHeight(Overview overview) {
        int weeks = overview.weeks().size();
        int teams = overview.counts().size();
        double room = GLANCE_ROOM - weeks * GLANCE_HEADING - teams * GLANCE_COUNT;
        return Math.clamp(room / Math.max(1, weeks * teams), GLANCE_LOWEST, GLANCE_HIGHEST);
    }

    String rollCalls() {
        return views.teams().stream()
                .flatMap(team -> RollCall.of(team, views).stream())
                .map(list -> {
                    var values = common();
                    values.put("list", list);
                    values.put("twice", list.days().stream().anyMatch(RollCall.Day::hasEvening));
                    return templates.draw("rollcall", values);
                })
                .collect(Collectors.joining());
    }

    String hours() {
        var values = common();
        values.put("people", matter.hours());
        values.put("columns", HoursColumn.ALL);
        values.put("total", matter.hours().stream().map(StaffHours::total).reduce(Hours.NONE, Hours::plus));
        return templates.draw("hours", values);
    }

    String index(IndexPage page, List<IndexPage.Figure> figures) {
        var values = common();
        values.put("groups", page.groups());
        values.put("figures", figures);
        values.put("shortcomings", matter.shortcomings());
        return templates.draw("index", values);
    }

    /** From the first day on which anything is held to the last. */
    String period() {
        var dates = views.dates();
        var horizon = views.problem().horizon();
        return dates.isEmpty()
                ? words.period(horizon.firstDay(), horizon.lastDay())
                : words.period(dates.first(), dates.last());
    }

    private Map<String, Object> common() {
        var values = new HashMap<String, Object>();
        values.put("plan", views.problem().title());
        values.put("stamp", matter.stamp());
        values.put("period", period());
        return values;
    }
}
