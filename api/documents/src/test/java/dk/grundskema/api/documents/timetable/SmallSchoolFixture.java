package dk.grundskema.api.documents.timetable;

import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A school year of two classes from week 33 of 2026 to week 25 of 2027, without the weeks 42, 52, 53, 7 and 12, with two teachers, two possible
 * second adults, and a weekly timetable of some lessons. It has no planned meetings by default.
 */
public final class SmallSchoolFixture {
    public static final StaffId LONE = new StaffId("lone");
    public static final StaffId PETER = new StaffId("peter");
    public static final StaffId METTE = new StaffId("mette");
    public static final StaffId JONAS = new StaffId("jonas");
    public static final GroupId CLASS_7A = new GroupId("7a");
    public static final GroupId CLASS_10B = new GroupId("10b");
    public static final GroupId TEAM = new GroupId("team-1");
    public static final StudentId IDA = new StudentId("id-of-ida");
    public static final StudentId OLE = new StudentId("id-of-ole");
    public static final StudentId EVA = new StudentId("id-of-eva");
    public static final RoomId ROOM_12 = new RoomId("r12");
    public static final RoomId ROOM_14 = new RoomId("r14");
    public static final RoomId STAFF_ROOM = new RoomId("staff-room");
    public static final InterventionId CO_TEACHING = new InterventionId("tolaerer");
    public static final InterventionId CAMP = new InterventionId("lejr");
    private static final IsoWeek FIRST = new IsoWeek(2026, 33);
    private static final int WEEKS = 46;
    private static final Set<Integer> HOLIDAYS = Set.of(42, 52, 53, 7, 12);
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** Groups formed by the plan; without names, so their ids are shown. */
    public final List<GroupMembers> formed = new ArrayList<>();

    public boolean hasIntervention = true;
    public Decoration decoration = Decoration.NONE;
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();

    record NoParameters() {}

    /** All weeks of school. */
    public static SortedSet<IsoWeek> weeks() {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : SchoolBuilder.school(FIRST, WEEKS).allWeeks()) {
            if (!HOLIDAYS.contains(week.week())) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Returns the school's weeks with these numbers. */
    public static SortedSet<IsoWeek> weeks(Integer... numbers) {
        var some = new TreeSet<>(weeks());
        some.removeIf(week -> !List.of(numbers).contains(week.week()));
        return some;
    }

    /** All of school's weeks but those of some numbers. */
    public static SortedSet<IsoWeek> weeksBut(Integer... numbers) {
        var others = new TreeSet<>(weeks());
        others.removeIf(week -> List.of(numbers).contains(week.week()));
        return others;
    }

    public Problem problem() {
        var problem = SchoolBuilder.school(FIRST, WEEKS)
                .title("Skoleåret 2026/27")
                .language(Language.DA)
                .zone(ZONE)
                .firstSite("skolen", "Åskolen")
                .room(aRoom(ROOM_12).name("Lok. 12"))
                .room(aRoom(ROOM_14).name("Lok. 14"))
                .room(aRoom(STAFF_ROOM).name("Lærerværelset"))
                .staff(aStaffMember(LONE).name("Lone Kjær"))
                .staff(aStaffMember(PETER).name("Peter Aagaard"))
                .staff(aStaffMember(METTE).name("Mette Holm"))
                .staff(aStaffMember(JONAS).name("Jonas Berg"))
                .staff(aStaffMember("vera").name("Vera Uberørt"))
                .student(aStudent(IDA).name("Ida Marie Lund").ofClass(CLASS_7A.value()))
                .student(aStudent(OLE).name("Ole Brun"))
                .student(aStudent(EVA).name("Eva Toft"))
                .group(CLASS_10B.value(), "10B", Group.Kind.CLASS, List.of(GroupMember.always(OLE)))
                .group(CLASS_7A.value(), "7A", Group.Kind.CLASS, List.of(GroupMember.always(IDA)))
                .group(TEAM.value(), "Lejrhold", Group.Kind.TEAM, List.of(GroupMember.always(IDA)))
                .lessons(lessons);
        if (hasIntervention) {
            problem.intervention(new Intervention<>(CO_TEACHING, "toy", "Tolærere", new NoParameters()))
                    .intervention(new Intervention<>(CAMP, "toy", "Lejr", new NoParameters()));
        }
        return problem.build();
    }

    public Timetable timetable() {
        return new Timetable(
                Timetable.VERSION,
                "abc",
                ZONE,
                1,
                new Score(0, 0, 0),
                List.of(),
                Stream.concat(
                                Stream.of(
                                        new GroupMembers(CLASS_7A, List.of(GroupMember.always(IDA))),
                                        new GroupMembers(TEAM, List.of(GroupMember.always(IDA)))),
                                formed.stream())
                        .toList(),
                meetings,
                List.of());
    }

    /** A lesson of 45 minutes in all weeks; by default of Lone with 7A in room 12. */
    public final class SchoolLesson {
        private final String title;
        private final DayOfWeek day;
        private final LocalTime start;
        private SortedSet<IsoWeek> weeks = weeks();
        private GroupId group = CLASS_7A;
        private StaffId teacher = LONE;
        private RoomId room = ROOM_12;
        private boolean part;

        private SchoolLesson(String title, DayOfWeek day, String start) {
            this.title = title;
            this.day = day;
            this.start = LocalTime.parse(start);
        }

        public SchoolLesson in(SortedSet<IsoWeek> some) {
            weeks = some;
            return this;
        }

        public SchoolLesson of(GroupId itsGroup, StaffId itsTeacher, RoomId itsRoom) {
            group = itsGroup;
            teacher = itsTeacher;
            room = itsRoom;
            return this;
        }

        public SchoolLesson asPart() {
            part = true;
            return this;
        }

        private MeetingTime time() {
            return new MeetingTime(weeks, day, start, start.plusMinutes(45));
        }

        /** The plan assigns nobody to it. */
        public SmallSchoolFixture untouched() {
            lessons.add(new Lesson(
                    new LessonId("l" + lessons.size()),
                    title,
                    title,
                    Lesson.Kind.TEACHING,
                    time(),
                    null,
                    room,
                    List.of(),
                    List.of(group),
                    part,
                    List.of(),
                    List.of(teacher)));
            return SmallSchoolFixture.this;
        }

        /** The plan may assign an adult, and assigns the given one, if any, in all of its weeks. */
        public SmallSchoolFixture with(@Nullable StaffId helper) {
            return with(helper, "one-assists", null, weeks);
        }

        /** The plan assigns an adult in some of its weeks, with a form and optionally a further room. */
        public SmallSchoolFixture with(
                @Nullable StaffId helper, String form, @Nullable RoomId further, SortedSet<IsoWeek> some) {
            untouched();
            meetings.add(meeting(helper, form, further, some));
            return SmallSchoolFixture.this;
        }

        private Meeting meeting(
                @Nullable StaffId helper, String form, @Nullable RoomId further, SortedSet<IsoWeek> some) {
            return new Meeting(
                    new SessionId("tolaerer/lesson-" + meetings.size()),
                    null,
                    new TreeSet<>(),
                    CO_TEACHING,
                    "lesson",
                    form,
                    title,
                    title,
                    some,
                    day,
                    start,
                    start.plusMinutes(45),
                    room,
                    further == null ? List.of() : List.of(further),
                    List.of(group),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                            new MeetingSeat("teacher", teacher, true, true),
                            new MeetingSeat("co-teacher", helper, false, false)),
                    new Workload(true, 100, 10),
                    MeetingLock.NONE);
        }
    }

    public SchoolLesson lesson(String title, DayOfWeek day, String start) {
        return new SchoolLesson(title, day, start);
    }

    /** The session of a weekly preparation of Mette and Lone on Tuesdays at two. */
    public static final SessionId PREPARATION = new SessionId("tolaerer/preparation-7a");

    public SmallSchoolFixture preparation(SortedSet<IsoWeek> weeks) {
        meetings.add(otherMeeting(
                PREPARATION, CO_TEACHING, "preparation", "Fælles forberedelse 7A", weeks, List.of(), METTE, LONE));
        return this;
    }

    /** A module of the camp with Jonas and Ida's team, on Mondays of three weeks at ten. */
    public SmallSchoolFixture camp() {
        for (IsoWeek week : weeks(38, 39, 40)) {
            meetings.add(otherMeeting(
                    new SessionId("lejr/" + week),
                    CAMP,
                    "module",
                    "Lejrmodul",
                    new TreeSet<>(List.of(week)),
                    List.of(TEAM),
                    JONAS));
        }
        return this;
    }

    /** Support on Wednesdays at eleven with Mette in the staff room, for groups and single students, some of them taken out of lessons. */
    public SmallSchoolFixture support(
            String title,
            List<GroupId> groups,
            List<StudentId> singles,
            List<StudentId> excused,
            SortedSet<IsoWeek> weeks) {
        meetings.add(new Meeting(
                new SessionId("support/" + meetings.size()),
                null,
                new TreeSet<>(),
                CO_TEACHING,
                "small-group",
                "",
                title,
                "",
                weeks,
                DayOfWeek.WEDNESDAY,
                LocalTime.of(11, 0),
                LocalTime.of(11, 30),
                STAFF_ROOM,
                List.of(),
                groups,
                singles,
                excused,
                List.of(),
                List.of(new MeetingSeat("tutor", METTE, true, false)),
                Workload.defaults(),
                MeetingLock.NONE));
        return this;
    }

    private static Meeting otherMeeting(
            SessionId id,
            InterventionId intervention,
            String kind,
            String title,
            SortedSet<IsoWeek> weeks,
            List<GroupId> groups,
            StaffId... people) {
        return new Meeting(
                id,
                null,
                new TreeSet<>(),
                intervention,
                kind,
                "",
                title,
                "",
                weeks,
                groups.isEmpty() ? DayOfWeek.TUESDAY : DayOfWeek.MONDAY,
                LocalTime.of(14, 0),
                LocalTime.of(14, 45),
                STAFF_ROOM,
                List.of(),
                groups,
                List.of(),
                List.of(),
                List.of(),
                List.of(people).stream()
                        .map(person -> new MeetingSeat("adult", person, true, false))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    public SchoolWeekViews.TimetableParts parts() {
        return SchoolWeekViews.of(problem(), demands(), timetable(), meetingStyles());
    }

    private MeetingStyles meetingStyles() {
        var words =
                Map.of("role.co-teacher", "tolærer", "form.stations", "stationer", "enum.ONE_ASSISTS", "en assisterer");
        return new MeetingStyles(timetable(), Map.of(CO_TEACHING, decoration), key -> words.getOrDefault(key, key));
    }

    public List<Demand> demands() {
        return List.of();
    }

    /** Everything as a school's weeks. */
    public SchoolWeekViews school() {
        return parts().school().orElseThrow();
    }

    public List<StaffHours> hours() {
        return new PayrollHoursCalculator(school().allViews(), demands()).hoursOfAllStaff();
    }
}
