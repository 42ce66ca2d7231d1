package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Possible meetings of some students and the findings about them; the check accepts exactly these meetings. */
class MeetingFrameTest {
    record NoParameters() {}

    private static final InterventionId CAFE = new InterventionId("cafe");
    private static final SetMembers BOTH = members("ida", "ole");

    private static SetMembers members(String... students) {
        return SetMembers.of(Stream.of(students).map(StudentId::new).toList(), one -> weeks(33, 34));
    }

    private static final List<UsableTime> BEFORE_NOON = List.of(
            new UsableTime(new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.of(9, 45), LocalTime.of(11, 15)));

    /** On Mondays at 8 both have Danish and at 9 Maths; Ole is away from 10:30 to 10:45. */
    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .student("ida", "4a", Availability.always())
            .student("ole", "4a", new Availability(List.of(), List.of(period("10:30", "10:45"))))
            .student("eva")
            .group("4a", Group.Kind.CLASS)
            .room("nook", 1)
            .room("hall", 2)
            .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34), "Danish", "4a")
            .inRoom("nook")
            .lesson("mat", time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34), "Maths", "4a")
            .inRoom("hall")
            .build();

    private final CommonTimeFinder common = new CommonTimeFinder(problem, weeks(33, 34), 45);

    private static Period period(String start, String end) {
        return new Period(null, null, new TreeSet<>(), LocalTime.parse(start), LocalTime.parse(end));
    }

    private static MeetingFrame inside(List<String> subjects, String... rooms) {
        return new MeetingFrame("tea", BOTH, MeetingPlacement.INSIDE, subjects, rooms(rooms), List.of());
    }

    private static MeetingFrame outside(String... rooms) {
        return new MeetingFrame("tea", BOTH, MeetingPlacement.OUTSIDE, List.of(), rooms(rooms), BEFORE_NOON);
    }

    private static List<RoomId> rooms(String... ids) {
        return Stream.of(ids).map(RoomId::new).toList();
    }

    private Demand added(MeetingFrame frame, List<StaffId> supervisors) {
        var draft = new DemandBuilder(new Intervention<>(CAFE, "cafe", "Café", new NoParameters()), problem);
        frame.addTo(draft, 2, number -> draft.session("open", "Café", number), problem, common, supervisors);
        return draft.build();
    }

    @Test
    void meetingInsideLessonsHasSuitableLessonsWithLargeEnoughRoomsAndNoSeat() {
        Demand demand = added(inside(List.of()), List.of());

        assertThat(demand.sessions()).extracting(one -> one.id().value()).containsExactly("cafe/open/1", "cafe/open/2");
        Session one = demand.sessions().getFirst();
        assertThat(one.times()).containsExactly(time(DayOfWeek.MONDAY, "09:00", "09:45", 33, 34));
        assertThat(one.inside()).containsExactlyInAnyOrder(new LessonId("dan"), new LessonId("mat"));
        assertThat(one.rooms()).isEmpty();
        assertThat(demand.seats()).isEmpty();
    }

    @Test
    void givenRoomReplacesTheRoomsOfTheLessons() {
        Session one = added(inside(List.of("danish"), "hall", "nook"), List.of())
                .sessions()
                .getFirst();

        assertThat(one.times()).containsExactly(time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34));
        assertThat(one.inside()).containsExactly(new LessonId("dan"));
        assertThat(one.rooms()).isEqualTo(rooms("hall"));
    }

    @Test
    void meetingOutsideLessonsHasALargeEnoughRoomAndASupervisorSeat() {
        Demand demand = added(outside(), List.of());

        Session one = demand.sessions().getFirst();
        assertThat(one.times()).containsExactly(time(DayOfWeek.MONDAY, "09:45", "10:30", 33, 34));
        assertThat(one.rooms()).isEqualTo(rooms("hall"));
        assertThat(one.inside()).isEmpty();
        assertThat(demand.seats()).hasSize(2).allSatisfy(seat -> {
            assertThat(seat.role()).isEqualTo("adult");
            assertThat(seat.required()).isTrue();
            assertThat(seat.candidates()).containsExactly(new StaffId("MH"), new StaffId("LK"));
        });
        assertThat(added(outside(), List.of(new StaffId("LK"))).seats())
                .allSatisfy(seat -> assertThat(seat.candidates()).containsExactly(new StaffId("LK")));
    }

    @Test
    void withoutATimeThereIsNoMeeting() {
        assertThat(added(inside(List.of("Danish")), List.of()).sessions()).isEmpty();
    }

    private List<Finding> found(MeetingFrame frame, int asked) {
        var found = new FindingCollector("cafe", problem);
        frame.check(asked, problem, common, found, "sets/0");
        return found.all();
    }

    @Test
    void enoughTimesHaveNoFindingAndTooFewAreReportedWithChanges() {
        assertThat(found(inside(List.of()), 1)).isEmpty();
        assertThat(found(inside(List.of()), 2))
                .containsExactly(
                        Finding.warning("cafe.few-common-times", "/parameters/sets/0", "tea", 2, 1),
                        Finding.info("cafe.change-room", "/parameters/sets/0", "tea", 2L));
        assertThat(found(inside(List.of("Danish")), 1))
                .startsWith(Finding.error("cafe.no-common-time", "/parameters/sets/0", "tea", 1))
                .hasSize(3);
    }

    @Test
    void tooFewTimesOutsideLessonsAreReportedWithChanges() {
        assertThat(found(outside(), 1)).isEmpty();
        assertThat(found(outside(), 2))
                .containsExactly(
                        Finding.warning("cafe.few-common-times", "/parameters/sets/0", "tea", 2, 1),
                        Finding.info(
                                "cafe.change-usable",
                                "/parameters/sets/0",
                                DayOfWeek.MONDAY,
                                LocalTime.of(7, 15),
                                LocalTime.of(8, 0),
                                2L));
    }

    @Test
    void tooSmallRoomsAndStudentsWithoutLessonsAreReportedAtOnce() {
        var nobody = new MeetingFrame(
                "tea", members("ida", "eva"), MeetingPlacement.INSIDE, List.of(), rooms("nook"), List.of());

        assertThat(found(nobody, 2))
                .containsExactly(
                        Finding.error("cafe.rooms-too-small", "/parameters/sets/0/rooms", "tea", 2),
                        Finding.error("cafe.no-timetable", "/parameters/sets/0", "tea", List.of(new StudentId("eva"))));
    }

    private boolean suits(MeetingFrame frame, MeetingTime time) {
        return new MeetingFrameCheck(problem)
                .suits(
                        new Meeting(
                                new SessionId("cafe/open"),
                                null,
                                Collections.emptySortedSet(),
                                CAFE,
                                "open",
                                "",
                                "Café",
                                "",
                                time.weeks(),
                                time.weekday(),
                                time.start(),
                                time.end(),
                                null,
                                List.of(),
                                List.of(),
                                BOTH.students(),
                                List.of(),
                                List.of(),
                                List.of(),
                                new Workload(true, 100, 0),
                                MeetingLock.NONE),
                        frame);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 08:00, 08:45, true, false",
        "MONDAY, 08:01, 08:46, false, false",
        "MONDAY, 09:00, 09:45, false, false",
        "MONDAY, 09:45, 10:30, false, true",
        "MONDAY, 09:44, 10:29, false, false",
        "MONDAY, 09:46, 10:31, false, false",
        "MONDAY, 10:45, 11:15, false, true",
        "MONDAY, 10:45, 11:16, false, false",
        "MONDAY, 07:00, 07:45, false, false",
        "TUESDAY, 09:45, 10:30, false, false",
        "MONDAY, 22:00, 10:00, false, false"
    })
    void timeIsSuitableInsideLessonsOrInUsableTimeWhenAllAreFree(
            DayOfWeek day, String start, String end, boolean isInside, boolean isOutside) {
        var time = time(day, start, end, 33, 34);

        assertThat(suits(inside(List.of("Danish")), time)).isEqualTo(isInside);
        assertThat(suits(outside(), time)).isEqualTo(isOutside);
    }

    @Test
    void everyTimeOfTheFramePassesTheCheck() {
        for (MeetingFrame frame : List.of(inside(List.of()), inside(List.of("Danish"), "hall"), outside())) {
            assertThat(frame.times(common)).isNotEmpty().allMatch(time -> suits(frame, time));
        }
    }
}
