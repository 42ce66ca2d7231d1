package dk.grundskema.domain.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.ValidationCodes;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Texts;
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
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTest {
    /** The parts of a valid problem; tests change one. */
    private static final class ProblemDraft {
        int version = 1;
        String title = "Efterår";
        List<Site> sites = new ArrayList<>(List.of(site("a"), site("b"), site("c")));
        List<Travel> travel = new ArrayList<>(List.of(way("a", "b", 25), way("b", "a", 35), way("c", "b", 10)));
        List<Room> rooms = new ArrayList<>(List.of(room("r1", "a")));
        List<School> schools = new ArrayList<>(List.of(new School(new SchoolId("lind"), "Lindeskolen", List.of())));
        List<StaffMember> staff = new ArrayList<>(List.of(staffMember("t1")));
        List<Student> students =
                new ArrayList<>(List.of(student("s1", "b", "lind", "7a", "s2"), student("s2", null, null, null)));
        List<Group> groups = new ArrayList<>(List.of(group("7a", "s1")));
        List<Lesson> lessons = new ArrayList<>(List.of(lesson("l1", "a", "r1", "7a", "s1", "t1", 37)));
        List<Intervention<?>> interventions = new ArrayList<>(List.of(intervention("lejr")));
        List<SessionLock> locks = new ArrayList<>(List.of(lock("lejr/1", "r1", "t1", 37)));
        List<MemberLock> memberLocks =
                new ArrayList<>(List.of(new MemberLock(new StudentId("s1"), new GroupId("lejr-team-1"))));
        Map<String, Long> weights = new TreeMap<>(Map.of("core.wishes", 1_000_000L));

        Problem make() {
            return new Problem(
                    version,
                    title,
                    Language.DA,
                    new Horizon(new IsoWeek(2026, 37), 3, ZoneId.of("Europe/Copenhagen"), new TreeSet<>()),
                    sites,
                    travel,
                    rooms,
                    schools,
                    staff,
                    students,
                    groups,
                    lessons,
                    WorkRules.defaults(),
                    interventions,
                    locks,
                    memberLocks,
                    new TreeMap<>(weights));
        }
    }

    private record NoParameters() {}

    @Test
    void consistentProblemIsAccepted() {
        assertThat(found(parts -> {})).isEmpty();
    }

    @Test
    void titleVersionAndSitesAreRequired() {
        assertThat(found(parts -> {
                    parts.version = 2;
                    parts.title = "";
                }))
                .containsExactly("format.unknown-version /version", "value.blank /title");
        assertThat(found(parts -> parts.sites.clear())).contains("value.empty-list /sites");
    }

    @Test
    void problemWithoutInterventionsIsAccepted() {
        assertThat(found(parts -> parts.interventions.clear())).isEmpty();
    }

    @Test
    void duplicateIdInAListIsRefused() {
        assertThat(found(parts -> {
                    parts.sites.add(site("a"));
                    parts.rooms.add(room("r1", null));
                    parts.schools.add(parts.schools.getFirst());
                    parts.staff.add(staffMember("t1"));
                    parts.students.add(student("s2", null, null, null));
                    parts.groups.add(group("7a", "s2"));
                    parts.lessons.add(lesson("l1", null, null, "7a", "s1", "t1", 38));
                    parts.interventions.add(intervention("lejr"));
                    parts.locks.add(lock("lejr/1", null, "t1", 38));
                    parts.memberLocks.add(parts.memberLocks.getFirst());
                    parts.travel.add(way("a", "b", 1));
                }))
                .containsExactlyInAnyOrder(
                        "id.twice /sites/3",
                        "id.twice /rooms/1",
                        "id.twice /schools/1",
                        "id.twice /staff/1",
                        "id.twice /students/2",
                        "id.twice /groups/1",
                        "id.twice /lessons/1",
                        "id.twice /interventions/1",
                        "lock.twice /locks/1",
                        "lock.student-twice /memberLocks/1",
                        "value.twice /travel/3");
    }

    @Test
    void duplicateStudentNumberIsReportedAsInTheFile() {
        var parts = new ProblemDraft();
        parts.students.replaceAll(one -> one.withNumber(1234));
        var words = ResourceBundle.getBundle("dk.grundskema.domain.finding.messages", Locale.ENGLISH);
        assertThatThrownBy(parts::make)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(new Texts(Locale.ENGLISH, List.of(words), argument -> argument)
                                        .sentenceOf(refused.findings().getFirst()))
                                .startsWith("Two students have the number 1234."));
    }

    @Test
    void studentNumbersAreUnique() {
        assertThat(found(parts -> parts.students.replaceAll(one -> one.withNumber(7))))
                .containsExactly("student.number-twice /students/1/number");
        assertThat(found(
                        parts -> parts.students.set(0, parts.students.getFirst().withNumber(2))))
                .as("the other student's position is not a number of its own")
                .isEmpty();
    }

    @Test
    void sameIdInTwoListsIsAccepted() {
        assertThat(found(parts -> parts.rooms.add(room("a", "a")))).isEmpty();
    }

    @Test
    void unknownReferencesAreRefused() {
        assertThat(found(parts -> {
                    parts.travel.add(way("x", "y", 1));
                    parts.rooms.add(room("r2", "x"));
                    parts.students.add(student("s3", "x", "x", "y", "s1", "z"));
                    parts.groups.add(group("7b", "x"));
                    parts.lessons.add(lesson("l2", "x", "y", "z", "u", "v", 37));
                    parts.locks.add(lock("lejr/2", "x", "y", 37));
                    parts.memberLocks.add(new MemberLock(new StudentId("x"), new GroupId("7a")));
                }))
                .containsExactlyInAnyOrder(
                        "reference.to-nobody /travel/3/from",
                        "reference.to-nobody /travel/3/to",
                        "reference.to-nobody /rooms/1/site",
                        "reference.to-nobody /students/2/site",
                        "reference.to-nobody /students/2/school",
                        "reference.to-nobody /students/2/classGroup",
                        "reference.to-nobody /students/2/wishedWith/1",
                        "reference.to-nobody /groups/1/members/0/studentId",
                        "reference.to-nobody /lessons/1/site",
                        "reference.to-nobody /lessons/1/roomId",
                        "reference.to-nobody /lessons/1/groupIds/0",
                        "reference.to-nobody /lessons/1/studentIds/0",
                        "reference.to-nobody /lessons/1/staffIds/0",
                        "reference.to-nobody /locks/1/roomId",
                        "reference.to-nobody /locks/1/seats/0/staffId",
                        "reference.to-nobody /memberLocks/1/studentId");
    }

    @Test
    void weeksOutsideTheHorizonAreRefused() {
        assertThat(found(parts -> {
                    parts.lessons.add(lesson("l2", null, null, "7a", "s1", "t1", 36, 37, 39, 40));
                    parts.locks.add(lock("lejr/2", null, "t1", 40));
                    parts.groups.add(new Group(
                            new GroupId("7b"),
                            "7.b",
                            Group.Kind.CLASS,
                            List.of(new GroupMember(new StudentId("s1"), weeks(36, 37)))));
                }))
                .containsExactlyInAnyOrder(
                        "week.outside-horizon /lessons/1/time/weeks/0",
                        "week.outside-horizon /lessons/1/time/weeks/3",
                        "week.outside-horizon /locks/1/time/weeks/0",
                        "week.outside-horizon /groups/1/members/0/weeks/0");
    }

    @Test
    void weightsAreFromZeroToAMillion() {
        assertThat(found(parts -> {
                    parts.weights.put("core.gaps", 0L);
                    parts.weights.put("a/b~c", -1L);
                    parts.weights.put("z", 1_000_001L);
                }))
                .containsExactly("value.out-of-range /weights/a~1b~0c", "value.out-of-range /weights/z");
    }

    @Test
    void travelTimeHoldsInBothDirectionsUnlessBothAreGiven() {
        Problem problem = new ProblemDraft().make();
        assertThat(problem.travelMinutes(new SiteId("a"), new SiteId("b"))).isEqualTo(25);
        assertThat(problem.travelMinutes(new SiteId("b"), new SiteId("a"))).isEqualTo(35);
        assertThat(problem.travelMinutes(new SiteId("b"), new SiteId("c"))).isEqualTo(10);
        assertThat(problem.travelMinutes(new SiteId("a"), new SiteId("c"))).isZero();
        assertThat(problem.travelMinutes(new SiteId("a"), new SiteId("a"))).isZero();
    }

    @Test
    void peopleRoomsAndGroupsAreFoundById() {
        Problem problem = new ProblemDraft().make();
        assertThat(problem.staffMember(new StaffId("t1"))).isPresent();
        assertThat(problem.staffMember(new StaffId("t2"))).isEmpty();
        assertThat(problem.student(new StudentId("s2"))).isPresent();
        assertThat(problem.room(new RoomId("r1"))).isPresent();
        assertThat(problem.group(new GroupId("7a"))).isPresent();
        assertThat(problem.siteOrDefault(null)).isEqualTo(new SiteId("a"));
        assertThat(problem.siteOrDefault(new SiteId("b"))).isEqualTo(new SiteId("b"));
    }

    private static SortedSet<IsoWeek> weeksPresent(Group... groups) {
        var parts = new ProblemDraft();
        for (Group group : groups) {
            parts.groups.removeIf(one -> one.id().equals(group.id()));
            parts.groups.add(group);
        }
        return parts.make().weeksPresent(new StudentId("s1"));
    }

    private static Group inWeeks(String id, Group.Kind kind, int... weeks) {
        return new Group(new GroupId(id), id, kind, List.of(new GroupMember(new StudentId("s1"), weeks(weeks))));
    }

    @Test
    void studentIsPresentInTheWeeksOfClassesAlone() {
        assertThat(weeksPresent()).isEqualTo(weeks(37, 38, 39));
        assertThat(weeksPresent(inWeeks("7a", Group.Kind.CLASS, 38))).isEqualTo(weeks(38));
        assertThat(weeksPresent(inWeeks("7a", Group.Kind.CLASS, 38), inWeeks("7b", Group.Kind.CLASS, 39)))
                .isEqualTo(weeks(38, 39));
        assertThat(weeksPresent(inWeeks("7a", Group.Kind.CLASS, 38), inWeeks("trip", Group.Kind.TEAM, 37)))
                .isEqualTo(weeks(38));
        assertThat(weeksPresent(inWeeks("7a", Group.Kind.COURSE, 38), inWeeks("trip", Group.Kind.TEAM, 37)))
                .isEqualTo(weeks(37, 38, 39));
    }

    @Test
    void lockFixesAtLeastOneDecisionAndEachSeatOnce() {
        assertThat(ValidationCodes.of(() -> new SessionLock(new SessionId("x"), null, null, null, List.of())))
                .containsExactly("lock.fixes-nothing");
        assertThat(ValidationCodes.of(() -> new SessionLock(new SessionId("x"), null, null, "dansk", List.of())))
                .isEmpty();
        var seat = new SeatLock(0, null);
        assertThat(ValidationCodes.of(() -> new SessionLock(
                        new SessionId("x"), null, null, null, List.of(seat, new SeatLock(1, null), seat))))
                .containsExactly("value.twice /seats/2");
        assertThat(ValidationCodes.of(() -> new SeatLock(-1, null))).containsExactly("value.out-of-range /position");
        assertThat(ValidationCodes.of(() -> new SeatLock(99, null))).isEmpty();
        assertThat(ValidationCodes.of(() -> new SeatLock(100, null))).containsExactly("value.out-of-range /position");
    }

    private static List<String> found(Consumer<ProblemDraft> change) {
        return ValidationCodes.of(() -> {
            var parts = new ProblemDraft();
            change.accept(parts);
            parts.make();
        });
    }

    private static Site site(String id) {
        return new Site(new SiteId(id), "Stedet");
    }

    private static Travel way(String from, String to, int minutes) {
        return new Travel(new SiteId(from), new SiteId(to), minutes);
    }

    private static Room room(String id, @Nullable String site) {
        return new Room(
                new RoomId(id),
                "Lokale",
                site == null ? null : new SiteId(site),
                "classroom",
                30,
                Availability.always());
    }

    private static StaffMember staffMember(String id) {
        return new StaffMember(
                new StaffId(id),
                "Anne Holm",
                new TreeSet<>(),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                null);
    }

    private static Student student(
            String id,
            @Nullable String site,
            @Nullable String school,
            @Nullable String classGroup,
            String... wishedWith) {
        return new Student(
                new StudentId(id),
                "Ida Lund",
                site == null ? null : new SiteId(site),
                school == null ? null : new SchoolId(school),
                classGroup == null ? null : new GroupId(classGroup),
                Availability.always(),
                new TreeSet<>(List.of(wishedWith).stream().map(StudentId::new).toList()),
                new TreeSet<>());
    }

    private static Group group(String id, String member) {
        return new Group(
                new GroupId(id), "Klassen", Group.Kind.CLASS, List.of(GroupMember.always(new StudentId(member))));
    }

    private static Lesson lesson(
            String id,
            @Nullable String site,
            @Nullable String room,
            String group,
            String student,
            String staff,
            int... weeks) {
        return new Lesson(
                new LessonId(id),
                "Dansk",
                time(weeks),
                site == null ? null : new SiteId(site),
                room == null ? null : new RoomId(room),
                List.of(new GroupId(group)),
                List.of(new StudentId(student)),
                List.of(new StaffId(staff)));
    }

    private static SessionLock lock(String session, @Nullable String room, String staff, int week) {
        return new SessionLock(
                new SessionId(session),
                time(week),
                room == null ? null : new RoomId(room),
                null,
                List.of(new SeatLock(0, new StaffId(staff))));
    }

    private static MeetingTime time(int... weeks) {
        return new MeetingTime(weeks(weeks), DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(9, 0));
    }

    private static SortedSet<IsoWeek> weeks(int... weeks) {
        var all = new TreeSet<IsoWeek>();
        for (int week : weeks) {
            all.add(new IsoWeek(2026, week));
        }
        return all;
    }

    private static Intervention<?> intervention(String id) {
        return new Intervention<>(new InterventionId(id), "camp", "Lejr", new NoParameters());
    }
}
