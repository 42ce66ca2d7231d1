package dk.grundskema.api.imports.assembly;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.imports.mappingfile.Course;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts of lists about people, rooms, courses and bell times are in the problem. */
class ProblemAssemblerFactsTest {
    private static final SourceLocation PLACE = new SourceLocation("lists.xlsx", "A1");
    private static final Period FRIDAYS =
            new Period(null, null, new TreeSet<>(List.of(FRIDAY)), LocalTime.NOON, LocalTime.of(14, 0));
    private static final Period A_DAY = Period.wholeDay(LocalDate.of(2026, 9, 7));

    private static SourceFixture sourceWithLesson() {
        return new SourceFixture().lesson("1A", "MH", "DAN", "12", MONDAY, "08:00-08:45");
    }

    private static SourceText text(String text) {
        return new SourceText(text, PLACE);
    }

    private static SourceStaffMember mette(
            @Nullable Double hours, @Nullable String email, List<String> skills, List<Period> never) {
        return new SourceStaffMember(
                PLACE,
                text("MH"),
                text("Mette Holm"),
                skills.stream().map(ProblemAssemblerFactsTest::text).toList(),
                hours,
                email == null ? null : text(email),
                never);
    }

    private static ImportMapping mapping(Course... courses) {
        var usual = ImportMapping.defaults();
        var subjects = new TreeMap<String, String>();
        subjects.put("Dansk", "DAN");
        return new ImportMapping(
                1,
                null,
                null,
                usual.headings(),
                usual.staff(),
                usual.classes(),
                usual.rooms(),
                usual.roomKinds(),
                subjects,
                List.of(courses),
                usual.files(),
                usual.days(),
                List.of(),
                usual.calendar(),
                usual.inPlan());
    }

    @Test
    void factsAboutAPersonAreMergedAndTheFirstNumberCounts() {
        var made = sourceWithLesson().busy("MH", A_DAY);
        made.staff.add(mette(null, null, List.of("Dansk", "special needs"), List.of(FRIDAYS)));
        made.staff.add(mette(28.0, "mh@example.org", List.of("MAT"), List.of(FRIDAYS)));
        made.staff.add(mette(30.0, "other@example.org", List.of(), List.of()));

        StaffMember mette = made.assemble(mapping()).problem().staff().getFirst();

        assertThat(mette.name()).isEqualTo("Mette Holm");
        assertThat(mette.contractHours()).isEqualTo(28);
        assertThat(mette.email()).isEqualTo("mh@example.org");
        assertThat(mette.skills()).containsExactly("DAN", "MAT", "special needs");
        assertThat(mette.availability().except()).containsExactlyInAnyOrder(A_DAY, FRIDAYS);
    }

    private static SourceRoom room(String key, @Nullable String kind, @Nullable Integer capacity) {
        return new SourceRoom(PLACE, text(key), null, kind == null ? null : text(kind), capacity);
    }

    @Test
    void roomsHaveTheirKindAndPlaces() {
        var made = sourceWithLesson();
        made.rooms.add(room("12", "Klasselokale", 24));
        made.rooms.add(room("V1", "værksted", null));
        made.rooms.add(room("13", null, 12));
        made.rooms.add(room("S", " Hal ", 60));
        made.rooms.add(room("K", "Keramik", 10));

        assertThat(made.busy("V1", FRIDAYS).assemble().problem().rooms())
                .extracting(room -> room.id() + " " + room.kind() + " " + room.capacity() + " "
                        + room.availability().except().size())
                .containsExactly(
                        "12 classroom 24 0", "v1 workshop 30 1", "13 classroom 12 0", "s hall 60 0", "k Keramik 10 0");
    }

    @Test
    void studentsHaveTheirSchoolClassAndTimes() {
        var made = sourceWithLesson().busy("e7", A_DAY);
        made.students.add(new SourceStudent(
                PLACE, text("e7"), text("Ida Berg"), text("1A"), text("Bakkeskolen"), List.of(), List.of(FRIDAYS)));
        made.students.add(new SourceStudent(PLACE, text("e8"), text("Bo Vang"), null, null, List.of(), List.of()));

        var students = made.assemble().problem().students();

        assertThat(students).extracting(Student::classGroup).containsExactly(new GroupId("1a"), null);
        assertThat(students.getFirst().availability().except()).containsExactlyInAnyOrder(FRIDAYS, A_DAY);
        assertThat(students.getFirst().school()).hasToString("bakkeskolen");
        assertThat(students.getLast().school()).isNotEqualTo(students.getFirst().school());
    }

    /** A camp may take students of other schools out of school days. */
    @Test
    void schoolsWhoseSchoolDaysAreNotKnownAreNamed() {
        var made = sourceWithLesson();
        made.students.add(new SourceStudent(
                PLACE, text("e7"), text("Ida Berg"), null, text("Bakkeskolen"), List.of(), List.of()));

        var result = made.assemble();

        assertThat(result.problem().schools())
                .extracting(School::name, school -> school.terms().isEmpty())
                .contains(tuple("Bakkeskolen", true));
        assertThat(result.finding("import.school.terms-unknown").finding().arguments())
                .containsExactly(List.of("Bakkeskolen"));
    }

    private static List<String> membersOf(SourceFixture.AssembledFixture result, String group) {
        return result.problem().group(new GroupId(group)).orElseThrow().members().stream()
                .map(one -> one.studentId().value())
                .toList();
    }

    private static SourceFixture courseLessons() {
        return new SourceFixture()
                .student("e1", "Ida Berg", "1A", "")
                .student("e2", "Bo Vang", "1A", "")
                .coupled("x", "1A", "TYS", "MH", "TYS", "12", MONDAY, "08:00-08:45")
                .coupled("x", "1A", "FRA", "LK", "FRA", "13", MONDAY, "08:00-08:45");
    }

    @Test
    void listOfGroupsSaysWhoIsInACourse() {
        var result = courseLessons()
                .course("TYS", "1A", "e1, e9")
                .course("FRA", "1A", "e2")
                .assemble();

        assertThat(membersOf(result, "tys")).containsExactly("e1");
        assertThat(membersOf(result, "fra")).containsExactly("e2");
        assertThat(result.finding("import.student.unknown-in-group").finding().arguments())
                .containsExactly("TYS", new StudentName("e9"));
    }

    @Test
    void mappingSaysWhoIsInACourse() {
        var result = courseLessons()
                .assemble(mapping(
                        new Course("TYS", List.of("1A"), List.of("e1")),
                        new Course("FRA", List.of("1A"), List.of("e2"))));
        assertThat(membersOf(result, "tys")).containsExactly("e1");
        assertThat(membersOf(result, "fra")).containsExactly("e2");

        var unknown = courseLessons().assemble(mapping(new Course("TYS", List.of("1A"), List.of("e9"))));
        assertThat(unknown.finding("import.mapping.unknown-student").finding().arguments())
                .containsExactly("TYS", new StudentName("e9"));
    }

    @Test
    void directoryKnowsAllByKeyAndName() {
        var directory = courseLessons()
                .person("MH", "Mette Holm")
                .assemble()
                .assembled()
                .directory();

        assertThat(directory.findId(NameDirectory.Kind.STAFF, "Mette Holm")).contains("mh");
        assertThat(directory.findId(NameDirectory.Kind.GROUP, "1A")).contains("1a");
        assertThat(directory.findId(NameDirectory.Kind.GROUP, "TYS")).contains("tys");
        assertThat(directory.findId(NameDirectory.Kind.ROOM, "12")).contains("12");
        assertThat(directory.findId(NameDirectory.Kind.STUDENT, "e1")).contains("e1");
        assertThat(directory.findId(NameDirectory.Kind.ROOM, "TYS")).isEmpty();
        assertThat(directory.knownNames(NameDirectory.Kind.STAFF)).contains("MH", "Mette Holm", "LK");
        assertThat(directory.knownNames(NameDirectory.Kind.GROUP)).contains("1A", "TYS", "FRA");
    }

    private static SourceBellTime bell(String name, @Nullable DayOfWeek day, String start, String end) {
        return new SourceBellTime(
                PLACE,
                name,
                day == null ? new TreeSet<>() : new TreeSet<>(List.of(day)),
                LocalTime.parse(start),
                LocalTime.parse(end));
    }

    private static BellTimes.TimeRange stretch(String start, String end) {
        return new BellTimes.TimeRange(LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void bellsOfADayGoBeforeThoseOfAllDaysAndTheMappingsBeforeTheFiles() {
        var bells = new BellTimes(
                List.of(bell("1", FRIDAY, "07:00", "07:45"), bell("2", null, "09:10", "09:55")),
                List.of(
                        bell("1.", TUESDAY, "08:10", "08:55"),
                        bell("01", null, "08:00", "08:45"),
                        bell("2", TUESDAY, "09:00", "09:45"),
                        bell("3", null, "09:55", "10:40")));

        assertThat(bells.lessonTimes(FRIDAY, new SourceTime.Periods("1", 1)))
                .containsExactly(stretch("07:00", "07:45"));
        assertThat(bells.lessonTimes(TUESDAY, new SourceTime.Periods("1", 1)))
                .containsExactly(stretch("08:10", "08:55"));
        assertThat(bells.lessonTimes(MONDAY, new SourceTime.Periods("1", 1)))
                .containsExactly(stretch("08:00", "08:45"));
        assertThat(bells.lessonTimes(TUESDAY, new SourceTime.Periods("2", 2)))
                .containsExactly(stretch("09:10", "10:40"));
        assertThat(bells.lessonTimes(MONDAY, new SourceTime.Periods("2", 3))).isEmpty();
        assertThat(bells.breaks(MONDAY)).containsExactly(stretch("08:45", "09:10"));
        assertThat(bells.isEmpty()).isFalse();
        assertThat(new BellTimes(List.of(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void breaksAreThoseOfOverlappingLessonsToo() {
        var bells = new BellTimes(
                List.of(),
                List.of(
                        bell("long", null, "08:00", "10:00"),
                        bell("short", null, "08:30", "09:00"),
                        bell("next", null, "10:10", "10:55")));

        assertThat(bells.breaks(MONDAY)).containsExactly(stretch("10:00", "10:10"));
    }

    @Test
    void namesOfATimetableAreToldUpToTwelve() {
        var twelve = new SourceFixture();
        var thirteen = new SourceFixture();
        for (int n = 1; n <= 13; n++) {
            thirteen.lesson("1A", "T" + (char) ('A' + n), "DAN", "", MONDAY, "%02d:00-%02d:45".formatted(n, n));
            if (n <= 12) {
                twelve.lesson("1A", "T" + (char) ('A' + n), "DAN", "", MONDAY, "%02d:00-%02d:45".formatted(n, n));
            }
        }

        assertThat(twelve.assemble()
                        .finding("import.staff.from-timetable")
                        .finding()
                        .arguments()
                        .toString())
                .startsWith("[12, TB, TC")
                .endsWith("TM]");
        assertThat(thirteen.assemble()
                        .finding("import.staff.from-timetable")
                        .finding()
                        .arguments()
                        .toString())
                .startsWith("[13, TB, TC")
                .endsWith("TM …]");
    }

    @Test
    void subjectsWithASlashBetweenThemAreSeveralUnlessLessonsHaveThemAsOne() {
        var source = new SourceFixture().lesson("1A", "MH", "Krop / sjæl", "", MONDAY, "08:00-08:45");
        SourceLocation place = source.nextLocation();
        var skills = List.of(
                new SourceText("Dansk / Kreativt værksted", place),
                new SourceText("Krop / sjæl", place),
                new SourceText("Natur / teknologi", place),
                new SourceText("N/T", place));
        source.staff.add(
                new SourceStaffMember(place, new SourceText("MH", place), null, skills, null, null, List.of()));

        assertThat(source.assemble().problem().staff().getFirst().skills())
                .containsExactlyInAnyOrder("Dansk", "Kreativt værksted", "Krop / sjæl", "Natur / teknologi", "N/T");
    }
}
