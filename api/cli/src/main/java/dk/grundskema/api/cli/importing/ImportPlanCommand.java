package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.documents.problem.ChangedProblemFile;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a finished plan from sheets, and says cell by cell what it makes otherwise. */
@Command(name = "import-plan", sortOptions = false)
public final class ImportPlanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--timetable", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private @Nullable Path timetableFile;

    @Option(names = "--output", paramLabel = "TIMETABLE.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--lock", paramLabel = "PROBLEM.json", descriptionKey = "lock")
    private @Nullable Path lockedProblem;

    @Option(names = "--preview", descriptionKey = "preview")
    private boolean preview;

    @Option(names = "--accept-warnings", descriptionKey = "accept-warnings")
    private boolean acceptWarnings;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    /** @param context context of the command */
    public ImportPlanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target =
                output == null ? OutputFiles.findFreeFile(context.environment().folder()) : output;
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        if (timetableFile != null) {
            intake.timetable(timetableFile);
        }
        checkDestinations(intake, target);
        ValidInput taken = intake.finish();
        ImportedPlan imported = context.planning()
                .importPlan(
                        taken.problem(),
                        taken.hash(),
                        taken.timetable(),
                        files.stream()
                                .map(file -> new NamedFile(file.toString(), context.resolve(file)))
                                .toList());
        PlanSheetPreview read = imported.preview();
        var names =
                context.names(taken.problem()).withTimetable(imported.before().timetable());
        var print = new PlanChangePrinter(
                context.screen(),
                context.texts().withNames(names),
                names,
                ImportedPlan.subjectTitles(context.planning().expandDemands(taken.problem())),
                all);
        if (read.hasErrors() || (read.warnings() > 0 && !acceptWarnings && !preview)) {
            print.printRefused(read);
            return ExitStatus.BAD_INPUT.code();
        }
        print.printChanges(read);
        if (preview) {
            print.printNothingWritten();
        } else {
            write(imported, taken, target);
            print.printWritten(target, lockedProblem);
        }
        return ExitStatus.FINE.code();
    }

    private void checkDestinations(CommandInput intake, Path target) {
        if (preview) {
            return;
        }
        for (Path file : files) {
            OutputFiles.overwriteRefusal(context.resolve(target), context.resolve(file))
                    .ifPresent(finding -> intake.addFindings(target, List.of(finding)));
        }
        intake.checkDestination(target, problemFile);
        Path locked = lockedProblem;
        if (locked != null) {
            OutputFiles.writeRefusal(context.resolve(locked))
                    .ifPresent(finding -> intake.addFindings(locked, List.of(finding)));
        }
    }

    private void write(ImportedPlan imported, ValidInput taken, Path target) {
        if (lockedProblem == null) {
            writeTimetable(target, imported.timetable(taken.hash()));
            return;
        }
        var made = imported.locked();
        Problem locked = made.problem();
        ChangedProblemFile changed = context.planning().changedProblemFile(context.resolve(problemFile), locked);
        Path file = Objects.requireNonNull(lockedProblem);
        OutputNotWrittenException.throwIfAny(file, context.planning().write(changed.text(), context.resolve(file)));
        writeTimetable(target, made.timetable(changed.hash()));
    }

    private void writeTimetable(Path target, Timetable timetable) {
        OutputNotWrittenException.throwIfAny(target, context.planning().write(timetable, context.resolve(target)));
    }
}
