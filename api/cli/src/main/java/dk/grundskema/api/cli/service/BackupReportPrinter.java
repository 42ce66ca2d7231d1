package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.platform.operation.BackupVerifier;

/** Prints the result of a backup command, with the documents that were already damaged when the backup was made. */
final class BackupReportPrinter {
    private BackupReportPrinter() {}

    /**
     * Prints the result.
     *
     * @param done     text of what was done
     * @param contents content of the backup
     * @return {@link ExitStatus#FAULTS} if the database was already damaged when the backup was made
     */
    static ExitStatus print(CommandContext context, String done, BackupVerifier.BackupContents contents) {
        context.screen().printLine(done);
        if (!contents.isSealed()) {
            context.screen().printLine(context.commandTexts().text("backup.no-checksum"));
        }
        if (contents.broken().isEmpty()) {
            return ExitStatus.FINE;
        }
        contents.broken()
                .forEach(one -> context.screen()
                        .err()
                        .println(
                                one.revisions().isEmpty()
                                        ? context.commandTexts().text("backup.broken-document", one.hash())
                                        : context.commandTexts()
                                                .text(
                                                        "backup.broken-revisions",
                                                        one.hash(),
                                                        String.join(", ", one.revisions()))));
        context.screen().err().println(context.commandTexts().text("backup.broken-what-to-do"));
        context.screen().err().flush();
        return ExitStatus.FAULTS;
    }
}
