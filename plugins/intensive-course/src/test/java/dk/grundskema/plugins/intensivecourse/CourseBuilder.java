package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Decision;
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
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A made-up school with the classes 7b and 8a, whose teachers ann (DAN) and bo (MAT) teach both but bo not 8a, from Monday to Thursday; W42 and W43
 * are holidays, W42 closed. The course is in them: a group of the students, three lessons a day, then two weeks with mentors.
 */
final class CourseBuilder {
    static final IsoWeek W41 = new IsoWeek(2026, 41);
    static final String MONDAY = "2026-10-12";
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<SessionLock> locks = new ArrayList<>();
    private final List<MemberLock> memberLocks = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>(List.of(new Site(new SiteId("school"), "School")));
    private final List<Room> rooms = new ArrayList<>();
    private final TreeSet<LocalDate> closed = new TreeSet<>();
    private int horizonWeeks = 6;
    private Language language = Language.EN;

    // the course
    private List<LocalDate> dates = List.of(LocalDate.parse(MONDAY), LocalDate.parse("2026-10-13"));
    private int weeks = 2;
    private @Nullable SiteId site;
    private final List<Participant> participants = new ArrayList<>();
    private int smallest = 1;
    private int largest = 14;
    private @Nullable Integer groups;
    private List<LessonTime> times = List.of(time("09:00"), time("09:45"), time("11:00"));
    private List<SubjectShare> subjects = List.of(subject("DAN"), subject("MAT"));
    private List<StaffId> adults = List.of();
    private int teachers = 1;
    private int pedagogues = 1;
    private String pedagogueSkill = "pedagogue";
    private List<RoomId> courseRooms = List.of();
    private Mentoring mentoring = new Mentoring(2, 2, 45, 3, List.of(), List.of());
    private int handoverMinutes = 30;
    private List<UsableTime> usable = List.of();
    private @Nullable WorkRules work;
    private @Nullable Decision decision;

    private CourseBuilder() {
        for (int day = 0; day < 5; day++) {
            closed.add(LocalDate.parse(MONDAY).plusDays(day));
        }
    }

    /** The usual school with four students, two of each class. */
    static CourseBuilder smallCourse() {
        return new CourseBuilder()
                .person("ann", "DAN")
                .person("bo", "MAT")
                .person("pia", "pedagogue")
                .student("s1", "7b")
                .student("s2", "7b")
                .student("s3", "8a")
                .student("s4", "8a")
                .lesson("dan-7b", "7b", DayOfWeek.MONDAY, "08:00", "ann")
                .lesson("mat-7b", "7b", DayOfWeek.TUESDAY, "13:30", "bo")
                .lesson("dan-8a", "8a", DayOfWeek.WEDNESDAY, "09:00", "ann");
    }

    static LessonTime time(String start) {
        return new LessonTime(LocalTime.parse(start), LocalTime.parse(start).plusMinutes(45));
    }

    static SubjectShare subject(String name) {
        return new SubjectShare(name, 1, "To be good at it", null);
    }

    CourseBuilder person(String id, String... skills) {
        staff.add(new StaffMember(
                new StaffId(id),
                "Staff " + id,
                new TreeSet<>(List.of(skills)),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                null));
        return this;
    }

    CourseBuilder student(String id, @Nullable String home) {
        return student(id, home, null);
    }

    CourseBuilder student(String id, @Nullable String home, @Nullable String at) {
        participants.add(new Participant(new StudentId(id), 5));
        students.add(new Student(
                new StudentId(id),
                "Student " + id,
                at == null ? null : new SiteId(at),
                null,
                home == null ? null : new GroupId(home),
                Availability.always(),
                new TreeSet<>(),
                new TreeSet<>()));
        return this;
    }

    CourseBuilder participant(String id, int need) {
        participants.removeIf(one -> one.studentId().value().equals(id));
        participants.add(new Participant(new StudentId(id), need));
        return this;
    }

    /** Weekly but in the holidays. */
    CourseBuilder lesson(String id, String home, DayOfWeek day, String start, String... who) {
        var held = new TreeSet<>(new Horizon(W41, horizonWeeks, ZoneId.of("UTC"), new TreeSet<>()).allWeeks());
        held.remove(W41.plus(1));
        held.remove(W41.plus(2));
        return lesson(
                id,
                home,
                new MeetingTime(
                        held,
                        day,
                        LocalTime.parse(start),
                        LocalTime.parse(start).plusMinutes(45)),
                who);
    }

    CourseBuilder lesson(String id, String home, MeetingTime time, String... who) {
        lessons.add(new Lesson(
                new LessonId(id),
                "Lesson " + id,
                time,
                null,
                null,
                List.of(new GroupId(home)),
                List.of(),
                Arrays.stream(who).map(StaffId::new).toList()));
        return this;
    }

    CourseBuilder noLessons() {
        lessons.clear();
        return this;
    }

    CourseBuilder room(String id) {
        rooms.add(new Room(new RoomId(id), "Room " + id, null, "classroom", 30, Availability.always()));
        courseRooms = rooms.stream().map(Room::id).toList();
        return this;
    }

    CourseBuilder courseRooms(String... ids) {
        courseRooms = Arrays.stream(ids).map(RoomId::new).toList();
        return this;
    }

    CourseBuilder otherSite(String id) {
        sites.add(new Site(new SiteId(id), "Site " + id));
        return this;
    }

    CourseBuilder site(String id) {
        site = new SiteId(id);
        return this;
    }

    /** Before any lesson is added. */
    CourseBuilder horizonWeeks(int value) {
        horizonWeeks = value;
        return this;
    }

    CourseBuilder danish() {
        language = Language.DA;
        return this;
    }

    CourseBuilder dates(String... values) {
        dates = Arrays.stream(values).map(LocalDate::parse).toList();
        return this;
    }

    CourseBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    CourseBuilder sizes(int least, int most, @Nullable Integer count) {
        smallest = least;
        largest = most;
        groups = count;
        return this;
    }

    CourseBuilder times(LessonTime... values) {
        times = List.of(values);
        return this;
    }

    CourseBuilder subjects(SubjectShare... values) {
        subjects = List.of(values);
        return this;
    }

    CourseBuilder adults(int ofTeachers, int ofPedagogues) {
        teachers = ofTeachers;
        pedagogues = ofPedagogues;
        return this;
    }

    CourseBuilder pedagogueSkill(String value) {
        pedagogueSkill = value;
        return this;
    }

    CourseBuilder staff(String... ids) {
        adults = Arrays.stream(ids).map(StaffId::new).toList();
        return this;
    }

    CourseBuilder mentoring(int count, int aWeek, int minutes, int mentees, String... mentors) {
        mentoring = new Mentoring(
                count,
                aWeek,
                minutes,
                mentees,
                Arrays.stream(mentors).map(StaffId::new).toList(),
                List.of());
        return this;
    }

    CourseBuilder handover(int minutes) {
        handoverMinutes = minutes;
        return this;
    }

    CourseBuilder usable(String start, String end, DayOfWeek... days) {
        usable = List.of(new UsableTime(new TreeSet<>(List.of(days)), LocalTime.parse(start), LocalTime.parse(end)));
        return this;
    }

    CourseBuilder work(WorkRules value) {
        work = value;
        return this;
    }

    CourseBuilder withDecision() {
        decision = new Decision("The head", "The only week");
        return this;
    }

    CourseBuilder lockTime(String session, MeetingTime time) {
        locks.add(new SessionLock(new SessionId(session), time, null, null, List.of()));
        return this;
    }

    CourseBuilder lockSeat(String session, int position, String who) {
        locks.add(new SessionLock(
                new SessionId(session), null, null, null, List.of(new SeatLock(position, new StaffId(who)))));
        return this;
    }

    CourseBuilder join(String student, String group) {
        memberLocks.add(new MemberLock(new StudentId(student), new GroupId(group)));
        return this;
    }

    IntensiveCourseParameters parameters() {
        return new IntensiveCourseParameters(
                dates,
                weeks,
                site,
                participants,
                new GroupSizes(smallest, largest, groups),
                times,
                subjects,
                adults,
                teachers,
                pedagogues,
                pedagogueSkill,
                courseRooms,
                15,
                mentoring,
                handoverMinutes,
                2,
                usable,
                work,
                decision);
    }

    Intervention<IntensiveCourseParameters> course() {
        return new Intervention<>(new InterventionId("turbo"), "intensive-course", "Turbo", parameters());
    }

    Problem problem() {
        var homes = new ArrayList<Group>();
        for (String home : List.of("7b", "8a")) {
            var members = students.stream()
                    .filter(one -> new GroupId(home).equals(one.classGroup()))
                    .map(one -> GroupMember.always(one.id()))
                    .toList();
            homes.add(new Group(new GroupId(home), "Class " + home, Group.Kind.CLASS, members));
        }
        return new Problem(
                Problem.VERSION,
                "School",
                language,
                new Horizon(W41, horizonWeeks, ZoneId.of("Europe/Copenhagen"), closed),
                sites,
                List.of(),
                rooms,
                List.of(),
                staff,
                students,
                homes,
                lessons,
                WorkRules.defaults(),
                List.of(course()),
                locks,
                memberLocks,
                new TreeMap<>());
    }
}
