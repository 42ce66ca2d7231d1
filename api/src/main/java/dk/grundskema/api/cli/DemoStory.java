package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The demo on the screen alone: plans the example and shows it as people read it. */
final class DemoStory {
    private static final String EXAMPLE = "camp-3-weeks/problem.json";

    private final Desk desk;

    /** @param desk what it works with */
    DemoStory(Desk desk) {
        this.desk = desk;
    }

    /**
     * Plans and shows.
     *
     * @param seconds when it ends
     * @param output  folder that the files go into; {@code null} means one of the demo's name
     */
    Outcome tell(int seconds, @Nullable Path output) {
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
        return folders.fill(taken, result);
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
