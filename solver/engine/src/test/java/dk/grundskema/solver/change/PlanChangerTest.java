package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Changes of a plan in use at a moment: series are split by date, the past stays, and little else changes. */
class PlanChangerTest {
    private static final SolveLimits STEPS = SolveLimits.ofSteps(20_000);
    private static final LocalDateTime FIRST_MONDAY = LocalDateTime.parse("2026-09-07T00:00");
    private static final LocalDateTime SECOND_MONDAY = LocalDateTime.parse("2026-09-14T00:00");
    private static final LocalDateTime THIRD_MONDAY = LocalDateTime.parse("2026-09-21T00:00");
    private static final LocalDateTime AFTER = LocalDateTime.parse("2026-09-28T00:00");

    private static MeetingTime mondays(String start, String end) {
        return time(DayOfWeek.MONDAY, start, end, 37, 38, 39);
    }

    private static Scenario weekly() {
        return aScenario()
                .room(aRoom("small"))
                .room(aRoom("large"))
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .by("ane")
                        .candidates("ane", "bo", "cai")
                        .room("small")
                        .rooms("small", "large"))
                .meeting(
                        aMeeting("choir").at(mondays("12:00", "13:00")).by("bo").candidates("bo", "cai"));
    }

    private static Problem without(Problem problem, String who, LocalDateTime from, LocalDateTime until) {
        return problem.withStaff(problem.staff().stream()
                .map(one -> one.id().equals(new StaffId(who))
                        ? one.withAvailability(without(one.availability(), Absence.periods(from, until)))
                        : one)
                .toList());
    }

    private static Problem withoutRoom(Problem problem, String room, LocalDateTime from, LocalDateTime until) {
        return problem.withRooms(problem.rooms().stream()
                .map(one -> one.id().value().equals(room)
                        ? new Room(
                                one.id(),
                                one.name(),
                                one.site(),
                                one.kind(),
                                one.capacity(),
                                without(one.availability(), Absence.periods(from, until)))
                        : one)
                .toList());
    }

    private static Availability without(Availability availability, List<Period> periods) {
        var except = new ArrayList<>(availability.except());
        except.addAll(periods);
        return new Availability(availability.only(), except);
    }

    private static ChangeRequest request(Scenario scenario, Problem after, LocalDateTime now) {
        return new ChangeRequest(scenario.problem(), after, scenario.timetable(), now);
    }

    private static ChangedPlan change(ChangeRequest request) throws InterruptedException {
        return new PlanChanger(StepLimitedSolves.registry(), request, "hash").findLeastChange(STEPS, 1);
    }

    private static ChangedPlan change(Scenario scenario, Problem after, LocalDateTime now) throws InterruptedException {
        return change(request(scenario, after, now));
    }

    /** Returns id, origin, weeks, holders and room of the meetings of a session. */
    private static List<String> parts(Timetable timetable, String session) {
        return timetable.meetings().stream()
                .filter(one -> one.origin().equals(new SessionId(session)))
                .map(one -> "%s of %s in %s: %s, %s"
                        .formatted(
                                one.sessionId(),
                                one.originId(),
                                one.weeks().stream().map(week -> week.week()).toList(),
                                one.seats().stream()
                                        .map(seat -> String.valueOf(seat.staffId()))
                                        .toList(),
                                one.roomId()))
                .toList();
    }

    private static List<String> codes(ChangeRequest request) {
        return ChangeValidator.validate(request, PreparedPlan.demands(StepLimitedSolves.registry(), request.after()))
                .stream()
                .map(Finding::code)
                .toList();
    }

    /** A week with a trip has fewer modules than the subjects ask for: what nobody taught then can't be taught any more. */
    @Test
    void subjectThatNoHeldModuleHadStaysWithoutOne() throws InterruptedException {
        Scenario scenario = aScenario()
                .meeting(aMeeting("module")
                        .at("2026-09-07 08:00-10:00")
                        .by("ane")
                        .candidates("ane"))
                .meeting(
                        aMeeting("later").at("2026-09-09 08:00-10:00").by("ane").candidates("ane", "bo"));
        for (String subject : List.of("danish", "maths")) {
            scenario.session(Session.builder(
                            new SessionId("guest-" + subject),
                            new InterventionId(Scenario.INTERVENTION),
                            "module",
                            subject,
                            new SiteId("home"))
                    .subject(subject)
                    .hosts(List.of(new SessionId("module")))
                    .build());
        }
        Problem after = without(
                scenario.problem(),
                "ane",
                LocalDateTime.parse("2026-09-09T00:00"),
                LocalDateTime.parse("2026-09-10T00:00"));

        Timetable afresh = new PlanChanger(
                        StepLimitedSolves.registry(),
                        request(scenario, after, LocalDateTime.parse("2026-09-08T00:00")),
                        "hash")
                .planAfresh(STEPS, 1)
                .timetable();

        assertThat(parts(afresh, "module")).containsExactly("module of null in [37]: [ane], null");
        assertThat(parts(afresh, "later")).containsExactly("later of null in [37]: [bo], null");
    }

    @Test
    void absenceOfOneWeekIsAnotherSeatInThatWeekAndTheSeriesStays() throws InterruptedException {
        Scenario scenario = weekly();
        ChangedPlan plan =
                change(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "circle"))
                .containsExactly(
                        "circle of null in [37, 39]: [ane], small", "circle@2026-W38 of circle in [38]: [bo], small");
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void seatOfASingleDateHasCandidatesAndItsRepairIsProvedToChangeTheFewestDays() throws InterruptedException {
        Scenario scenario = aScenario()
                .meeting(
                        aMeeting("early").at("2026-09-14 08:00-10:00").by("ane").candidates("ane", "bo", "cai"))
                .meeting(aMeeting("late").at("2026-09-14 10:00-12:00").by("ane").candidates("ane", "bo", "cai"));
        var changer = new PlanChanger(
                StepLimitedSolves.registry(),
                request(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY),
                "hash");

        assertThat(changer.seatCandidates())
                .extracting(
                        one -> one.seat().seat().id().value(),
                        one -> one.candidates().size())
                .containsExactly(tuple("early#0", 2), tuple("late#0", 2));
        ChangedPlan plan = changer.findLeastChange(STEPS, 1);
        assertThat(plan.isLeast()).isTrue();
        assertThat(plan.difference().days())
                .filteredOn(one -> !one.staffId().equals(new StaffId("ane")))
                .hasSize(1);
        assertThat(changer.describe(plan.timetable()).isLeast()).isFalse();
    }

    @Test
    void weekOfASeriesHasAStandInAndNothingIsProvedAboutIt() throws InterruptedException {
        Scenario scenario = weekly();
        var changer = new PlanChanger(
                StepLimitedSolves.registry(),
                request(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY),
                "hash");

        assertThat(changer.seatCandidates()).isEmpty();
        assertThat(changer.findLeastChange(STEPS, 1).isLeast()).isFalse();
    }

    /** A day that is opened can bring a further session out of which students may be taken, in the weeks that are over, too. */
    @Test
    void heldMeetingsNameTheSessionsWithinWhichTheyAreDemandedNow() throws InterruptedException {
        Scenario scenario = aScenario()
                .meeting(
                        aMeeting("choir").at(mondays("12:00", "13:00")).by("bo").candidates("bo", "cai"))
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .by("ane")
                        .candidates("ane", "bo")
                        .within("choir"));
        Timetable inUse = scenario.timetable()
                .withMeetings(scenario.timetable().meetings().stream()
                        .map(one -> one.withWithin(List.of()))
                        .toList());
        Problem after = without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY);
        ChangedPlan plan = change(new ChangeRequest(scenario.problem(), after, inUse, SECOND_MONDAY));

        assertThat(plan.timetable().meetings())
                .filteredOn(one -> one.origin().equals(new SessionId("circle")))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.within()).containsExactly(new SessionId("choir")));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void meetingThatNobodyHoldsIsOfferedAtItsOtherTimesWhenItsHolderItsStudentAndItsRoomAreFree()
            throws InterruptedException {
        MeetingTime tuesdays = time(DayOfWeek.TUESDAY, "08:00", "10:00", 37, 38, 39);
        MeetingTime wednesdays = time(DayOfWeek.WEDNESDAY, "08:00", "10:00", 37, 38, 39);
        Scenario scenario = aScenario()
                .room(aRoom("small"))
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .demandedAt(mondays("08:00", "10:00"), tuesdays, wednesdays)
                        .student("sara")
                        .by("ane")
                        .candidates("ane")
                        .room("small")
                        .rooms("small"))
                .meeting(aMeeting("choir")
                        .at(time(DayOfWeek.TUESDAY, "09:00", "11:00", 38))
                        .by("ane")
                        .candidates("ane", "bo"));
        ChangeRequest request = request(
                scenario, without(scenario.problem(), "ane", SECOND_MONDAY, SECOND_MONDAY.plusDays(1)), FIRST_MONDAY);
        var changer = new PlanChanger(StepLimitedSolves.registry(), request, "hash");
        ChangedPlan plan = changer.findLeastChange(STEPS, 1);

        assertThat(changer.findLostSupport(plan.timetable(), plan.difference().dates(), () -> false))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.dates()).containsExactly(LocalDate.parse("2026-09-14"));
                    assertThat(one.places())
                            .extracting(place ->
                                    place.date() + " " + place.start() + " " + place.staff() + " " + place.room())
                            .startsWith("2026-09-16 08:00 [ane] small");
                });
        assertThat(changer.findLostSupport(plan.timetable(), plan.difference().dates(), () -> true))
                .as("there may be others once the time is spent")
                .singleElement()
                .satisfies(one -> assertThat(one.places()).isEmpty())
                .satisfies(one -> assertThat(one.isComplete()).isFalse());
    }

    /** On Mondays and Tuesdays the student misses a lesson, on Wednesdays none. */
    @Test
    void studentsAreExcusedFromTheLessonsOfTheTimeThatIsOffered() throws InterruptedException {
        MeetingTime tuesdays = time(DayOfWeek.TUESDAY, "08:00", "10:00", 37, 38, 39);
        MeetingTime wednesdays = time(DayOfWeek.WEDNESDAY, "08:00", "10:00", 37, 38, 39);
        Scenario scenario = aScenario()
                .lesson(aLesson("danish").at(mondays("08:00", "09:00")).student("sara"))
                .lesson(aLesson("music").at(tuesdays).student("sara"))
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .demandedAt(mondays("08:00", "10:00"), tuesdays, wednesdays)
                        .student("sara")
                        .excuse()
                        .excused("sara")
                        .by("ane")
                        .candidates("ane"));
        ChangeRequest request = request(
                scenario, without(scenario.problem(), "ane", SECOND_MONDAY, SECOND_MONDAY.plusDays(1)), FIRST_MONDAY);
        var changer = new PlanChanger(StepLimitedSolves.registry(), request, "hash");
        ChangedPlan plan = changer.findLeastChange(STEPS, 1);

        assertThat(changer.findLostSupport(plan.timetable(), plan.difference().dates(), () -> false))
                .singleElement()
                .satisfies(one -> assertThat(one.places())
                        .extracting(place -> place.date().toString())
                        .startsWith("2026-09-15", "2026-09-16"));
    }

    /** Bo is at school that day, so that no further day of anybody changes from free to duty; Cai is not. */
    @Test
    void differenceNamesPersonDaysOnceAndNotThoseOfTheSeries() throws InterruptedException {
        Scenario scenario = weekly();
        ChangedPlan plan =
                change(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        LocalDate monday = SECOND_MONDAY.toLocalDate();
        assertThat(plan.difference().days())
                .containsExactly(new PersonDay(new StaffId("ane"), monday), new PersonDay(new StaffId("bo"), monday));
        assertThat(plan.difference().dates()).hasSize(1);
    }

    @Test
    void absenceForGoodChangesTheSeriesFromThenOnAndThePastKeepsItsId() throws InterruptedException {
        Scenario scenario = weekly();
        ChangedPlan plan = change(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, AFTER), SECOND_MONDAY);

        assertThat(parts(plan.timetable(), "circle"))
                .hasSize(2)
                .contains("circle of null in [37]: [ane], small")
                .anyMatch(part -> part.startsWith("circle@2026-W38 of circle in [38, 39]: [")
                        && !part.contains("[ane]")
                        && !part.contains("[null]"));
        assertThat(plan.difference()
                        .countBefore(SECOND_MONDAY, scenario.problem().horizon().zone()))
                .isZero();
    }

    @Test
    void weeksThatNobodyCanTakeTogetherAreTakenOneByOne() throws InterruptedException {
        Scenario scenario = weekly();
        Problem after = without(scenario.problem(), "ane", SECOND_MONDAY, AFTER);
        after = without(after, "bo", SECOND_MONDAY, THIRD_MONDAY);
        after = without(after, "cai", THIRD_MONDAY, AFTER);
        Problem absent = without(after, "ane", FIRST_MONDAY, FIRST_MONDAY.plusMinutes(1));
        ChangedPlan plan = change(scenario, absent, FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "circle"))
                .contains("circle@2026-W38 of circle in [38]: [cai], small")
                .anyMatch(part -> part.contains("of circle in [39]: [bo], small"));
    }

    /** Bo is the only one who can take the circle, and Cai can take what Bo gives away for it. */
    @Test
    void standInGivesTheOwnSeatOfThatWeekToSomebodyElse() throws InterruptedException {
        Scenario scenario = aScenario()
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .by("ane")
                        .candidates("ane", "bo"))
                .meeting(aMeeting("talk").at(mondays("09:00", "10:00")).by("bo").candidates("bo", "cai"));
        ChangedPlan plan =
                change(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "circle"))
                .containsExactly(
                        "circle of null in [37, 39]: [ane], null", "circle@2026-W38 of circle in [38]: [bo], null");
        assertThat(parts(plan.timetable(), "talk"))
                .containsExactly("talk of null in [37, 39]: [bo], null", "talk@2026-W38 of talk in [38]: [cai], null");
        assertThat(plan.violations()).isEmpty();
        assertThat(plan.difference().days())
                .extracting(day -> day.staffId().value())
                .containsExactlyInAnyOrder("ane", "bo", "cai");
    }

    /** Cai is away, too: an exchange would only move the gap. */
    @Test
    void nobodyGivesASeatAwayThatNobodyElseCanTake() throws InterruptedException {
        Scenario scenario = aScenario()
                .meeting(aMeeting("circle")
                        .at(mondays("08:00", "10:00"))
                        .by("ane")
                        .candidates("ane", "bo"))
                .meeting(aMeeting("talk").at(mondays("09:00", "10:00")).by("bo").candidates("bo", "cai"));
        Problem after = without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY);
        ChangedPlan plan = change(scenario, without(after, "cai", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "circle")).contains("circle@2026-W38 of circle in [38]: [null], null");
        assertThat(parts(plan.timetable(), "talk")).containsExactly("talk of null in [37, 38, 39]: [bo], null");
    }

    @Test
    void meetingThatHasBegunStaysEvenIfTheHolderGoesHome() throws InterruptedException {
        Scenario scenario = weekly();
        LocalDateTime now = SECOND_MONDAY.plusHours(9);
        ChangedPlan plan = change(scenario, without(scenario.problem(), "ane", now.plusHours(1), AFTER), now);

        assertThat(parts(plan.timetable(), "circle")).anyMatch(part -> part.contains("[37, 38]: [ane]"));
    }

    @Test
    void lostRoomIsReplacedInItsWeeksOnly() throws InterruptedException {
        Scenario scenario = weekly();
        ChangedPlan plan =
                change(scenario, withoutRoom(scenario.problem(), "small", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "circle"))
                .containsExactly(
                        "circle of null in [37, 39]: [ane], small", "circle@2026-W38 of circle in [38]: [ane], large");
        assertThat(plan.difference().days()).isEmpty();
        assertThat(plan.difference().rooms())
                .containsExactly(new PersonDay(new StaffId("ane"), SECOND_MONDAY.toLocalDate()));
    }

    /** Nobody holds the club, which Cai could; the change asks for a choir besides, which Bo can hold. */
    @Test
    void whatWasOpenBeforeStaysOpenWhereTheChangeAsksForSomethingElse() throws InterruptedException {
        Supplier<Scenario> club = () -> aScenario()
                .meeting(aMeeting("club")
                        .at(mondays("12:00", "13:00"))
                        .by((String) null)
                        .candidates("cai"));
        Scenario withChoir = club.get()
                .meeting(aMeeting("choir")
                        .at(mondays("08:00", "10:00"))
                        .notHeld()
                        .by("bo")
                        .candidates("bo"));
        ChangedPlan plan = change(club.get(), withChoir.problem(), FIRST_MONDAY);

        assertThat(parts(plan.timetable(), "choir")).containsExactly("choir of null in [37, 38, 39]: [bo], null");
        assertThat(parts(plan.timetable(), "club")).containsExactly("club of null in [37, 38, 39]: [null], null");
    }

    @Test
    void changedPlanCanBeChangedAgainAndItsPartsStay() throws InterruptedException {
        Scenario scenario = weekly();
        Problem first = without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY);
        ChangedPlan once = change(scenario, first, FIRST_MONDAY);
        Problem second = without(first, "bo", THIRD_MONDAY, AFTER);
        ChangedPlan twice = change(new ChangeRequest(first, second, once.timetable(), THIRD_MONDAY));

        assertThat(parts(twice.timetable(), "circle")).isEqualTo(parts(once.timetable(), "circle"));
        assertThat(parts(twice.timetable(), "choir")).anyMatch(part -> part.contains("[39]: [cai]"));
    }

    @Test
    void standInOfOneWeekWhoFallsIllIsReplaced() throws InterruptedException {
        Scenario scenario = weekly();
        Problem first = without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY);
        ChangedPlan once = change(scenario, first, FIRST_MONDAY);
        Problem second = without(first, "bo", SECOND_MONDAY, THIRD_MONDAY);
        ChangedPlan twice = change(new ChangeRequest(first, second, once.timetable(), SECOND_MONDAY));

        assertThat(parts(once.timetable(), "circle")).anyMatch(part -> part.contains("[38]: [bo]"));
        assertThat(parts(twice.timetable(), "circle")).anyMatch(part -> part.contains("[38]: [cai]"));
    }

    @Test
    void nothingChangesIfNothingIsLost() throws InterruptedException {
        Scenario scenario = weekly();
        ChangedPlan plan =
                change(scenario, without(scenario.problem(), "cai", SECOND_MONDAY, THIRD_MONDAY), SECOND_MONDAY);

        assertThat(plan.difference().dates()).isEmpty();
        assertThat(plan.timetable().meetings()).isEqualTo(scenario.timetable().meetings());
    }

    @Test
    void partsThatAreAlikeAgainAreOneMeeting() {
        Meeting whole = weekly().timetable().meetings().getFirst();
        Meeting early = whole.inWeeks(week(37)::equals).orElseThrow();

        assertThat(early).isNotNull();
        assertThat(PartJoiner.content(early)).isEqualTo(PartJoiner.content(whole));
        assertThat(early.weeks()).isEqualTo(new TreeSet<>(List.of(week(37))));
    }

    @Test
    void momentBeforeOrAfterThePlanIsReported() {
        Scenario scenario = weekly();

        assertThat(codes(request(scenario, scenario.problem(), FIRST_MONDAY.minusMinutes(1))))
                .containsExactly("change.outside-plan");
        assertThat(codes(request(scenario, scenario.problem(), AFTER))).containsExactly("change.outside-plan");
        assertThat(codes(request(scenario, scenario.problem(), AFTER.minusMinutes(1))))
                .isEmpty();
    }

    @Test
    void lockThatTheChangeContradictsIsNamedWithThePerson() {
        Scenario scenario = weekly().lock(new SessionLock(
                new SessionId("circle"), null, null, null, List.of(new SeatLock(0, new StaffId("ane")))));
        ChangeRequest request =
                request(scenario, without(scenario.problem(), "ane", SECOND_MONDAY, THIRD_MONDAY), FIRST_MONDAY);

        assertThat(ChangeValidator.validate(
                        request, PreparedPlan.demands(StepLimitedSolves.registry(), request.after())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("change.contradicts-seat-lock");
                    assertThat(finding.arguments()).contains(new StaffId("ane"), new SessionId("circle"));
                });
    }

    @Test
    void pastMeetingsNeedTheirPeopleInTheChangedProblem() {
        Scenario scenario = weekly();
        Problem after = scenario.problem()
                .withStaff(scenario.problem().staff().stream()
                        .filter(one -> !one.id().equals(new StaffId("ane")))
                        .toList());

        assertThat(codes(request(scenario, after, SECOND_MONDAY))).contains("change.past-uses-missing");
    }
}
