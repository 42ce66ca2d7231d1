package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
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
import dk.grundskema.domain.problem.SessionLock;
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
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Builds a problem for tests: one school from calendar week 2026-W37 on, in English, initially empty. Everything that is not set has
 * the default of a file, so that a test states only what it needs.
 *
 * <pre>{@code
 * Problem problem = SchoolBuilder.school(2)
 *         .room("r1", 10)
 *         .teacher("anna", "danish")
 *         .schoolClass("7A", "ea", "bo")
 *         .lesson("dan", DayOfWeek.MONDAY, "08:00", "09:30", "Danish", "7A", "anna")
 *         .intervention("help", "study-cafe", parameters)
 *         .build();
 * }</pre>
 */
public final class SchoolBuilder {
    /** The first week of every school. */
    public static final IsoWeek FIRST_WEEK = new IsoWeek(2026, 37);

    private final int weeks;
    private final TreeSet<LocalDate> closed = new TreeSet<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Intervention<?>> interventions = new ArrayList<>();
    private final List<SessionLock> locks = new ArrayList<>();
    private final List<MemberLock> memberLocks = new ArrayList<>();

    private SchoolBuilder(int weeks) {
        this.weeks = weeks;
    }

    /**
     * Returns an empty school.
     *
     * @param weeks number of planned weeks, 1 to 60
     */
    public static SchoolBuilder school(int weeks) {
        return new SchoolBuilder(weeks);
    }

    /** Returns the week a number of weeks after the first. */
    public static IsoWeek week(int after) {
        return FIRST_WEEK.plus(after);
    }

    /** Returns a time in all weeks of this school. */
    public MeetingTime time(DayOfWeek day, String start, String end) {
        var all = new TreeSet<IsoWeek>();
        IntStream.range(0, weeks).mapToObj(SchoolBuilder::week).forEach(all::add);
        return new MeetingTime(all, day, LocalTime.parse(start), LocalTime.parse(end));
    }

    /** Adds a closed date, such as {@code 2026-09-07}. */
    public SchoolBuilder closed(String date) {
        closed.add(LocalDate.parse(date));
        return this;
    }

    /** Adds a classroom with a number of seats. */
    public SchoolBuilder room(String id, int seats) {
        rooms.add(new Room(new RoomId(id), "Room " + id, null, "classroom", seats, Availability.always()));
        return this;
    }

    /** Adds a full-time staff member with some skills who is always available. */
    public SchoolBuilder teacher(String id, String... skills) {
        return teacher(id, Availability.always(), skills);
    }

    /** Adds a full-time staff member with an availability. */
    public SchoolBuilder teacher(String id, Availability availability, String... skills) {
        var words = new TreeSet<>(Arrays.asList(skills));
        staff.add(new StaffMember(
                new StaffId(id), "Teacher " + id, words, availability, 37, 0, List.of(), null, null, null));
        return this;
    }

    /** Adds a student without a class, with an availability. */
    public SchoolBuilder student(String id, Availability availability) {
        return student(new Student(
                new StudentId(id), "Student " + id, null, null, availability, new TreeSet<>(), new TreeSet<>()));
    }

    /** Adds a student. */
    public SchoolBuilder student(Student student) {
        students.add(student);
        return this;
    }

    /** Adds a class of new students who are always available. */
    public SchoolBuilder schoolClass(String id, String... members) {
        for (String member : members) {
            student(new Student(
                    new StudentId(member),
                    "Student " + member,
                    null,
                    new GroupId(id),
                    Availability.always(),
                    new TreeSet<>(),
                    new TreeSet<>()));
        }
        return group(id, Group.Kind.CLASS, members);
    }

    /** Adds a group of existing students, such as an elective. */
    public SchoolBuilder group(String id, Group.Kind kind, String... members) {
        groups.add(new Group(
                new GroupId(id),
                id,
                kind,
                Arrays.stream(members)
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toList()));
        return this;
    }

    /** Adds a lesson of a group in all weeks. */
    public SchoolBuilder lesson(
            String id, DayOfWeek day, String start, String end, String subject, String group, String... teachers) {
        return lesson(new Lesson(
                new LessonId(id),
                subject,
                subject,
                Lesson.Kind.TEACHING,
                time(day, start, end),
                null,
                null,
                List.of(),
                List.of(new GroupId(group)),
                false,
                List.of(),
                Arrays.stream(teachers).map(StaffId::new).toList()));
    }

    /** Adds a lesson. */
    public SchoolBuilder lesson(Lesson lesson) {
        lessons.add(lesson);
        return this;
    }

    /** Adds an intervention. */
    public SchoolBuilder intervention(String id, String type, Record parameters) {
        interventions.add(new Intervention<>(new InterventionId(id), type, "Intervention " + id, parameters));
        return this;
    }

    /** Adds a lock. */
    public SchoolBuilder lock(SessionLock lock) {
        locks.add(lock);
        return this;
    }

    /** Locks a student in a group that is formed. */
    public SchoolBuilder memberLock(String student, String group) {
        memberLocks.add(new MemberLock(new StudentId(student), new GroupId(group)));
        return this;
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the parts contradict each other */
    public Problem build() {
        return new Problem(
                Problem.VERSION,
                "A school",
                Language.EN,
                new Horizon(FIRST_WEEK, weeks, ZoneId.of("Europe/Copenhagen"), closed),
                List.of(new Site(new SiteId("school"), "The school")),
                List.of(),
                rooms,
                List.of(),
                staff,
                students,
                groups,
                lessons,
                WorkRules.defaults(),
                interventions,
                locks,
                memberLocks,
                new TreeMap<>());
    }
}
