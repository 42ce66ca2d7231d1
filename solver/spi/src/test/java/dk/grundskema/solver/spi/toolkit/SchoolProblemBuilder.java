package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds a school from week 33 of 2026 on, valid by default; each test adds its own facts. */
public final class SchoolProblemBuilder {
    private int weeks = 10;
    private final TreeSet<LocalDate> closed = new TreeSet<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>(List.of(new Site(new SiteId("school"), "The school")));
    private final List<MemberLock> pins = new ArrayList<>();
    private final List<Intervention<?>> interventions = new ArrayList<>();

    public static SchoolProblemBuilder school() {
        return new SchoolProblemBuilder();
    }

    public static IsoWeek week(int number) {
        return new IsoWeek(2026, number);
    }

    public static SortedSet<IsoWeek> weeks(Integer... numbers) {
        var weeks = new TreeSet<IsoWeek>();
        Arrays.stream(numbers).map(SchoolProblemBuilder::week).forEach(weeks::add);
        return weeks;
    }

    public static MeetingTime time(DayOfWeek day, String start, String end, Integer... weeks) {
        return new MeetingTime(weeks(weeks), day, LocalTime.parse(start), LocalTime.parse(end));
    }

    public SchoolProblemBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    public SchoolProblemBuilder closed(String... dates) {
        Arrays.stream(dates).map(LocalDate::parse).forEach(closed::add);
        return this;
    }

    public SchoolProblemBuilder teacher(String id) {
        return teacher(id, Availability.always());
    }

    public SchoolProblemBuilder teacher(String id, Availability availability) {
        staff.add(new StaffMember(
                new StaffId(id),
                "Teacher " + id,
                Collections.emptySortedSet(),
                availability,
                37,
                0,
                List.of(),
                null,
                null,
                null));
        return this;
    }

    public SchoolProblemBuilder student(String id) {
        return student(id, null, Availability.always());
    }

    public SchoolProblemBuilder student(String id, @Nullable String inClass, Availability availability) {
        students.add(new Student(
                new StudentId(id),
                "Student " + id,
                null,
                inClass == null ? null : new GroupId(inClass),
                availability,
                new TreeSet<>(),
                new TreeSet<>()));
        return this;
    }

    /** A student of no class who is at another site than the school. */
    public SchoolProblemBuilder studentAt(String id, String site) {
        sites.add(new Site(new SiteId(site), "Site " + site));
        students.add(new Student(
                new StudentId(id),
                "Student " + id,
                new SiteId(site),
                null,
                null,
                Availability.always(),
                new TreeSet<>(),
                new TreeSet<>()));
        return this;
    }

    /** A class or course whose members are in it in all weeks. */
    public SchoolProblemBuilder group(String id, Group.Kind kind, String... members) {
        return group(id, kind, Collections.emptySortedSet(), members);
    }

    public SchoolProblemBuilder group(String id, Group.Kind kind, SortedSet<IsoWeek> in, String... members) {
        groups.add(new Group(
                new GroupId(id),
                "Group " + id,
                kind,
                Arrays.stream(members)
                        .map(one -> new GroupMember(new StudentId(one), in))
                        .toList()));
        return this;
    }

    /** Adds a class whose name does not derive from its id. */
    public SchoolProblemBuilder namedGroup(String id, String name, String... members) {
        group(id, Group.Kind.CLASS, members);
        Group last = groups.removeLast();
        groups.add(new Group(last.id(), name, last.kind(), last.members()));
        return this;
    }

    /** A student who wishes for some company, and must not be in some other; ids with blanks between. */
    public SchoolProblemBuilder company(String id, String wishedWith, String neverWith) {
        students.add(new Student(
                new StudentId(id),
                "Student " + id,
                null,
                null,
                Availability.always(),
                ids(wishedWith),
                ids(neverWith)));
        return this;
    }

    private static SortedSet<StudentId> ids(String words) {
        var ids = new TreeSet<StudentId>();
        Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(StudentId::new)
                .forEach(ids::add);
        return ids;
    }

    public SchoolProblemBuilder room(String id, int capacity) {
        rooms.add(new Room(new RoomId(id), "Room " + id, null, "classroom", capacity, Availability.always()));
        return this;
    }

    /** A room of another site than the school. */
    public SchoolProblemBuilder roomAt(String id, String site) {
        sites.add(new Site(new SiteId(site), "Site " + site));
        rooms.add(new Room(new RoomId(id), "Room " + id, new SiteId(site), "classroom", 20, Availability.always()));
        return this;
    }

    public SchoolProblemBuilder memberLock(String student, String group) {
        pins.add(new MemberLock(new StudentId(student), new GroupId(group)));
        return this;
    }

    /** The lesson added last is in a room. */
    public SchoolProblemBuilder inRoom(String room) {
        Lesson one = lessons.getLast();
        return replaceLastLesson(new RoomId(room), one.groupIds(), one.studentIds());
    }

    /** The lesson added last names single students. */
    public SchoolProblemBuilder withStudents(String... students) {
        Lesson one = lessons.getLast();
        return replaceLastLesson(
                one.roomId(),
                one.groupIds(),
                Arrays.stream(students).map(StudentId::new).toList());
    }

    /** The lesson added last is a further group's. */
    public SchoolProblemBuilder alsoOfGroup(String group) {
        Lesson one = lessons.getLast();
        var groups = new ArrayList<>(one.groupIds());
        groups.add(new GroupId(group));
        return replaceLastLesson(one.roomId(), groups, one.studentIds());
    }

    private SchoolProblemBuilder replaceLastLesson(
            @Nullable RoomId room, List<GroupId> ofGroups, List<StudentId> named) {
        Lesson one = lessons.removeLast();
        lessons.add(new Lesson(
                one.id(),
                one.title(),
                one.subject(),
                one.kind(),
                one.time(),
                one.site(),
                room,
                one.extraRoomIds(),
                ofGroups,
                one.part(),
                named,
                one.staffIds()));
        return this;
    }

    public SchoolProblemBuilder lesson(String id, MeetingTime time, String subject, String group, String... teachers) {
        return lesson(id, time, subject, Lesson.Kind.TEACHING, group, teachers);
    }

    public SchoolProblemBuilder lesson(
            String id, MeetingTime time, String subject, Lesson.Kind kind, String group, String... teachers) {
        lessons.add(new Lesson(
                new LessonId(id),
                "Lesson " + id,
                subject,
                kind,
                time,
                null,
                null,
                List.of(),
                group.isEmpty() ? List.of() : List.of(new GroupId(group)),
                false,
                List.of(),
                Arrays.stream(teachers).map(StaffId::new).toList()));
        return this;
    }

    public SchoolProblemBuilder intervention(Intervention<?> intervention) {
        interventions.add(intervention);
        return this;
    }

    public Problem build() {
        return new Problem(
                1,
                "School",
                Language.EN,
                new Horizon(week(33), weeks, ZoneId.of("Europe/Copenhagen"), closed),
                sites,
                List.of(),
                rooms,
                List.of(),
                staff,
                students,
                groups,
                lessons,
                WorkRules.defaults(),
                interventions,
                List.of(),
                pins,
                new TreeMap<>());
    }
}
