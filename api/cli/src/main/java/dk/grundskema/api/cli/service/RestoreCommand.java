package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.service.start.BackupService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a backup into an empty installation. */
@Command(name = "restore", sortOptions = false)
public final class RestoreCommand implements Callable<Integer> {
    private final CommandContext desk;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param desk context of the command */
    public RestoreCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return where.run(
                desk,
                settings -> BackupReportPrinter.print(
                        desk,
                        desk.commandTexts().text("restore.done", file),
                        BackupService.restore(settings, desk.resolve(file))));
    }
}
