package dk.grundskema.api.cli;

import dk.grundskema.api.server.start.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes everything that the service keeps to a file, while it runs or not. */
@Command(name = "backup", sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Parameters(index = "0", paramLabel = "OUT.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param desk what it works with */
    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return where.with(desk, settings -> {
            Backups.make(settings, desk.resolve(file));
            desk.screen().say(desk.ownTexts().text("backup.done", file));
        });
    }
}
