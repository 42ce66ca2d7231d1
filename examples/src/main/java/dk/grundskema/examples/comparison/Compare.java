package dk.grundskema.examples.comparison;

import dk.grundskema.domain.timetable.Score;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs both solvers on made-up camps and prints how good they were when. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compares the solver with CP-SAT.")
final class Compare implements Callable<Integer> {
    @Option(names = "--sizes", split = ",", description = "Sizes of camps; small,medium,large unless given.")
    private List<String> sizes = List.of();

    @Option(names = "--schools", split = ",", description = "Numbers of classes of schools instead, such as 12,30,60.")
    private List<Integer> schools = List.of();

    @Option(names = "--seconds", split = ",", defaultValue = "10,30,60", description = "When to look, ascending.")
    private List<Integer> seconds = List.of();

    @Option(names = "--seeds", split = ",", defaultValue = "1", description = "Seeds of camps and searches.")
    private List<Integer> seeds = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final List<String> ratios = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "JDK %s, 2 threads a solver, load before %.1f, heap of ours at most 512 MB.%n%n",
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        String marks = seconds.stream()
                .map(second -> " after %d s |".formatted(second))
                .collect(Collectors.joining());
        out.println("| %s | solver | no hard fault after | no medium one either |".formatted(what()) + marks
                + " no plan costs less than | moves a second | memory |");
        out.println("|---|---|---|---|" + "---|".repeat(seconds.size()) + "---|---|---|");
        for (String size : asked()) {
            for (int seed : seeds) {
                compare(size, seed, out);
            }
        }
        out.println();
        out.println(
                "Ours, an earlier look against CP-SAT's last one: how much better (soft points, both without fault).");
        out.println();
        out.println("| %s |".formatted(what()) + marks);
        out.println("|---|" + "---|".repeat(seconds.size()));
        ratios.forEach(out::println);
        out.flush();
        return 0;
    }

    private String what() {
        return schools.isEmpty() ? "camp" : "school";
    }

    private List<String> asked() {
        if (!schools.isEmpty()) {
            return schools.stream().map(classes -> Family.SCHOOL + classes).toList();
        }
        return sizes.isEmpty() ? List.of("small", "medium", "large") : sizes;
    }

    private void compare(String size, int seed, PrintWriter out) throws InterruptedException {
        String looks = seconds.stream().map(String::valueOf).collect(Collectors.joining(","));
        String camp = "%s, seed %d".formatted(size, seed);
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("ours", Child.run("512m", "ours", size, seed, looks));
        runs.put("CP-SAT", Child.run("2g", "cp-sat", size, seed, looks));
        runs.forEach((solver, run) -> {
            out.println(row(camp, solver, run));
            out.flush();
        });
        ratios.add(ratio(camp, Objects.requireNonNull(runs.get("ours")), runs.get("CP-SAT")));
    }

    private String row(String camp, String solver, Run run) {
        String scores = seconds.stream()
                .map(second -> run.at(second).map(Compare::text).orElse("–"))
                .collect(Collectors.joining(" | "));
        String proved = run.proved() ? " (proved)" : "";
        return "| %s | %s | %s | %s | %s%s | %s | %s | %d MB |"
                .formatted(
                        camp,
                        solver,
                        text(run.firstPossible()),
                        text(run.firstLegal()),
                        scores,
                        proved,
                        run.bound() <= 0 ? "" : Long.toString(run.bound()),
                        run.moves() == 0 ? "" : "%,d".formatted(run.moves()),
                        run.memory());
    }

    private static String text(Optional<Long> millis) {
        return millis.map(time -> String.format(Locale.ROOT, "%.1f s", time / 1000.0))
                .orElse("never");
    }

    private static String text(Score score) {
        return score.isWithoutFault()
                ? Long.toString(-score.soft())
                : "%d / %d / %d".formatted(score.hard(), score.medium(), score.soft());
    }

    private String ratio(String camp, Run ours, @Nullable Run other) {
        Optional<Score> last = Optional.ofNullable(other).flatMap(run -> run.at(seconds.getLast()));
        String better = seconds.stream()
                .map(second -> ours.at(second)
                        .flatMap(mine -> last.map(theirs -> better(mine, theirs)))
                        .orElse("–"))
                .collect(Collectors.joining(" | "));
        return "| %s | %s |".formatted(camp, better);
    }

    private static String better(Score ours, Score theirs) {
        if (!ours.isWithoutFault() || !theirs.isWithoutFault() || theirs.soft() == 0) {
            return ours.isWithoutFault() && !theirs.isWithoutFault() ? "theirs has faults" : "–";
        }
        return String.format(Locale.ROOT, "%.0f %%", 100.0 - 100.0 * ours.soft() / theirs.soft());
    }
}
