package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.PayrollHours;
import dk.grundskema.api.documents.timetable.RollCallList;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.exports.workbook.HoursColumn;
import dk.grundskema.domain.people.StaffId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the bodies of sheets; the frame is the same for all. */
final class SheetRenderer {
    /** A board with fewer lines gets a larger font. */
    private static final int FEW_LINES = 30;

    private final SheetContent content;
    private final TimetableViews views;
    private final TimetableViews events;
    private final TimetableDoubleBookings doubleBookings;
    private final TemplateRenderer templates;
    private final WeekSheetRenderer weekPages;
    private final TemplateTexts words;

    SheetRenderer(SheetContent content, TemplateRenderer templates) {
        this.content = content;
        this.views = content.allViews();
        this.events = content.parts().events();
        this.doubleBookings = TimetableDoubleBookings.of(views.entries(), views);
        this.templates = templates;
        this.weekPages = new WeekSheetRenderer(templates);
        this.words = templates.texts();
    }

    /** Renders the weeks of a subject. */
    String renderWeeks(WeekSheetSubject subject) {
        return weekPages.render(subject, views, doubleBookings, commonValues());
    }

    /** Renders the weeks of a staff member, with weekly hours and the names of students met individually. */
    String renderStaffMember(NamedEntity<StaffId> person) {
        StaffHours hours = content.hoursOf(person);
        return renderWeeks(new WeekSheetSubject(
                        "",
                        person.name(),
                        views.ofPerson(person),
                        List.of(),
                        Viewpoint.ofStaff(words, person.id()),
                        PaperFormat.A4_LANDSCAPE,
                        week -> words.text(
                                "week.hours",
                                words.roughHours(hours.hoursIn(week).counted())),
                        List.of()))
                + renderStudentsOf(person);
    }

    /** Renders the names of students that a staff member meets individually, as pages; empty if there are none. */
    String renderStudentsOf(NamedEntity<StaffId> person) {
        List<NumberedStudent> students = events.studentsOf(person);
        if (students.isEmpty()) {
            return "";
        }
        var values = commonValues();
        values.put("heading", person.name());
        values.put("students", students);
        values.put("entries", events.ofPerson(person));
        return templates.render("students", values);
    }

    /** Renders the breakdown tables. */
    String renderBreakdowns() {
        return content.breakdowns().stream()
                .map(view -> {
                    var values = commonValues();
                    values.put("view", view);
                    return templates.render("breakdown", values);
                })
                .collect(Collectors.joining());
    }

    String renderDay(DayBoard board) {
        var values = commonValues();
        values.put("board", board);
        var sections = BoardSection.of(board);
        values.put("sections", sections);
        values.put(
                "roomy",
                sections.stream().mapToInt(section -> section.entries().size()).sum() < FEW_LINES);
        return templates.render("day", values);
    }

    String renderOverview() {
        var overview = TimetableOverview.of(events);
        var values = commonValues();
        values.put("overview", overview);
        values.put("sizes", new OverviewSizes(overview, doubleBookings, words));
        values.put("missing", events.entries().stream().anyMatch(entry -> entry.missing() > 0));
        return templates.render("overview", values);
    }

    String renderRollCalls() {
        return events.teams().stream()
                .flatMap(team -> RollCallList.of(team, events).stream())
                .map(list -> {
                    var values = commonValues();
                    values.put("list", list);
                    values.put("twice", list.days().stream().anyMatch(RollCallList.Day::hasEvening));
                    return templates.render("rollcall", values);
                })
                .collect(Collectors.joining());
    }

    /** Renders the tasks on dates; empty if there are none. */
    String renderTasks() {
        var lines = TaskList.linesOf(views.problem(), views.timetable());
        if (lines.isEmpty()) {
            return "";
        }
        var values = commonValues();
        values.put("lines", lines);
        return templates.render("tasks", values);
    }

    /** Renders the members of the groups that the plan formed; empty if there are none. */
    String renderGroups() {
        var lines = FormedGroupList.linesOf(views);
        if (lines.isEmpty()) {
            return "";
        }
        var values = commonValues();
        values.put("lines", lines);
        return templates.render("groups", values);
    }

    String renderHours(List<StaffHours> people) {
        boolean areFolded = WeekSheetRenderer.areIdenticalWeeksMerged(views);
        var lines = new LinkedHashMap<StaffHours, List<HoursLine>>();
        people.forEach(person -> lines.put(person, HoursLine.linesOf(person, areFolded, words)));
        var values = commonValues();
        values.put("people", lines);
        PayrollHours total = people.stream().map(StaffHours::total).reduce(PayrollHours.NONE, PayrollHours::plus);
        values.put(
                "columns",
                HoursColumn.ALL.stream()
                        .filter(column -> !areFolded || column.of(total) != 0)
                        .toList());
        values.put("total", total);
        values.put("folded", areFolded);
        values.put("school", content.parts().school().isPresent());
        return templates.render("hours", values);
    }

    String renderIndex(IndexPage page, List<IndexPage.Figure> figures) {
        var values = commonValues();
        values.put("groups", page.groups());
        values.put("figures", figures);
        values.put("status", content.status());
        return templates.render("index", values);
    }

    /** Returns the period from the first to the last day with entries. */
    String periodText() {
        var dates = views.dates();
        var horizon = views.problem().horizon();
        return dates.isEmpty()
                ? words.period(horizon.firstDay(), horizon.lastDay())
                : words.period(dates.first(), dates.last());
    }

    private Map<String, Object> commonValues() {
        var values = new HashMap<String, Object>();
        values.put("plan", views.problem().title());
        values.put("stamp", content.stamp());
        values.put("period", periodText());
        return values;
    }
}
