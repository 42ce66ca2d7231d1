package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.Link;
import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.TimetableViews;
import java.util.List;

/** Sheets of what is an event of some weeks, such as a camp: teams, days, students, roll-call lists. */
final class EventSheets {
    static final String OVERVIEW = "overview.html";
    static final String ROLL_CALL = "rollcall.html";

    private final SheetSet sheets;
    private final Drawing drawing;
    private final TimetableViews views;
    private final Words words;

    EventSheets(SheetSet sheets, Drawing drawing, TimetableViews views, Words words) {
        this.sheets = sheets;
        this.drawing = drawing;
        this.views = views;
        this.words = words;
    }

    /** Links to what shows the whole. */
    List<Link> whole() {
        sheets.put(OVERVIEW, words.text("index.overview"), Paper.A3_LANDSCAPE, drawing.overview());
        sheets.put(ROLL_CALL, words.text("index.rollcall"), Paper.A4_PORTRAIT, drawing.rollCalls());
        return List.of(
                new Link(OVERVIEW, words.text("index.overview")), new Link(ROLL_CALL, words.text("index.rollcall")));
    }

    void teams() {
        sheets.group(
                "teams",
                views.teams(),
                Paper.A3_LANDSCAPE,
                (team, number) -> new Link(FileNames.of("team", number, team.name()), team.name()),
                team -> drawing.weeks(WeekSubject.of(
                        team.name(), views.of(team), Viewpoint.ofStudents(words, team.id()), Paper.A3_LANDSCAPE)));
    }

    void days() {
        sheets.group(
                "days",
                List.copyOf(views.dates()),
                Paper.A4_PORTRAIT,
                (date, number) -> new Link(Sheets.DAY + date + ".html", words.shortDate(date)),
                date -> drawing.day(DayBoard.of(date, views)));
    }

    void students() {
        sheets.group(
                "students",
                views.students(),
                Paper.A4_LANDSCAPE,
                (student, number) -> new Link(FileNames.of("student", student.number()), student.name()),
                student -> drawing.weeks(WeekSubject.of(
                        student.name(),
                        views.ofStudent(student),
                        Viewpoint.ofStudents(words, student.id()),
                        Paper.A4_LANDSCAPE)));
    }
}
