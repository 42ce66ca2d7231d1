package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.export.OpenSeatsOption;
import dk.grundskema.api.cli.solve.PlanOutputFolders;
import dk.grundskema.api.cli.solve.SolveCommandRun;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Demo on the screen: solves the example and prints the timetable. */
final class ScreenDemo {
    private static final String EXAMPLE = "camp-3-weeks/problem.json";

    private final CommandContext context;

    /** @param context context of the command */
    ScreenDemo(CommandContext context) {
        this.context = context;
    }

    /**
     * Solves the example and prints the timetable.
     *
     * @param seconds time limit of the solver
     * @param output  folder for the files; {@code null} means one with the demo's name
     */
    ExitStatus run(int seconds, @Nullable Path output) {
        Instant began = context.environment().clock().instant();
        byte[] example = readExample();
        Path folder = output == null ? DemoFolder.findFree(context.environment().folder(), example) : output;
        new DemoFolder(context.resolve(folder)).writeExample(example);
        var intake = new CommandInput(context);
        Path problem = folder.resolve(DemoFolder.PROBLEM);
        intake.problem(problem);
        var folders = PlanOutputFolders.of(
                context,
                folder.resolve(DemoFolder.SHEETS),
                folder.resolve(DemoFolder.CALENDARS),
                OpenSeatsOption.confirmed()); // a made-up camp has no staff to mislead
        folders.noteRefusals(intake);
        ValidInput taken = intake.finish();
        folders.checkWritable(taken);
        int searches = Math.min(2, Runtime.getRuntime().availableProcessors());
        var job = new SolveCommandRun(
                context, taken, SolveLimits.of(Duration.ofSeconds(seconds)), began, 1, searches, null);
        var result = job.run(context.resolve(folder.resolve(DemoFolder.TIMETABLE)));
        showPlan(taken, result.timetable(), context.resolve(folder));
        return folders.writeFiles(taken, result);
    }

    private void showPlan(ValidInput taken, Timetable timetable, Path folder) {
        var names = context.names(taken.problem()).withTimetable(timetable);
        var onScreen = new WeekTableFormatter(taken.texts(), context.screen(), names, taken.problem(), timetable);
        if (onScreen.weeks().isEmpty()) {
            return;
        }
        context.screen().printEmptyLine();
        onScreen.formatWeek(onScreen.weeks().first()).forEach(context.screen()::printLine);
        var onPaper =
                new WeekTableFormatter(taken.texts(), context.screen().plain(), names, taken.problem(), timetable);
        new DemoFolder(folder)
                .writeWeeks(onPaper.weeks().stream()
                        .flatMap(week -> onPaper.formatWeek(week).stream())
                        .toList());
        context.screen()
                .printLine(
                        taken.texts().text("demo.left", folder.toAbsolutePath().normalize()));
    }

    private static byte[] readExample() {
        try (InputStream file = DemoCommand.class.getResourceAsStream(EXAMPLE)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The example (%s) is missing in the program.\nMaybe build the whole project again?"
                                .formatted(EXAMPLE));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
