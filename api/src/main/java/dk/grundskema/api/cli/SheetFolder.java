package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.exports.Sheets;
import dk.grundskema.api.platform.OwnFolder;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that a command fills with sheets.
 *
 * @param desk  what it works with
 * @param given the folder, as the user named it; it need not be there yet
 */
record SheetFolder(Desk desk, Path given) implements PlanFolder {
    private OwnFolder folder() {
        return new OwnFolder(desk.resolve(given), Sheets.PURPOSE);
    }

    /** What speaks against the folder, or against the sheets that every plan has. */
    @Override
    public List<Finding> refusals() {
        return folder().refusals(Sheets.ALWAYS);
    }

    @Override
    public void fill(Taken taken, Timetable timetable) {
        var files = desk.papers(taken.problem()).sheets(timetable);
        var refusals = folder().refusals(files.keySet());
        if (!refusals.isEmpty()) {
            throw new BadInputException(Placed.in(given.toString(), refusals), desk.names(taken.problem()));
        }
        CannotWriteException.throwIfAny(given, folder().write(files));
        Path folder = desk.resolve(given).toAbsolutePath().normalize();
        int ofDays = files.keySet().stream().anyMatch(Sheets::isOfADay) ? 1 : 0;
        desk.screen().say(taken.texts().text("sheets.written", files.size(), folder, ofDays));
        desk.screen().say(taken.texts().text("sheets.next", folder.resolve(Sheets.INDEX)));
    }
}
