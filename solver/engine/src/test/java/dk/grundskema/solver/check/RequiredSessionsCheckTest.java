package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.place.SiteId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredSessionsCheckTest {
    private static final String ADULT = "core.missing-adult";
    private static final String UNPLACED = "core.unplaced-session";

    private static Session.Builder guest(String id, String subject, String... hosts) {
        return Session.builder(new SessionId(id), new InterventionId("test"), "subject", subject, new SiteId("home"))
                .subject(subject)
                .hosts(Arrays.stream(hosts).map(SessionId::new).toList());
    }

    @Test
    void everyRequiredSeatThatNobodyFillsCostsOne() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m")
                                .student("s")
                                .asking(true, true, true)
                                .by("anna", null, null))))
                .containsExactly(medium(ADULT, 2, session("m")));
    }

    @Test
    void aSeatThatTheTimetableLeavesOutIsEmpty() {
        assertThat(faults(aScenario().meeting(aMeeting("m").asking(true, true).by("anna"))))
                .containsExactly(medium(ADULT, 1, session("m")));
    }

    @Test
    void anOptionalSeatMayBeEmpty() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").asking(true, false).by("anna"))))
                .isEmpty();
        assertThat(faults(aScenario().meeting(aMeeting("m").student("s").asking(false))))
                .isEmpty();
    }

    @Test
    void studentsWithoutAnyAdultCostThreeMore() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").asking(true, true).by(null, null))))
                .containsExactly(medium(ADULT, 5, session("m")));
        assertThat(faults(aScenario()
                        .group("class", "s")
                        .meeting(aMeeting("m").group("class").asking(true).by((String) null))))
                .containsExactly(medium(ADULT, 4, session("m")));
    }

    @Test
    void optionalAdultCountsAsPresent() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").asking(true, false).by(null, "anna"))))
                .containsExactly(medium(ADULT, 1, session("m")));
    }

    @Test
    void anEmptyMeetingWithoutStudentsCostsItsSeatsAlone() {
        assertThat(faults(aScenario().meeting(aMeeting("m").asking(true, true))))
                .containsExactly(medium(ADULT, 2, session("m")));
    }

    @Test
    void missingAdultOfSeveralWeeksCostsOnce() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m")
                                .at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38"))
                                .asking(true))))
                .containsExactly(medium(ADULT, 1, session("m")));
    }

    @Test
    void seatsAreIdentifiedByPositionNotByDemandedOrder() {
        var sessions = List.of(session("m"));
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").asking(new Boolean[0]).by("anna", null))
                        .seat(new Seat(new SeatId("m#1"), sessions, 1, "adult", false, List.of()))
                        .seat(new Seat(new SeatId("m#0"), sessions, 0, "adult", true, List.of()))))
                .isEmpty();
    }

    @Test
    void filledAdditionalSeatsAreTooMany() {
        assertThat(faults(aScenario().meeting(aMeeting("m").asking(true).by("anna", "bo", null, "carl"))))
                .containsExactly(hard("core.more-staff-than-asked", 2, session("m")));
    }

    @Test
    void additionalAdultDoesNotFillADemandedSeat() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").asking(true).by(null, "bo"))))
                .containsExactly(medium(ADULT, 1, session("m")), hard("core.more-staff-than-asked", 1, session("m")));
    }

    @Test
    void aRequiredSessionThatIsNotHeldIsUnplaced() {
        assertThat(faults(aScenario().meeting(aMeeting("m").notHeld())))
                .containsExactly(medium(UNPLACED, 1, session("m")));
    }

    @Test
    void anOptionalSessionNeedNotBeHeld() {
        assertThat(faults(aScenario().meeting(aMeeting("m").required(false).notHeld())))
                .isEmpty();
    }

    @Test
    void aSessionThatWasSplitByDateIsHeldInItsPartsEachWithItsSeats() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").asking(true).notHeld())
                        .meeting(aMeeting("m+1").partOf("m").by("anna"))
                        .meeting(aMeeting("m+2")
                                .partOf("m")
                                .at("2026-09-14 08:00-10:00")
                                .by((String) null))))
                .containsExactly(medium(ADULT, 1, session("m+2")));
    }

    @Test
    void aGuestIsPlacedWhereAHostCarriesItsTitleSubjectAndForm() {
        assertThat(faults(aScenario()
                        .session(guest("g", "danish", "h1", "h2").form("step").build())
                        .meeting(aMeeting("h1"))
                        .meeting(
                                aMeeting("h2").title("danish").subject("danish").form("step"))))
                .isEmpty();
    }

    @Test
    void aGuestIsUnplacedWhereTheHostDiffersInAnyOfThem() {
        for (var host : List.of(
                aMeeting("h").title("other").subject("danish").form("step"),
                aMeeting("h").title("danish").subject("other").form("step"),
                aMeeting("h").title("danish").subject("danish").form("other"))) {
            assertThat(faults(aScenario()
                            .session(guest("g", "danish", "h").form("step").build())
                            .meeting(host)))
                    .containsExactly(medium(UNPLACED, 1, session("g")));
        }
    }

    @Test
    void aGuestPlacedSomewhereElseThanInItsHostsIsUnplaced() {
        assertThat(faults(aScenario()
                        .session(guest("g", "danish", "h1").build())
                        .meeting(aMeeting("h1"))
                        .meeting(aMeeting("h2").title("danish").subject("danish"))))
                .containsExactly(medium(UNPLACED, 1, session("g")));
    }

    @Test
    void eachHostTakesOneGuest() {
        assertThat(faults(aScenario()
                        .session(guest("g1", "danish", "h1", "h2").build())
                        .session(guest("g2", "danish", "h1", "h2").build())
                        .meeting(aMeeting("h1"))
                        .meeting(aMeeting("h2").title("danish").subject("danish"))))
                .containsExactly(medium(UNPLACED, 1, session("g2")));
    }

    @Test
    void guestMovesToAnotherHostForOneWithoutAlternative() {
        assertThat(faults(aScenario()
                        .session(guest("g1", "danish", "h1", "h2").build())
                        .session(guest("g2", "danish", "h1").build())
                        .meeting(aMeeting("h1").title("danish").subject("danish"))
                        .meeting(aMeeting("h2").title("danish").subject("danish"))))
                .isEmpty();
    }

    @Test
    void anOptionalGuestMayBeLeftOut() {
        assertThat(faults(aScenario()
                        .session(guest("g", "danish", "h").required(false).build())
                        .meeting(aMeeting("h"))))
                .isEmpty();
    }
}
