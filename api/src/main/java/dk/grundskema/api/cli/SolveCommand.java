package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a timetable from a problem and writes it. */
@Command(name = "solve", sortOptions = false)
final class SolveCommand implements Callable<Integer> {
    private static final int DEFAULT_SECONDS = 30;
    private static final int MOST_SEARCHES = 16;

    private final Desk desk;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private @Nullable Integer seconds;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps")
    private @Nullable Long steps;

    @Option(names = "--no-better-for", paramLabel = "N", descriptionKey = "no-better-for")
    private @Nullable Integer noBetterFor;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
    private long seed = 1;

    @Option(names = "--searches", paramLabel = "N", descriptionKey = "searches")
    private int searches = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(names = "--output", paramLabel = "TIMETABLE.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--continue-from", paramLabel = "TIMETABLE.json", descriptionKey = "continue-from")
    private @Nullable Path continueFrom;

    @Option(names = "--sheets", paramLabel = "DIR", descriptionKey = "sheets")
    private @Nullable Path sheets;

    @Option(names = "--calendars", paramLabel = "DIR", descriptionKey = "calendars")
    private @Nullable Path calendars;

    /** @param desk what it works with */
    SolveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        SolveLimits limits = limits();
        var intake = new Intake(desk);
        intake.problem(problemFile);
        if (intake.problem() != null && intake.problem().interventions().isEmpty()) {
            intake.note(problemFile, List.of(Finding.error("solve.nothing-asked", "/interventions")));
        }
        if (continueFrom != null) {
            intake.previous(continueFrom);
        }
        Path target = output == null ? Destination.free(desk.here().folder()) : output;
        intake.destination(target, problemFile);
        var folders = PlanFolders.of(desk, sheets, calendars);
        folders.look(intake);
        Taken taken = intake.done();
        folders.expect(taken);
        var result = new SolveJob(desk, taken, limits, seed, searches).run(desk.resolve(target));
        return folders.fill(taken, result).code();
    }

    private SolveLimits limits() {
        var arguments = new Arguments(spec, desk.ownTexts());
        if (seconds != null && steps != null) {
            throw arguments.refused("usage.seconds-and-steps");
        }
        arguments.range("--seconds", seconds, Arguments.MOST_SECONDS);
        arguments.range("--steps", steps, Long.MAX_VALUE);
        arguments.range("--no-better-for", noBetterFor, Arguments.MOST_SECONDS);
        arguments.range("--searches", searches, MOST_SEARCHES);
        boolean unlimited = seconds == null && steps == null && noBetterFor == null;
        Integer time = unlimited ? Integer.valueOf(DEFAULT_SECONDS) : seconds;
        return new SolveLimits(ofSeconds(time), steps, ofSeconds(noBetterFor));
    }

    private static @Nullable Duration ofSeconds(@Nullable Integer given) {
        return given == null ? null : Duration.ofSeconds(given);
    }
}
