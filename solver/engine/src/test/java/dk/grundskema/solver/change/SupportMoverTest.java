package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupportMoverTest {
    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2026-09-07");
    private static final LocalDate SECOND_MONDAY = LocalDate.parse("2026-09-14");
    private static final LocalDate THIRD_MONDAY = LocalDate.parse("2026-09-21");
    private static final SolveLimits STEPS = SolveLimits.ofSteps(20_000);

    private static MeetingTime weekly(DayOfWeek day) {
        return time(day, "08:00", "10:00", 37, 38, 39);
    }

    /** Ane holds a circle on Mondays; the group could also meet on another day. */
    private static ChangedPlan moved(DayOfWeek otherDay, LocalDate... away) throws InterruptedException {
        return moved(
                aScenario()
                        .meeting(aMeeting("circle")
                                .at(weekly(DayOfWeek.MONDAY))
                                .demandedAt(weekly(DayOfWeek.MONDAY), weekly(otherDay))
                                .student("sara")
                                .by("ane")
                                .candidates("ane")),
                away);
    }

    private static ChangedPlan moved(Scenario scenario, LocalDate... away) throws InterruptedException {
        return moved(scenario, Integer.MAX_VALUE, away);
    }

    /** @param tries number of tries of single dates after which time is spent */
    private static ChangedPlan moved(Scenario scenario, int tries, LocalDate... away) throws InterruptedException {
        List<Period> periods = Arrays.stream(away)
                .map(day -> Absence.periods(day.atStartOfDay(), day.plusDays(1).atStartOfDay()))
                .flatMap(Collection::stream)
                .toList();
        var request = new ChangeRequest(
                scenario.problem(),
                scenario.problem()
                        .withStaff(scenario.problem().staff().stream()
                                .map(one -> one.withAvailability(with(one.availability(), periods)))
                                .toList()),
                scenario.timetable(),
                FIRST_MONDAY.atStartOfDay());
        var changer = new PlanChanger(StepLimitedSolves.registry(), request, "hash");
        ChangedPlan least = changer.findLeastChange(STEPS, 1);
        assertThat(least.violations()).as("without support").isNotEmpty();
        var asked = new AtomicInteger();
        return changer.moveSupport(least, least.difference().dates(), () -> asked.incrementAndGet() > tries);
    }

    private static Availability with(Availability availability, List<Period> periods) {
        var except = new ArrayList<>(availability.except());
        except.addAll(periods);
        return new Availability(availability.only(), except);
    }

    private static List<String> dates(ChangedPlan plan) {
        return plan.timetable().meetings().stream()
                .flatMap(one -> one.time().dates().stream()
                        .map(date -> date + " " + one.seats().getFirst().staffId()))
                .sorted()
                .toList();
    }

    @Test
    void meetingThatNobodyHoldsMovesWithinItsWeek() throws InterruptedException {
        ChangedPlan plan = moved(DayOfWeek.WEDNESDAY, SECOND_MONDAY);

        assertThat(dates(plan)).containsExactly("2026-09-07 ane", "2026-09-16 ane", "2026-09-21 ane");
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void meetingIsNotMovedToADayOnWhichItsHolderIsAwayNorToAnotherWeek() throws InterruptedException {
        ChangedPlan plan = moved(DayOfWeek.WEDNESDAY, SECOND_MONDAY, SECOND_MONDAY.plusDays(2));

        assertThat(dates(plan)).containsExactly("2026-09-07 ane", "2026-09-14 null", "2026-09-21 ane");
        assertThat(plan.violations()).isNotEmpty();
    }

    @Test
    void firstTimeThatServesIsTakenThoughManyRoomsAreFreeAtAnother() throws InterruptedException {
        assertThat(dates(moved(withRooms(10), SECOND_MONDAY)))
                .containsExactly("2026-09-07 ane", "2026-09-17 ane", "2026-09-21 ane");
    }

    /** On Wednesdays the student has a lesson, on Thursdays nothing. */
    private static Scenario withRooms(int count) {
        String[] rooms = IntStream.range(0, count).mapToObj(i -> "room-" + i).toArray(String[]::new);
        Scenario scenario = aScenario();
        for (String room : rooms) {
            scenario = scenario.room(aRoom(room));
        }
        return scenario.lesson(aLesson("danish").at(weekly(DayOfWeek.WEDNESDAY)).student("sara"))
                .meeting(aMeeting("circle")
                        .at(weekly(DayOfWeek.MONDAY))
                        .demandedAt(weekly(DayOfWeek.MONDAY), weekly(DayOfWeek.WEDNESDAY), weekly(DayOfWeek.THURSDAY))
                        .student("sara")
                        .by("ane")
                        .candidates("ane")
                        .room("room-0")
                        .rooms(rooms));
    }

    @Test
    void eachDateOfASeriesMovesAndNoneComesBack() throws InterruptedException {
        ChangedPlan plan = moved(DayOfWeek.FRIDAY, SECOND_MONDAY, THIRD_MONDAY);

        assertThat(dates(plan)).containsExactly("2026-09-07 ane", "2026-09-18 ane", "2026-09-25 ane");
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void datesOfASeriesMoveAlikeWithOneTry() throws InterruptedException {
        ChangedPlan plan = moved(withLesson(LocalDate.MAX), 1, SECOND_MONDAY, THIRD_MONDAY);

        assertThat(dates(plan)).containsExactly("2026-09-07 ane", "2026-09-16 ane", "2026-09-23 ane");
    }

    @Test
    void dateThatCannotMoveAlikeIsTriedAlone() throws InterruptedException {
        LocalDate wednesday = THIRD_MONDAY.plusDays(2);

        assertThat(dates(moved(withLesson(wednesday), 2, SECOND_MONDAY, THIRD_MONDAY)))
                .containsExactly("2026-09-07 ane", "2026-09-16 ane", "2026-09-21 null");
        assertThat(dates(moved(withLesson(wednesday), 3, SECOND_MONDAY, THIRD_MONDAY)))
                .containsExactly("2026-09-07 ane", "2026-09-16 ane", "2026-09-24 ane");
    }

    /** A circle on Mondays could also be on Wednesdays and Thursdays; on one date its student has a lesson. */
    private static Scenario withLesson(LocalDate date) {
        Scenario scenario = date.equals(LocalDate.MAX)
                ? aScenario()
                : aScenario()
                        .lesson(aLesson("danish")
                                .at(MeetingTime.on(date, LocalTime.of(8, 0), LocalTime.of(10, 0)))
                                .student("sara"));
        return scenario.meeting(aMeeting("circle")
                .at(weekly(DayOfWeek.MONDAY))
                .demandedAt(weekly(DayOfWeek.MONDAY), weekly(DayOfWeek.WEDNESDAY), weekly(DayOfWeek.THURSDAY))
                .student("sara")
                .by("ane")
                .candidates("ane"));
    }
}
