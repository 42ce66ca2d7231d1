package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandBuilderTest {
    record NoParameters() {}

    private static final StaffId MH = new StaffId("MH");

    private final Intervention<NoParameters> cafe =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters());
    private final DemandBuilder draft = new DemandBuilder(cafe, school().build());

    private Session session(Object... parts) {
        return draft.add(draft.session("open", "Café", parts).at(time(DayOfWeek.MONDAY, "15:00", "16:00", 33)));
    }

    @Test
    void exclusionsNeedTwoSessionsAndNameThemInOrder() {
        Session one = session(1);
        Session two = session(2);
        draft.addOneAtATime("Course", Level.HARD, 1, List.of(one));
        draft.addOneAtATime("Course", Level.MEDIUM, 2, List.of(one, two));
        draft.addOneADayForEach("Shifts", Level.HARD, 1, List.of(two, one));

        assertThat(draft.build().exclusions())
                .containsExactly(
                        new ExclusiveSessions("Course", Kind.SAME_TIME, Level.MEDIUM, 2, List.of(one.id(), two.id())),
                        new ExclusiveSessions(
                                "Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, List.of(two.id(), one.id())));
    }

    @Test
    void idsConsistOfInterventionKindAndParts() {
        session("4A", 1);
        session();

        assertThat(draft.build().sessions())
                .extracting(Session::id)
                .containsExactly(new SessionId("cafe/open/4A/1"), new SessionId("cafe/open"));
        assertThat(DemandBuilder.sessionId(cafe, "open", "4A", 1)).isEqualTo(new SessionId("cafe/open/4A/1"));
        assertThat(draft.build().sessions().getFirst().intervention()).isEqualTo(cafe.id());
        assertThat(draft.build().sessions().getFirst().kind()).isEqualTo("open");
    }

    @Test
    void aSessionIsAtTheFirstSiteUnlessAnotherIsNamed() {
        var hall = draft.sessionAt(new SiteId("hall"), "open", "Café")
                .at(time(DayOfWeek.MONDAY, "15:00", "16:00", 33))
                .build();

        assertThat(session("a").site()).isEqualTo(new SiteId("school"));
        assertThat(hall.site()).isEqualTo(new SiteId("hall"));
    }

    @Test
    void seatHasTheNextPositionInAllItsSessions() {
        Session one = session(1);
        Session two = session(2);

        draft.addSeat("tutor", true, List.of(MH), two);
        draft.addSeat("tutor", true, List.of(MH), List.of(one, two));
        draft.addSeat("helper", false, List.of(), one);

        assertThat(draft.build().seats())
                .containsExactly(
                        new Seat(new SeatId("cafe/open/2#0"), List.of(two.id()), 0, "tutor", true, List.of(MH)),
                        new Seat(
                                new SeatId("cafe/open/1#1"),
                                List.of(one.id(), two.id()),
                                1,
                                "tutor",
                                true,
                                List.of(MH)),
                        new Seat(new SeatId("cafe/open/1#2"), List.of(one.id()), 2, "helper", false, List.of()));
    }

    @Test
    void aSingleSeatIsNoNeighbourhood() {
        Seat one = draft.addSeat("tutor", true, List.of(MH), session(1));
        Seat two = draft.addSeat("tutor", true, List.of(MH), session(2));
        draft.addNeighbourhood("alone", List.of(one));
        draft.addNeighbourhood("both", List.of(one, two));

        assertThat(draft.build().neighbourhoods())
                .containsExactly(new Neighbourhood("cafe/both", List.of(one.id(), two.id()), List.of()));
    }

    @Test
    void tasksAndWorkingTimeRulesAreKept() {
        var cake = LocalDate.of(2026, 8, 12);
        draft.addTask("cake", "Cake", cake, List.of(new StudentId("ida")), MH, "week", 33);
        draft.addTask("cake", "Cake", cake, List.of(), null);
        draft.setWorkRules(MH, WorkRules.defaults());

        var demand = draft.build();
        assertThat(demand.tasks())
                .extracting(task -> task.taskId().value())
                .containsExactly("cafe/cake/week/33", "cafe/cake");
        assertThat(demand.tasks().getFirst().staffId()).isEqualTo(MH);
        assertThat(demand.tasks().getFirst().studentIds()).containsExactly(new StudentId("ida"));
        assertThat(demand.work()).isEqualTo(Map.of(MH, WorkRules.defaults()));
    }

    @Test
    void groupsAreNamedByTheirNumbers() {
        assertThat(DemandBuilder.groupIds(cafe, "team", 2))
                .containsExactly(new GroupId("cafe-team-1"), new GroupId("cafe-team-2"));
    }
}
