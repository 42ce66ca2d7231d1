package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
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

/** Builds a problem from registered entities and lessons. */
final class ImportedProblemBuilder {
    private final AssemblySettings settings;
    private final EntityRegistry entities;
    private final FileFindingList findings;

    ImportedProblemBuilder(AssemblySettings settings, EntityRegistry entities, FileFindingList findings) {
        this.settings = settings;
        this.entities = entities;
        this.findings = findings;
    }

    AssemblyResult build(SourceData source, List<Lesson> lessons) {
        if (source.lessons().isEmpty() && findings.all().isEmpty()) {
            findings.info(new SourceLocation("", ""), "import.no-lessons");
        }
        new NameChecker(findings).report(entities);
        new StaffSubjectChecker(settings.mapping().subjects(), entities.toDirectory(), findings)
                .report(source, lessons);
        var people = new PeopleAndRoomFactory(settings, entities, findings);
        var staff = people.createStaff();
        var rooms = people.createRooms();
        var schools = new SchoolRegistry(settings.site(), settings.calendar());
        var students = people.createStudents(schools);
        if (schools.all().size() > 1) {
            findings.info(
                    new SourceLocation("", ""),
                    "import.school.terms-unknown",
                    schools.all().stream().skip(1).map(School::name).toList());
        }
        var groups = createGroups();
        var understood = countContents(lessons);
        if (findings.hasErrors()) {
            return new AssemblyResult(null, entities.toDirectory(), understood, findings.all(), findings.questions());
        }
        Problem problem = findings.createOrReport(
                new SourceLocation("", ""),
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
        return new AssemblyResult(problem, entities.toDirectory(), understood, findings.all(), findings.questions());
    }

    private List<Group> createGroups() {
        var groups = new ArrayList<Group>();
        Stream.of(entities.classes, entities.courses)
                .forEach(book -> book.entries().forEach(entry -> {
                    Group.Kind kind = book == entities.classes ? Group.Kind.CLASS : Group.Kind.COURSE;
                    var members = entities.members(entry.id()).stream()
                            .map(id -> GroupMember.always(new StudentId(id)))
                            .toList();
                    Group group = findings.createOrReport(
                            entry.places().getFirst(),
                            () -> new Group(new GroupId(entry.id()), entry.label(), kind, members));
                    if (group != null) {
                        groups.add(group);
                    }
                }));
        return groups;
    }

    private ImportCounts countContents(List<Lesson> lessons) {
        var teaching = lessons.stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING
                        && (!lesson.groupIds().isEmpty() || !lesson.staffIds().isEmpty()))
                .toList();
        return new ImportCounts(
                entities.classes.entries().size(),
                entities.courses.entries().size(),
                teaching.size(),
                entities.staff.entries().size(),
                entities.students.entries().size(),
                entities.rooms.entries().size(),
                (int) teaching.stream().filter(each -> each.roomId() == null).count(),
                (int) teaching.stream()
                        .filter(each -> each.staffIds().isEmpty())
                        .count(),
                0);
    }

    /** The students' schools: the importing school, and others that lists name. No list says when others have school days. */
    static final class SchoolRegistry {
        private final List<School> all = new ArrayList<>();
        private final NameNormalizer.IdAllocator ids = new NameNormalizer.IdAllocator();

        SchoolRegistry(String own, dk.grundskema.api.imports.calendar.SchoolCalendar calendar) {
            all.add(new School(new SchoolId(ids.allocate("school", "school")), own, calendar.terms()));
        }

        /** Returns the school of that name, created if new; the importing school for an empty name. */
        SchoolId findOrAdd(String name) {
            return all.stream()
                    .filter(school -> name.isEmpty()
                            || NameNormalizer.normalize(school.name()).equals(NameNormalizer.normalize(name)))
                    .findFirst()
                    .orElseGet(() -> {
                        var other = new School(
                                new SchoolId(ids.allocate(NameNormalizer.toId(name), "school")), name, List.of());
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
