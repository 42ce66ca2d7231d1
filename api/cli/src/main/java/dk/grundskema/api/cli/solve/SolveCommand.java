package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.MomentParser;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.export.OpenSeatsOption;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves a problem and writes the timetable. */
@Command(name = "solve", sortOptions = false)
public final class SolveCommand implements Callable<Integer> {
    private static final int DEFAULT_SECONDS = 30;
    private static final int MOST_SEARCHES = 16;
    private static final String NOW = "--now";

    private final CommandContext context;

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

    @Option(names = NOW, paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable String now;

    @Option(names = "--sheets", paramLabel = "DIR", descriptionKey = "sheets")
    private @Nullable Path sheets;

    @Option(names = "--calendars", paramLabel = "DIR", descriptionKey = "calendars")
    private @Nullable Path calendars;

    @Mixin
    private final OpenSeatsOption openSeats = new OpenSeatsOption();

    /** @param context context of the command */
    public SolveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Instant began = context.environment().clock().instant();
        SolveLimits limits = limits();
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        if (intake.problem() != null && intake.problem().interventions().isEmpty()) {
            intake.addFindings(problemFile, List.of(Finding.error("solve.nothing-asked", "/interventions")));
        }
        if (continueFrom != null) {
            intake.readPreviousTimetable(continueFrom);
        }
        LocalDateTime moment = now == null ? null : readMoment(intake, now);
        Path target =
                output == null ? OutputFiles.findFreeFile(context.environment().folder()) : output;
        intake.checkDestination(target, problemFile);
        var folders = PlanOutputFolders.of(context, sheets, calendars, openSeats);
        folders.noteRefusals(intake);
        ValidInput taken = intake.finish();
        folders.checkWritable(taken);
        var result =
                new SolveCommandRun(context, taken, limits, began, seed, searches, moment).run(context.resolve(target));
        return folders.writeFiles(taken, result).code();
    }

    /** Returns the moment before which the earlier plan stays; {@code null} if there are errors, which are collected. */
    private @Nullable LocalDateTime readMoment(CommandInput intake, String typed) {
        LocalDateTime moment = MomentParser.parse(typed, false);
        if (moment == null) {
            intake.addFindings(NOW, List.of(Finding.error("solve.malformed-now", "", typed)));
        } else if (!intake.hasErrors()) {
            Problem problem = Objects.requireNonNull(intake.problem());
            var change = new ChangeRequest(problem, problem, Objects.requireNonNull(intake.timetable()), moment);
            intake.addFindings(NOW, context.planning().validateChange(change));
        }
        return moment;
    }

    private SolveLimits limits() {
        var arguments = new ArgumentValidator(spec, context.commandTexts());
        if (seconds != null && steps != null) {
            throw arguments.invalidArgument("usage.seconds-and-steps");
        }
        if (now != null && continueFrom == null) {
            throw arguments.invalidArgument("usage.now-without-plan");
        }
        arguments.checkRange("--seconds", seconds, ArgumentValidator.MOST_SECONDS);
        arguments.checkRange("--steps", steps, Long.MAX_VALUE);
        arguments.checkRange("--no-better-for", noBetterFor, ArgumentValidator.MOST_SECONDS);
        arguments.checkRange("--searches", searches, MOST_SEARCHES);
        boolean unlimited = seconds == null && steps == null && noBetterFor == null;
        Integer time = unlimited ? Integer.valueOf(DEFAULT_SECONDS) : seconds;
        return new SolveLimits(ofSeconds(time), steps, ofSeconds(noBetterFor));
    }

    private static @Nullable Duration ofSeconds(@Nullable Integer given) {
        return given == null ? null : Duration.ofSeconds(given);
    }
}
