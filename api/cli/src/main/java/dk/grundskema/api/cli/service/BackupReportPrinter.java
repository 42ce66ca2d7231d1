package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.service.operation.BackupVerifier;

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
    static ExitStatus print(CommandContext desk, String done, BackupVerifier.BackupContents contents) {
        desk.screen().printLine(done);
        if (!contents.isSealed()) {
            desk.screen().printLine(desk.commandTexts().text("backup.no-checksum"));
        }
        if (contents.broken().isEmpty()) {
            return ExitStatus.FINE;
        }
        contents.broken()
                .forEach(one -> desk.screen()
                        .err()
                        .println(
                                one.revisions().isEmpty()
                                        ? desk.commandTexts().text("backup.broken-document", one.hash())
                                        : desk.commandTexts()
                                                .text(
                                                        "backup.broken-revisions",
                                                        one.hash(),
                                                        String.join(", ", one.revisions()))));
        desk.screen().err().println(desk.commandTexts().text("backup.broken-what-to-do"));
        desk.screen().err().flush();
        return ExitStatus.FAULTS;
    }
}
