package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.ledger.LedgerJson;
import dk.grundskema.api.ledger.LedgerView;
import dk.grundskema.api.ledger.LedgerWords;
import dk.grundskema.api.ledger.LedgerWorkbook;
import dk.grundskema.api.platform.WholeFile;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who gets how much of what in a finished timetable, and what it takes from ordinary teaching. */
@Command(name = "ledger", sortOptions = false)
final class LedgerCommand implements Callable<Integer> {
    private static final String ENDING = ".xlsx";

    private final Desk desk;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--xlsx", paramLabel = "FILE.xlsx", descriptionKey = "xlsx")
    private @Nullable Path workbook;

    /** @param desk what it works with */
    LedgerCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        if (workbook != null) {
            destination(intake, workbook);
        }
        Taken taken = json ? intake.doneApartFromOutput() : intake.done();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        Ledger ledger = desk.house().ledger(taken.problem(), timetable);
        Locale language = desk.ownTexts().locale();
        var words = LedgerWords.of(language, taken.problem(), desk.house().typeNames(language));
        if (workbook != null) {
            Path target = desk.resolve(workbook);
            CannotWriteException.throwIfAny(
                    target, WholeFile.write(LedgerWorkbook.bytes(ledger, taken.problem(), timetable, words), target));
        }
        if (json) {
            desk.screen().out().print(LedgerJson.text(ledger));
            desk.screen().out().flush();
        } else {
            say(LedgerView.of(ledger, words));
        }
        return Outcome.FINE.code();
    }

    private void destination(Intake intake, Path given) {
        intake.destination(given, problemFile);
        Destination.overInput(desk.resolve(given), desk.resolve(timetableFile))
                .ifPresent(finding -> intake.note(given, List.of(finding)));
        if (!given.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            intake.note(given, List.of(Finding.error("ledger.ending", "", given + ENDING)));
        }
    }

    private void say(LedgerView.Seen seen) {
        var screen = desk.screen();
        screen.say(screen.bold(seen.headline()));
        screen.gap();
        new BreakdownPrint(screen).print(seen.tables());
        screen.say(
                workbook == null
                        ? desk.ownTexts().text("ledger.student-by-student")
                        : desk.ownTexts().text("ledger.written", workbook));
    }
}
