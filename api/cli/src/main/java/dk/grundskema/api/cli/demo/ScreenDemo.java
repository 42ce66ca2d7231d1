package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.solve.PlanOutputFolders;
import dk.grundskema.api.cli.solve.SolveCommandRun;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Demo on the screen: solves the example and prints the timetable. */
final class ScreenDemo {
    private static final String EXAMPLE = "camp-3-weeks/problem.json";

    private final CommandContext desk;

    /** @param desk context of the command */
    ScreenDemo(CommandContext desk) {
        this.desk = desk;
    }

    /**
     * Solves the example and prints the timetable.
     *
     * @param seconds time limit of the solver
     * @param output  folder for the files; {@code null} means one with the demo's name
     */
    ExitStatus run(int seconds, @Nullable Path output) {
        byte[] example = readExample();
        Path folder = output == null ? DemoFolder.findFree(desk.environment().folder(), example) : output;
        new DemoFolder(desk.resolve(folder)).writeExample(example);
        var intake = new CommandInput(desk);
        Path problem = folder.resolve(DemoFolder.PROBLEM);
        intake.problem(problem);
        var folders =
                PlanOutputFolders.of(desk, folder.resolve(DemoFolder.SHEETS), folder.resolve(DemoFolder.CALENDARS));
        folders.noteRefusals(intake);
        ValidInput taken = intake.finish();
        folders.checkWritable(taken);
        int searches = Math.min(2, Runtime.getRuntime().availableProcessors());
        var job = new SolveCommandRun(desk, taken, SolveLimits.of(Duration.ofSeconds(seconds)), 1, searches);
        var result = job.run(desk.resolve(folder.resolve(DemoFolder.TIMETABLE)));
        showPlan(taken, result.timetable(), desk.resolve(folder));
        return folders.writeFiles(taken, result);
    }

    private void showPlan(ValidInput taken, Timetable timetable, Path folder) {
        var names = desk.names(taken.problem()).withTimetable(timetable);
        var onScreen = new WeekTableFormatter(taken.texts(), desk.screen(), names, taken.problem(), timetable);
        if (onScreen.weeks().isEmpty()) {
            return;
        }
        desk.screen().printEmptyLine();
        onScreen.formatWeek(onScreen.weeks().first()).forEach(desk.screen()::printLine);
        var onPaper = new WeekTableFormatter(taken.texts(), desk.screen().plain(), names, taken.problem(), timetable);
        new DemoFolder(folder)
                .writeWeeks(onPaper.weeks().stream()
                        .flatMap(week -> onPaper.formatWeek(week).stream())
                        .toList());
        desk.screen()
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
