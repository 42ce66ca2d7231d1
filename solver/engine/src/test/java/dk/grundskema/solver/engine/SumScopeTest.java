package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.engine.FailingRulesTest.FailingPlugin;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.SumRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which sessions the terms of a sum see, when it is compiled and when it is evaluated from scratch. */
class SumScopeTest {
    private static final InterventionId OTHER = new InterventionId("other-0");

    /** An intervention with a session of one seat, and another with one. */
    private static Scenario twoInterventions() {
        var id = new SessionId("b");
        Session session = Session.builder(id, OTHER, "meeting", "B", new SiteId("home"))
                .at(time("2026-09-08 09:00-10:00"))
                .build();
        var seat = new Seat(new SeatId("b#0"), List.of(id), 0, "adult", true, List.of(new StaffId("anna")));
        return aScenario()
                .meeting(aMeeting("a").at("2026-09-07 09:00-10:00").by("anna"))
                .otherIntervention(
                        new Demand(List.of(session), List.of(seat), List.of(), List.of(), List.of(), Map.of()));
    }

    /** Returns the interventions whose sessions were seen, by the intervention that has the rule. */
    private static Map<String, Set<String>> seen(UnaryOperator<SumRule.Builder> change) {
        var seen = new TreeMap<String, Set<String>>();
        var plugin = new FailingPlugin(true, demand -> {
            var sessions = seen.computeIfAbsent(
                    demand.sessions().getFirst().intervention().value(), any -> new TreeSet<>());
            return change.apply(SumRule.sum(FailingRulesTest.BROKEN)
                            .overSeats((seat, session, time, holder, amounts) ->
                                    sessions.add("seat of " + session.intervention()))
                            .overPlacements((session, time, host, amounts) ->
                                    sessions.add("placement of " + session.intervention())))
                    .cost((key, total) -> 0);
        });
        PreparedPlan prepared = PreparedPlan.of(
                PluginRegistry.of(List.of(plugin)), twoInterventions().problem(), null);
        assertThat(seen.values()).as("while the rules are compiled").allMatch(some -> !some.isEmpty());
        var compiled = new TreeMap<>(seen);
        compiled.replaceAll((any, some) -> new TreeSet<>(some));
        PlanEvaluation.of(prepared.rules(), prepared.blueprint().decisions().startValues());
        assertThat(seen).as("from scratch the same").isEqualTo(compiled);
        return seen;
    }

    @Test
    void aSumSeesTheSessionsOfItsOwnIntervention() {
        assertThat(seen(rule -> rule))
                .containsExactly(
                        Map.entry(OTHER.value(), Set.of("placement of other-0", "seat of other-0")),
                        Map.entry("test", Set.of("placement of test", "seat of test")));
    }

    @Test
    void aSumOverAllInterventionsSeesThoseOfAll() {
        var all =
                new TreeSet<>(List.of("placement of other-0", "placement of test", "seat of other-0", "seat of test"));
        assertThat(seen(SumRule.Builder::overAllInterventions))
                .containsExactly(Map.entry(OTHER.value(), all), Map.entry("test", all));
    }
}
