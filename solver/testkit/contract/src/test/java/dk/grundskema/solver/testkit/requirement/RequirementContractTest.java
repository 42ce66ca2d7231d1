package dk.grundskema.solver.testkit.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The contract of a bundled plugin: that of every plugin, and that its expansion asks for what its requirements say. Without requirements, only the tests of a
 * plugin's own expansion say whether it asks for the right things.
 *
 * @param <P> record of parameters
 */
public abstract class RequirementContractTest<P extends Record> extends PluginContractTest {
    private static final int PLANS = Integer.getInteger("grundskema.contract.plans", 20);

    /** For subclasses. */
    protected RequirementContractTest() {}

    @Override
    protected abstract InterventionPlugin<P> plugin();

    /** Returns what interventions of the plugin must have. */
    protected abstract Requirements<P> requirements();

    /**
     * A plan can lack meetings that the search found no time for, and the planner can lock a session at another time. Every other difference is an
     * error of the expansion or of the requirements.
     */
    @Test
    void requirementsAcceptEveryMeetingOfAnyPlan() {
        for (Problem problem : problems()) {
            var registry = PluginRegistry.of(List.of(plugin()));
            var checker = new TimetableChecker(registry::find);
            var trial = TrialPlan.of(registry, problem, null);
            for (int plan = 0; plan < PLANS; plan++) {
                Timetable timetable = trial.shuffle(new Random(plan)).timetable("0");
                List<RuleViolation> broken = checker.checkRules(problem, timetable);
                assertThat(requirements().differences(problem, timetable))
                        .filteredOn(fault -> !fault.rule().startsWith("core.required-"))
                        .filteredOn(fault -> broken.stream()
                                .noneMatch(same -> same.rule().equals(fault.rule())
                                        && same.place().equals(fault.place())))
                        .filteredOn(fault -> problem.locks().stream()
                                .noneMatch(lock -> fault.arguments().contains(lock.sessionId())))
                        .filteredOn(fault -> problem.locks().stream() // in all sessions of a locked seat
                                .flatMap(lock -> lock.seats().stream())
                                .noneMatch(seat -> fault.arguments().contains(seat.staffId())))
                        .as("Differences between the demand and the requirements")
                        .isEmpty();
                assertThat(requirements().demandDifferences(plugin(), problem, timetable))
                        .isEmpty();
            }
        }
    }
}
