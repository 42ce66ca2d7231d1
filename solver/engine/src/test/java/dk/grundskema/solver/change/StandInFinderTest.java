package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is free on the days on which a weekly meeting lacks somebody. */
class StandInFinderTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-09-07");
    private static final MeetingTime TIME = time(DayOfWeek.MONDAY, "08:00", "09:00", 37, 38);

    private static Period on(LocalDate day) {
        return new Period(day, day, new TreeSet<>(), null, null);
    }

    /** Returns a plugin whose seats are open to those who are available in all weeks of the plan, as those of series are. */
    private static InterventionPlugin<?> available() {
        var fixture = new FixturePlugin();
        return (InterventionPlugin<?>) Proxy.newProxyInstance(
                InterventionPlugin.class.getClassLoader(),
                new Class<?>[] {InterventionPlugin.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(fixture, arguments);
                    return method.getName().equals("expand")
                            ? withAvailable((Demand) result, (Problem) arguments[1])
                            : result;
                });
    }

    private static Demand withAvailable(Demand demand, Problem problem) {
        return new Demand(
                demand.sessions(),
                demand.seats().stream()
                        .map(seat -> new Seat(
                                seat.id(),
                                seat.sessions(),
                                seat.position(),
                                seat.role(),
                                seat.required(),
                                seat.candidates().stream()
                                        .filter(who -> problem.staffMember(who)
                                                .orElseThrow()
                                                .availability()
                                                .except()
                                                .isEmpty())
                                        .toList()))
                        .toList(),
                demand.groupings(),
                demand.neighbourhoods(),
                demand.tasks(),
                demand.work());
    }

    /** Bo is away from the choir on the first Monday. */
    private static List<OpenDays> openDays(Scenario scenario) {
        var bo = new Absence(
                new StaffId("bo"), FIRST.atStartOfDay(), FIRST.plusDays(1).atStartOfDay());
        return AbsenceTrial.of(
                        PluginRegistry.of(List.of(available())),
                        scenario.problem(),
                        scenario.timetable(),
                        FIRST.atStartOfDay(),
                        bo)
                .changer()
                .openDays();
    }

    private static Scenario choir(String... candidates) {
        return aScenario().meeting(aMeeting("choir").at(TIME).by("bo").candidates(candidates));
    }

    @Test
    void whoIsAwayOrTeachesOrHasADutyThenIsNotFree() {
        Scenario busy = choir("bo", "away", "teacher", "other", "free")
                .staff(aStaffMember("away").except(on(FIRST)))
                .staff(aStaffMember("teacher"))
                .staff(aStaffMember("other"))
                .staff(aStaffMember("free"))
                .lesson(aLesson("maths").at("2026-09-07 08:30-09:30").by("teacher"))
                .meeting(aMeeting("chess").at("2026-09-07 08:45-09:30").by("other"));

        assertThat(openDays(busy))
                .extracting(OpenDays::dates, OpenDays::free)
                .containsExactly(tuple(List.of(FIRST), List.of(new StaffId("free"))));
    }

    /** Eva can't come in the second week, so that she is no candidate of the series, and her chess is no part of what the absence concerns. */
    @Test
    void whoHasADutyThatTheAbsenceDoesNotConcernIsNotFree() {
        Scenario two = choir("bo", "eva", "free")
                .staff(aStaffMember("eva").except(on(FIRST.plusWeeks(1))))
                .staff(aStaffMember("free"))
                .otherIntervention(aScenario().demand())
                .meeting(aMeeting("chess")
                        .at("2026-09-07 08:30-09:30")
                        .by("eva")
                        .claimingIntervention("other-0")
                        .notDemanded());

        assertThat(openDays(two)).extracting(OpenDays::free).containsExactly(List.of(new StaffId("free")));
    }
}
