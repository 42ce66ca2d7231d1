package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.replan.ReplanCommandRun.Replan;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePlanner.ChangedProblem;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.ChangeValidator;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a plan in use because staff are absent: prints the candidates for open seats and the preview of the change, and writes problem and plan. */
@Command(name = "replan", sortOptions = false)
public final class ReplanCommand implements Callable<Integer> {
    private static final int DEFAULT_SECONDS = 5;
    private static final String ABSENT = "--absent";
    private static final String NOW = "--now";

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(
            names = ABSENT,
            arity = "2",
            required = true,
            hideParamSyntax = true,
            paramLabel = "<STAFF> <FROM..TO>",
            descriptionKey = "absent")
    private List<String> absent = List.of();

    @Option(names = NOW, paramLabel = "T", descriptionKey = "now")
    private @Nullable String now;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private @Nullable Integer seconds;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps")
    private @Nullable Long steps;

    @Option(names = "--output", paramLabel = "TIMETABLE.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--problem-output", paramLabel = "PROBLEM.json", descriptionKey = "problem-output")
    private @Nullable Path problemOutput;

    /** @param context context of the command */
    public ReplanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SolveLimits limits = limits();
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Optional<Replan> request = createRequest(intake);
        Path target =
                output == null ? OutputFiles.findFreeFile(context.environment().folder()) : output;
        Path problemTarget = problemOutput == null ? OutputFiles.problemFileBeside(target) : problemOutput;
        intake.checkDestination(target, problemFile);
        if (problemOutput != null
                || OutputFiles.writeRefusal(context.resolve(target)).isEmpty()) {
            intake.checkDestination(problemTarget, problemFile);
        }
        if (context.resolve(target)
                .normalize()
                .equals(context.resolve(problemTarget).normalize())) {
            intake.addFindings("--problem-output", List.of(Finding.error("replan.one-file", "", problemTarget)));
        }
        ValidInput taken = intake.finish();
        return new ReplanCommandRun(context, taken, request.orElseThrow(), limits, context.resolve(problemFile))
                .run(context.resolve(target), context.resolve(problemTarget))
                .code();
    }

    private SolveLimits limits() {
        var arguments = new ArgumentValidator(spec, context.commandTexts());
        if (seconds != null && steps != null) {
            throw arguments.invalidArgument("usage.seconds-and-steps");
        }
        arguments.checkRange("--seconds", seconds, ArgumentValidator.MOST_SECONDS);
        arguments.checkRange("--steps", steps, Long.MAX_VALUE);
        if (steps != null) {
            return SolveLimits.ofSteps(steps);
        }
        return SolveLimits.of(Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds));
    }

    /** Returns the change; empty if there are errors, which are collected in any case. */
    private Optional<Replan> createRequest(CommandInput intake) {
        var reading = new AbsenceParser();
        Problem problem = intake.problem();
        Timetable timetable = intake.timetable();
        boolean isPlanUsable = !intake.hasErrors();
        var absences = new ArrayList<Absence>();
        for (int i = 0; i + 1 < absent.size(); i += 2) {
            reading.parseAbsence(problem, absent.get(i), absent.get(i + 1)).ifPresent(absences::add);
        }
        intake.addFindings(ABSENT, reading.findings());
        var moment = new AbsenceParser();
        LocalDateTime typed = now == null ? null : moment.parseNow(now);
        intake.addFindings(NOW, moment.findings());
        if (problem == null || timetable == null || !isPlanUsable || isMomentUnknown(absences, typed)) {
            return Optional.empty();
        }
        LocalDateTime from = typed == null ? firstDayOfAbsence(absences, problem.horizon()) : typed;
        List<Finding> outside = ChangeValidator.momentFindings(problem.horizon(), from.toLocalDate());
        if (!outside.isEmpty()) {
            intake.addFindings(NOW, outside);
            return Optional.empty();
        }
        var changes = new ArrayList<StatedChange>();
        changes.add(
                new StatedChange.ReplacedProblem(new AbsenceChange(timetable, absences, from).releaseLocks(problem)));
        absences.forEach(one -> changes.add(new StatedChange.StaffAway(one.staffId(), one.from(), one.until())));
        var operation = new ChangePlanner(context.planning(), problem, timetable, from);
        ChangedProblem changed = operation.apply(changes);
        intake.addFindings(ABSENT, changed.findings());
        return Optional.of(new Replan(operation, changed.problem(), absences));
    }

    private boolean isMomentUnknown(List<Absence> absences, @Nullable LocalDateTime typed) {
        return now == null ? absences.isEmpty() : typed == null;
    }

    /** Returns the start of the first day of absence that is within the plan. */
    private static LocalDateTime firstDayOfAbsence(List<Absence> absences, Horizon horizon) {
        LocalDate first = absences.stream()
                .map(one -> one.from().toLocalDate())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate latest = first.isAfter(horizon.lastDay()) ? horizon.lastDay() : first;
        return (latest.isBefore(horizon.firstDay()) ? horizon.firstDay() : latest).atStartOfDay();
    }
}
