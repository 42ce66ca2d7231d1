package dk.grundskema.api.documents.timetable;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.testkit.RoomBuilder;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A camp of two teams of two students, three staff and two rooms in weeks 43 and 44 of 2026, between which the clocks are put back. It has no
 * meetings by default.
 */
public final class SmallCampFixture {
    public static final StaffId ANE = new StaffId("ane");
    public static final StaffId BO = new StaffId("bo");
    public static final StaffId CARL = new StaffId("carl");
    public static final StudentId IDA = new StudentId("id-of-ida");
    public static final StudentId JENS = new StudentId("id-of-jens");
    public static final StudentId KAJ = new StudentId("id-of-kaj");
    public static final StudentId LIV = new StudentId("id-of-liv");
    public static final GroupId ONE = new GroupId("team-1");
    public static final GroupId TWO = new GroupId("team-2");
    public static final RoomId HALL = new RoomId("sal/1");
    public static final RoomId ROOM = new RoomId("lokale");
    public static final IsoWeek FIRST = new IsoWeek(2026, 43);
    public static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    static final InterventionId CAMP = new InterventionId("lejr");

    public String title = "Efterårscamp";
    public String nameOfAne = "Ane Bjerre";
    public String nameOfIda = "Ida Marie Lund";
    public boolean hasStudents = true;
    public List<@Nullable Integer> numbers = Arrays.asList(null, null, null, null);
    public String nameOfOne = "Hold 1";
    public String nameOfHall = "Salen";
    public List<Room> otherRooms = List.of();
    public WorkRules work = WorkRules.defaults();
    public @Nullable WorkRules workOfAne;
    public Decoration decoration = Decoration.NONE;
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    record NoParameters() {}

    public Problem problem() {
        var problem = SchoolBuilder.school(FIRST, 2)
                .title(title)
                .language(Language.DA)
                .firstSite("engen", "Lejrskolen Engen")
                .room(hall(HALL, nameOfHall))
                .room(hall(ROOM, "Lokale 2"))
                .room(hall(new RoomId("ude"), "Ubrugt"))
                .staff(aStaffMember(ANE).name(nameOfAne).work(workOfAne))
                .staff(aStaffMember(BO).name("Bo Øster"))
                .staff(aStaffMember(CARL).name("Carl Vang"))
                .group(ONE.value(), nameOfOne, Group.Kind.TEAM, List.of())
                .group(TWO.value(), "Hold 2", Group.Kind.TEAM, List.of())
                .work(work)
                .intervention(new Intervention<>(CAMP, "toy", "Lejr", new NoParameters()));
        otherRooms.forEach(problem::room);
        if (hasStudents) {
            problem.student(aStudent(IDA).name(nameOfIda).number(numbers.get(0)))
                    .student(aStudent(JENS).name("Jens Friis").number(numbers.get(1)))
                    .student(aStudent(KAJ).name("Kaj Dam").number(numbers.get(2)))
                    .student(aStudent(LIV).name("Liv Toft").number(numbers.get(3)));
        }
        return problem.build();
    }

    private static RoomBuilder hall(RoomId id, String name) {
        return aRoom(id).name(name).kind("hall");
    }

    public Timetable timetable() {
        return new Timetable(
                Timetable.VERSION,
                "abc",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(
                        new GroupMembers(ONE, List.of(GroupMember.always(JENS), GroupMember.always(IDA))),
                        new GroupMembers(
                                TWO,
                                List.of(GroupMember.always(KAJ), new GroupMember(LIV, new TreeSet<>(List.of(FIRST)))))),
                meetings,
                tasks);
    }

    public SmallCampFixture with(CampMeeting... some) {
        for (CampMeeting held : some) {
            meetings.add(held.meeting());
        }
        return this;
    }

    public SmallCampFixture task(LocalDate date, String what) {
        tasks.add(new Task(new TaskId("lejr/" + what), CAMP, "logbook", what, date, List.of()));
        return this;
    }

    public SmallCampFixture task(LocalDate date, String what, StaffId who, StudentId... students) {
        tasks.add(new Task(
                new TaskId("lejr/task-" + tasks.size()), CAMP, "book-package", what, date, List.of(students), who));
        return this;
    }

    public TimetableViews views() {
        var timetable = timetable();
        return new TimetableViews(
                problem(),
                demands(),
                timetable,
                new MeetingStyles(timetable, Map.of(CAMP, decoration), words -> words));
    }

    public List<Demand> demands() {
        return List.of();
    }

    public List<StaffHours> hours() {
        return new PayrollHoursCalculator(views(), demands()).hoursOfAllStaff();
    }

    /** A meeting; by default a module of team 1 with Ane and Bo in room 2 on the first Monday from 9:00 to 10:30. */
    public static final class CampMeeting {
        private String id = "";
        private String title = "Dansk";
        private String kind = "module";
        private String subject = "dansk";
        private LocalDate date = MONDAY;
        private int weeks = 1;
        private LocalTime start = LocalTime.of(9, 0);
        private LocalTime end = LocalTime.of(10, 30);
        private Workload workload = Workload.defaults();
        private @Nullable RoomId room = ROOM;
        private List<GroupId> groups = List.of(ONE);
        private List<StudentId> students = List.of();
        private List<@Nullable StaffId> staff = Arrays.asList(ANE, BO);
        private List<SessionId> within = List.of();

        public static CampMeeting module() {
            return new CampMeeting();
        }

        /** A night on the spot from 23:00 to 7:00, of which 60 percent count. */
        public static CampMeeting night(LocalDate date, StaffId who) {
            return new CampMeeting()
                    .called("Nat")
                    .of("night", "")
                    .on(date)
                    .at("23:00", "07:00")
                    .by(who)
                    .counting(true, 60, 0);
        }

        public static CampMeeting talk(StudentId student, StaffId who) {
            var talk = new CampMeeting()
                    .called("Elevsamtale")
                    .of("conversation", "")
                    .by(who)
                    .at("14:00", "14:20");
            talk.groups = List.of();
            talk.students = List.of(student);
            return talk;
        }

        public CampMeeting id(String value) {
            id = value;
            return this;
        }

        public CampMeeting called(String value) {
            title = value;
            return this;
        }

        public CampMeeting of(String itsKind, String itsSubject) {
            kind = itsKind;
            subject = itsSubject;
            return this;
        }

        public CampMeeting on(LocalDate value) {
            date = value;
            return this;
        }

        public CampMeeting inWeeks(int value) {
            weeks = value;
            return this;
        }

        public CampMeeting at(String from, String until) {
            start = LocalTime.parse(from);
            end = LocalTime.parse(until);
            return this;
        }

        public CampMeeting by(@Nullable StaffId... value) {
            staff = java.util.Arrays.asList(value);
            return this;
        }

        public CampMeeting teams(GroupId... value) {
            groups = List.of(value);
            return this;
        }

        public CampMeeting room(@Nullable RoomId value) {
            room = value;
            return this;
        }

        public CampMeeting within(String session) {
            within = List.of(new SessionId(session));
            return this;
        }

        public CampMeeting counting(boolean isWork, int percent, int preparation) {
            workload = new Workload(isWork, percent, preparation);
            return this;
        }

        private String idOrMade() {
            return id.isEmpty()
                    ? "lejr/%s/%s/%s/%s".formatted(kind, date, start, groups.hashCode() ^ staff.hashCode())
                    : id;
        }

        Meeting meeting() {
            var dates = new TreeSet<IsoWeek>();
            for (int week = 0; week < weeks; week++) {
                dates.add(IsoWeek.of(date.plusWeeks(week)));
            }
            return new Meeting(
                    new SessionId(idOrMade()),
                    null,
                    new TreeSet<>(),
                    CAMP,
                    kind,
                    "",
                    title,
                    subject,
                    dates,
                    date.getDayOfWeek(),
                    start,
                    end,
                    room,
                    List.of(),
                    groups,
                    students,
                    List.of(),
                    within,
                    staff.stream()
                            .map(person -> new MeetingSeat("teacher", person, true, false))
                            .toList(),
                    workload,
                    MeetingLock.NONE);
        }
    }
}
