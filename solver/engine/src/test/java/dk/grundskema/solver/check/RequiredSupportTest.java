package dk.grundskema.solver.check;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.RequiredSupport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The support that a demand gives to the same participants. */
class RequiredSupportTest {
    private static final MeetingTime MONDAY =
            inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
    private static final MeetingTime MONDAY_LATER = inWeeks(time("2026-09-07 13:00-15:00"), "2026-W37", "2026-W38");
    private static final MeetingTime TUESDAY = inWeeks(time("2026-09-08 08:00-10:00"), "2026-W37");

    private static List<RequiredSupport> support(Scenario scenario) {
        return RequiredSupport.of(scenario.demand(), scenario.timetable());
    }

    private static MeetingBuilder lesson(String id) {
        return aMeeting(id).by("anna").group("class");
    }

    private static Scenario school(MeetingBuilder... meetings) {
        Scenario scenario = aScenario().group("class", "s");
        List.of(meetings).forEach(scenario::meeting);
        return scenario;
    }

    @Test
    void meetingsOfTheSameParticipantsAddUpWeekByWeek() {
        assertThat(support(school(lesson("a").at(MONDAY), lesson("b").at(TUESDAY))))
                .extracting(RequiredSupport::amount, one -> one.weeks().size(), RequiredSupport::isWeekly)
                .containsExactly(tuple(4.0, 3, false));
    }

    @Test
    void seriesHasTheWeeksOfTheTimeAtWhichItIsHeld() {
        assertThat(support(school(lesson("a").demandedAt(MONDAY, MONDAY_LATER).at(MONDAY_LATER))))
                .extracting(RequiredSupport::amount)
                .containsExactly(2.0);
        assertThat(support(school(
                        lesson("a").demandedAt(MONDAY, MONDAY_LATER).at(MONDAY).notHeld())))
                .extracting(RequiredSupport::amount)
                .containsExactly(3.0);
    }

    @Test
    void singleMeetingMayBeInAnyWeekOfItsTimes() {
        MeetingTime next = inWeeks(TUESDAY, "2026-W38");

        assertThat(support(school(lesson("a").demandedAt(TUESDAY, next).at(TUESDAY))))
                .extracting(RequiredSupport::amount, one -> one.weeks().size())
                .containsExactly(tuple(1.0, 2));
    }

    @Test
    void meetingsWithoutParticipantsOrStaffAreNoSupport() {
        assertThat(support(school(aMeeting("a").at(MONDAY).by("anna")))).isEmpty();
        assertThat(support(school(aMeeting("a").at(MONDAY).group("class")))).isEmpty();
    }

    @Test
    void groupThatNobodyHasJoinedGetsNone() {
        var red = new Group(new GroupId("red"), "red", Group.Kind.TEAM, List.of());
        Scenario scenario = aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(red),
                        List.of(new StudentId("s")),
                        1,
                        4,
                        true,
                        Map.of(),
                        Map.of()))
                .meeting(aMeeting("a").at(MONDAY).by("anna").group("red").awakeWith("red"));

        assertThat(support(scenario)).isEmpty();
        assertThat(support(scenario.formed("red", "s"))).hasSize(1);
    }
}
