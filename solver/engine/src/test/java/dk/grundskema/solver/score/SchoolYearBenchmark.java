package dk.grundskema.solver.score;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.fixture.SchoolYearProblem;
import dk.grundskema.solver.model.Decisions;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures the processor time of incremental scores in a large school's year. Not a test, since tests do not use clocks. */
final class SchoolYearBenchmark {
    private SchoolYearBenchmark() {}

    /** Prints the time to prepare a large school and the number of scored changes a second. */
    public static void main(String[] args) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Problem problem = SchoolYearProblem.of(60, 20, 20, 44);
        System.out.printf("lessons %d, made in %d ms%n", problem.lessons().size(), since(begun));
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        CompiledRules rules = SchoolYearSegmentsTest.compiled(problem);
        System.out.printf(
                "compiled in %d ms, spots %d%n",
                since(begun), rules.blueprint().spots().count());
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SchoolYearSegmentsTest.compiled(problem);
        System.out.printf("compiled again in %d ms%n", since(begun));
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var state = new ScoreState(rules);
        state.settle();
        System.out.printf("state in %d ms%n", since(begun));
        System.gc();
        Runtime jvm = Runtime.getRuntime();
        System.out.printf("memory %d MB%n", (jvm.totalMemory() - jvm.freeMemory()) >> 20);
        Decisions decisions = rules.blueprint().decisions();
        var random = new Random(1);
        int[] open = IntStream.range(0, decisions.count())
                .filter(one -> decisions.isOpen(one) && decisions.kind(one) == Decisions.Kind.SEAT)
                .toArray();
        for (int round = 0; round < 4; round++) {
            begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int changes = 0;
            while (since(begun) < 1500) {
                for (int i = 0; i < 20; i++) {
                    int decision = open[random.nextInt(open.length)];
                    int[] range = decisions.range(decision);
                    if (range.length > 0) {
                        int before = state.value(decision);
                        state.set(
                                decision,
                                random.nextInt(3) == 0 ? Decisions.NONE : range[random.nextInt(range.length)]);
                        state.settle();
                        if (random.nextInt(3) > 0) {
                            state.set(decision, before);
                            state.settle();
                        }
                        changes++;
                    }
                }
            }
            System.out.printf("changes a second %d%n", changes * 1000L / since(begun));
        }
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int[] values = IntStream.range(0, decisions.count()).map(state::value).toArray();
        System.out.printf(
                "agrees: %s%n", PlanEvaluation.of(rules, values).score().equals(state.score()));
        System.out.printf("from scratch in %d ms%n", since(begun));
        begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        state.load(values);
        state.settle();
        System.out.printf("loaded in %d ms%n", since(begun));
    }

    private static long since(long begun) {
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1_000_000;
    }
}
