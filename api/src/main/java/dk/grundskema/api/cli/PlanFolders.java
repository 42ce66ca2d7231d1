package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders that a solve fills beside the plan itself. Whether they can be is found out before anything is solved.
 *
 * @param desk    what it works with
 * @param folders the folders, in the order in which they are filled
 */
record PlanFolders(Desk desk, List<PlanFolder> folders) {
    /** Copies the list. */
    PlanFolders {
        folders = List.copyOf(folders);
    }

    /**
     * Those that are wanted.
     *
     * @param sheets    folder of sheets, as the user named it; {@code null} means that none are wanted
     * @param calendars folder of calendars, likewise
     */
    static PlanFolders of(Desk desk, @Nullable Path sheets, @Nullable Path calendars) {
        Stream<PlanFolder> wanted = Stream.concat(
                Stream.ofNullable(sheets).map(folder -> new SheetFolder(desk, folder)),
                Stream.ofNullable(calendars).map(folder -> new CalendarFolder(desk, folder)));
        return new PlanFolders(desk, wanted.toList());
    }

    /** Notes what speaks against the folders themselves. */
    void look(Intake intake) {
        folders.forEach(folder -> intake.note(folder.given(), folder.refusals()));
    }

    /**
     * Makes sure that the files can be written, as far as their names are known.
     *
     * @throws BadInputException if others' files are in the way
     */
    void expect(Taken taken) {
        folders.forEach(folder -> folder.expect(taken));
    }

    /**
     * Writes what is wanted of a plan, and says what to do with it.
     *
     * @return the outcome of the solve; that input was bad, if others' files were in the way of some
     */
    Outcome fill(Taken taken, SolveJob.Result result) {
        Outcome outcome = result.outcome();
        for (PlanFolder folder : folders) {
            if (!isFilled(folder, taken, result.timetable())) {
                outcome = Outcome.BAD_INPUT;
            }
        }
        return outcome;
    }

    private boolean isFilled(PlanFolder folder, Taken taken, Timetable timetable) {
        try {
            folder.fill(taken, timetable);
            return true;
        } catch (BadInputException refused) {
            new Paragraphs(desk.screen(), taken.texts()).tell(refused.findings());
            desk.screen().say(taken.texts().text("solve.folder-refused", folder.given()));
            return false;
        }
    }
}
