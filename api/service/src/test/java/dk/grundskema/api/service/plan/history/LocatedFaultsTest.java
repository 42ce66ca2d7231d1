package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class LocatedFaultsTest {
    private static OpenSeat seat(int position) {
        var time = new MeetingTime(
                new TreeSet<>(List.of(IsoWeek.parse("2026-W50"))),
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(10, 0));
        return new OpenSeat(new SessionId("s"), "Trip", position, "teacher", time);
    }

    @Test
    void openSeatThatIsNoFaultWasAccepted() {
        var violation = new RuleViolation(PlanFault.MISSING_ADULT, Level.MEDIUM, 1, List.of(new SessionId("s")));
        var fault = new LocatedFault("a-1", new PlanFault(1, Part.OPEN_SEATS, violation, seat(0)), List.of());
        var faults = new LocatedFaults(List.of(fault), List.of(violation), List.of(seat(0), seat(1)));
        assertThat(faults.acceptedSeats()).containsExactly(seat(1));
        assertThat(faults.and(LocatedFaults.NONE).acceptedSeats()).containsExactly(seat(1));
    }
}
