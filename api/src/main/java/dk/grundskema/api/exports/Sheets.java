package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.Figure;
import dk.grundskema.api.exports.IndexPage.Link;
import dk.grundskema.api.timetable.Hours;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.StaffHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * All sheets of a timetable, as files that need nothing but themselves. No file has a student's name or id in its own name, nor does anything
 * that hangs where all can read it: students' names stand on their own sheets, on roll-call lists, and with those of the staff
 * who meet them alone.
 */
public final class Sheets {
    /** What {@link dk.grundskema.api.platform.OwnFolder} knows these files by. */
    public static final String PURPOSE = "sheets";

    /** The page that leads to all others. */
    public static final String INDEX = "index.html";

    /** How the names of the sheets of days begin. */
    static final String DAY = "day-";

    private static final String HOURS = "hours.html";
    private static final String TASKS = "tasks.html";
    private static final String WORKBOOK = "hours.xlsx";

    /** Files that every timetable has. */
    public static final List<String> ALWAYS = List.of(INDEX, HOURS, WORKBOOK);

    private final Words words;
    private final Drawing drawing;
    private final SheetMatter matter;
    private final SheetSet sheets;

    private Sheets(SheetMatter matter, Locale language) {
        this.matter = matter;
        this.words = new Words(language);
        var templates = new Templates(Sheets.class, words);
        this.drawing = new Drawing(matter, templates);
        this.sheets = new SheetSet(templates, new Style(matter.all().looks()));
    }

    /** Whether a file is the sheet of a day: there are such of events only, see {@link EventSheets}. */
    public static boolean isOfADay(String file) {
        return file.startsWith(DAY);
    }

    /**
     * The files by their names.
     *
     * @param language Danish or English
     */
    public static SortedMap<String, byte[]> of(SheetMatter matter, Locale language) {
        return bundle(matter, language).files();
    }

    /**
     * The files, and how they belong together.
     *
     * @param language Danish or English
     */
    public static SheetBundle bundle(SheetMatter matter, Locale language) {
        var sheets = new Sheets(matter, language);
        sheets.draw();
        return new SheetBundle(sheets.sheets.files(), sheets.sheets.index().groups());
    }

    private void draw() {
        var events = new EventSheets(sheets, drawing, matter.parts().events(), words);
        var figures = matter.parts()
                .school()
                .map(school -> draw(new SchoolSheets(sheets, drawing, matter, school, words), school, events))
                .orElseGet(() -> draw(events));
        sheets.putIndex(
                INDEX,
                words.text("index.title", matter.all().problem().title()),
                drawing.index(sheets.index(), figures));
    }

    /** A plan that is an event altogether. */
    private List<Figure> draw(EventSheets events) {
        var views = matter.all();
        whole("index.whole", events.whole(), matter.hours());
        events.teams();
        events.days();
        sheets.group(
                "staff",
                views.staff(),
                Paper.A4_LANDSCAPE,
                (person, number) -> new Link(FileNames.of("staff", number, person.name()), person.name()),
                drawing::staffMember);
        events.students();
        sheets.group(
                "rooms",
                views.rooms(),
                Paper.A4_LANDSCAPE,
                (room, number) -> new Link(FileNames.of("room", number, room.name()), room.name()),
                room -> drawing.weeks(WeekSubject.of(
                        room.name(), views.ofRoom(room), Viewpoint.ofRoom(words, room.id()), Paper.A4_LANDSCAPE)));
        return List.of(
                figure("figure.weeks", views.weeks().size()),
                figure("figure.teams", views.teams().size()),
                figure("figure.students", views.students().size()),
                figure("figure.staff", views.staff().size()),
                figure("figure.rooms", views.rooms().size()));
    }

    /** A school's weeks, and the events in them. */
    private List<Figure> draw(SchoolSheets ofSchool, SchoolWeeks school, EventSheets events) {
        var people = ofSchool.people();
        var links = new ArrayList<>(ofSchool.whole());
        if (school.hasEvents()) {
            links.addAll(events.whole());
        }
        whole(
                school.hasEvents() ? "index.whole" : "index.school",
                links,
                matter.hours().stream()
                        .filter(one ->
                                people.contains(one.person()) && !one.total().equals(Hours.NONE))
                        .toList());
        ofSchool.classes();
        int students = ofSchool.students();
        ofSchool.staff();
        ofSchool.rooms();
        var figures = new ArrayList<>(List.of(
                figure("figure.weeks", school.plannedWeeks()),
                figure("figure.classes", school.classes().size()),
                figure("figure.staff", people.size())));
        if (students > 0) {
            figures.add(figure("figure.supported", students));
        }
        if (school.hasEvents()) {
            events.teams();
            events.days();
            events.students();
            var views = matter.parts().events();
            figures.add(figure("figure.teams", views.teams().size()));
            figures.add(figure("figure.students", views.students().size()));
        }
        return figures;
    }

    private void whole(String key, List<Link> first, List<StaffHours> hours) {
        var links = new ArrayList<>(first);
        sheets.put(HOURS, words.text("hours.heading"), Paper.A4_PORTRAIT, drawing.hours(hours));
        sheets.put(WORKBOOK, HoursWorkbook.of(hours, words));
        String tasks = drawing.tasks();
        if (!tasks.isEmpty()) {
            sheets.put(TASKS, words.text("tasks.heading"), Paper.A4_PORTRAIT, tasks);
            links.add(new Link(TASKS, words.text("tasks.heading")));
        }
        links.add(new Link(HOURS, words.text("hours.name")));
        links.add(new Link(WORKBOOK, words.text("hours.workbook")));
        sheets.index().add(key, links, "");
    }

    private Figure figure(String key, int number) {
        return new Figure(number, words.text(key, number));
    }
}
