package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** Measures the CPU time of the status of a plan: checker, fidelity and wishes together, on one thread. */
public final class PlanStatusBenchmark {
    private static final int RUNS = 15;
    private static final long STEPS = 200;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PlanStatusBenchmark() {}

    /** Prints the first, median and longest CPU time of the named examples, or of a camp and a school. */
    public static void main(String[] names) throws InterruptedException {
        var planning = new PluginPlanningFacade();
        var calculator = new PlanStatusCalculator(planning);
        for (String name : names.length == 0 ? List.of("camp-3-weeks", "school-30-classes") : List.of(names)) {
            String json = JsonFormatter.format(Json.fromJava(TestServices.exampleProblem(name)));
            Problem problem = ((ReadResult.Success<Problem>) planning.readProblem(json)).value();
            Timetable timetable = planning.startSolve(
                            new SolveRequest(problem, "", SolveLimits.ofSteps(STEPS), 1, 1, null), progress -> {})
                    .await();
            var millis = new ArrayList<Double>();
            for (int i = 0; i < RUNS; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                calculator.calculate(problem, timetable);
                millis.add((THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_MILLI);
            }
            double first = millis.getFirst();
            millis.sort(null);
            System.out.printf(
                    "%s: first %.0f ms, median %.0f ms, longest %.0f ms%n",
                    name, first, millis.get(RUNS / 2), millis.getLast());
        }
    }
}
