package dk.grundskema.examples;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures changes by hand in the engine while a solve runs on the other core: the time until the faults and cost of a change are
 * known, and until the changed timetable is available. Results depend on the machine and its load; no test depends on them.
 */
public final class HandChangeBenchmark {
    private static final int ROUNDS = 400;

    private final Workbench workbench;
    private final Random random = new Random(1);
    private final PrintStream out;

    private HandChangeBenchmark(Workbench workbench, PrintStream out) {
        this.workbench = workbench;
        this.out = out;
    }

    /**
     * Runs all measurements.
     *
     * @param arguments the problem's file, and the number of seconds for which it is planned first
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        PluginRegistry plugins = PluginRegistry.load(HandChangeBenchmark.class.getClassLoader());
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/school-30-classes/problem.json");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!(new ProblemReader(plugins).read(file) instanceof ReadResult.Success<Problem> good)) {
            throw new IllegalArgumentException(
                    "The problem (%s) can't be read.\nMaybe solve it with the launcher first, which says why?"
                            .formatted(file));
        }
        Timetable timetable =
                start(plugins, good.value(), Duration.ofSeconds(seconds)).await();
        long begun = System.nanoTime();
        Workbench workbench = Workbench.of(plugins, good.value(), timetable);
        out.printf(
                Locale.ROOT,
                "%s: %d meetings, workbench made in %d ms%n%n",
                file,
                timetable.meetings().size(),
                (System.nanoTime() - begun) / 1_000_000);
        var edits = new HandChangeBenchmark(workbench, out);
        out.println("| what | median | p99 | longest |");
        out.println("|---|---|---|---|");
        edits.measureChanges("calm");
        Solve beside = start(plugins, good.value(), Duration.ofMinutes(10));
        edits.measureChanges("one solve running");
        beside.stop();
        beside.await();
    }

    private static Solve start(PluginRegistry plugins, Problem problem, Duration time) {
        return new Planner(plugins)
                .start(new SolveRequest(problem, "", SolveLimits.of(time), 1, 1, null), progress -> {});
    }

    private void measureChanges(String when) {
        List<ManualChange> changes = randomChanges();
        var next = changes.iterator();
        measure("effect of somebody else in a seat, " + when, () -> workbench.tryChanges(List.of(next.next()), true));
        var again = changes.iterator();
        measure(
                "the same with the new timetable, " + when,
                () -> attempt(again.next()).timetable(""));
        measure("all candidates of a seat, " + when, () -> {
            Meeting meeting = randomMeeting();
            return workbench.seatChoices(meeting.sessionId(), meeting.seats().size() - 1);
        });
        measure(
                "all targets of a meeting, " + when,
                () -> workbench.targets(randomMeeting().sessionId()));
    }

    private ManualChangeResult.AppliedChanges attempt(ManualChange change) {
        if (workbench.tryChanges(List.of(change), true) instanceof ManualChangeResult.AppliedChanges made) {
            return made;
        }
        throw new IllegalStateException("The change (%s) is meaningless.".formatted(change));
    }

    private Meeting randomMeeting() {
        List<Meeting> all = workbench.timetable().meetings().stream()
                .filter(one -> !one.seats().isEmpty())
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private List<ManualChange> randomChanges() {
        var changes = new ArrayList<ManualChange>();
        while (changes.size() < ROUNDS) {
            Meeting meeting = randomMeeting();
            int seat = meeting.seats().size() - 1;
            List<SeatCandidate> candidates = workbench
                    .seatChoices(meeting.sessionId(), seat)
                    .map(choices -> choices.candidates())
                    .orElse(List.of());
            if (!candidates.isEmpty()) {
                changes.add(new ManualChange.SeatChange(
                        meeting.sessionId(),
                        seat,
                        candidates.get(random.nextInt(candidates.size())).staffId()));
            }
        }
        return changes;
    }

    private void measure(String what, Supplier<Object> round) {
        var took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            Object answer = round.get();
            took[i] = System.nanoTime() - begun;
            Objects.requireNonNull(answer);
        }
        java.util.Arrays.sort(took);
        out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
                what,
                took[ROUNDS / 2] / 1e6,
                took[ROUNDS * 99 / 100] / 1e6,
                took[ROUNDS - 1] / 1e6);
    }
}
