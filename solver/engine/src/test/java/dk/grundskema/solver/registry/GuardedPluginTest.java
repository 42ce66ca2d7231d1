package dk.grundskema.solver.registry;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.FixtureParameters;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardedPluginTest {
    private static final Scenario SCENARIO =
            aScenario().meeting(aMeeting("one").asking(true).candidates("anna", "bo"));

    private static final Problem PROBLEM = SCENARIO.problem();

    private static final Timetable TIMETABLE = SCENARIO.timetable();

    /** A demand of the intervention {@code test}. */
    private static final Demand DEMAND = demand();

    private static final Intervention<TestPlugin.Parameters> INTERVENTION =
            new Intervention<>(new InterventionId("test"), "walk", "A walk", new TestPlugin.Parameters(1));

    /** A plugin whose answers the tests set. */
    private static final class MisbehavingPlugin extends TestPlugin {
        private Supplier<@Nullable List<Finding>> findings = List::of;
        private Demand demand = DEMAND;
        private List<Rule> rules = List.of();
        private List<RuleViolation> violations = List.of();

        @Override
        public List<Finding> validate(Intervention<Parameters> intervention, Problem problem) {
            return findings.get();
        }

        @Override
        public Demand expand(Intervention<Parameters> intervention, Problem problem) {
            return demand;
        }

        @Override
        public List<Rule> rules(Intervention<Parameters> intervention, Problem problem, Demand demand) {
            return rules;
        }

        @Override
        public List<RuleViolation> check(Intervention<Parameters> intervention, Problem problem, Timetable timetable) {
            return violations;
        }
    }

    private final MisbehavingPlugin inner = new MisbehavingPlugin();
    private final WatchedPlugin watched =
            new WatchedPlugin("walk.jar, version 2", GuardedPluginTest.class.getClassLoader(), 20);
    private final GuardedPlugin<TestPlugin.Parameters> plugin = new GuardedPlugin<>(inner, watched);

    @SuppressWarnings("unchecked")
    private static Demand demand() {
        return new FixturePlugin()
                .expand(
                        (Intervention<FixtureParameters>)
                                PROBLEM.interventions().getFirst(),
                        PROBLEM);
    }

    private static AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(PluginFailedException.class);
    }

    @Test
    void answersOfASoundPluginArePassedOn() {
        var rule = SumRule.sum(inner.ruleTypes().getFirst()).cost((key, total) -> 0);
        inner.rules = List.of(rule);
        inner.violations = List.of(new RuleViolation("walk.too-far", Level.MEDIUM, 1, List.of()));

        assertThat(plugin.validate(INTERVENTION, PROBLEM)).isEmpty();
        assertThat(plugin.expand(INTERVENTION, PROBLEM, List.of())).isSameAs(DEMAND);
        assertThat(plugin.rules(INTERVENTION, PROBLEM, DEMAND))
                .extracting(Rule::type)
                .containsExactly(rule.type());
        assertThat(plugin.check(INTERVENTION, PROBLEM, TIMETABLE)).isEqualTo(inner.violations);
    }

    @Test
    void pluginMethodAndInterventionAreNamedIfItThrows() {
        inner.findings = () -> {
            throw new IllegalStateException("boom in validate");
        };

        assertFails(() -> plugin.validate(INTERVENTION, PROBLEM))
                .hasMessage("The plugin (walk, walk.jar, version 2) failed in validate for the intervention (test): "
                        + "java.lang.IllegalStateException: boom in validate.")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void errorsOfItsClassesAndEndlessRecursionAreItsFailuresToo() {
        inner.findings = () -> {
            throw new NoSuchMethodError("Session.newer()");
        };
        assertFails(() -> plugin.validate(INTERVENTION, PROBLEM)).hasMessageContaining("Session.newer()");

        inner.findings = () -> plugin.plugin().validate(INTERVENTION, PROBLEM);
        assertFails(() -> plugin.validate(INTERVENTION, PROBLEM)).hasMessageContaining("StackOverflowError");
    }

    @Test
    void nothingAsAnAnswerIsItsFailure() {
        inner.findings = () -> null;

        assertFails(() -> plugin.validate(INTERVENTION, PROBLEM)).hasMessageContaining("It returned null.");
    }

    @Test
    void sessionsForAnotherInterventionAreRefused() {
        var other = new Intervention<>(new InterventionId("trip"), "walk", "A walk", new TestPlugin.Parameters(1));

        assertFails(() -> plugin.expand(other, PROBLEM, List.of()))
                .hasMessageContaining("is for another intervention (test)");
    }

    @Test
    void equalIdsAreRefused() {
        List<Session> twice = new ArrayList<>(DEMAND.sessions());
        twice.addAll(DEMAND.sessions());
        inner.demand = withParts(twice, DEMAND.seats());
        assertFails(() -> plugin.expand(INTERVENTION, PROBLEM)).hasMessageContaining("Two sessions have the id (");

        List<Seat> seats = new ArrayList<>(DEMAND.seats());
        seats.addAll(DEMAND.seats());
        inner.demand = withParts(DEMAND.sessions(), seats);
        assertFails(() -> plugin.expand(INTERVENTION, PROBLEM)).hasMessageContaining("Two seats have the id (");
    }

    @Test
    void seatsOfUnknownSessionsAreRefused() {
        inner.demand = withParts(List.of(), DEMAND.seats());

        assertFails(() -> plugin.expand(INTERVENTION, PROBLEM))
                .hasMessageContaining("is of a session that the demand does not have");
    }

    private static Demand withParts(List<Session> sessions, List<Seat> seats) {
        return new Demand(sessions, seats, List.of(), List.of(), List.of(), Map.of());
    }

    @Test
    void rulesThatItDoesNotDeclareAreRefused() {
        inner.rules = List.of(
                SumRule.sum(RuleType.soft("camp.too-far", 3, RuleType.OURS)).cost((key, total) -> 0));
        inner.violations = List.of(new RuleViolation("core.person-in-two-places", Level.HARD, 1, List.of()));

        assertFails(() -> plugin.rules(INTERVENTION, PROBLEM, DEMAND))
                .hasMessageContaining("do not declare (camp.too-far)");
        assertFails(() -> plugin.check(INTERVENTION, PROBLEM, TIMETABLE))
                .hasMessageContaining("do not declare (core.person-in-two-places)");
    }

    @Test
    void aPluginThatIsNotCalledAgainStillHasItsTexts() {
        watched.callNoMore("It took too much memory.");

        assertThat(plugin.texts(Locale.of("da")).getString("type.name")).isEqualTo("Walk da");
        assertThat(plugin.texts(Locale.ENGLISH).getString("type.name")).isEqualTo("Walk en");
        assertThat(plugin.reasonNotCalled()).contains("It took too much memory.");
        assertFails(() -> plugin.validate(INTERVENTION, PROBLEM))
                .hasMessageContainingAll("walk.jar, version 2", "in validate", "It took too much memory.");
        assertFails(() -> plugin.expand(INTERVENTION, PROBLEM)).hasMessageContaining("in expand");
    }
}
