package dk.grundskema.plugins.peerlearning;

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
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small school, valid as it is: class {@code 4a} of four students {@code a1} to {@code a4} and class {@code 6b} of {@code b1} to {@code b4};
 * every weekday at 8 class 4a has DAN and 6b MAT, at 9 4a has MAT and 6b DAN, each in a classroom of its own. Sixteen weeks.
 */
final class PeerSchoolBuilder {
    static final IsoWeek W33 = new IsoWeek(2026, 33);

    private int weeks = 16;
    private Language language = Language.EN;
    private final SortedSet<LocalDate> closed = new TreeSet<>();
    private final Map<String, StaffMember> staff = new LinkedHashMap<>();
    private final Map<String, Student> students = new LinkedHashMap<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<PeerSet> sets = new ArrayList<>();
    private final List<KeptPair> pairs = new ArrayList<>();
    private final List<StudentLevel> levels = new ArrayList<>();
    private final List<UsableTime> usable = new ArrayList<>();
    private final List<StaffId> supervisors = new ArrayList<>();
    private final List<MemberLock> memberLocks = new ArrayList<>();
    private final List<SessionLock> locks = new ArrayList<>();
    private int planned = 16;
    private int perWeek = 2;
    private int minutes = 45;
    private int swap = 15;

    static PeerSchoolBuilder smallSchool() {
        var school = new PeerSchoolBuilder();
        school.person("ann").person("bob");
        school.classOf("4a", "a1", "a2", "a3", "a4").classOf("6b", "b1", "b2", "b3", "b4");
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            school.lesson("4a", "DAN", day, "08:00", 45, "ann").lesson("6b", "MAT", day, "08:00", 45, "bob");
            school.lesson("4a", "MAT", day, "09:00", 45, "ann").lesson("6b", "DAN", day, "09:00", 45, "bob");
        }
        return school;
    }

    PeerSchoolBuilder person(String id) {
        staff.put(
                id,
                new StaffMember(
                        new StaffId(id),
                        "Name of " + id,
                        Collections.emptySortedSet(),
                        Availability.always(),
                        37,
                        0,
                        List.of(),
                        null,
                        null,
                        null));
        return this;
    }

    PeerSchoolBuilder classOf(String id, String... members) {
        for (String member : members) {
            students.put(member, student(member, List.of(), List.of()));
        }
        groups.add(new Group(
                new GroupId(id),
                id,
                Group.Kind.CLASS,
                List.of(members).stream()
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toList()));
        return room("room-" + id, 30);
    }

    PeerSchoolBuilder room(String id, int capacity) {
        rooms.removeIf(one -> one.id().value().equals(id));
        rooms.add(new Room(new RoomId(id), "Room " + id, null, "classroom", capacity, Availability.always()));
        return this;
    }

    /** A student of no class. */
    PeerSchoolBuilder studentWithoutClass(String id) {
        students.put(id, student(id, List.of(), List.of()));
        return this;
    }

    PeerSchoolBuilder company(String id, List<String> wished, List<String> never) {
        students.put(id, student(id, wished, never));
        return this;
    }

    private static Student student(String id, List<String> wished, List<String> never) {
        return new Student(
                new StudentId(id), "Name of " + id, null, null, Availability.always(), ids(wished), ids(never));
    }

    private static SortedSet<StudentId> ids(List<String> some) {
        var ids = new TreeSet<StudentId>();
        some.forEach(one -> ids.add(new StudentId(one)));
        return ids;
    }

    PeerSchoolBuilder lesson(String group, String subject, DayOfWeek day, String start, int length, String teacher) {
        var in = new TreeSet<IsoWeek>();
        IntStream.range(0, weeks).forEach(week -> in.add(W33.plus(week)));
        var from = LocalTime.parse(start);
        lessons.add(new Lesson(
                new LessonId(group + "/" + subject + "/" + day.getValue() + "/" + start),
                subject,
                subject,
                Lesson.Kind.TEACHING,
                new MeetingTime(in, day, from, from.plusMinutes(length)),
                null,
                new RoomId("room-" + group),
                List.of(),
                List.of(new GroupId(group)),
                false,
                List.of(),
                List.of(new StaffId(teacher))));
        return this;
    }

    PeerSchoolBuilder change(UnaryOperator<Lesson> how) {
        lessons.replaceAll(how);
        return this;
    }

    /** The lesson in the first weeks only. */
    static Lesson inWeeks(Lesson lesson, int first) {
        var in = new TreeSet<IsoWeek>();
        IntStream.range(0, first).forEach(week -> in.add(W33.plus(week)));
        var time = lesson.time();
        return copy(
                lesson, lesson.subject(), new MeetingTime(in, time.weekday(), time.start(), time.end()), lesson.kind());
    }

    /** Returns the lesson with another subject if it has that id, otherwise unchanged. */
    static Lesson renamed(Lesson lesson, String id, String subject) {
        return lesson.id().value().equals(id) ? copy(lesson, subject, lesson.time(), lesson.kind()) : lesson;
    }

    /** The lesson in that room. */
    static Lesson inRoomOf(Lesson lesson, String room) {
        return new Lesson(
                lesson.id(),
                lesson.title(),
                lesson.subject(),
                lesson.kind(),
                lesson.time(),
                lesson.site(),
                new RoomId(room),
                lesson.extraRoomIds(),
                lesson.groupIds(),
                lesson.part(),
                lesson.studentIds(),
                lesson.staffIds());
    }

    static Lesson copy(Lesson lesson, String subject, MeetingTime time, Lesson.Kind kind) {
        return new Lesson(
                lesson.id(),
                lesson.title(),
                subject,
                kind,
                time,
                lesson.site(),
                lesson.roomId(),
                lesson.extraRoomIds(),
                lesson.groupIds(),
                lesson.part(),
                lesson.studentIds(),
                lesson.staffIds());
    }

    PeerSchoolBuilder noLessons() {
        lessons.clear();
        return this;
    }

    PeerSchoolBuilder closed(String date) {
        closed.add(LocalDate.parse(date));
        return this;
    }

    PeerSchoolBuilder danish() {
        language = Language.DA;
        return this;
    }

    PeerSchoolBuilder set(PeerSet set) {
        sets.add(set);
        return this;
    }

    PeerSchoolBuilder pair(@Nullable String confirmedBy, String... members) {
        pairs.add(new KeptPair(
                List.of(members).stream().map(StudentId::new).toList(),
                confirmedBy == null ? null : new StaffId(confirmedBy)));
        return this;
    }

    PeerSchoolBuilder level(String student, int level) {
        levels.add(new StudentLevel(new StudentId(student), level));
        return this;
    }

    PeerSchoolBuilder usable(String start, String end, DayOfWeek... days) {
        usable.add(new UsableTime(new TreeSet<>(List.of(days)), LocalTime.parse(start), LocalTime.parse(end)));
        return this;
    }

    PeerSchoolBuilder supervisor(String id) {
        supervisors.add(new StaffId(id));
        return this;
    }

    PeerSchoolBuilder lock(SessionLock lock) {
        locks.add(lock);
        return this;
    }

    PeerSchoolBuilder member(String student, String pair) {
        memberLocks.add(new MemberLock(new StudentId(student), new GroupId(pair)));
        return this;
    }

    PeerSchoolBuilder numbers(int plannedWeeks, int lessonsPerWeek, int lessonMinutes, int swapMinutes) {
        planned = plannedWeeks;
        perWeek = lessonsPerWeek;
        minutes = lessonMinutes;
        swap = swapMinutes;
        return this;
    }

    Problem problem() {
        return new Problem(
                Problem.VERSION,
                "A small school",
                language,
                new Horizon(W33, weeks, ZoneId.of("Europe/Copenhagen"), closed),
                List.of(new Site(new SiteId("school"), "School")),
                List.of(),
                rooms,
                List.of(),
                List.copyOf(staff.values()),
                List.copyOf(students.values()),
                groups,
                lessons,
                WorkRules.defaults(),
                List.of(intervention()),
                locks,
                memberLocks,
                new TreeMap<>());
    }

    Intervention<PeerLearningParameters> intervention() {
        return new Intervention<>(
                new InterventionId("peers"),
                "peer-learning",
                "Peer learning",
                new PeerLearningParameters(
                        null, planned, perWeek, minutes, swap, sets, pairs, levels, usable, supervisors));
    }

    /** Equals of one class inside its lessons. */
    static PeerSet peers(String group, String... subjects) {
        return set(group, List.of(group), List.of(), PeerSet.Form.EQUALS, MeetingPlacement.INSIDE, subjects);
    }

    /** One class tutors another inside lessons of both. */
    static PeerSet tutoring(String group, String tutors, String... subjects) {
        return set(group, List.of(group), List.of(tutors), PeerSet.Form.TUTORING, MeetingPlacement.INSIDE, subjects);
    }

    static PeerSet set(
            String id,
            List<String> classes,
            List<String> tutors,
            PeerSet.Form form,
            MeetingPlacement place,
            String... subjects) {
        return new PeerSet(
                id,
                null,
                classes.stream().map(GroupId::new).toList(),
                List.of(),
                tutors.stream().map(GroupId::new).toList(),
                List.of(),
                List.of(),
                form,
                place,
                List.of(subjects),
                List.of(),
                null,
                null);
    }

    /** The same set with limits of level. */
    static PeerSet withLimits(PeerSet set, @Nullable Integer mostApart, @Nullable Integer leastAhead) {
        return new PeerSet(
                set.id(),
                set.title(),
                set.classes(),
                set.students(),
                set.tutorClasses(),
                set.tutors(),
                set.without(),
                set.form(),
                set.place(),
                set.subjects(),
                set.rooms(),
                mostApart,
                leastAhead);
    }

    /** The same set with students named singly, some left out, and rooms to choose from. */
    static PeerSet setWith(
            PeerSet set, List<String> students, List<String> tutors, List<String> without, String... rooms) {
        return new PeerSet(
                set.id(),
                set.title(),
                set.classes(),
                students.stream().map(StudentId::new).toList(),
                set.tutorClasses(),
                tutors.stream().map(StudentId::new).toList(),
                without.stream().map(StudentId::new).toList(),
                set.form(),
                set.place(),
                set.subjects(),
                List.of(rooms).stream().map(RoomId::new).toList(),
                set.mostApart(),
                set.leastAhead());
    }
}
