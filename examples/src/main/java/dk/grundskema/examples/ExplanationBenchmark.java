package dk.grundskema.examples;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.proof.CandidateExplainer;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures how long it takes to explain the seats of a meeting: what speaks against each candidate, and what would have to change. Results depend on
 * the machine and its load; no test depends on them.
 */
public final class ExplanationBenchmark {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;

    private ExplanationBenchmark() {}

    /**
     * Runs the measurement.
     *
     * @param arguments the problem's file, and the number of steps for which it is planned first
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        PluginRegistry plugins = PluginRegistry.load(ExplanationBenchmark.class.getClassLoader());
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/camp-3-weeks/problem.json");
        long steps = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5_000;
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!(new ProblemReader(plugins).read(file) instanceof ReadResult.Success<Problem> good)) {
            throw new IllegalArgumentException(
                    "The problem (%s) can't be read.\nMaybe solve it with the launcher first, which says why?"
                            .formatted(file));
        }
        Problem problem = good.value();
        var planner = new Planner(plugins);
        Timetable timetable = planner.start(
                        new SolveRequest(problem, "", SolveLimits.ofSteps(steps), 1, 1, null), progress -> {})
                .await();
        List<SessionId> meetings = timetable.meetings().stream()
                .filter(meeting -> !meeting.seats().isEmpty())
                .map(Meeting::sessionId)
                .toList();
        var checker = new TimetableChecker(plugins::find);
        var random = new Random(1);
        var took = new long[ROUNDS];
        int candidates = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            SessionId meeting = meetings.get(random.nextInt(meetings.size()));
            long begun = System.nanoTime();
            var seats = new CandidateExplainer(
                            problem, planner.demands(problem), timetable, checker, CpSatLibrary.installed())
                    .explain(meeting);
            if (round >= 0) {
                took[round] = System.nanoTime() - begun;
                candidates += seats.stream()
                        .mapToInt(seat -> seat.candidates().size())
                        .sum();
            }
        }
        Arrays.sort(took);
        out.printf(
                Locale.ROOT,
                "%s: %d meetings, %.1f candidates explained each; median %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                file,
                meetings.size(),
                candidates / (double) ROUNDS,
                took[ROUNDS / 2] / 1e6,
                took[ROUNDS * 95 / 100] / 1e6,
                took[ROUNDS - 1] / 1e6);
    }
}
