package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.Link;
import dk.grundskema.api.exports.IndexPage.Part;
import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.fidelity.BreakdownView.Line;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.SupportedStudents.OfClass;
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

/** Sheets of a school's weeks: what the plan gives line by line, and the weeks of those for whom something was planned, over their existing timetable. */
final class SchoolSheets {
    static final String BREAKDOWN = "class-by-class.html";
    static final String GROUPS = "groups.html";

    private final SheetSet sheets;
    private final Drawing drawing;
    private final SheetMatter matter;
    private final SchoolWeeks school;
    private final Words words;

    SchoolSheets(SheetSet sheets, Drawing drawing, SheetMatter matter, SchoolWeeks school, Words words) {
        this.sheets = sheets;
        this.drawing = drawing;
        this.matter = matter;
        this.school = school;
        this.words = words;
    }

    /** Links to what shows the whole. */
    List<Link> whole() {
        var links = new ArrayList<Link>();
        if (!matter.breakdowns().isEmpty()) {
            sheets.put(BREAKDOWN, words.text("index.breakdown"), Paper.A4_LANDSCAPE, drawing.breakdowns());
            links.add(new Link(BREAKDOWN, words.text("index.breakdown")));
        }
        String groups = drawing.groups();
        if (!groups.isEmpty()) {
            sheets.put(GROUPS, words.text("groups.heading"), Paper.A4_PORTRAIT, groups);
            links.add(new Link(GROUPS, words.text("groups.heading")));
        }
        return links;
    }

    void classes() {
        sheets.group(
                "classes",
                school.classes(),
                Paper.A4_LANDSCAPE,
                (group, number) -> new Link(FileNames.of("class", number, group.name()), group.name()),
                group -> drawing.weeks(schoolClass(group)));
    }

    private WeekSubject schoolClass(Named<GroupId> group) {
        var entries = school.all().of(group);
        Set<SessionId> own = lines(group.id())
                .flatMap(line -> line.line().sessions().stream())
                .collect(Collectors.toSet());
        var besides = own.isEmpty()
                ? List.<Entry>of()
                : school.all().entries().stream()
                        .filter(entry -> own.contains(entry.occurrence().origin())
                                || own.contains(entry.occurrence().meeting().sessionId()))
                        .filter(entry -> !entry.teams().contains(group))
                        .toList();
        return new WeekSubject(
                "",
                group.name(),
                entries,
                besides,
                Viewpoint.ofStudents(words, group.id()),
                Paper.A4_LANDSCAPE,
                week -> withHelpers(entries, week),
                List.of());
    }

    private String withHelpers(List<Entry> entries, IsoWeek week) {
        long lessons = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week)
                        && !entry.helpers().isEmpty())
                .count();
        return lessons == 0 ? "" : words.text("week.with-helpers", lessons);
    }

    /** Everybody of the staff who is concerned. */
    List<Named<StaffId>> people() {
        var told = matter.breakdowns().stream()
                .flatMap(view -> view.lines().stream())
                .<Id>map(Line::about)
                .collect(Collectors.toSet());
        return school.staff(told);
    }

    void staff() {
        sheets.group(
                "staff",
                people(),
                Paper.A4_LANDSCAPE,
                (person, number) -> new Link(FileNames.of("staff", number, person.name()), person.name()),
                person -> drawing.weeks(staffMember(person)) + drawing.studentsOf(person));
    }

    private WeekSubject staffMember(Named<StaffId> person) {
        StaffHours hours = matter.hoursOf(person);
        return new WeekSubject(
                "",
                person.name(),
                school.all().ofPerson(person),
                List.of(),
                Viewpoint.ofStaff(words, person.id()),
                Paper.A4_LANDSCAPE,
                week -> words.text(
                        "week.hours-by-plan", words.roughHours(hours.in(week).counted())),
                sums(person.id()));
    }

    /** What is told of somebody line by line, each column with its heading. */
    private List<Beneath> sums(StaffId person) {
        var sums = new ArrayList<Beneath>();
        lines(person).forEach(told -> {
            var cells = told.line().cells();
            for (int i = 1; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sums.add(new Beneath(told.view().headings().get(i).text(), cells.get(i)));
                }
            }
        });
        return sums;
    }

    /** One file for each class, for there may be thousands of students; a link leads to each student's first page. */
    int students() {
        var supported = school.students();
        var parts = new ArrayList<Part>();
        int count = 0;
        for (OfClass one : supported.byClass()) {
            String name = one.name().isEmpty() ? words.text("students.no-class") : one.name();
            String file = FileNames.of("students", parts.size() + 1, name);
            var links = new ArrayList<Link>();
            var bodies = new StringBuilder();
            for (Member student : one.students()) {
                String anchor = "student-" + student.number();
                bodies.append(drawing.weeks(supported(anchor, student, supported.weeksOf(student), one.name())));
                links.add(new Link(file + "#" + anchor, student.name()));
            }
            sheets.put(file, words.text("students.of-class", name), Paper.A4_LANDSCAPE, bodies.toString());
            parts.add(new Part(name, links, file));
            count += links.size();
        }
        sheets.index().add("index.supported", parts);
        return count;
    }

    private WeekSubject supported(String anchor, Member student, List<Entry> entries, String home) {
        return new WeekSubject(
                anchor,
                student.name(),
                entries,
                List.of(),
                Viewpoint.ofSupported(words, student.id()),
                Paper.A4_LANDSCAPE,
                week -> home,
                List.of());
    }

    /** A line with the table that it stands in. */
    private record Told(BreakdownView view, Line line) {}

    private Stream<Told> lines(Id about) {
        return matter.breakdowns().stream()
                .flatMap(view -> view.lines().stream().map(line -> new Told(view, line)))
                .filter(told -> told.line().about().equals(about));
    }

    void rooms() {
        sheets.group(
                "rooms",
                school.rooms(),
                Paper.A4_LANDSCAPE,
                (room, number) -> new Link(FileNames.of("room", number, room.name()), room.name()),
                room -> drawing.weeks(WeekSubject.of(
                        room.name(),
                        school.all().ofRoom(room),
                        Viewpoint.ofRoom(words, room.id()),
                        Paper.A4_LANDSCAPE)));
    }
}
