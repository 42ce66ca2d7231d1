package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.SupportedStudents.StudentsOfClass;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.exports.sheet.IndexPage.Link;
import dk.grundskema.api.exports.sheet.IndexPage.LinkSubgroup;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the sheets of a school's weeks: the breakdowns of the plan, and the weeks of the people and classes with planned entries, together with
 * their existing timetable.
 */
final class SchoolSheetWriter {
    static final String BREAKDOWN = "class-by-class.html";
    static final String GROUPS = "groups.html";

    private final SheetCollector sheets;
    private final SheetRenderer drawing;
    private final SheetContent content;
    private final SchoolWeekViews school;
    private final TemplateTexts words;

    SchoolSheetWriter(
            SheetCollector sheets,
            SheetRenderer drawing,
            SheetContent content,
            SchoolWeekViews school,
            TemplateTexts words) {
        this.sheets = sheets;
        this.drawing = drawing;
        this.content = content;
        this.school = school;
        this.words = words;
    }

    /** Writes the overview sheets and returns the links to them. */
    List<Link> writeOverviewSheets() {
        var links = new ArrayList<Link>();
        if (!content.breakdowns().isEmpty()) {
            sheets.addFile(
                    BREAKDOWN, words.text("index.breakdown"), PaperFormat.A4_LANDSCAPE, drawing.renderBreakdowns());
            links.add(new Link(BREAKDOWN, words.text("index.breakdown")));
        }
        String groups = drawing.renderGroups();
        if (!groups.isEmpty()) {
            sheets.addFile(GROUPS, words.text("groups.heading"), PaperFormat.A4_PORTRAIT, groups);
            links.add(new Link(GROUPS, words.text("groups.heading")));
        }
        return links;
    }

    void writeClassSheets() {
        sheets.addGroup(
                "classes",
                school.classes(),
                PaperFormat.A4_LANDSCAPE,
                (group, number) -> new Link(SheetFileNames.of("class", number, group.name()), group.name()),
                group -> drawing.renderWeeks(classWeeks(group)));
    }

    private WeekSheetSubject classWeeks(NamedEntity<GroupId> group) {
        var entries = school.allViews().ofTeam(group);
        Set<SessionId> own = breakdownLines(group.id())
                .flatMap(line -> line.line().sessions().stream())
                .collect(Collectors.toSet());
        var untimedEntries = own.isEmpty()
                ? List.<TimetableEntry>of()
                : school.allViews().entries().stream()
                        .filter(entry -> own.contains(entry.occurrence().originalSessionId())
                                || own.contains(entry.occurrence().meeting().sessionId()))
                        .filter(entry -> !entry.teams().contains(group))
                        .toList();
        return new WeekSheetSubject(
                "",
                group.name(),
                entries,
                untimedEntries,
                Viewpoint.ofStudents(words, group.id()),
                PaperFormat.A4_LANDSCAPE,
                week -> helperNote(entries, week),
                List.of());
    }

    private String helperNote(List<TimetableEntry> entries, IsoWeek week) {
        long lessons = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week)
                        && !entry.helpers().isEmpty())
                .count();
        return lessons == 0 ? "" : words.text("week.with-helpers", lessons);
    }

    /** Returns all staff members with planned entries. */
    List<NamedEntity<StaffId>> affectedStaff() {
        var row = content.breakdowns().stream()
                .flatMap(view -> view.lines().stream())
                .<Id>map(Line::about)
                .collect(Collectors.toSet());
        return school.staff(row);
    }

    void writeStaffSheets() {
        sheets.addGroup(
                "staff",
                affectedStaff(),
                PaperFormat.A4_LANDSCAPE,
                (person, number) -> new Link(SheetFileNames.of("staff", number, person.name()), person.name()),
                person -> drawing.renderWeeks(staffWeeks(person)) + drawing.renderStudentsOf(person));
    }

    private WeekSheetSubject staffWeeks(NamedEntity<StaffId> person) {
        StaffHours hours = content.hoursOf(person);
        return new WeekSheetSubject(
                "",
                person.name(),
                school.allViews().ofPerson(person),
                List.of(),
                Viewpoint.ofStaff(words, person.id()),
                PaperFormat.A4_LANDSCAPE,
                week -> words.text(
                        "week.hours-by-plan",
                        words.roughHours(hours.hoursIn(week).counted())),
                breakdownFootnotes(person.id()));
    }

    /** Returns the breakdown lines of a person, each column with its heading. */
    private List<WeekFootnote> breakdownFootnotes(StaffId person) {
        var sums = new ArrayList<WeekFootnote>();
        breakdownLines(person).forEach(row -> {
            var cells = row.line().cells();
            for (int i = 1; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sums.add(new WeekFootnote(row.view().headings().get(i).text(), cells.get(i)));
                }
            }
        });
        return sums;
    }

    /** Writes one file for each class, because there may be thousands of students; a link leads to each student's first page. */
    void writeStudentSheets() {
        var supported = school.supportedStudents();
        var parts = new ArrayList<LinkSubgroup>();
        for (StudentsOfClass one : supported.byClass()) {
            String name = one.name().isEmpty() ? words.text("students.no-class") : one.name();
            String file = SheetFileNames.of("students", parts.size() + 1, name);
            var links = new ArrayList<Link>();
            var bodies = new StringBuilder();
            for (NumberedStudent student : one.students()) {
                String anchor = "student-" + student.number();
                bodies.append(drawing.renderWeeks(
                        supportedStudentWeeks(anchor, student, supported.entriesInSupportWeeks(student), one.name())));
                links.add(new Link(file + "#" + anchor, student.name()));
            }
            sheets.addFile(file, words.text("students.of-class", name), PaperFormat.A4_LANDSCAPE, bodies.toString());
            parts.add(new LinkSubgroup(name, links, file));
        }
        sheets.index().add("index.supported", parts);
    }

    private WeekSheetSubject supportedStudentWeeks(
            String anchor, NumberedStudent student, List<TimetableEntry> entries, String home) {
        return new WeekSheetSubject(
                anchor,
                student.name(),
                entries,
                List.of(),
                Viewpoint.ofSupported(words, student.id()),
                PaperFormat.A4_LANDSCAPE,
                week -> home,
                List.of());
    }

    /** A line with its table. */
    private record LineOfBreakdown(BreakdownView view, Line line) {}

    private Stream<LineOfBreakdown> breakdownLines(Id about) {
        return content.breakdowns().stream()
                .flatMap(view -> view.lines().stream().map(line -> new LineOfBreakdown(view, line)))
                .filter(row -> row.line().about().equals(about));
    }

    void writeRoomSheets() {
        sheets.addGroup(
                "rooms",
                school.rooms(),
                PaperFormat.A4_LANDSCAPE,
                (room, number) -> new Link(SheetFileNames.of("room", number, room.name()), room.name()),
                room -> drawing.renderWeeks(WeekSheetSubject.of(
                        room.name(),
                        school.allViews().ofRoom(room),
                        Viewpoint.ofRoom(words, room.id()),
                        PaperFormat.A4_LANDSCAPE)));
    }
}
