package dk.grundskema.examples;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.explanation.ExplainedMeeting;
import dk.grundskema.api.planning.explanation.LocatedPlanFault;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures how long the explanation of a meeting takes, and how long the processor works on it, which does not depend on other programs. No test depends
 * on the results.
 */
public final class ExplanationBenchmark {
    private static final int ROUNDS = 100;
    private static final int STATUS_ROUNDS = 21;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ExplanationBenchmark() {}

    /**
     * Explains meetings in random order.
     *
     * @param arguments the problem's file, and the number of seconds for which it is planned first
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        var planning = new PluginPlanningFacade();
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/school-30-classes/problem.json");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        if (!(planning.readProblem(file) instanceof ReadResult.Success<Problem> good)) {
            throw new IllegalArgumentException(
                    "The problem (%s) can't be read.\nMaybe solve it with the launcher first, which says why?"
                            .formatted(file));
        }
        var request = new SolveRequest(good.value(), "", SolveLimits.of(Duration.ofSeconds(seconds)), 1, 1, null);
        Timetable timetable = planning.startSolve(request, progress -> {}).await();
        List<Meeting> meetings = timetable.meetings().stream()
                .filter(one -> !one.seats().isEmpty())
                .toList();
        printStatus(planning, good.value(), timetable);
        // As the service does: the plan and its faults are prepared once for each revision.
        Workbench bench = Workbench.of(planning.plugins(), good.value(), timetable);
        List<LocatedPlanFault> faults = faults(planning, good.value(), timetable);
        var random = new Random(1);
        var took = new long[ROUNDS];
        var worked = new long[ROUNDS];
        int candidates = 0;
        int others = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Meeting meeting = meetings.get(random.nextInt(meetings.size()));
            long begun = System.nanoTime();
            long workedBefore = THREADS.getCurrentThreadCpuTime();
            candidates +=
                    planning.staffingProofs().explainMeeting(good.value(), timetable, meeting.sessionId()).stream()
                            .mapToInt(seat -> seat.candidates().size())
                            .sum();
            ExplainedMeeting explained = ExplainedMeeting.of(good.value(), meeting, faults, bench.optionsOf(meeting));
            others += explained.times().size()
                    + explained.rooms().size()
                    + explained.members().size();
            took[i] = System.nanoTime() - begun;
            worked[i] = THREADS.getCurrentThreadCpuTime() - workedBefore;
        }
        Arrays.sort(took);
        Arrays.sort(worked);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "%s: %d meetings with seats, %.1f candidates and %.1f other times, rooms and members each; median %.0f ms, p95 %.0f ms, longest %.0f ms;"
                                + " work of the processor: median %.0f ms, p95 %.0f ms%n",
                        file,
                        meetings.size(),
                        candidates / (double) ROUNDS,
                        others / (double) ROUNDS,
                        took[ROUNDS / 2] / 1e6,
                        took[ROUNDS * 95 / 100] / 1e6,
                        took[ROUNDS - 1] / 1e6,
                        worked[ROUNDS / 2] / 1e6,
                        worked[ROUNDS * 95 / 100] / 1e6);
    }

    /** Measures the status of a revision that nobody has asked for yet: the first time in this process, and later. */
    private static void printStatus(PluginPlanningFacade planning, Problem problem, Timetable timetable) {
        var calculator = new PlanStatusCalculator(planning);
        var took = new long[STATUS_ROUNDS];
        var worked = new long[STATUS_ROUNDS];
        for (int i = 0; i < STATUS_ROUNDS; i++) {
            long begun = System.nanoTime();
            long workedBefore = THREADS.getCurrentThreadCpuTime();
            calculator.calculate(problem, timetable);
            took[i] = System.nanoTime() - begun;
            worked[i] = THREADS.getCurrentThreadCpuTime() - workedBefore;
        }
        long first = took[0];
        Arrays.sort(took);
        Arrays.sort(worked);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "status: first %.0f ms, median %.0f ms, longest %.0f ms; work of the processor: median %.0f ms%n",
                        first / 1e6,
                        took[STATUS_ROUNDS / 2] / 1e6,
                        took[STATUS_ROUNDS - 1] / 1e6,
                        worked[STATUS_ROUNDS / 2] / 1e6);
    }

    private static List<LocatedPlanFault> faults(PluginPlanningFacade planning, Problem problem, Timetable timetable) {
        List<PlanFault> faults = PlanFault.findAll(planning, problem, timetable);
        var locator = planning.violationLocator(problem, timetable);
        return faults.stream()
                .map(fault -> new LocatedPlanFault(fault, locator.find(fault.violation())))
                .toList();
    }
}
