package dk.grundskema.api.cli;

import dk.grundskema.api.server.operations.BackupCheck;

/** Says what a command did with a backup, and which documents in it were damaged before it was made. */
final class BackupWords {
    private BackupWords() {}

    /**
     * Says it.
     *
     * @param done     what was done, in words
     * @param contents what the backup holds
     * @return {@link Outcome#FAULTS} if the database was damaged already when the backup was made
     */
    static Outcome say(Desk desk, String done, BackupCheck.Contents contents) {
        desk.screen().say(done);
        if (!contents.isSealed()) {
            desk.screen().say(desk.ownTexts().text("backup.no-checksum"));
        }
        if (contents.broken().isEmpty()) {
            return Outcome.FINE;
        }
        contents.broken()
                .forEach(one -> desk.screen()
                        .err()
                        .println(
                                one.revisions().isEmpty()
                                        ? desk.ownTexts().text("backup.broken-document", one.hash())
                                        : desk.ownTexts()
                                                .text(
                                                        "backup.broken-revisions",
                                                        one.hash(),
                                                        String.join(", ", one.revisions()))));
        desk.screen().err().println(desk.ownTexts().text("backup.broken-what-to-do"));
        desk.screen().err().flush();
        return Outcome.FAULTS;
    }
}
