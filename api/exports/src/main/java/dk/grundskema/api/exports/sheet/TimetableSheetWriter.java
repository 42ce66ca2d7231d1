package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.PayrollHours;
import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.exports.sheet.IndexPage.Figure;
import dk.grundskema.api.exports.sheet.IndexPage.Link;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.exports.workbook.PayrollWorkbook;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Writes all sheets of a timetable as self-contained HTML files, an index page and the hours workbook. File names contain no student's name or id,
 * and neither do sheets for public walls. Students' names are only on their own sheets, on roll-call lists, and on the sheets of the staff who meet
 * them individually. {@link SchoolSheetWriter} writes a school's weeks, {@link CampSheetWriter} events such as camps; a plan may have both.
 */
public final class TimetableSheetWriter {
    /** Purpose of these files for {@link dk.grundskema.api.documents.file.ManagedFolder}. */
    public static final String PURPOSE = "sheets";

    /** The index page. */
    public static final String INDEX = "index.html";

    /** Prefix of the file names of day sheets. */
    static final String DAY = "day-";

    private static final String HOURS = "hours.html";
    private static final String TASKS = "tasks.html";
    private static final String WORKBOOK = "hours.xlsx";

    /** Files that every timetable has. */
    public static final List<String> ALWAYS = List.of(INDEX, HOURS, WORKBOOK);

    private final TemplateTexts words;
    private final SheetRenderer drawing;
    private final SheetContent content;
    private final SheetCollector sheets;

    private TimetableSheetWriter(SheetContent content, Locale language) {
        this.content = content;
        this.words = new TemplateTexts(language);
        var templates = new TemplateRenderer(TimetableSheetWriter.class, "", words);
        this.drawing = new SheetRenderer(content, templates);
        this.sheets =
                new SheetCollector(templates, new SheetStyle(content.allViews().meetingStyles()));
    }

    /** Returns whether a file is a day sheet; only events have them, see {@link CampSheetWriter}. */
    public static boolean isDaySheet(String file) {
        return file.startsWith(DAY);
    }

    /**
     * Returns the files by name.
     *
     * @param language Danish or English
     */
    public static SortedMap<String, byte[]> writeFiles(SheetContent content, Locale language) {
        return writeBundle(content, language).files();
    }

    /**
     * Returns the files and their groups.
     *
     * @param language Danish or English
     */
    public static SheetBundle writeBundle(SheetContent content, Locale language) {
        var sheets = new TimetableSheetWriter(content, language);
        sheets.write();
        return new SheetBundle(sheets.sheets.files(), sheets.sheets.index().groups());
    }

    private void write() {
        var events = new CampSheetWriter(sheets, drawing, content.parts().events(), words);
        var figures = content.parts()
                .school()
                .map(school -> write(new SchoolSheetWriter(sheets, drawing, content, school, words), school, events))
                .orElseGet(() -> write(events));
        sheets.addIndex(
                INDEX,
                words.text("index.title", content.allViews().problem().title()),
                drawing.renderIndex(sheets.index(), figures));
    }

    /** Writes a plan that only consists of events. */
    private List<Figure> write(CampSheetWriter events) {
        var views = content.allViews();
        writeOverviewSheets("index.whole", events.writeOverviewSheets(), content.hours());
        events.writeTeamSheets();
        events.writeDaySheets();
        sheets.addGroup(
                "staff",
                views.staff(),
                PaperFormat.A4_LANDSCAPE,
                (person, number) -> new Link(SheetFileNames.of("staff", number, person.name()), person.name()),
                drawing::renderStaffMember);
        events.writeStudentSheets();
        sheets.addGroup(
                "rooms",
                views.rooms(),
                PaperFormat.A4_LANDSCAPE,
                (room, number) -> new Link(SheetFileNames.of("room", number, room.name()), room.name()),
                room -> drawing.renderWeeks(WeekSheetSubject.of(
                        room.name(),
                        views.ofRoom(room),
                        Viewpoint.ofRoom(words, room.id()),
                        PaperFormat.A4_LANDSCAPE)));
        return figures(
                toFigure("figure.weeks", views.weeks().size()),
                toFigure("figure.teams", views.teams().size()));
    }

    /** Writes a school's weeks, and the events in them. */
    private List<Figure> write(SchoolSheetWriter ofSchool, SchoolWeekViews school, CampSheetWriter events) {
        var people = ofSchool.affectedStaff();
        var links = new ArrayList<>(ofSchool.writeOverviewSheets());
        if (school.hasEvents()) {
            links.addAll(events.writeOverviewSheets());
        }
        writeOverviewSheets(
                school.hasEvents() ? "index.whole" : "index.school",
                links,
                content.hours().stream()
                        .filter(one ->
                                people.contains(one.person()) && !one.total().equals(PayrollHours.NONE))
                        .toList());
        ofSchool.writeClassSheets();
        ofSchool.writeStudentSheets();
        ofSchool.writeStaffSheets();
        ofSchool.writeRoomSheets();
        Figure weeks = toFigure("figure.weeks", school.plannedWeeks());
        Figure classes = toFigure("figure.classes", school.classes().size());
        if (school.hasEvents()) {
            events.writeTeamSheets();
            events.writeDaySheets();
            events.writeStudentSheets();
            return figures(
                    weeks,
                    classes,
                    toFigure("figure.teams", content.parts().events().teams().size()));
        }
        return figures(weeks, classes);
    }

    /** Returns some figures, and those of the whole plan, as the pages of the plan have them. */
    private List<Figure> figures(Figure... first) {
        Problem problem = content.allViews().problem();
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                        toFigure(
                                                "figure.students",
                                                problem.students().size()),
                                        toFigure("figure.staff", problem.staff().size()),
                                        toFigure("figure.rooms", problem.rooms().size()))
                                .filter(figure -> figure.number() > 0))
                .toList();
    }

    private void writeOverviewSheets(String key, List<Link> first, List<StaffHours> hours) {
        var links = new ArrayList<>(first);
        sheets.addFile(HOURS, words.text("hours.heading"), PaperFormat.A4_PORTRAIT, drawing.renderHours(hours));
        sheets.addFile(WORKBOOK, PayrollWorkbook.write(hours, words));
        String tasks = drawing.renderTasks();
        if (!tasks.isEmpty()) {
            sheets.addFile(TASKS, words.text("tasks.heading"), PaperFormat.A4_PORTRAIT, tasks);
            links.add(new Link(TASKS, words.text("tasks.heading")));
        }
        links.add(new Link(HOURS, words.text("hours.name")));
        links.add(new Link(WORKBOOK, words.text("hours.workbook")));
        sheets.index().add(key, links, "");
    }

    private Figure toFigure(String key, int number) {
        return new Figure(number, words.text(key, number));
    }
}
