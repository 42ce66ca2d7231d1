package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.Figure;
import dk.grundskema.api.exports.IndexPage.Link;
import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.TimetableViews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

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

    private static final String OVERVIEW = "overview.html";
    private static final String ROLL_CALL = "rollcall.html";
    private static final String HOURS = "hours.html";
    private static final String WORKBOOK = "hours.xlsx";

    /** Files that every timetable has. */
    public static final List<String> ALWAYS = List.of(INDEX, OVERVIEW, ROLL_CALL, HOURS, WORKBOOK);

    private final TimetableViews views;
    private final Words words;
    private final Templates templates;
    private final Drawing drawing;
    private final SheetMatter matter;
    private final Style style;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final IndexPage index = new IndexPage();

    private Sheets(SheetMatter matter, Locale language) {
        this.matter = matter;
        this.views = matter.views();
        this.words = new Words(language);
        this.templates = new Templates(words);
        this.drawing = new Drawing(matter, templates);
        this.style = new Style(views.looks());
    }

    /**
     * The files by their names.
     *
     * @param language Danish or English
     */
    public static SortedMap<String, byte[]> of(SheetMatter matter, Locale language) {
        var sheets = new Sheets(matter, language);
        sheets.draw();
        return sheets.files;
    }

    private void draw() {
        drawWhole();
        group(
                "teams",
                views.teams(),
                Paper.A3_LANDSCAPE,
                (team, number) -> new Link(FileNames.of("team", number, team.name()), team.name()),
                team -> drawing.weeks(
                        team.name(),
                        views.of(team),
                        Viewpoint.ofStudents(words, team.id()),
                        Paper.A3_LANDSCAPE,
                        week -> ""));
        group(
                "days",
                List.copyOf(views.dates()),
                Paper.A4_PORTRAIT,
                (date, number) -> new Link("day-" + date + ".html", words.shortDate(date)),
                date -> drawing.day(DayBoard.of(date, views)));
        group(
                "staff",
                views.staff(),
                Paper.A4_LANDSCAPE,
                (person, number) -> new Link(FileNames.of("staff", number, person.name()), person.name()),
                drawing::staffMember);
        group(
                "students",
                views.students(),
                Paper.A4_LANDSCAPE,
                (student, number) -> new Link(FileNames.of("student", student.number()), student.name()),
                student -> drawing.weeks(
                        student.name(),
                        views.ofStudent(student),
                        Viewpoint.ofStudents(words, student.id()),
                        Paper.A4_LANDSCAPE,
                        week -> ""));
        group(
                "rooms",
                views.rooms(),
                Paper.A4_LANDSCAPE,
                (room, number) -> new Link(FileNames.of("room", number, room.name()), room.name()),
                room -> drawing.weeks(
                        room.name(),
                        views.ofRoom(room),
                        Viewpoint.ofRoom(words, room.id()),
                        Paper.A4_LANDSCAPE,
                        week -> ""));
        put(
                INDEX,
                words.text("index.title", views.problem().title()),
                Paper.A4_PORTRAIT,
                drawing.index(index, figures()),
                false);
    }

    private void drawWhole() {
        put(OVERVIEW, words.text("index.overview"), Paper.A3_LANDSCAPE, drawing.overview(), true);
        put(ROLL_CALL, words.text("index.rollcall"), Paper.A4_PORTRAIT, drawing.rollCalls(), true);
        put(HOURS, words.text("hours.heading"), Paper.A4_PORTRAIT, drawing.hours(), true);
        files.put(WORKBOOK, HoursWorkbook.of(matter.hours(), words));
        index.add(
                "index.whole",
                List.of(
                        new Link(OVERVIEW, words.text("index.overview")),
                        new Link(ROLL_CALL, words.text("index.rollcall")),
                        new Link(HOURS, words.text("hours.name")),
                        new Link(WORKBOOK, words.text("hours.workbook"))),
                "");
    }

    /** One file for each, and one with all where there are several. */
    private <T> void group(
            String sort, List<T> all, Paper paper, BiFunction<T, Integer, Link> link, Function<T, String> body) {
        var links = new ArrayList<Link>();
        var bodies = new StringBuilder();
        for (T one : all) {
            Link file = link.apply(one, links.size() + 1);
            String drawn = body.apply(one);
            put(file.file(), file.label(), paper, drawn, true);
            links.add(file);
            bodies.append(drawn);
        }
        String together = links.size() > 1 ? sort + ".html" : "";
        if (!together.isEmpty()) {
            put(together, words.text("index." + sort), paper, bodies.toString(), true);
        }
        index.add("index." + sort, links, together);
    }

    private void put(String file, String title, Paper paper, String body, boolean back) {
        String page = templates.draw(
                "shell",
                Map.of("title", title, "style", style.on(paper), "paper", paper.style(), "body", body, "back", back));
        files.put(file, page.getBytes(StandardCharsets.UTF_8));
    }

    private List<Figure> figures() {
        return List.of(
                figure("figure.weeks", views.weeks().size()),
                figure("figure.teams", views.teams().size()),
                figure("figure.students", views.students().size()),
                figure("figure.staff", views.staff().size()),
                figure("figure.rooms", views.rooms().size()));
    }

    private Figure figure(String key, int number) {
        return new Figure(number, words.text(key, number));
    }
}
