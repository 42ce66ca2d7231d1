package dk.grundskema.examples.comparison;

import dk.grundskema.domain.timetable.Score;
import dk.grundskema.examples.comparison.cpsat.GroupsSolver;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs both solvers on generated camps, schools or small groups and prints their quality over time. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compares the solver with CP-SAT.")
final class CompareCommand implements Callable<Integer> {
    @Option(names = "--sizes", split = ",", description = "Sizes of camps; small,medium,large unless given.")
    private List<String> sizes = List.of();

    @Option(names = "--schools", split = ",", description = "Numbers of classes of schools instead, such as 12,30,60.")
    private List<Integer> schools = List.of();

    @Option(names = "--groups", split = ",", description = "Sizes of small groups instead, such as small,medium,large.")
    private List<String> groups = List.of();

    @Option(
            names = "--seconds",
            split = ",",
            description = "When to look, ascending; 10,30,60 unless given, for small groups 2,10,30,60.")
    private List<Integer> seconds = List.of();

    @Option(names = "--seeds", split = ",", defaultValue = "1", description = "Seeds of camps and searches.")
    private List<Integer> seeds = List.of();

    @Option(names = "--our-seconds", description = "When ours ends, one of --seconds; as late as CP-SAT unless given.")
    private @Nullable Integer ourSeconds;

    /** Medium points of a unit of need. */
    private static final long NEED = 100;

    @Spec
    private @Nullable CommandSpec spec;

    private final BestKnown bestKnown = BestKnown.read();
    private final List<String> ratios = new ArrayList<>();
    private final List<String> distances = new ArrayList<>();
    private final List<String> served = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "JDK %s, 2 threads a solver, load before %.1f, heap of ours at most 512 MB.%n%n",
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (seconds.isEmpty()) {
            seconds = groups.isEmpty() ? List.of(10, 30, 60) : List.of(2, 10, 30, 60);
        }
        String marks = seconds.stream()
                .map(second -> " after %d s |".formatted(second))
                .collect(Collectors.joining());
        out.println("| %s | solver | no hard fault after | %s |"
                        .formatted(familyName(), groups.isEmpty() ? "no medium one either" : "first complete plan")
                + marks
                + " no plan costs less than | moves a second | memory |");
        out.println("|---|---|---|---|" + "---|".repeat(seconds.size()) + "---|---|---|");
        for (String size : requestedSizes()) {
            for (int seed : seeds) {
                compare(size, seed, out);
            }
        }
        out.println();
        out.println(
                "Ours, an earlier look against CP-SAT's last one: how much better (soft points, both lacking nothing).");
        out.println();
        out.println("| %s |".formatted(familyName()) + marks);
        out.println("|---|" + "---|".repeat(seconds.size()));
        ratios.forEach(out::println);
        out.println();
        out.println(
                "How far soft points are above those of the best complete plan that any search has found in any time.");
        out.println();
        out.println("| %s | solver | best known |".formatted(familyName()) + marks);
        out.println("|---|---|---|" + "---|".repeat(seconds.size()));
        distances.forEach(out::println);
        if (!groups.isEmpty()) {
            out.println();
            out.println("Need left without a group / how far levels are apart in all groups together.");
            out.println();
            out.println("| groups | solver | need that capacity forces to be left |" + marks);
            out.println("|---|---|---|" + "---|".repeat(seconds.size()));
            served.forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private String familyName() {
        if (!groups.isEmpty()) {
            return "groups";
        }
        return schools.isEmpty() ? "camp" : "school";
    }

    private List<String> requestedSizes() {
        if (!groups.isEmpty()) {
            return groups.stream().map(size -> ProblemFamily.GROUPS + size).toList();
        }
        if (!schools.isEmpty()) {
            return schools.stream()
                    .map(classes -> ProblemFamily.SCHOOL + classes)
                    .toList();
        }
        return sizes.isEmpty() ? List.of("small", "medium", "large") : sizes;
    }

    private void compare(String size, int seed, PrintWriter out) throws InterruptedException {
        int end = ourSeconds == null ? seconds.getLast() : ourSeconds;
        String camp = "%s, seed %d".formatted(size, seed);
        SolverRun ours = SolverProcess.run("512m", "ours", size, seed, checkTimes(end));
        print(camp, "ours", ours, out);
        distances.add(distanceRow(size, seed, "ours", ours));
        SolverRun other = SolverProcess.run("2g", "cp-sat", size, seed, checkTimes(seconds.getLast()));
        print(camp, "CP-SAT", other, out);
        distances.add(distanceRow(size, seed, "CP-SAT", other));
        ratios.add(ratio(camp, ours, other));
    }

    private String checkTimes(int end) {
        return seconds.stream()
                .filter(second -> second <= end)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private void print(String camp, String solver, SolverRun run, PrintWriter out) {
        out.println(row(camp, solver, run));
        served.add(servedRow(camp, solver, run));
        out.flush();
    }

    private String row(String camp, String solver, SolverRun run) {
        String scores = seconds.stream()
                .map(second ->
                        run.scoreAt(second).map(score -> formatted(run, score)).orElse("–"))
                .collect(Collectors.joining(" | "));
        String proved = run.proved() ? " (proved)" : "";
        return "| %s | %s | %s | %s | %s%s | %s | %s | %d MB |"
                .formatted(
                        camp,
                        solver,
                        formatted(run.firstFeasibleMillis()),
                        formatted(run.firstCompleteMillis()),
                        scores,
                        proved,
                        bound(run) <= 0 ? "" : Long.toString(bound(run)),
                        run.moves() == 0 ? "" : "%,d".formatted(run.moves()),
                        run.memory());
    }

    /** Returns a lower bound of a complete plan's soft points; 0 or less if unknown. */
    private static long bound(SolverRun run) {
        return run.bound() - GroupsSolver.MEDIUM * run.forced();
    }

    private static String formatted(Optional<Long> millis) {
        return millis.map(time -> String.format(Locale.ROOT, "%.1f s", time / 1000.0))
                .orElse("never");
    }

    private String servedRow(String camp, String solver, SolverRun run) {
        String figures = seconds.stream()
                .map(second ->
                        run.figuresAt(second).stream().map(String::valueOf).collect(Collectors.joining(" / ")))
                .map(cell -> cell.isEmpty() ? "–" : cell)
                .collect(Collectors.joining(" | "));
        return "| %s | %s | %d | %s |".formatted(camp, solver, run.forced() / NEED, figures);
    }

    private String distanceRow(String size, int seed, String solver, SolverRun run) {
        String cells = seconds.stream()
                .map(second -> run.scoreAt(second)
                        .filter(run::isComplete)
                        .flatMap(score -> bestKnown.distance(size, seed, -score.soft()))
                        .orElse("–"))
                .collect(Collectors.joining(" | "));
        return "| %s, seed %d | %s | %s | %s |"
                .formatted(
                        size,
                        seed,
                        solver,
                        bestKnown.find(size, seed).map(String::valueOf).orElse("–"),
                        cells);
    }

    private static String formatted(SolverRun run, Score score) {
        return run.isComplete(score)
                ? Long.toString(-score.soft())
                : "%d / %d / %d".formatted(score.hard(), score.medium(), score.soft());
    }

    private String ratio(String camp, SolverRun ours, SolverRun other) {
        Optional<Score> last = other.scoreAt(seconds.getLast());
        String better = seconds.stream()
                .map(second -> ours.scoreAt(second)
                        .flatMap(mine -> last.map(theirs -> better(ours, mine, theirs)))
                        .orElse("–"))
                .collect(Collectors.joining(" | "));
        return "| %s | %s |".formatted(camp, better);
    }

    /** Both runs solve the same problem, so either defines what a complete plan is. */
    private static String better(SolverRun run, Score ours, Score theirs) {
        if (!run.isComplete(ours) || !run.isComplete(theirs) || theirs.soft() == 0) {
            return run.isComplete(ours) && !run.isComplete(theirs) ? "theirs has faults" : "–";
        }
        return String.format(Locale.ROOT, "%.0f %%", 100.0 - 100.0 * ours.soft() / theirs.soft());
    }
}
