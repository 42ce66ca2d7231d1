package dk.grundskema.api.cli;

import dk.grundskema.api.server.operations.BackupCheck;
import dk.grundskema.api.server.start.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes everything that the service keeps to a file, while it runs or not, or verifies such a file. */
@Command(name = "backup", sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Option(names = "--verify", descriptionKey = "verify")
    private boolean isToBeVerified;

    @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param desk what it works with */
    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path there = desk.resolve(file);
        if (isToBeVerified) {
            return ServiceOptions.orRefused(desk, () -> {
                BackupCheck.Contents contents = Backups.verify(there);
                long rows = contents.rows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                int tables = contents.rows().size();
                return BackupWords.say(desk, desk.ownTexts().text("backup.verified", file, tables, rows), contents);
            });
        }
        return where.with(
                desk,
                settings -> BackupWords.say(
                        desk, desk.ownTexts().text("backup.done", file), Backups.make(settings, there)));
    }
}
