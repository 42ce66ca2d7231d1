package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.problem.SupportLimits;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a problem for tests: one school in English, initially empty. Everything that is not set has the default of a file, so that a
 * test states only what it needs. Who or what is added with an id that the school has already replaces it, in its place.
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
    /** The first week of a school for which no other is set. */
    public static final IsoWeek FIRST_WEEK = new IsoWeek(2026, 37);

    private String title = "A school";
    private Language language = Language.EN;
    private IsoWeek firstWeek;
    private int weeks;
    private ZoneId zone = ZoneId.of("Europe/Copenhagen");
    private final TreeSet<LocalDate> closed = new TreeSet<>();
    private final List<Site> sites = new ArrayList<>(List.of(new Site(new SiteId("school"), "The school")));
    private final List<Travel> travel = new ArrayList<>();
    private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
    private final Map<SchoolId, School> schools = new LinkedHashMap<>();
    private final Map<StaffId, StaffMember> staff = new LinkedHashMap<>();
    private final Map<StudentId, Student> students = new LinkedHashMap<>();
    private final Map<GroupId, Group> groups = new LinkedHashMap<>();
    private final Map<LessonId, Lesson> lessons = new LinkedHashMap<>();
    private WorkRules work = WorkRules.defaults();
    private SupportLimits support = SupportLimits.defaults();
    private final Map<InterventionId, Intervention<?>> interventions = new LinkedHashMap<>();
    private final List<SessionLock> locks = new ArrayList<>();
    private final List<MemberLock> memberLocks = new ArrayList<>();
    private final TreeMap<String, Long> weights = new TreeMap<>();

    private SchoolBuilder(IsoWeek firstWeek, int weeks) {
        this.firstWeek = firstWeek;
        this.weeks = weeks;
    }

    /** Returns an empty school of ten weeks from week 33 of 2026 on, in which the school year begins. */
    public static SchoolBuilder school() {
        return school(new IsoWeek(2026, 33), 10);
    }

    /**
     * Returns an empty school from {@link #FIRST_WEEK} on.
     *
     * @param weeks number of planned weeks, 1 to 60
     */
    public static SchoolBuilder school(int weeks) {
        return school(FIRST_WEEK, weeks);
    }

    /**
     * Returns an empty school.
     *
     * @param first first planned week
     * @param weeks number of planned weeks, 1 to 60
     */
    public static SchoolBuilder school(IsoWeek first, int weeks) {
        return new SchoolBuilder(first, weeks);
    }

    /** Returns a builder of a problem like another. */
    public static SchoolBuilder like(Problem other) {
        Horizon horizon = other.horizon();
        var builder = school(horizon.firstWeek(), horizon.weeks())
                .title(other.title())
                .language(other.language())
                .zone(horizon.zone())
                .work(other.work())
                .support(other.support())
                .staff(other.staff())
                .students(other.students())
                .rooms(other.rooms())
                .groups(other.groups())
                .lessons(other.lessons())
                .weights(other.weights());
        builder.closed.addAll(horizon.closedDays());
        builder.sites.clear();
        builder.sites.addAll(other.sites());
        builder.travel.addAll(other.travel());
        other.schools().forEach(builder::homeSchool);
        other.interventions().forEach(builder::intervention);
        builder.locks.addAll(other.locks());
        builder.memberLocks.addAll(other.memberLocks());
        return builder;
    }

    /** Returns the week a number of weeks after {@link #FIRST_WEEK}. */
    public static IsoWeek week(int after) {
        return FIRST_WEEK.plus(after);
    }

    /** Returns all weeks of this school. */
    public SortedSet<IsoWeek> allWeeks() {
        return new TreeSet<>(horizon().allWeeks());
    }

    /** Returns a time in all weeks of this school. */
    public MeetingTime time(DayOfWeek day, String start, String end) {
        return new MeetingTime(allWeeks(), day, LocalTime.parse(start), LocalTime.parse(end));
    }

    /** Returns a time of 45 minutes in all weeks of this school. */
    public MeetingTime lessonTime(DayOfWeek day, String start) {
        LocalTime from = LocalTime.parse(start);
        return new MeetingTime(allWeeks(), day, from, from.plusMinutes(45));
    }

    /** Sets the title of the problem. */
    public SchoolBuilder title(String value) {
        title = value;
        return this;
    }

    /** Sets the language of the problem. */
    public SchoolBuilder language(Language value) {
        language = value;
        return this;
    }

    /** Sets the first week; times that were asked for before keep their weeks. */
    public SchoolBuilder firstWeek(IsoWeek value) {
        firstWeek = value;
        return this;
    }

    /** Sets the number of planned weeks, 1 to 60; times that were asked for before keep their weeks. */
    public SchoolBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    /** Sets the time zone. */
    public SchoolBuilder zone(ZoneId value) {
        zone = value;
        return this;
    }

    /** Adds closed dates, such as {@code 2026-09-07}. */
    public SchoolBuilder closed(String... dates) {
        Arrays.stream(dates).map(LocalDate::parse).forEach(closed::add);
        return this;
    }

    /** Replaces the first site, which is meant where none is named. */
    public SchoolBuilder firstSite(String id, String name) {
        sites.set(0, new Site(new SiteId(id), name));
        return this;
    }

    /** Adds a site, unless there is one with that id. */
    public SchoolBuilder site(String id) {
        return site(new Site(new SiteId(id), "Site " + id));
    }

    /** Adds a site, unless there is one with that id. */
    public SchoolBuilder site(Site site) {
        if (sites.stream().noneMatch(one -> one.id().equals(site.id()))) {
            sites.add(site);
        }
        return this;
    }

    /** Adds a way between two sites, which are added if they are missing. */
    public SchoolBuilder travel(String from, String to, int minutes) {
        travel.add(new Travel(new SiteId(from), new SiteId(to), minutes));
        return site(from).site(to);
    }

    /** Adds a classroom with a number of seats. */
    public SchoolBuilder room(String id, int seats) {
        return room(aRoom(id).capacity(seats));
    }

    /** Adds a room. */
    public SchoolBuilder room(RoomBuilder room) {
        return room(room.build());
    }

    /** Adds a room. */
    public SchoolBuilder room(Room room) {
        rooms.put(room.id(), room);
        return this;
    }

    /** Replaces all rooms. */
    public SchoolBuilder rooms(List<Room> all) {
        rooms.clear();
        all.forEach(this::room);
        return this;
    }

    /** Adds classrooms for thirty, unless there are rooms with their ids. */
    public SchoolBuilder roomsIfAbsent(RoomId... ids) {
        for (RoomId id : ids) {
            rooms.computeIfAbsent(id, any -> aRoom(any).build());
        }
        return this;
    }

    /** Adds a school that students come from. */
    public SchoolBuilder homeSchool(School school) {
        schools.put(school.id(), school);
        return this;
    }

    /** Adds a full-time staff member with some skills who is always available. */
    public SchoolBuilder teacher(String id, String... skills) {
        return staff(aStaffMember(id).skills(skills));
    }

    /** Adds a full-time staff member with an availability. */
    public SchoolBuilder teacher(String id, Availability availability, String... skills) {
        return staff(aStaffMember(id).available(availability).skills(skills));
    }

    /** Adds full-time staff members who are always available, unless there are staff members with their ids. */
    public SchoolBuilder teachersIfAbsent(StaffId... ids) {
        for (StaffId id : ids) {
            staff.computeIfAbsent(id, any -> aStaffMember(any).build());
        }
        return this;
    }

    /** Adds a staff member. */
    public SchoolBuilder staff(StaffBuilder person) {
        return staff(person.build());
    }

    /** Adds a staff member. */
    public SchoolBuilder staff(StaffMember person) {
        staff.put(person.id(), person);
        return this;
    }

    /** Replaces all staff. */
    public SchoolBuilder staff(List<StaffMember> all) {
        staff.clear();
        all.forEach(this::staff);
        return this;
    }

    /** Adds students without a class who are always available, unless there are students with their ids. */
    public SchoolBuilder studentsIfAbsent(StudentId... ids) {
        for (StudentId id : ids) {
            students.computeIfAbsent(id, any -> aStudent(any).build());
        }
        return this;
    }

    /** Adds a student without a class who is always available. */
    public SchoolBuilder student(String id) {
        return student(aStudent(id));
    }

    /** Adds a student without a class, with an availability. */
    public SchoolBuilder student(String id, Availability availability) {
        return student(id, null, availability);
    }

    /** Adds a student of a class, with an availability; the class is not changed, and {@code null} means that there is none. */
    public SchoolBuilder student(String id, @Nullable String ofClass, Availability availability) {
        return student(aStudent(id).ofClass(ofClass).available(availability));
    }

    /** Adds a student. */
    public SchoolBuilder student(StudentBuilder student) {
        return student(student.build());
    }

    /** Adds a student. */
    public SchoolBuilder student(Student student) {
        students.put(student.id(), student);
        return this;
    }

    /** Replaces all students. */
    public SchoolBuilder students(List<Student> all) {
        students.clear();
        all.forEach(this::student);
        return this;
    }

    /** Changes a student that was added. */
    public SchoolBuilder changeStudent(String id, UnaryOperator<StudentBuilder> change) {
        students.computeIfPresent(
                new StudentId(id),
                (same, old) -> change.apply(StudentBuilder.like(old)).build());
        return this;
    }

    /** Adds a class of new students who are always available. */
    public SchoolBuilder schoolClass(String id, String... members) {
        for (String member : members) {
            student(member, id, Availability.always());
        }
        return group(id, Group.Kind.CLASS, members);
    }

    /** Adds a group of existing students, such as an elective. */
    public SchoolBuilder group(String id, Group.Kind kind, String... members) {
        return group(id, kind, Collections.emptySortedSet(), members);
    }

    /** Adds a group of existing students who are in it in some weeks; none means all. */
    public SchoolBuilder group(String id, Group.Kind kind, SortedSet<IsoWeek> in, String... members) {
        return group(
                id,
                (kind == Group.Kind.CLASS ? "Class " : "Group ") + id,
                kind,
                Arrays.stream(members)
                        .map(one -> new GroupMember(new StudentId(one), in))
                        .toList());
    }

    /** Adds a group of existing students with a name. */
    public SchoolBuilder group(String id, String name, Group.Kind kind, List<GroupMember> members) {
        return group(new Group(new GroupId(id), name, kind, members));
    }

    /** Adds a group. */
    public SchoolBuilder group(Group group) {
        groups.put(group.id(), group);
        return this;
    }

    /** Replaces all groups. */
    public SchoolBuilder groups(List<Group> all) {
        groups.clear();
        all.forEach(this::group);
        return this;
    }

    /** Adds a student to a class, which is added if it is missing. */
    public SchoolBuilder joinClass(String student, String group) {
        var id = new GroupId(group);
        Group old = groups.computeIfAbsent(id, any -> new Group(any, "Class " + any, Group.Kind.CLASS, List.of()));
        var members = new ArrayList<>(old.members());
        members.add(GroupMember.always(new StudentId(student)));
        return group(new Group(id, old.name(), old.kind(), members));
    }

    /** Adds a lesson of a group in all weeks. */
    public SchoolBuilder lesson(
            String id, DayOfWeek day, String start, String end, String subject, String group, String... teachers) {
        return lesson(id, time(day, start, end), subject, group, teachers);
    }

    /** Adds a lesson of a group; empty means no group. */
    public SchoolBuilder lesson(String id, MeetingTime time, String subject, String group, String... teachers) {
        return lesson(id, time, subject, Lesson.Kind.TEACHING, group, teachers);
    }

    /** Adds a lesson of a group or another activity; empty means no group. */
    public SchoolBuilder lesson(
            String id, MeetingTime time, String subject, Lesson.Kind kind, String group, String... teachers) {
        LessonBuilder lesson = aLesson(id).at(time).subject(subject).kind(kind).by(teachers);
        return lesson(group.isEmpty() ? lesson : lesson.group(group));
    }

    /** Adds a lesson. */
    public SchoolBuilder lesson(LessonBuilder lesson) {
        return lesson(lesson.build());
    }

    /** Adds a lesson. */
    public SchoolBuilder lesson(Lesson lesson) {
        lessons.put(lesson.id(), lesson);
        return this;
    }

    /** Replaces all lessons. */
    public SchoolBuilder lessons(List<Lesson> all) {
        lessons.clear();
        all.forEach(this::lesson);
        return this;
    }

    /** Changes all lessons that were added. */
    public SchoolBuilder changeLessons(UnaryOperator<LessonBuilder> change) {
        lessons.replaceAll((id, old) -> change.apply(LessonBuilder.like(old)).build());
        return this;
    }

    /** Changes a lesson that was added. */
    public SchoolBuilder changeLesson(String id, UnaryOperator<LessonBuilder> change) {
        lessons.computeIfPresent(
                new LessonId(id),
                (same, old) -> change.apply(LessonBuilder.like(old)).build());
        return this;
    }

    /** Changes the lesson that was added last. */
    public SchoolBuilder changeLastLesson(UnaryOperator<LessonBuilder> change) {
        return changeLesson(List.copyOf(lessons.keySet()).getLast().value(), change);
    }

    /** Holds the lesson that was added last in a room. */
    public SchoolBuilder inRoom(String room) {
        return changeLastLesson(lesson -> lesson.room(room));
    }

    /** Sets the work rules of the problem. */
    public SchoolBuilder work(WorkRules rules) {
        work = rules;
        return this;
    }

    /** Sets the limits on the support that a student gets. */
    public SchoolBuilder support(SupportLimits limits) {
        support = limits;
        return this;
    }

    /** Adds an intervention. */
    public SchoolBuilder intervention(String id, String type, Record parameters) {
        return intervention(new Intervention<>(new InterventionId(id), type, "Intervention " + id, parameters));
    }

    /** Adds an intervention. */
    public SchoolBuilder intervention(Intervention<?> intervention) {
        interventions.put(intervention.id(), intervention);
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

    /** Removes all locks. */
    public SchoolBuilder withoutLocks() {
        locks.clear();
        memberLocks.clear();
        return this;
    }

    /** Sets the weights of soft rules by their ids, in addition to those set before. */
    public SchoolBuilder weights(Map<String, Long> some) {
        weights.putAll(some);
        return this;
    }

    private Horizon horizon() {
        return new Horizon(firstWeek, weeks, zone, closed);
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the parts contradict each other */
    public Problem build() {
        return new Problem(
                Problem.VERSION,
                title,
                language,
                horizon(),
                sites,
                travel,
                List.copyOf(rooms.values()),
                List.copyOf(schools.values()),
                List.copyOf(staff.values()),
                List.copyOf(students.values()),
                List.copyOf(groups.values()),
                List.copyOf(lessons.values()),
                work,
                support,
                List.copyOf(interventions.values()),
                locks,
                memberLocks,
                weights,
                List.of());
    }
}
