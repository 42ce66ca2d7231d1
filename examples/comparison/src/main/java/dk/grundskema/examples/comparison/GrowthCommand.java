package dk.grundskema.examples.comparison;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how the time to the first plan without hard and medium faults grows with the camp. */
@Command(name = "growth", mixinStandardHelpOptions = true, description = "Shows how the time to the first plan grows.")
final class GrowthCommand implements Callable<Integer> {
    @Option(names = "--teams", split = ",", defaultValue = "2,4,8,12,16,20", description = "How many teams, ascending.")
    private List<Integer> teams = List.of();

    @Option(names = "--seconds", defaultValue = "120", description = "Longest time of one run.")
    private int seconds;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of camps and searches.")
    private int seed;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * One camp.
     *
     * @param size   n·log n of its n seats
     * @param millis time to the first plan without faults
     */
    record Sample(double size, double millis) {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        var samples = new ArrayList<Sample>();
        out.println("| teams | seats | no hard or medium fault after | for each thousand seats |");
        out.println("|---|---|---|---|");
        for (int count : teams) {
            SolverRun run =
                    SolverProcess.run("512m", "until-legal", Integer.toString(count), seed, Integer.toString(seconds));
            Optional<Long> legal = run.firstCompleteMillis();
            out.println(legal.map(millis -> String.format(
                            Locale.ROOT,
                            "| %d | %d | %.1f s | %.2f s |",
                            count,
                            run.seats(),
                            millis / 1000.0,
                            (double) millis / run.seats()))
                    .orElse("| %d | %d | never | |".formatted(count, run.seats())));
            out.flush();
            legal.ifPresent(millis -> samples.add(new Sample(run.seats() * Math.log(run.seats()), millis)));
        }
        if (samples.size() > 1) {
            out.printf(
                    Locale.ROOT,
                    "%nThe time grows as (n·log n) to the power of %.2f, where n is the number of seats.%n",
                    exponent(samples));
        }
        out.flush();
        return 0;
    }

    /** Returns the slope of the least-squares line through the logarithms. */
    static double exponent(List<Sample> samples) {
        double meanSize = samples.stream()
                .mapToDouble(one -> Math.log(one.size()))
                .average()
                .orElseThrow();
        double meanTime = samples.stream()
                .mapToDouble(one -> Math.log(one.millis()))
                .average()
                .orElseThrow();
        double together = 0;
        double squares = 0;
        for (Sample one : samples) {
            double off = Math.log(one.size()) - meanSize;
            together += off * (Math.log(one.millis()) - meanTime);
            squares += off * off;
        }
        return together / squares;
    }
}
