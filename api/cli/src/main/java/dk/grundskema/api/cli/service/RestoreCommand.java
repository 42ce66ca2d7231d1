package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.platform.start.BackupService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a backup into an empty installation. */
@Command(name = "restore", sortOptions = false)
public final class RestoreCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param context context of the command */
    public RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return where.run(
                context,
                settings -> BackupReportPrinter.print(
                        context,
                        context.commandTexts().text("restore.done", file),
                        BackupService.restore(settings, context.resolve(file))));
    }
}
