package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.Hours;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.timetable.RollCall;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.StaffId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the bodies of sheets; what is around them is the same for all. */
final class Drawing {
    /** A board of fewer lines is set larger. */
    private static final int FEW_LINES = 30;

    private final SheetMatter matter;
    private final TimetableViews views;
    private final TimetableViews events;
    private final DoubleBookings doubles;
    private final Templates templates;
    private final WeekPages weekPages;
    private final Words words;

    Drawing(SheetMatter matter, Templates templates) {
        this.matter = matter;
        this.views = matter.all();
        this.events = matter.parts().events();
        this.doubles = DoubleBookings.of(views.entries(), views);
        this.templates = templates;
        this.weekPages = new WeekPages(templates);
        this.words = templates.words();
    }

    /** The weeks of anything. */
    String weeks(WeekSubject subject) {
        return weekPages.draw(subject, views, doubles, common());
    }

    /** The weeks of one of the staff with the hours of each, and the names of students met alone. */
    String staffMember(Named<StaffId> person) {
        StaffHours hours = matter.hoursOf(person);
        return weeks(new WeekSubject(
                        "",
                        person.name(),
                        views.ofPerson(person),
                        List.of(),
                        Viewpoint.ofStaff(words, person.id()),
                        Paper.A4_LANDSCAPE,
                        week -> words.text(
                                "week.hours", words.roughHours(hours.in(week).counted())),
                        List.of()))
                + studentsOf(person);
    }

    /** The names of students whom somebody meets alone, as pages; nothing if there are none. */
    String studentsOf(Named<StaffId> person) {
        List<Member> students = events.studentsOf(person);
        if (students.isEmpty()) {
            return "";
        }
        var values = common();
        values.put("heading", person.name());
        values.put("students", students);
        values.put("entries", events.ofPerson(person));
        return templates.draw("students", values);
    }

    /** What the plan gives line by line. */
    String breakdowns() {
        return matter.breakdowns().stream()
                .map(view -> {
                    var values = common();
                    values.put("view", view);
                    return templates.draw("breakdown", values);
                })
                .collect(Collectors.joining());
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
        var overview = Overview.of(events);
        var values = common();
        values.put("overview", overview);
        values.put("sizes", new GlanceSizes(overview, doubles, words));
        values.put("missing", events.entries().stream().anyMatch(entry -> entry.missing() > 0));
        return templates.draw("overview", values);
    }

    String rollCalls() {
        return events.teams().stream()
                .flatMap(team -> RollCall.of(team, events).stream())
                .map(list -> {
                    var values = common();
                    values.put("list", list);
                    values.put("twice", list.days().stream().anyMatch(RollCall.Day::hasEvening));
                    return templates.draw("rollcall", values);
                })
                .collect(Collectors.joining());
    }

    /** What is to be done on dates; nothing if there is nothing. */
    String tasks() {
        var lines = TaskList.of(views.problem(), views.timetable());
        if (lines.isEmpty()) {
            return "";
        }
        var values = common();
        values.put("lines", lines);
        return templates.draw("tasks", values);
    }

    /** Who is in which of the groups that the plan formed; nothing if it formed none. */
    String groups() {
        var lines = GroupList.of(views);
        if (lines.isEmpty()) {
            return "";
        }
        var values = common();
        values.put("lines", lines);
        return templates.draw("groups", values);
    }

    String hours(List<StaffHours> people) {
        boolean areFolded = WeekPages.areFolded(views);
        var lines = new LinkedHashMap<StaffHours, List<HoursLine>>();
        people.forEach(person -> lines.put(person, HoursLine.of(person, areFolded, words)));
        var values = common();
        values.put("people", lines);
        Hours total = people.stream().map(StaffHours::total).reduce(Hours.NONE, Hours::plus);
        values.put(
                "columns",
                HoursColumn.ALL.stream()
                        .filter(column -> !areFolded || column.of(total) != 0)
                        .toList());
        values.put("total", total);
        values.put("folded", areFolded);
        values.put("school", matter.parts().school().isPresent());
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
