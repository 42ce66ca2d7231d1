package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.bound.WishBound;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lower bounds of the examples' wishes: above 0 where promised, and never above the cost of a plan that a solve finds. */
class WishBoundExamplesTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();

    private static Problem problem(String example) {
        return switch (PLANNING.readProblem(Path.of(example, "problem.json"))) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    private static Timetable solve(Problem problem, long steps) throws InterruptedException {
        return PLANNING.startSolve(
                        new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), 1, 1, null), progress -> {})
                .await();
    }

    /** @param largestGap largest gap that the bound must reach; 1 means that a bound of 0 will do */
    @ParameterizedTest
    @CsvSource({
        "camp-3-weeks, 3000, 0.75",
        "camp-autumn-clocks, 3000, 0.95",
        "school-12-classes, 3000, 0.35",
        "guide-all-five, 1000, 0.7",
        "camp-4-weeks-overnight, 1000, 1",
        "camp-too-few-staff, 1000, 1"
    })
    @Tag("examples")
    void boundIsNotAboveTheCostOfTheSolvedPlan(String example, long steps, double largestGap)
            throws InterruptedException {
        Problem problem = problem(example);
        Timetable plan = solve(problem, steps);

        // Empty would mean that the bound is above the cost.
        WishBound bound = PLANNING.boundWishes(problem, plan).orElseThrow();

        assertThat(bound.cost()).isEqualTo(-plan.score().soft());
        assertThat(bound.lowerBound()).isBetween(0L, bound.cost());
        if (largestGap < 1) {
            assertThat(bound.gap()).isNotNull().isLessThanOrEqualTo(largestGap);
        }
    }

    @Tag("examples")
    @ParameterizedTest
    @CsvSource({"2, REQUIREMENT", "4, OFF", "3, GUIDELINE"})
    void boundHoldsForSeveralTutorsOfAGroup(int tutors, String oneADay, @TempDir Path folder) throws Exception {
        Problem problem = changed(
                "small-groups",
                "(\"mostGroups\":)",
                "\"tutorsPerGroup\": %d, \"oneSessionADay\": \"%s\", $1".formatted(tutors, oneADay),
                folder);

        assertBoundHolds(problem, 5_000, 1);
    }

    /** @param least what the bound must reach; without costs of unused hours nothing is proved */
    @ParameterizedTest
    @CsvSource({"REQUIREMENT, false, 1", "GUIDELINE, false, 1", "WISH, false, 1", "REQUIREMENT, true, 0"})
    @Tag("examples")
    void boundHoldsForLimitsOfClasses(String strength, boolean costBeyond, long least, @TempDir Path folder)
            throws Exception {
        String limits =
                "\"freeCoTeachers\": 2, \"leastLessonsADay\": 1, \"mostLessonsADay\": 3, \"costBeyondMinimum\": "
                        + costBeyond;
        Problem problem = changed(
                "school-12-classes",
                "(\"need\": \\d+)",
                "$1, \"limits\": {%s, \"lessonsADay\": \"%s\"}".formatted(limits, strength),
                folder);

        assertBoundHolds(problem, 3_000, least);
    }

    private static Problem changed(String example, String place, String text, Path folder) throws IOException {
        String file = Files.readString(Path.of(example, "problem.json"));
        String changed = file.replaceAll(place, text);
        assertThat(changed).isNotEqualTo(file);
        Files.writeString(folder.resolve("problem.json"), changed);
        return problem(folder.toString());
    }

    private static void assertBoundHolds(Problem problem, long steps, long least) throws InterruptedException {
        Timetable plan = solve(problem, steps);

        // Empty would mean that the bound is above the cost.
        WishBound bound = PLANNING.boundWishes(problem, plan).orElseThrow();

        assertThat(bound.cost()).isEqualTo(-plan.score().soft());
        assertThat(bound.lowerBound()).isBetween(least, bound.cost());
        assertThat(PLANNING.checkTimetable(problem, plan)).noneMatch(fault -> fault.level() == Level.HARD);
    }

    /** Rules that are declared to treat the groups of a grouping alike do so, for random members and holders. */
    @Test
    void groupsDeclaredAlikeCostTheSame() {
        Problem problem = problem("small-groups");
        var demand = PLANNING.expandDemands(problem).getFirst();
        var random = new Random(1);
        List<LocalRule> alike = rulesOf(problem.interventions().getFirst(), problem).stream()
                .filter(LocalRule.class::isInstance)
                .map(LocalRule.class::cast)
                .filter(LocalRule::hasAlikeGroups)
                .toList();
        assertThat(alike).hasSize(4).allMatch(rule -> rule.type().level() == Level.SOFT);
        long charged = 0;
        for (var grouping : demand.groupings()) {
            for (int draw = 0; draw < 50; draw++) {
                var ids = new ArrayList<>(grouping.students());
                Collections.shuffle(ids, random);
                List<Student> members = ids.subList(0, 4).stream()
                        .map(id -> problem.student(id).orElseThrow())
                        .toList();
                StaffMember holder =
                        problem.staff().get(random.nextInt(problem.staff().size()));
                for (LocalRule rule : alike) {
                    Map<GroupId, Long> costs = new HashMap<>();
                    for (LocalRule.Scope scope : rule.scopes()) {
                        assertThat(scope.groups()).hasSize(1);
                        if (grouping.groups().stream()
                                .anyMatch(group ->
                                        group.id().equals(scope.groups().getFirst()))) {
                            long[] cost = {0};
                            rule.cost()
                                    .charge(
                                            scope,
                                            view(members, holder),
                                            (amount, who, what, where) -> cost[0] += amount);
                            costs.put(scope.groups().getFirst(), cost[0]);
                        }
                    }
                    assertThat(costs.values().stream().distinct()).hasSize(1);
                    charged += costs.values().iterator().next();
                }
            }
        }
        assertThat(charged).isPositive();
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> List<Rule> rulesOf(Intervention<P> one, Problem problem) {
        var plugin = (InterventionPlugin<P>) PLANNING.plugins().find(one.type()).orElseThrow();
        return plugin.rules(one, problem, PLANNING.expandDemands(problem).getFirst());
    }

    private static ScopeView view(List<Student> members, StaffMember holder) {
        return (ScopeView) Proxy.newProxyInstance(
                ScopeView.class.getClassLoader(),
                new Class<?>[] {ScopeView.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "groupSize" -> members.size();
                    case "student" -> members.get((Integer) arguments[1]);
                    case "holder" -> holder;
                    default -> throw new AssertionError("not expected to be read: " + method.getName());
                });
    }
}
