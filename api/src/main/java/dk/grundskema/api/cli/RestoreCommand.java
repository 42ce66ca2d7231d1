package dk.grundskema.api.cli;

import dk.grundskema.api.server.start.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings back what a backup holds, where nothing is yet. */
@Command(name = "restore", sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param desk what it works with */
    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return where.with(
                desk,
                settings -> BackupWords.say(
                        desk,
                        desk.ownTexts().text("restore.done", file),
                        Backups.restore(settings, desk.resolve(file))));
    }
}
