package dk.grundskema.examples.studycafe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
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
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A plugin of an outside author keeps the contract, and its sessions find time, room and tutor. */
class StudyCafeContractTest extends PluginContractTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W37");

    @Override
    protected InterventionPlugin<?> plugin() {
        return new StudyCafePlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(problem(2, "MONDAY TUESDAY", "ea"), problem(3, "MONDAY TUESDAY", "ea"), lockedToOneDay());
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(problem(2, "MONDAY TUESDAY", "nobody"), problem(2, "", "ea"));
    }

    private static Problem problem(int timesAWeek, String weekdays, String student) {
        return problem(timesAWeek, weekdays, student, List.of());
    }

    /** Two cafés on one day, one of them with a tutor who lacks the skill. */
    private static Problem lockedToOneDay() {
        var weeks = new TreeSet<>(List.of(WEEK, WEEK.plus(1)));
        return problem(
                2,
                "MONDAY TUESDAY",
                "ea",
                List.of(
                        lock("help/cafe-1", new MeetingTime(weeks, DayOfWeek.MONDAY, time(14), time(15)), "dan"),
                        lock("help/cafe-2", new MeetingTime(weeks, DayOfWeek.MONDAY, time(15), time(16)), "ann")));
    }

    private static SessionLock lock(String session, MeetingTime time, String tutor) {
        return new SessionLock(new SessionId(session), time, null, null, List.of(new SeatLock(0, new StaffId(tutor))));
    }

    private static LocalTime time(int hour) {
        return LocalTime.of(hour, 0);
    }

    private static Problem problem(int timesAWeek, String weekdays, String student, List<SessionLock> locks) {
        var days = new TreeSet<DayOfWeek>();
        for (String day : weekdays.isEmpty() ? new String[0] : weekdays.split(" ")) {
            days.add(DayOfWeek.valueOf(day));
        }
        var cafe = new StudyCafeParameters(
                timesAWeek,
                days,
                new TreeSet<>(List.of(time(14), time(15))),
                60,
                "classroom",
                "danish",
                List.of(new StudentId(student)));
        return new Problem(
                Problem.VERSION,
                "Help with homework",
                Language.EN,
                new Horizon(WEEK, 2, ZoneId.of("Europe/Copenhagen"), new TreeSet<>()),
                List.of(new Site(new SiteId("school"), "The school")),
                List.of(),
                List.of(
                        new Room(new RoomId("r1"), "Room 1", null, "classroom", 10, Availability.always()),
                        new Room(new RoomId("r2"), "Room 2", null, "classroom", 10, Availability.always())),
                List.of(),
                List.of(person("ann", "danish"), person("bo", "danish"), person("dan", "music")),
                List.of(new Student(
                        new StudentId("ea"),
                        "Ea Holm",
                        null,
                        null,
                        Availability.always(),
                        new TreeSet<>(),
                        new TreeSet<>())),
                List.of(),
                List.of(new Lesson(
                        new LessonId("sports"),
                        "Sports",
                        new MeetingTime(new TreeSet<>(List.of(WEEK)), DayOfWeek.TUESDAY, time(14), time(15)),
                        null,
                        null,
                        List.of(),
                        List.of(new StudentId("ea")),
                        List.of(new StaffId("bo")))),
                WorkRules.defaults(),
                List.of(new Intervention<>(new InterventionId("help"), "study-cafe", "Study café", cafe)),
                locks,
                List.of(),
                new TreeMap<>());
    }

    private static StaffMember person(String id, String skill) {
        return new StaffMember(
                new StaffId(id),
                "Person " + id,
                new TreeSet<>(List.of(skill)),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void cafesFindTwoDaysBesideTheLessonsAndOneTutor() throws InterruptedException {
        Problem problem = problem(2, "MONDAY TUESDAY", "ea");
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(500), 1, 1, null);
        Timetable plan = new Planner(PluginRegistry.of(List.of(new StudyCafePlugin())))
                .start(request, progress -> {})
                .await();

        assertThat(plan.score().isWithoutFault()).isTrue();
        assertThat(plan.meetings())
                .extracting(Meeting::weekday)
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(plan.meetings())
                .filteredOn(one -> one.weekday() == DayOfWeek.TUESDAY)
                .extracting(Meeting::start)
                .containsExactly(time(15));
        assertThat(plan.meetings()).allMatch(one -> one.roomId() != null);
        assertThat(plan.meetings().stream().flatMap(one -> one.seats().stream()).map(seat -> seat.staffId()))
                .hasSize(2);
    }

    @Test
    void lockedCafesAreChargedAsTheContractSays() throws InterruptedException {
        var request = new SolveRequest(lockedToOneDay(), "0", SolveLimits.ofSteps(100), 1, 1, null);
        Timetable plan = new Planner(PluginRegistry.of(List.of(new StudyCafePlugin())))
                .start(request, progress -> {})
                .await();

        assertThat(plan.rules())
                .filteredOn(rule -> rule.id().startsWith("study-cafe") && rule.penalty() > 0)
                .extracting("id", "penalty")
                .contains(
                        org.assertj.core.api.Assertions.tuple("study-cafe.twice-a-day", 1L),
                        org.assertj.core.api.Assertions.tuple("study-cafe.unqualified-tutor", 1L));
    }

    @Test
    void whatFallsShortIsCountedWeekByWeekAndTutorByTutor() {
        var bench = RuleBench.of(new StudyCafePlugin(), problem(2, "MONDAY TUESDAY", "ea"));
        var cafe = bench.time(
                        "help/cafe-1",
                        new MeetingTime(new TreeSet<>(List.of(WEEK)), DayOfWeek.MONDAY, time(14), time(15)))
                .timetable();

        assertThat(bench.fidelity(cafe).getFirst().asks())
                .containsExactly(
                        Ask.counted(
                                "study-cafe.ask.every-week",
                                Origin.ours(),
                                "times",
                                4,
                                List.of(
                                        new Place(List.of(WEEK), 1, Reason.of("study-cafe.why.no-time")),
                                        new Place(List.of(WEEK.plus(1)), 2, Reason.of("study-cafe.why.no-time"))),
                                2),
                        Ask.counted(
                                "study-cafe.ask.tutor",
                                Origin.ours(),
                                "times",
                                1,
                                List.of(Place.at(Reason.of("study-cafe.why.nobody"), new SessionId("help/cafe-1")))));
    }
}
