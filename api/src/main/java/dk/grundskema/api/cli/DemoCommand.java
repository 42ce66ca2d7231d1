package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves an example that comes with the program, and shows the plan as people read it. */
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final String EXAMPLE = "camp-3-weeks/problem.json";

    private final Desk desk;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private int seconds = 5;

    @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
    private @Nullable Path output;

    /** @param desk what it works with */
    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        new Arguments(spec, desk.ownTexts()).range("--seconds", seconds, Arguments.MOST_SECONDS);
        byte[] example = example();
        Path folder = output == null ? DemoFolder.free(desk.here().folder(), example) : output;
        new DemoFolder(desk.resolve(folder)).prepare(example);
        var intake = new Intake(desk);
        Path problem = folder.resolve(DemoFolder.PROBLEM);
        intake.problem(problem);
        var folders = PlanFolders.of(desk, folder.resolve(DemoFolder.SHEETS), folder.resolve(DemoFolder.CALENDARS));
        folders.look(intake);
        Taken taken = intake.done();
        folders.expect(taken);
        int searches = Math.min(2, Runtime.getRuntime().availableProcessors());
        var job = new SolveJob(desk, taken, SolveLimits.of(Duration.ofSeconds(seconds)), 1, searches);
        var result = job.run(desk.resolve(folder.resolve(DemoFolder.TIMETABLE)));
        show(taken, result.timetable(), desk.resolve(folder));
        return folders.fill(taken, result).code();
    }

    private void show(Taken taken, Timetable timetable, Path folder) {
        var names = desk.names(taken.problem()).with(timetable);
        var onScreen = new WeekView(taken.texts(), desk.screen(), names, taken.problem(), timetable);
        if (onScreen.weeks().isEmpty()) {
            return;
        }
        desk.screen().gap();
        onScreen.lines(onScreen.weeks().first()).forEach(desk.screen()::say);
        var onPaper = new WeekView(taken.texts(), desk.screen().plain(), names, taken.problem(), timetable);
        new DemoFolder(folder)
                .writeWeeks(onPaper.weeks().stream()
                        .flatMap(week -> onPaper.lines(week).stream())
                        .toList());
        desk.screen()
                .say(taken.texts().text("demo.left", folder.toAbsolutePath().normalize()));
    }

    private static byte[] example() {
        try (InputStream file = DemoCommand.class.getResourceAsStream(EXAMPLE)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The example (%s) is not in the program.\nMaybe build it again from the whole project?"
                                .formatted(EXAMPLE));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
