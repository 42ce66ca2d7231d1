package dk.grundskema.solver.testkit.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The contract of a bundled plugin: that of every plugin, and that its expansion asks for what its requirements say. Without requirements, only the tests of a
 * plugin's own expansion say whether it asks for the right things.
 *
 * @param <P> record of parameters
 */
public abstract class RequirementContractTest<P extends Record> extends PluginContractTest {
    private static final int PLANS = Integer.getInteger("grundskema.contract.plans", 20);
    private static final int STEPS = 2000;

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

    /** A plan in which every session has a time lacks nothing that is required, so that an expansion that asks for too little is found, too. */
    @Test
    void planInWhichEverySessionHasATimeHasAllThatIsRequired() throws InterruptedException {
        var planner = new Planner(PluginRegistry.of(List.of(plugin())));
        int complete = 0;
        for (Problem problem : problems()) {
            var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null);
            Timetable timetable = planner.start(request, progress -> {}).await();
            if (planner.demands(problem).stream().allMatch(demand -> hasAllSessions(timetable, demand))) {
                complete++;
                assertThat(requirements().differences(problem, timetable))
                        .filteredOn(fault -> fault.rule().startsWith("core.required-"))
                        .isEmpty();
            }
        }
        assertThat(complete).as("problems with a complete plan").isPositive();
    }

    private static boolean hasAllSessions(Timetable timetable, Demand demand) {
        Set<SessionId> held = timetable.meetings().stream().map(Meeting::origin).collect(Collectors.toSet());
        Set<GroupId> joined = timetable.groups().stream()
                .filter(group -> !group.members().isEmpty())
                .map(GroupMembers::id)
                .collect(Collectors.toSet());
        return demand.sessions().stream()
                .filter(session -> !session.isGuest() && session.relief() == null)
                .filter(session -> session.awakeWith() == null || joined.contains(session.awakeWith()))
                .allMatch(session -> held.contains(session.id()));
    }
}
