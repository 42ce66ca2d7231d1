package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SearchContext;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdleReliefRemoverTest {
    private static final SessionId COVER = new SessionId("cover");

    /** Vera teaches a lesson from 9 to 10 that Sub can take; she is on a visit at another time or at the same. */
    private static Scenario visiting(String visit) {
        return visitingAt("home", visit);
    }

    private static Scenario visitingAt(String site, String visit) {
        return aScenario()
                .lesson(aLesson("maths").at("2026-09-07 09:00-10:00").by("vera"))
                .meeting(aMeeting("visit").site(site).at(visit).by("vera"))
                .session(Session.builder(
                                COVER, new InterventionId(Scenario.INTERVENTION), "cover", "Cover", new SiteId("home"))
                        .at(time("2026-09-07 09:00-10:00"))
                        .required(false)
                        .relief(Relief.of(new StaffId("vera"), new LessonId("maths"), IsoWeek.parse("2026-W37")))
                        .build())
                .seat(new Seat(new SeatId("cover#0"), List.of(COVER), 0, "cover", false, List.of(new StaffId("sub"))));
    }

    /** Whether Sub still takes the lesson. */
    private static boolean isKept(Scenario scenario) {
        var blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        var prepared = PreparedPlan.of(StepLimitedSolves.registry(), blueprint, null);
        int[] values = blueprint.decisions().startValues();
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            var one = blueprint.seats().get(seat);
            values[blueprint.decisions().seat(seat)] =
                    blueprint.index().staff().indexOf(one.candidates().getFirst());
        }
        int cover = blueprint
                .decisions()
                .seat(blueprint.seatsOf()[blueprint.index().session().indexOf(COVER)][0]);
        int[] before = values.clone();
        int[] after = new IdleReliefRemover(prepared).removeIdleReliefs(values);
        assertThat(values).isEqualTo(before);
        boolean isKept = after[cover] != Decisions.NONE;
        before[cover] = after[cover];
        assertThat(after).isEqualTo(before);
        var index = new OpenDecisionIndex(blueprint, Set.of());
        var search = new AnnealingSearch(
                new SearchContext(blueprint, prepared.rules(), index),
                values,
                1,
                true,
                (plan, score) -> {},
                moves -> {});
        assertThat(search.best()[cover] != Decisions.NONE)
                .as("the search keeps what the finished plan keeps")
                .isEqualTo(isKept);
        return isKept;
    }

    @Test
    void coverIsRemovedIfTheTeacherCanHoldTheLesson() {
        assertThat(isKept(visiting("2026-09-07 12:00-13:00"))).isFalse();
        assertThat(isKept(visiting("2026-09-07 10:00-11:00"))).isFalse();
    }

    @Test
    void coverIsKeptIfTheTeacherWouldMissAMinuteOfTheLesson() {
        assertThat(isKept(visiting("2026-09-07 09:00-10:00"))).isTrue();
        assertThat(isKept(visiting("2026-09-07 09:59-11:00"))).isTrue();
    }

    @Test
    void lockedCoverIsKept() {
        var locked = visiting("2026-09-07 12:00-13:00")
                .lock(new SessionLock(COVER, null, null, null, List.of(new SeatLock(0, new StaffId("sub")))));
        assertThat(isKept(locked)).isTrue();
    }

    @Test
    void coverIsKeptIfTheTeacherCouldNotTravelInTime() {
        assertThat(isKept(visitingAt("away", "2026-09-07 10:15-11:00").travel("home", "away", 60)))
                .isTrue();
        assertThat(isKept(visitingAt("away", "2026-09-07 12:00-13:00").travel("home", "away", 60)))
                .isFalse();
    }
}
