package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CapacityPrecheckTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    private static List<Finding> findings(Scenario scenario) {
        return new CapacityPrecheck().precheck(scenario.problem(), scenario.demands());
    }

    private static WorkRules rules(Integer day, Integer week, int average, int weeks) {
        return new WorkRules(11, 35, null, day, week, average, weeks, LocalTime.of(17, 0));
    }

    /** A number of required seats at a time with their candidates. */
    private static MeetingBuilder need(String id, String at, int seats, String... people) {
        var required = new Boolean[seats];
        Arrays.fill(required, true);
        return aMeeting(id).at(at).asking(required).candidates(people);
    }

    private static Finding dayShort(LocalDate date, long wanted, long given, long people, long each) {
        return Finding.warning(
                "precheck.day-short", "/staff", List.of(date), wanted, given, wanted - given, people, each);
    }

    private static Finding momentShort(String start, String end, LocalDate date, long wanted, long given) {
        return Finding.warning(
                "precheck.moment-short",
                "/staff",
                LocalTime.parse(start),
                LocalTime.parse(end),
                List.of(date),
                wanted,
                given,
                wanted - given);
    }

    @Test
    void exactlyEnoughPeopleAreNoFinding() {
        assertThat(findings(aScenario()
                        .meeting(need("m", "2026-09-07 08:00-10:00", 2, "anna", "bo"))
                        .meeting(need("n", "2026-09-07 10:00-12:00", 2, "anna", "bo"))))
                .isEmpty();
    }

    @Test
    void tooManySimultaneousSeatsAreReportedForTheHourAndTheDay() {
        assertThat(findings(aScenario().meeting(need("m", "2026-09-07 08:00-10:00", 3, "anna", "bo"))))
                .containsExactly(dayShort(MONDAY, 3, 2, 1, 1), momentShort("08:00", "10:00", MONDAY, 3, 2));
    }

    @Test
    void absentTeachingAndUnsuitablePeopleDoNotCount() {
        assertThat(findings(aScenario()
                        .staff(aStaffMember("away").except(period("2026-09-07 09:59-12:00")))
                        .staff(aStaffMember("stranger"))
                        .lesson(aLesson("l").at("2026-09-07 07:00-08:01").by("teacher"))
                        .meeting(need("m", "2026-09-07 08:00-10:00", 2, "away", "teacher", "anna"))))
                .containsExactly(dayShort(MONDAY, 2, 1, 1, 1), momentShort("08:00", "10:00", MONDAY, 2, 1));
    }

    @Test
    void personAvailableFromTheStartingMinuteCounts() {
        assertThat(findings(aScenario()
                        .staff(aStaffMember("away").except(period("2026-09-07 10:00-12:00")))
                        .lesson(aLesson("l").at("2026-09-07 07:00-08:00").by("teacher"))
                        .meeting(need("m", "2026-09-07 08:00-10:00", 2, "away", "teacher"))))
                .isEmpty();
    }

    @Test
    void partlyOverlappingSessionsNeedDifferentPeople() {
        assertThat(findings(aScenario()
                        .meeting(need("m", "2026-09-07 08:00-10:00", 1, "anna"))
                        .meeting(need("n", "2026-09-07 09:30-11:00", 1, "anna"))))
                .containsExactly(dayShort(MONDAY, 2, 1, 1, 1), momentShort("09:30", "11:00", MONDAY, 2, 1));
    }

    @Test
    void sessionsWithinOthersAndStandbyAreCountedSeparately() {
        assertThat(findings(aScenario()
                        .meeting(need("talk", "2026-09-07 08:30-09:00", 1, "anna")
                                .within("quiet"))
                        .meeting(need("quiet", "2026-09-07 08:00-10:00", 1, "anna"))
                        .meeting(need("home", "2026-09-07 16:00-07:00", 1, "anna")
                                .work(false))))
                .isEmpty();
        assertThat(findings(aScenario()
                        .meeting(need("home", "2026-09-07 16:00-07:00", 2, "anna")
                                .work(false))))
                .containsExactly(momentShort("16:00", "07:00", MONDAY, 2, 1));
    }

    @Test
    void hoursOfADayLimitItsCapacity() {
        var scenario = aScenario()
                .work(rules(4, null, 168, 52))
                .meeting(need("a", "2026-09-07 08:00-10:00", 1, "anna"))
                .meeting(need("b", "2026-09-07 10:00-12:00", 1, "anna"));
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.meeting(need("c", "2026-09-07 12:00-12:01", 1, "anna"))))
                .containsExactly(Finding.warning(
                        "precheck.day-short-or-end", "/staff", List.of(MONDAY), 3L, 2L, 1L, 1L, 1L, LocalTime.NOON));
    }

    @Test
    void preparationAndLessonsUseHours() {
        assertThat(findings(aScenario()
                        .work(rules(4, null, 168, 52))
                        .lesson(aLesson("l").at("2026-09-07 14:00-15:00").by("anna"))
                        .meeting(need("a", "2026-09-07 08:00-10:00", 1, "anna"))
                        .meeting(need("b", "2026-09-07 10:00-11:00", 1, "anna").preparation(1))))
                .containsExactly(dayShort(MONDAY, 2, 1, 1, 1));
    }

    @Test
    void missingHoursAreReportedEvenIfSeatsCanBeFilled() {
        // Two people may work four hours each; nine hours are needed, in seats that each could fill twice.
        assertThat(findings(aScenario()
                        .work(rules(4, null, 168, 52))
                        .meeting(need("short", "2026-09-07 08:00-09:00", 1, "anna", "bo"))
                        .meeting(need("long1", "2026-09-07 09:00-13:00", 1, "anna", "bo"))
                        .meeting(need("long2", "2026-09-07 13:00-17:00", 1, "anna", "bo"))))
                .containsExactly(Finding.warning(
                        "precheck.day-short-or-end",
                        "/staff",
                        List.of(MONDAY),
                        3L,
                        2L,
                        1L,
                        1L,
                        1L,
                        LocalTime.of(13, 0)));
    }

    @Test
    void nobodyCanWorkFromMorningToLateEvening() {
        var scenario = aScenario()
                .work(rules(null, null, 168, 52))
                .meeting(need("early", "2026-09-07 08:00-09:00", 1, "anna"))
                .meeting(need("noon", "2026-09-07 12:00-13:00", 1, "anna"));
        assertThat(findings(scenario.meeting(need("late", "2026-09-07 20:00-21:00", 1, "anna"))))
                .isEmpty();
        assertThat(findings(scenario.meeting(need("later", "2026-09-07 21:00-21:01", 1, "anna"))))
                .extracting("code")
                .containsExactly("precheck.day-short-or-end");
    }

    @Test
    void restWithinADayBeginsANewDutyPeriod() {
        assertThat(findings(aScenario()
                        .work(rules(null, null, 168, 52))
                        .meeting(need("night", "2026-09-07 00:00-02:00", 1, "anna"))
                        .meeting(need("day", "2026-09-07 13:00-20:00", 1, "anna"))))
                .isEmpty();
        assertThat(findings(aScenario()
                        .work(rules(null, null, 168, 52))
                        .meeting(need("night", "2026-09-07 00:00-02:01", 1, "anna"))
                        .meeting(need("day", "2026-09-07 13:00-20:00", 1, "anna"))))
                .containsExactly(dayShort(MONDAY, 2, 1, 1, 1));
    }

    @Test
    void agreedShortRestBeginsANewDutyPeriod() {
        var agreed =
                new WorkRules(11, 35, new AgreedShortRest(8, 1, "The union"), null, null, 168, 52, LocalTime.of(17, 0));
        assertThat(findings(aScenario()
                        .work(agreed)
                        .meeting(need("night", "2026-09-07 00:00-02:00", 1, "anna"))
                        .meeting(need("day", "2026-09-07 10:00-20:00", 1, "anna"))))
                .isEmpty();
        assertThat(findings(aScenario()
                        .work(agreed)
                        .meeting(need("night", "2026-09-07 00:00-02:01", 1, "anna"))
                        .meeting(need("day", "2026-09-07 10:00-20:00", 1, "anna"))))
                .hasSize(1);
    }

    @Test
    void dutyLongerThanAnyDayLimitIsReported() {
        assertThat(findings(aScenario()
                        .work(rules(null, null, 168, 52))
                        .meeting(need("m", "2026-09-07 08:00-21:01", 1, "anna"))))
                .containsExactly(Finding.warning(
                        "precheck.day-short-despite-more-staff", "/staff", List.of(MONDAY), 1L, 0L, 1L));
    }

    @Test
    void equalShortagesOfSeveralDaysAreOneFinding() {
        var mondays = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W39");
        var dates = List.of(MONDAY, LocalDate.parse("2026-09-21"));
        assertThat(findings(aScenario()
                        .meeting(need("m", "2026-09-07 08:00-10:00", 2, "anna").at(mondays))))
                .containsExactly(
                        Finding.warning("precheck.day-short", "/staff", dates, 2L, 1L, 1L, 1L, 1L),
                        Finding.warning(
                                "precheck.moment-short",
                                "/staff",
                                LocalTime.of(8, 0),
                                LocalTime.of(10, 0),
                                dates,
                                2L,
                                1L,
                                1L));
    }

    @Test
    void missingHoursAreSharedByAdditionalPeople() {
        // Three people are needed at once, twice, and one is there; each additional person can do both.
        assertThat(findings(aScenario()
                                .meeting(need("m", "2026-09-07 08:00-10:00", 3, "anna"))
                                .meeting(need("n", "2026-09-07 10:00-12:00", 3, "anna")))
                        .getFirst())
                .isEqualTo(dayShort(MONDAY, 6, 2, 2, 2));
    }

    @Test
    void limitOfAWeekAppliesToTheSumOfItsDays() {
        var scenario = aScenario()
                .work(rules(null, 4, 168, 52))
                .meeting(need("a", "2026-09-07 08:00-10:00", 1, "anna"))
                .meeting(need("b", "2026-09-08 08:00-10:00", 1, "anna"));
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.meeting(need("c", "2026-09-09 08:00-08:01", 1, "anna"))))
                .containsExactly(Finding.warning("precheck.week-short", "/staff", 37, 3L, 2L, 1L, 1L, 1L));
    }

    @Test
    void nobodyWorksAllSevenDays() {
        var scenario = aScenario();
        for (int day = 7; day <= 12; day++) {
            scenario.meeting(need("m" + day, "2026-09-%02d 08:00-16:00".formatted(day), 1, "anna"));
        }
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.meeting(need("m13", "2026-09-13 08:00-16:00", 1, "anna"))))
                .containsExactly(Finding.warning("precheck.week-short", "/staff", 37, 7L, 6L, 1L, 1L, 1L));
    }

    @Test
    void thirtyFiveFreeHoursNeedNotBeACalendarDay() {
        var scenario = aScenario();
        for (int day = 7; day <= 11; day++) {
            scenario.meeting(need("m" + day, "2026-09-%02d 08:00-16:00".formatted(day), 1, "anna"));
        }
        assertThat(findings(scenario.meeting(need("m12", "2026-09-12 06:00-10:00", 1, "anna"))
                        .meeting(need("m13", "2026-09-13 21:00-23:00", 1, "anna"))))
                .isEmpty();
    }

    @Test
    void limitOfTheReferencePeriodAppliesToAllWeeks() {
        var scenario = aScenario()
                .work(rules(null, null, 1, 4))
                .meeting(need("a", "2026-09-07 08:00-10:00", 1, "anna"))
                .meeting(need("b", "2026-09-14 08:00-10:00", 1, "anna"));
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.meeting(need("c", "2026-09-21 08:00-09:00", 1, "anna"))))
                .containsExactly(Finding.warning("precheck.all-short", "/staff", 3, 3L, 2L, 1L, 1L, 1L));
    }

    @Test
    void planOfSeveralReferencePeriodsHasTheHoursOfAll() {
        var scenario = aScenario()
                .work(rules(null, null, 2, 2))
                .meeting(need("a", "2026-09-07 08:00-12:00", 1, "anna"))
                .meeting(need("b", "2026-09-21 08:00-12:00", 1, "anna"));
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.meeting(need("c", "2026-09-22 08:00-09:00", 1, "anna"))))
                .extracting(Finding::code)
                .containsExactly("precheck.all-short");
    }

    @Test
    void optionalSeatsAndSessionsAreNotNeeded() {
        assertThat(findings(aScenario()
                        .meeting(aMeeting("m").asking(false, false).candidates("anna"))
                        .meeting(need("n", "2026-09-07 08:00-10:00", 2, "anna").required(false))))
                .isEmpty();
    }

    @Test
    void lockMakesAPersonSuitableAndALockedEmptySeatIsNotNeeded() {
        assertThat(findings(aScenario()
                        .staff(aStaffMember("bo"))
                        .meeting(need("m", "2026-09-07 08:00-10:00", 3, "anna"))
                        .lock(new SessionLock(
                                new SessionId("m"),
                                null,
                                null,
                                null,
                                List.of(new SeatLock(0, new StaffId("bo")), new SeatLock(2, null))))))
                .isEmpty();
    }

    @Test
    void lockedTimeIsTheOnlyTime() {
        assertThat(findings(aScenario()
                        .meeting(need("m", "2026-09-07 08:00-10:00", 1, "anna"))
                        .meeting(need("n", "2026-09-07 10:00-12:00", 1, "anna"))
                        .lock(new SessionLock(
                                new SessionId("n"), time("2026-09-07 08:00-10:00"), null, null, List.of()))))
                .containsExactly(
                        Finding.warning("precheck.short-by-locks", "/locks", 1L, 1, List.of(new SessionId("n")), 0));
    }

    @Test
    void simultaneousRoomsAreComparedWithSuitableFreeRooms() {
        var scenario = aScenario()
                .room(aRoom("r"))
                .room(aRoom("x").except(period("2026-09-07 09:59-12:00")))
                .room(aRoom("y"))
                .lesson(aLesson("l").at("2026-09-07 07:00-08:01").room("y"))
                .meeting(aMeeting("m").rooms("r", "x", "y"))
                .meeting(aMeeting("n").at("2026-09-07 09:00-10:00").rooms("r", "x"));
        assertThat(findings(scenario))
                .containsExactly(Finding.warning(
                        "precheck.rooms-short",
                        "/rooms",
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0),
                        List.of(MONDAY),
                        2,
                        1L,
                        1L,
                        1,
                        List.of(new RoomId("x"))));
        assertThat(texts("en").sentenceOf(findings(scenario).getFirst()))
                .contains("1 short. Not available then: x. Add");
        assertThat(findings(scenario.room(aRoom("x")))).isEmpty();
    }

    @Test
    void groupLargerThanAnyRoomIsReportedOnceForAllSessions() {
        assertThat(findings(aScenario()
                        .room(aRoom("r").capacity(2))
                        .group("class", "s", "t", "u")
                        .meeting(aMeeting("m").rooms("r").group("class"))
                        .meeting(aMeeting("n").rooms("r").group("class").at("2026-09-08 08:00-10:00"))))
                .containsExactly(Finding.warning("precheck.room-too-small", "/rooms", new SessionId("m"), 2, 3, 2));
        assertThat(findings(aScenario()
                        .room(aRoom("r").capacity(3))
                        .group("class", "s", "t", "u")
                        .meeting(aMeeting("m").rooms("r").group("class"))))
                .isEmpty();
        assertThat(findings(aScenario()
                        .room(aRoom("r").capacity(3))
                        .group("class", "s", "t", "u")
                        .meeting(aMeeting("m").rooms("r").group("class").attendance(2))))
                .containsExactly(Finding.warning("precheck.room-too-small", "/rooms", new SessionId("m"), 1, 5, 3));
    }

    @Test
    void aGroupToBeFormedHasAtLeastItsSmallestSize() {
        var teams = List.of(new Group(new GroupId("a"), "A", Group.Kind.TEAM, List.of()));
        assertThat(findings(aScenario()
                        .room(aRoom("r").capacity(2))
                        .grouping(3, 5, teams, "s", "t", "u")
                        .meeting(aMeeting("m").rooms("r").group("a"))))
                .containsExactly(Finding.warning("precheck.room-too-small", "/rooms", new SessionId("m"), 1, 3, 2));
    }

    @Test
    void groupsThatMeetTogetherNeedPlacesForAllOfTheirStudents() {
        var teams = List.of(
                new Group(new GroupId("a"), "A", Group.Kind.TEAM, List.of()),
                new Group(new GroupId("b"), "B", Group.Kind.TEAM, List.of()),
                new Group(new GroupId("c"), "C", Group.Kind.TEAM, List.of()));
        String[] students = {"s", "t", "u", "v", "w", "x", "y"};
        assertThat(findings(aScenario()
                        .room(aRoom("hall").capacity(6))
                        .grouping(1, 3, teams, students)
                        .meeting(aMeeting("lunch").rooms("hall").group("a", "b", "c"))))
                .containsExactly(Finding.warning("precheck.room-too-small", "/rooms", new SessionId("lunch"), 1, 7, 6));
        assertThat(findings(aScenario()
                        .room(aRoom("hall").capacity(7))
                        .grouping(1, 3, teams, students)
                        .meeting(aMeeting("lunch").rooms("hall").group("a", "b", "c"))))
                .isEmpty();
        // two of three teams of at most three: at least four of the seven
        assertThat(findings(aScenario()
                        .room(aRoom("hall").capacity(3))
                        .grouping(1, 3, teams, students)
                        .meeting(aMeeting("lunch").rooms("hall").group("a", "b"))))
                .containsExactly(Finding.warning("precheck.room-too-small", "/rooms", new SessionId("lunch"), 1, 4, 3));
        assertThat(findings(aScenario()
                        .room(aRoom("hall").capacity(4))
                        .grouping(1, 3, teams, students)
                        .meeting(aMeeting("early").rooms("hall").group("a", "b"))
                        .meeting(aMeeting("late").rooms("hall").group("c").at("2026-09-08 08:00-10:00"))))
                .isEmpty();
        // more students than places in teams: the teams are too full, the hall for all of their places is not too small
        assertThat(findings(aScenario()
                        .room(aRoom("hall").capacity(6))
                        .grouping(1, 2, teams, students)
                        .meeting(aMeeting("lunch").rooms("hall").group("a", "b", "c"))))
                .extracting(Finding::code)
                .containsExactly("precheck.groups-too-full");
        // groups that may stay empty need not have all students
        assertThat(findings(mayStayEmpty(3, Map.of(), "s", "t", "u", "v")
                        .room(aRoom("hall").capacity(3))
                        .meeting(aMeeting("lunch").rooms("hall").group("a", "b"))))
                .isEmpty();
    }

    /** All three who may join the module are locked to something else at that time; it needs two, so to unlock one is not enough. */
    @Test
    void locksThatCauseAShortageOnlyTogetherAreNamedWithoutBlamingOne() {
        var scenario = aScenario()
                .meeting(need("module", "2026-09-07 08:00-10:00", 2, "anna", "bo", "carl"))
                .meeting(need("talk", "2026-09-07 08:00-09:00", 1, "bo", "dina"))
                .meeting(need("walk", "2026-09-07 08:00-09:00", 1, "carl", "dina"))
                .meeting(need("swim", "2026-09-07 08:00-09:00", 1, "anna", "erik"));
        for (String[] lock : new String[][] {{"talk", "bo"}, {"walk", "carl"}, {"swim", "anna"}}) {
            scenario.lock(new SessionLock(
                    new SessionId(lock[0]), null, null, null, List.of(new SeatLock(0, new StaffId(lock[1])))));
        }
        Finding shortage = findings(scenario).getFirst();
        assertThat(shortage)
                .isEqualTo(Finding.warning(
                        "precheck.short-by-locks",
                        "/locks",
                        2L,
                        0,
                        List.of(new SessionId("talk"), new SessionId("walk"), new SessionId("swim")),
                        0));
        assertThat(texts("en").sentenceOf(shortage)).contains("The cause is one or more of the locks of: ");
    }

    /** Bo is locked to a talk while two adults are needed elsewhere. Three people are enough for all of it, but only Bo and Anna may join the module. */
    @Test
    void lockThatCausesAShortageIsNamedInsteadOfAskingForPeople() {
        var scenario = aScenario()
                .meeting(need("module", "2026-09-07 08:00-10:00", 2, "anna", "bo"))
                .meeting(need("talk", "2026-09-07 08:00-09:00", 1, "bo", "carl"))
                .meeting(need("walk", "2026-09-08 08:00-09:00", 1, "bo", "carl"));
        var free =
                new SessionLock(new SessionId("walk"), null, null, null, List.of(new SeatLock(0, new StaffId("bo"))));
        var harmful =
                new SessionLock(new SessionId("talk"), null, null, null, List.of(new SeatLock(0, new StaffId("bo"))));
        assertThat(findings(scenario.lock(free))).isEmpty();

        List<Finding> shortages = findings(scenario.lock(harmful));
        assertThat(shortages)
                .containsExactly(
                        Finding.warning("precheck.short-by-locks", "/locks", 1L, 1, List.of(new SessionId("talk")), 0));
        assertThat(texts("en").sentenceOf(shortages.getFirst()))
                .isEqualTo(
                        "At least 1 seat cannot be filled because of locks; without locks, this counting finds no shortage."
                                + " The cause is the lock of: talk. Unlock it, or lock somebody else.");
    }

    @Test
    void lockedRoomIsTheOnlyRoom() {
        assertThat(findings(aScenario()
                        .meeting(aMeeting("m").rooms("r"))
                        .meeting(aMeeting("n").rooms("r", "x"))
                        .lock(new SessionLock(new SessionId("n"), null, new RoomId("r"), null, List.of()))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("precheck.rooms-short"))
                .satisfies(
                        finding -> assertThat(texts("en").sentenceOf(finding)).contains("1 short. Add"));
    }

    @Test
    void studentsBeyondTheCapacityOfGroupsAreReported() {
        var teams = List.of(
                new Group(new GroupId("a"), "A", Group.Kind.TEAM, List.of()),
                new Group(new GroupId("b"), "B", Group.Kind.TEAM, List.of()));
        assertThat(findings(aScenario().grouping(0, 1, teams, "s", "t"))).isEmpty();
        assertThat(findings(aScenario().grouping(0, 1, teams, "s", "t", "u")))
                .containsExactly(Finding.warning("precheck.groups-too-full", "/students", 3, 2, 1));
        assertThat(findings(aScenario().grouping(2, 5, teams, "s", "t", "u")))
                .containsExactly(Finding.warning("precheck.groups-too-empty", "/students", 3, 2, 2));
    }

    private static Scenario mayStayEmpty(int largest, Map<StudentId, List<GroupId>> choices, String... students) {
        return aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(
                                new Group(new GroupId("a"), "A", Group.Kind.TEAM, List.of()),
                                new Group(new GroupId("b"), "B", Group.Kind.TEAM, List.of())),
                        Arrays.stream(students).map(StudentId::new).toList(),
                        2,
                        largest,
                        true,
                        choices,
                        Map.of()));
    }

    @Test
    void optionalGroupsAreNeverTooManyButMayBeTooFew() {
        assertThat(findings(mayStayEmpty(2, Map.of(), "s"))).isEmpty();
        assertThat(findings(mayStayEmpty(2, Map.of(), "s", "t", "u", "v", "w")))
                .containsExactly(Finding.warning("precheck.groups-too-full", "/students", 5, 2, 2));
    }

    @Test
    void studentsWhoCanOnlyJoinFullGroupsAreCounted() {
        var onlyA = List.of(new GroupId("a"));
        Map<StudentId, List<GroupId>> choices =
                Map.of(new StudentId("s"), onlyA, new StudentId("t"), onlyA, new StudentId("u"), onlyA);
        assertThat(findings(mayStayEmpty(3, choices, "s", "t", "u", "v"))).isEmpty();
        assertThat(findings(mayStayEmpty(2, choices, "s", "t", "u", "v")))
                .containsExactly(Finding.warning("precheck.groups-no-place", "/students", 4, 3L, 1L));
    }

    @Test
    void sleepingSessionsNeedNeitherPeopleNorRooms() {
        Scenario asleep = mayStayEmpty(2, Map.of(), "s", "t")
                .meeting(need("m", "2026-09-07 08:00-10:00", 2, "anna").awakeWith("a"))
                .room(aRoom("r").capacity(1))
                .meeting(aMeeting("n").rooms("r").group("a").student("s", "t").awakeWith("a"));
        assertThat(findings(asleep)).isEmpty();
        assertThat(findings(aScenario().meeting(need("m", "2026-09-07 08:00-10:00", 2, "anna"))))
                .isNotEmpty();
    }

    @Test
    void findingsStateFiguresAndRemedies() {
        var finding = findings(aScenario().meeting(need("m", "2026-09-07 08:00-10:00", 3, "anna")))
                .getFirst();
        assertThat(texts("da").sentenceOf(finding))
                .isEqualTo(
                        "Der skal bruges 3 vagter på dagen (mandag 7. september), men personalet kan inden for planens regler højst dække 1: der mangler 2."
                                + " Det kræver mindst 2 personer mere den dag, hver med én vagt; om det er nok, vides ikke.");
        assertThat(texts("en").sentenceOf(finding))
                .isEqualTo(
                        "Monday 7 September: the day needs 3 staff-modules; within the rules of this plan the team can give 1: 2 short."
                                + " At least 2 more people that day are needed for that, with one staff-module each; whether that is enough is not known.");
    }

    private static Texts texts(String language) {
        var bundle = ResourceBundle.getBundle(
                "dk.grundskema.solver.registry.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Texts(Locale.of(language), List.of(bundle), named -> named);
    }

    private static Scenario aMeetingADay(WorkRules work, String... days) {
        var scenario = aScenario().work(work);
        for (String day : days) {
            scenario.meeting(need("m" + day, "2026-09-" + day + " 08:00-09:00", 1, "anna"));
        }
        return scenario;
    }

    @Test
    void freeDatesLimitTheDatesThatAPersonCanTake() {
        var work = rules(null, null, 168, 17).withDateLimits(null, null, new FreeDates(2, Level.HARD));

        assertThat(findings(aMeetingADay(work, "07", "08", "09", "10", "11"))).isEmpty();
        assertThat(findings(aMeetingADay(work, "07", "08", "09", "10", "11", "12")))
                .containsExactly(Finding.warning("precheck.week-short", "/staff", 37, 6L, 5L, 1L, 1L, 1L));
    }

    @Test
    void longestDayLimitsTheMeetingsThatAPersonCanTake() {
        var work = rules(null, null, 168, 17).withDateLimits(new DutyLimit(480, Level.HARD), null, null);
        MeetingBuilder morning = need("m", "2026-09-07 08:00-09:00", 1, "anna");

        assertThat(findings(aScenario()
                        .work(work)
                        .meeting(morning)
                        .meeting(need("n", "2026-09-07 15:00-16:00", 1, "anna"))))
                .isEmpty();
        assertThat(findings(aScenario()
                        .work(work)
                        .meeting(morning)
                        .meeting(need("n", "2026-09-07 15:01-16:01", 1, "anna"))))
                .containsExactly(dayShort(MONDAY, 2, 1, 1, 1));
    }

    /** Late on Monday and early on Tuesday, then a free time: without the rest, one person could have all three. */
    private static Scenario lateThenEarly(int restMinutes, Level level) {
        var work = rules(null, null, 168, 17).withDateLimits(null, new DutyLimit(restMinutes, level), null);
        return aScenario()
                .work(work)
                .meeting(need("late", "2026-09-07 19:00-20:00", 1, "anna"))
                .meeting(need("early", "2026-09-08 08:00-09:00", 1, "anna"))
                .meeting(need("noon", "2026-09-09 12:00-13:00", 1, "anna"));
    }

    @Test
    void restBetweenDatesLimitsTheDatesThatAPersonCanTake() {
        assertThat(findings(lateThenEarly(12 * 60, Level.HARD))).isEmpty();
        assertThat(findings(lateThenEarly(12 * 60 + 1, Level.HARD)))
                .containsExactly(Finding.warning("precheck.week-short", "/staff", 37, 3L, 2L, 1L, 1L, 1L));
        assertThat(findings(lateThenEarly(12 * 60 + 1, Level.MEDIUM))).isEmpty();
    }

    @Test
    void restBetweenDatesDoesNotCountForPeopleWithLessons() {
        assertThat(findings(lateThenEarly(12 * 60 + 1, Level.HARD)
                        .lesson(aLesson("l").at("2026-09-10 08:00-09:00").by("anna"))))
                .isEmpty();
    }
}
