package dk.grundskema.examples;

import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Attempt;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.Workbench;
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
 * Measures changes by hand in the engine while a solve runs on the other core: how long until it is known what one breaks and costs, and until the
 * changed timetable is there. What is printed depends on the machine and what else it does; no test does.
 */
public final class Edits {
    private static final int ROUNDS = 400;

    private final Workbench workbench;
    private final Random random = new Random(1);
    private final PrintStream out;

    private Edits(Workbench workbench, PrintStream out) {
        this.workbench = workbench;
        this.out = out;
    }

    /**
     * Runs all measurements.
     *
     * @param arguments the problem's file, and for how many seconds it is planned first
     * @throws InterruptedException if somebody stops it
     */
    public static void main(String[] arguments) throws InterruptedException {
        PluginRegistry plugins = PluginRegistry.load(Edits.class.getClassLoader());
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/school-30-classes/problem.json");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!(new ProblemReader(plugins).read(file) instanceof Read.Good<Problem> good)) {
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
        var edits = new Edits(workbench, out);
        out.println("| what | median | p99 | longest |");
        out.println("|---|---|---|---|");
        edits.all("calm");
        Solve beside = start(plugins, good.value(), Duration.ofMinutes(10));
        edits.all("one solve running");
        beside.stop();
        beside.await();
    }

    private static Solve start(PluginRegistry plugins, Problem problem, Duration time) {
        return new Planner(plugins)
                .start(new SolveRequest(problem, "", SolveLimits.of(time), 1, 1, null), progress -> {});
    }

    private void all(String when) {
        List<HandChange> changes = changes();
        var next = changes.iterator();
        measure("effect of somebody else in a seat, " + when, () -> workbench.attempt(List.of(next.next()), true));
        var again = changes.iterator();
        measure(
                "the same with the new timetable, " + when,
                () -> made(again.next()).timetable(""));
        measure("all candidates of a seat, " + when, () -> {
            Meeting meeting = meeting();
            return workbench.candidates(meeting.sessionId(), meeting.seats().size() - 1);
        });
        measure(
                "all targets of a meeting, " + when,
                () -> workbench.targets(meeting().sessionId()));
    }

    private Attempt.Made made(HandChange change) {
        if (workbench.attempt(List.of(change), true) instanceof Attempt.Made made) {
            return made;
        }
        throw new IllegalStateException("The change (%s) is meaningless.".formatted(change));
    }

    private Meeting meeting() {
        List<Meeting> all = workbench.timetable().meetings().stream()
                .filter(one -> !one.seats().isEmpty())
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private List<HandChange> changes() {
        var changes = new ArrayList<HandChange>();
        while (changes.size() < ROUNDS) {
            Meeting meeting = meeting();
            int seat = meeting.seats().size() - 1;
            List<Candidate> candidates = workbench
                    .candidates(meeting.sessionId(), seat)
                    .map(choices -> choices.candidates())
                    .orElse(List.of());
            if (!candidates.isEmpty()) {
                changes.add(new HandChange.Seating(
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
