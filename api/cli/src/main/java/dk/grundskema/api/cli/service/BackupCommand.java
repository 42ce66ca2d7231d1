package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.platform.operation.BackupVerifier;
import dk.grundskema.api.platform.start.BackupService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs up all data of the service to a file, whether it is running or not, or verifies such a file. */
@Command(name = "backup", sortOptions = false)
public final class BackupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final ServiceOptions where = new ServiceOptions();

    @Option(names = "--verify", descriptionKey = "verify")
    private boolean isToBeVerified;

    @Parameters(index = "0", paramLabel = "FILE.zip", descriptionKey = "file")
    private Path file = Path.of("");

    /** @param context context of the command */
    public BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path there = context.resolve(file);
        if (isToBeVerified) {
            return ServiceOptions.runOrRefuse(context, () -> {
                BackupVerifier.BackupContents contents = BackupService.verify(there);
                long rows = contents.rows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                int tables = contents.rows().size();
                return BackupReportPrinter.print(
                        context, context.commandTexts().text("backup.verified", file, tables, rows), contents);
            });
        }
        return where.run(
                context,
                settings -> BackupReportPrinter.print(
                        context,
                        context.commandTexts().text("backup.done", file),
                        BackupService.create(settings, there)));
    }
}
