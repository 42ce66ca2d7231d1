package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.api.documents.ledger.LedgerJsonWriter;
import dk.grundskema.api.documents.ledger.LedgerSummaryBuilder;
import dk.grundskema.api.documents.ledger.LedgerTexts;
import dk.grundskema.api.exports.workbook.LedgerWorkbook;
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

/** Reports what each student, class and staff member gets in a timetable, and what it takes from ordinary lessons. */
@Command(name = "ledger", sortOptions = false)
public final class LedgerCommand implements Callable<Integer> {
    private static final String ENDING = ".xlsx";

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--xlsx", paramLabel = "FILE.xlsx", descriptionKey = "xlsx")
    private @Nullable Path workbook;

    /** @param context context of the command */
    public LedgerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        if (workbook != null) {
            checkDestination(intake, workbook);
        }
        ValidInput taken = json ? intake.finishToErrors() : intake.finish();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        Ledger ledger = context.planning().ledger(taken.problem(), timetable);
        Locale language = context.commandTexts().locale();
        var words = LedgerTexts.of(language, taken.problem(), context.planning().typeNames(language));
        if (workbook != null) {
            Path target = context.resolve(workbook);
            OutputNotWrittenException.throwIfAny(
                    target,
                    AtomicFileWriter.write(LedgerWorkbook.bytes(ledger, taken.problem(), timetable, words), target));
        }
        if (json) {
            context.screen().out().print(LedgerJsonWriter.text(ledger));
            context.screen().out().flush();
        } else {
            printLedger(LedgerSummaryBuilder.summarize(ledger, words));
        }
        return ExitStatus.FINE.code();
    }

    private void checkDestination(CommandInput intake, Path given) {
        intake.checkDestination(given, problemFile);
        OutputFiles.overwriteRefusal(context.resolve(given), context.resolve(timetableFile))
                .ifPresent(finding -> intake.addFindings(given, List.of(finding)));
        if (!given.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            intake.addFindings(given, List.of(Finding.error("ledger.ending", "", given + ENDING)));
        }
    }

    private void printLedger(LedgerSummaryBuilder.LedgerSummary seen) {
        var screen = context.screen();
        screen.printLine(screen.bold(seen.headline()));
        screen.printEmptyLine();
        new BreakdownPrinter(screen).print(seen.tables());
        screen.printLine(
                workbook == null
                        ? context.commandTexts().text("ledger.student-by-student")
                        : context.commandTexts().text("ledger.written", workbook));
    }
}
