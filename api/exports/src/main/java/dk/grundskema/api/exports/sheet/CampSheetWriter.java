package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.sheet.IndexPage.Link;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.List;

/** Writes the sheets of events of some weeks, such as camps: teams, days, students, roll-call lists. */
final class CampSheetWriter {
    static final String OVERVIEW = "overview.html";
    static final String ROLL_CALL = "rollcall.html";

    private final SheetCollector sheets;
    private final SheetRenderer drawing;
    private final TimetableViews views;
    private final TemplateTexts words;

    CampSheetWriter(SheetCollector sheets, SheetRenderer drawing, TimetableViews views, TemplateTexts words) {
        this.sheets = sheets;
        this.drawing = drawing;
        this.views = views;
        this.words = words;
    }

    /** Writes the overview sheets and returns the links to them. */
    List<Link> writeOverviewSheets() {
        sheets.addFile(OVERVIEW, words.text("index.overview"), PaperFormat.A3_LANDSCAPE, drawing.renderOverview());
        sheets.addFile(ROLL_CALL, words.text("index.rollcall"), PaperFormat.A4_PORTRAIT, drawing.renderRollCalls());
        return List.of(
                new Link(OVERVIEW, words.text("index.overview")), new Link(ROLL_CALL, words.text("index.rollcall")));
    }

    void writeTeamSheets() {
        sheets.addGroup(
                "teams",
                views.teams(),
                PaperFormat.A3_LANDSCAPE,
                (team, number) -> new Link(SheetFileNames.of("team", number, team.name()), team.name()),
                team -> drawing.renderWeeks(WeekSheetSubject.of(
                        team.name(),
                        views.ofTeam(team),
                        Viewpoint.ofStudents(words, team.id()),
                        PaperFormat.A3_LANDSCAPE)));
    }

    void writeDaySheets() {
        sheets.addGroup(
                "days",
                List.copyOf(views.dates()),
                PaperFormat.A4_PORTRAIT,
                (date, number) -> new Link(TimetableSheetWriter.DAY + date + ".html", words.shortDate(date)),
                date -> drawing.renderDay(DayBoard.of(date, views)));
    }

    void writeStudentSheets() {
        sheets.addGroup(
                "students",
                views.students(),
                PaperFormat.A4_LANDSCAPE,
                (student, number) -> new Link(SheetFileNames.of("student", student.number()), student.name()),
                student -> drawing.renderWeeks(WeekSheetSubject.of(
                        student.name(),
                        views.ofStudent(student),
                        Viewpoint.ofStudents(words, student.id()),
                        PaperFormat.A4_LANDSCAPE)));
    }
}
