package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A plan in use is continued from a moment: the past stays, the rest is planned close to it. */
class PlanContinuerTest {
    private static final LocalDateTime SECOND_MONDAY = LocalDateTime.parse("2026-09-14T00:00");

    private static MeetingTime mondays(String start, String end) {
        return time(DayOfWeek.MONDAY, start, end, 37, 38, 39);
    }

    private static MeetingBuilder circle(String holder) {
        return aMeeting("circle").at(mondays("08:00", "10:00")).by(holder);
    }

    private static Scenario withChoir(MeetingBuilder circle) {
        return aScenario()
                .meeting(circle)
                .meeting(
                        aMeeting("choir").at(mondays("12:00", "13:00")).by("bo").candidates("bo"));
    }

    private static List<String> continued(Scenario inUse, Scenario now) throws InterruptedException {
        return continued(inUse.timetable(), now.problem(), SECOND_MONDAY);
    }

    private static List<String> continued(Timetable inUse, Problem now, LocalDateTime moment)
            throws InterruptedException {
        return continued(new SolveRequest(now, "hash", SolveLimits.ofSteps(50), 1, 1, inUse), moment);
    }

    private static List<String> continued(SolveRequest request, LocalDateTime moment) throws InterruptedException {
        Timetable plan = new PlanContinuer(StepLimitedSolves.registry(), request, moment)
                .start(new Planner(StepLimitedSolves.registry()), progress -> {})
                .await();
        return plan.meetings().stream()
                .map(one -> "%s in %s at %s: %s"
                        .formatted(
                                one.sessionId(),
                                one.weeks().stream().map(week -> week.week()).toList(),
                                one.start(),
                                one.seats().getFirst().staffId()))
                .toList();
    }

    @Test
    void whatBeganBeforeTheMomentStaysAndTheRestOfTheSeriesFollowsTheProblem() throws InterruptedException {
        assertThat(continued(
                        withChoir(circle("ane").candidates("ane", "bo")),
                        withChoir(circle("ane").candidates("bo"))))
                .containsExactly(
                        "circle in [37] at 08:00: ane",
                        "choir in [37, 38, 39] at 12:00: bo",
                        "circle@2026-W38 in [38, 39] at 08:00: bo");
    }

    @Test
    void planThatFitsTheProblemStaysAsItIs() throws InterruptedException {
        Scenario inUse = withChoir(circle("ane").candidates("ane", "bo"));

        assertThat(continued(inUse, inUse))
                .containsExactly("circle in [37, 38, 39] at 08:00: ane", "choir in [37, 38, 39] at 12:00: bo");
    }

    @Test
    void seriesMovesFromATimeThatIsNotAskedForAnyMore() throws InterruptedException {
        assertThat(continued(
                        withChoir(circle("ane").candidates("ane")),
                        withChoir(circle("ane")
                                .demandedAt(mondays("10:00", "12:00"))
                                .candidates("ane"))))
                .contains("circle in [37] at 08:00: ane", "circle@2026-W38 in [38, 39] at 10:00: ane");
    }

    @Test
    void continuationOfAContinuationStaysCloseToThePlanInUse() throws InterruptedException {
        Scenario inUse = withChoir(circle("ane").candidates("ane", "bo"));
        Meeting circle = inUse.timetable().meetings().getFirst();
        Timetable found = inUse.timetable()
                .withMeetings(List.of(
                        circle.withWeeks(new TreeSet<>(List.of(week(37))), new TreeSet<>()),
                        circle.withId(new SessionId("circle@2026-W38"), circle.sessionId())
                                .withWeeks(new TreeSet<>(List.of(week(38), week(39))), new TreeSet<>())
                                .withSeats(List.of(new MeetingSeat("tutor", new StaffId("bo"), true, false))),
                        inUse.timetable().meetings().getLast()));

        assertThat(continued(
                        new SolveRequest(
                                inUse.problem(), "hash", SolveLimits.ofSteps(50), 1, 1, inUse.timetable(), found),
                        SECOND_MONDAY))
                .containsExactly("circle in [37, 38, 39] at 08:00: ane", "choir in [37, 38, 39] at 12:00: bo");
    }

    private static Scenario onWednesdays(MeetingTime... asked) {
        MeetingBuilder circle = aMeeting("circle")
                .at(time(DayOfWeek.WEDNESDAY, "08:00", "10:00", 37, 38, 39))
                .by("ane")
                .candidates("ane");
        return aScenario().meeting(asked.length == 0 ? circle : circle.demandedAt(asked));
    }

    @Test
    void onlyThisWeekKeepsItsDateIfTheNewOneIsOver() throws InterruptedException {
        assertThat(continued(
                        onWednesdays().timetable(),
                        onWednesdays(mondays("10:00", "12:00")).problem(),
                        LocalDateTime.parse("2026-09-15T06:40")))
                .containsExactlyInAnyOrder("circle in [37, 38] at 08:00: ane", "circle@2026-W39 in [39] at 10:00: ane");
    }

    @Test
    void thatIsSoBeforeASeriesHasBegunToo() throws InterruptedException {
        assertThat(continued(
                        onWednesdays().timetable(),
                        onWednesdays(mondays("10:00", "12:00")).problem(),
                        LocalDateTime.parse("2026-09-08T06:40")))
                .containsExactlyInAnyOrder("circle in [38, 39] at 10:00: ane", "circle@2026-W37 in [37] at 08:00: ane");
    }

    @Test
    void standInOfAWeekWhoIsAwayByNowLosesItAndTheWeekBeforeStays() throws InterruptedException {
        Scenario scenario = aScenario().meeting(circle("ane").candidates("ane", "bo"));
        Meeting circle = scenario.timetable().meetings().getFirst();
        Timetable inUse = scenario.timetable()
                .withMeetings(List.of(
                        circle.withWeeks(new TreeSet<>(List.of(week(37), week(39))), new TreeSet<>()),
                        circle.withId(new SessionId("circle@2026-W38"), circle.sessionId())
                                .withWeeks(new TreeSet<>(List.of(week(38))), new TreeSet<>())
                                .withSeats(List.of(new MeetingSeat("tutor", new StaffId("bo"), true, false)))));
        Problem away = scenario.problem()
                .withStaff(scenario.problem().staff().stream()
                        .map(one -> one.id().equals(new StaffId("bo"))
                                ? one.withAvailability(new Availability(
                                        List.of(),
                                        Absence.periods(SECOND_MONDAY, LocalDateTime.parse("2026-09-21T00:00"))))
                                : one)
                        .toList());

        assertThat(continued(inUse, scenario.problem(), SECOND_MONDAY))
                .contains("circle@2026-W38 in [38] at 08:00: bo");
        assertThat(continued(inUse, away, SECOND_MONDAY))
                .anyMatch(part -> part.contains("[38]") && part.endsWith("null"))
                .noneMatch(part -> part.endsWith("bo"));
    }
}
