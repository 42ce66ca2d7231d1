package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.FixtureParameters;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exception in a plugin ends the solve at once with a message that names the plugin. */
@Timeout(120)
class FailingRulesTest {
    static final RuleType BROKEN = RuleType.soft("fixture.broken", 1, RuleType.OURS);

    /** The fixture plugin with an additional rule, or with an expansion that throws. */
    record FailingPlugin(boolean expands, Function<Demand, Rule> rule)
            implements InterventionPlugin<FixtureParameters> {
        private static final FixturePlugin GOOD = new FixturePlugin();

        @Override
        public InterventionType type() {
            return GOOD.type();
        }

        @Override
        public Class<FixtureParameters> parameterType() {
            return GOOD.parameterType();
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new dk.grundskema.solver.fixture.RandomPlugin().texts(locale);
        }

        @Override
        public List<Finding> validate(Intervention<FixtureParameters> intervention, Problem problem) {
            return List.of();
        }

        @Override
        public Demand expand(Intervention<FixtureParameters> intervention, Problem problem) {
            if (!expands) {
                throw new ArithmeticException("too much");
            }
            return GOOD.expand(intervention, problem);
        }

        @Override
        public List<RuleType> ruleTypes() {
            return List.of(BROKEN);
        }

        @Override
        public List<Rule> rules(Intervention<FixtureParameters> intervention, Problem problem, Demand demand) {
            return List.of(rule.apply(demand));
        }

        @Override
        public List<Finding> precheck(Intervention<FixtureParameters> intervention, Problem problem, Demand demand) {
            return List.of();
        }

        @Override
        public List<RuleViolation> check(
                Intervention<FixtureParameters> intervention, Problem problem, Timetable timetable) {
            return List.of();
        }
    }

    private static Timetable solve(FailingPlugin plugin) throws InterruptedException {
        return solve(plugin, Integer.MAX_VALUE);
    }

    private static Timetable solve(FailingPlugin plugin, int steps) throws InterruptedException {
        Problem problem = aScenario()
                .meeting(aMeeting("one").asking(true).candidates("anna", "bo", "cilla"))
                .meeting(aMeeting("two").asking(true).candidates("anna", "bo", "cilla"))
                .problem();
        return new Planner(PluginRegistry.of(List.of(plugin)))
                .start(StepLimitedSolves.request(problem, steps, 1, 2, null), StepLimitedSolves.NOBODY)
                .await();
    }

    private static long fails() {
        throw new UnsupportedOperationException("not like this");
    }

    @Test
    void ruleWhoseCostThrowsAtTheStartIsNamed() {
        var slip = new FailingPlugin(
                true, demand -> perSession(BROKEN, demand.sessions(), (scope, view, charge) -> charge.add(fails())));

        assertThatThrownBy(() -> solve(slip))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("fixture.broken", "not like this");
    }

    @Test
    void ruleWhoseCostThrowsDuringTheSearchIsNamedAndTheOtherSearchEnds() {
        var calls = new AtomicLong();
        var slip = new FailingPlugin(
                true,
                demand -> timeline(BROKEN, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
                    if (calls.incrementAndGet() > 40) {
                        charge.add(fails());
                    }
                    charge.add(duties.size());
                }));

        assertThatThrownBy(() -> solve(slip))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("fixture.broken", "not like this");
    }

    @Test
    void ruleWhoseTermThrowsIsNamed() {
        var slip = new FailingPlugin(
                true,
                demand -> sum(BROKEN)
                        .overSeats((seat, session, time, holder, entries) -> entries.add("key", fails()))
                        .cost((key, total) -> total));

        assertThatThrownBy(() -> solve(slip)).hasMessageContainingAll("fixture.broken", "not like this");
    }

    @Test
    void ruleWhosePriceThrowsIsNamed() {
        var slip = new FailingPlugin(
                true, demand -> sum(BROKEN).initialTotal("key", 1).cost((key, total) -> fails()));

        assertThatThrownBy(() -> solve(slip)).hasMessageContainingAll("fixture.broken", "not like this");
    }

    @Test
    void pluginAndInterventionWhoseExpansionThrowsAreNamed() {
        var slip = new FailingPlugin(false, demand -> sum(BROKEN).cost((key, total) -> 0));

        assertThatThrownBy(() -> solve(slip))
                .isInstanceOf(PluginFailedException.class)
                .hasMessageContainingAll("fixture", "expand", "test", "too much");
    }

    @Test
    void pluginWhoseRulesCannotBeCreatedIsNamed() {
        var slip = new FailingPlugin(true, demand -> {
            throw new ArithmeticException("no rules today");
        });

        assertThatThrownBy(() -> solve(slip))
                .isInstanceOf(PluginFailedException.class)
                .hasMessageContainingAll("fixture", "rules", "no rules today");
    }

    /** Somebody has nothing to do in any plan, which a rule that is only asked about duties near each other overlooks. */
    @Test
    void ruleThatSeesMoreThanItDeclaresEndsTheSolve() {
        var blind = new FailingPlugin(
                true,
                demand -> timeline(
                                BROKEN,
                                Owner.STAFF,
                                Window.HORIZON,
                                (duties, charge) -> charge.add(duties.size() == 0 ? 1 : 0))
                        .withVisibility(owner -> DutyVisibility.nearby(0)));

        assertThatThrownBy(() -> solve(blind, 100)).hasMessageContainingAll("fixture.broken", "Its hints are false");
    }
}
