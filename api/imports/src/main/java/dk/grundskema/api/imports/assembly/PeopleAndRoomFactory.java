package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.imports.assembly.ImportedProblemBuilder.SchoolRegistry;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates people and rooms of a problem from the facts of lists and timetables. */
final class PeopleAndRoomFactory {
    private static final double FULL_TIME = 37;
    private static final int USUAL_CAPACITY = 30;

    private final AssemblySettings settings;
    private final EntityRegistry entities;
    private final FileFindingList findings;

    PeopleAndRoomFactory(AssemblySettings settings, EntityRegistry entities, FileFindingList findings) {
        this.settings = settings;
        this.entities = entities;
        this.findings = findings;
    }

    List<StaffMember> createStaff() {
        NameDirectory names = entities.toDirectory();
        return createAll(entities.staff, entry -> {
            var facts = entities.staffFacts(entry.id());
            var skills = new TreeSet<String>();
            var never = new ArrayList<>(entities.busy("staff " + entry.id()));
            for (SourceStaffMember person : facts) {
                person.skills().stream()
                        .flatMap(skill -> names.subjects(skill.text()).stream())
                        .flatMap(skill -> mappedSubjects(skill).stream())
                        .forEach(skills::add);
                never.addAll(person.never());
            }
            Double hours = firstFact(facts, SourceStaffMember::contractHours);
            var email = firstFact(facts, SourceStaffMember::email);
            return new StaffMember(
                    new StaffId(entry.id()),
                    entry.label(),
                    skills,
                    availabilityExcept(never),
                    hours == null ? FULL_TIME : hours,
                    0,
                    List.of(),
                    email == null ? null : email.text(),
                    null,
                    null);
        });
    }

    /** Returns what the mapping says of a subject: one, or several that are separated by commas. */
    private List<String> mappedSubjects(String skill) {
        String meaning = settings.mapping().subjects().get(skill);
        return meaning == null ? List.of(skill) : WordSplitter.splitItems(meaning);
    }

    private static <T> @Nullable T firstFact(
            List<SourceStaffMember> facts, Function<SourceStaffMember, @Nullable T> fact) {
        for (SourceStaffMember person : facts) {
            T value = fact.apply(person);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Availability availabilityExcept(List<Period> never) {
        return new Availability(List.of(), never.stream().distinct().toList());
    }

    List<Room> createRooms() {
        var kinds = new RoomKindResolver(settings.mapping().roomKinds(), findings);
        List<Room> rooms = createAll(entities.rooms, entry -> {
            var facts = entities.roomFacts(entry.id());
            String kind = facts.map(
                            room -> room.kind() == null ? null : room.kind().text())
                    .map(word -> kinds.kindOf(entry, word))
                    .orElseGet(() -> kinds.kindOf(entry));
            return new Room(
                    new RoomId(entry.id()),
                    entry.label(),
                    null,
                    roomKind(kind),
                    facts.map(room -> room.capacity()).orElse(USUAL_CAPACITY),
                    availabilityExcept(entities.busy("room " + entry.id())));
        });
        kinds.reportAssumptions();
        return rooms;
    }

    /** Returns a standard room kind for any of its names; else the school's own word. */
    private static String roomKind(String said) {
        return RoomKind.findByName(said).map(RoomKind::toString).orElse(said);
    }

    List<Student> createStudents(SchoolRegistry schools) {
        Map<String, String> classes = entities.classesOfStudents();
        return createAll(entities.students, entry -> {
            var facts = entities.studentFacts(entry.id());
            var never = new ArrayList<>(entities.busy("student " + entry.id()));
            facts.ifPresent(student -> never.addAll(student.never()));
            String classId = classes.get(entry.id());
            SchoolId school = schools.findOrAdd(facts.map(student ->
                            student.school() == null ? null : student.school().text())
                    .orElse(""));
            return new Student(
                    new StudentId(entry.id()),
                    entry.label(),
                    school,
                    classId == null ? null : new GroupId(classId),
                    availabilityExcept(never),
                    new TreeSet<>(),
                    new TreeSet<>());
        });
    }

    private <T> List<T> createAll(NameIndex book, Function<NameIndex.Entry, T> maker) {
        return book.entries().stream()
                .map(entry -> findings.createOrReport(entry.places().getFirst(), () -> maker.apply(entry)))
                .filter(Objects::nonNull)
                .toList();
    }
}
