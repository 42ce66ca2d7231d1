package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts a problem together out of what was understood. */
final class ProblemMaking {
    private final AssemblySettings settings;
    private final Cast cast;
    private final FindingList findings;

    ProblemMaking(AssemblySettings settings, Cast cast, FindingList findings) {
        this.settings = settings;
        this.cast = cast;
        this.findings = findings;
    }

    Assembled of(Source source, List<Lesson> lessons) {
        if (source.lessons().isEmpty() && findings.all().isEmpty()) {
            findings.info(new Place("", ""), "import.no-lessons");
        }
        new NameFindings(findings).tell(cast);
        var people = new PeopleMaking(settings, cast, findings);
        var staff = people.staff();
        var rooms = people.rooms();
        var schools = new SchoolBook(settings.site(), settings.calendar());
        var students = people.students(schools);
        var groups = groups();
        var understood = understood(lessons);
        if (findings.hasErrors()) {
            return new Assembled(null, cast.directory(), understood, findings.all());
        }
        Problem problem = findings.made(
                new Place("", ""),
                () -> new Problem(
                        Problem.VERSION,
                        settings.title(),
                        settings.language(),
                        settings.horizon(),
                        List.of(new Site(new SiteId("school"), settings.site())),
                        List.of(),
                        rooms,
                        schools.all(),
                        staff,
                        students,
                        groups,
                        lessons,
                        WorkRules.defaults(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new TreeMap<>()));
        return new Assembled(problem, cast.directory(), understood, findings.all());
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        Stream.of(cast.classes, cast.courses)
                .forEach(book -> book.entries().forEach(entry -> {
                    Group.Kind kind = book == cast.classes ? Group.Kind.CLASS : Group.Kind.COURSE;
                    var members = cast.members(entry.id()).stream()
                            .map(id -> GroupMember.always(new StudentId(id)))
                            .toList();
                    Group group = findings.made(
                            entry.places().getFirst(),
                            () -> new Group(new GroupId(entry.id()), entry.label(), kind, members));
                    if (group != null) {
                        groups.add(group);
                    }
                }));
        return groups;
    }

    private Understood understood(List<Lesson> lessons) {
        var teaching = lessons.stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING
                        && (!lesson.groupIds().isEmpty() || !lesson.staffIds().isEmpty()))
                .toList();
        return new Understood(
                cast.classes.entries().size(),
                cast.courses.entries().size(),
                teaching.size(),
                cast.staff.entries().size(),
                cast.students.entries().size(),
                cast.rooms.entries().size(),
                (int) teaching.stream().filter(each -> each.roomId() == null).count(),
                (int) teaching.stream()
                        .filter(each -> each.staffIds().isEmpty())
                        .count(),
                0);
    }

    /** The schools that students come from: the one of the files, and others that lists name. */
    static final class SchoolBook {
        private final List<School> all = new ArrayList<>();
        private final Spelling.Ids ids = new Spelling.Ids();

        SchoolBook(String own, dk.grundskema.api.imports.calendar.SchoolCalendar calendar) {
            all.add(new School(new SchoolId(ids.free("school", "school")), own, calendar.terms()));
        }

        /** The school of that name; the own one for an empty name. */
        SchoolId of(String name) {
            return all.stream()
                    .filter(school ->
                            name.isEmpty() || Spelling.form(school.name()).equals(Spelling.form(name)))
                    .findFirst()
                    .orElseGet(() -> {
                        var other = new School(new SchoolId(ids.free(Spelling.id(name), "school")), name, List.of());
                        all.add(other);
                        return other;
                    })
                    .id();
        }

        List<School> all() {
            return List.copyOf(all);
        }
    }
}
