package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.assembly.ProblemMaking.SchoolBook;
import dk.grundskema.api.imports.source.SourcePerson;
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

/** Makes people and rooms of a problem out of what lists and timetables say. */
final class PeopleMaking {
    private static final double FULL_TIME = 37;
    private static final int USUAL_CAPACITY = 30;

    private final AssemblySettings settings;
    private final Cast cast;
    private final FindingList findings;

    PeopleMaking(AssemblySettings settings, Cast cast, FindingList findings) {
        this.settings = settings;
        this.cast = cast;
        this.findings = findings;
    }

    List<StaffMember> staff() {
        NameDirectory names = cast.directory();
        return all(cast.staff, entry -> {
            var facts = cast.facts(entry.id());
            var skills = new TreeSet<String>();
            var never = new ArrayList<>(cast.busy("staff " + entry.id()));
            for (SourcePerson person : facts) {
                person.skills().stream()
                        .flatMap(skill -> names.subjects(skill.text()).stream())
                        .forEach(skill ->
                                skills.add(settings.mapping().subjects().getOrDefault(skill, skill)));
                never.addAll(person.never());
            }
            Double hours = first(facts, SourcePerson::contractHours);
            var email = first(facts, SourcePerson::email);
            return new StaffMember(
                    new StaffId(entry.id()),
                    entry.label(),
                    skills,
                    except(never),
                    hours == null ? FULL_TIME : hours,
                    0,
                    List.of(),
                    email == null ? null : email.text(),
                    null,
                    null);
        });
    }

    private static <T> @Nullable T first(List<SourcePerson> facts, Function<SourcePerson, @Nullable T> fact) {
        for (SourcePerson person : facts) {
            T value = fact.apply(person);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Availability except(List<Period> never) {
        return new Availability(List.of(), never.stream().distinct().toList());
    }

    List<Room> rooms() {
        return all(cast.rooms, entry -> {
            var facts = cast.roomFacts(entry.id());
            return new Room(
                    new RoomId(entry.id()),
                    entry.label(),
                    null,
                    facts.map(room -> room.kind() == null ? null : room.kind().text())
                            .map(PeopleMaking::kind)
                            .orElse(RoomKind.CLASSROOM.toString()),
                    facts.map(room -> room.capacity()).orElse(USUAL_CAPACITY),
                    except(cast.busy("room " + entry.id())));
        });
    }

    /** A usual kind by whatever word for it; all else is the school's own word. */
    private static String kind(String said) {
        return RoomKind.meant(said).map(RoomKind::toString).orElse(said);
    }

    List<Student> students(SchoolBook schools) {
        Map<String, String> classes = cast.classesOfStudents();
        return all(cast.students, entry -> {
            var facts = cast.studentFacts(entry.id());
            var never = new ArrayList<>(cast.busy("student " + entry.id()));
            facts.ifPresent(student -> never.addAll(student.never()));
            String classId = classes.get(entry.id());
            SchoolId school = schools.of(facts.map(student ->
                            student.school() == null ? null : student.school().text())
                    .orElse(""));
            return new Student(
                    new StudentId(entry.id()),
                    entry.label(),
                    school,
                    classId == null ? null : new GroupId(classId),
                    except(never),
                    new TreeSet<>(),
                    new TreeSet<>());
        });
    }

    private <T> List<T> all(NameBook book, Function<NameBook.Entry, T> maker) {
        return book.entries().stream()
                .map(entry -> findings.made(entry.places().getFirst(), () -> maker.apply(entry)))
                .filter(Objects::nonNull)
                .toList();
    }
}
