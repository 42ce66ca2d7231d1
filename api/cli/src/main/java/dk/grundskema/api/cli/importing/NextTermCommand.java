package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.planning.nextterm.NextTerm;
import dk.grundskema.api.planning.nextterm.NextTermBuilder;
import dk.grundskema.api.planning.nextterm.TermShift;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the problem of a next school year or camp out of one that is there. */
@Command(name = "next-term", sortOptions = false)
public final class NextTermCommand implements Callable<Integer> {
    private static final String SCHOOL_YEAR = "--school-year";
    private static final String FIRST_DAY = "--first-day";

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Option(names = SCHOOL_YEAR, paramLabel = "2027/28", descriptionKey = "school-year")
    private @Nullable String schoolYear;

    @Option(names = FIRST_DAY, paramLabel = "DAY", descriptionKey = "first-day")
    private @Nullable String firstDay;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "title")
    private @Nullable String title;

    @Option(names = "--output", required = true, paramLabel = "NEXT.json", descriptionKey = "output")
    private Path output = Path.of("");

    /** @param context context of the command */
    public NextTermCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (schoolYear != null && firstDay != null) {
            throw new ArgumentValidator(spec, context.commandTexts()).invalidArgument("usage.year-or-day");
        }
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.checkDestination(output, problemFile);
        Problem problem = intake.problem();
        Optional<TermShift> shift = problem == null ? Optional.empty() : findShift(intake, problem);
        ValidInput taken = intake.finish();
        NextTerm next = NextTermBuilder.build(content(), taken.problem(), shift.orElseThrow(), title);
        Path target = context.resolve(output);
        OutputNotWrittenException.throwIfAny(target, context.planning().write(next.json(), target));
        return report(next, target);
    }

    /** Returns how far the term moves; empty if there are errors, which are collected. */
    private Optional<TermShift> findShift(CommandInput intake, Problem problem) {
        String day = firstDay;
        Optional<TermShift> shift =
                day == null ? TermShift.parseSchoolYear(problem, schoolYear) : TermShift.parseFirstDay(problem, day);
        if (shift.isEmpty() && day == null) {
            SchoolYear present = TermShift.schoolYear(problem);
            intake.addFindings(
                    SCHOOL_YEAR,
                    List.of(Finding.error("next-term.bad-year", "", String.valueOf(schoolYear), present.toString())));
        } else if (shift.isEmpty() && day != null) {
            intake.addFindings(
                    FIRST_DAY,
                    List.of(Finding.error(
                            "next-term.bad-day", "", day, problem.horizon().firstDay())));
        }
        return shift;
    }

    private Json.JsonObject content() {
        try {
            String text = Files.readString(context.resolve(problemFile));
            if (JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                    && good.value() instanceof Json.JsonObject content) {
                return content;
            }
            throw new IllegalStateException(
                    "The file (%s) is no problem any more.\nMaybe it was changed meanwhile?".formatted(problemFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what differs, and what of the written file does not fit any more. */
    private int report(NextTerm next, Path target) {
        ReadResult<Problem> read = context.planning().readProblem(target);
        List<Finding> left = read instanceof ReadResult.Success<Problem> good
                ? context.planning().validate(good.value())
                : read.findings();
        var texts = read instanceof ReadResult.Success<Problem> good
                ? context.texts().withNames(context.bareNames(good.value()))
                : context.texts().withNames(Function.identity());
        var print = new FindingPrinter(context.screen(), texts);
        print.printFindings("next-term.differs", "", next.notes());
        print.printFindings("next-term.left", output.toString(), left);
        context.screen().printLine(context.commandTexts().text("next-term.written", output));
        return (left.stream().anyMatch(Finding::isError) ? ExitStatus.BAD_INPUT : ExitStatus.FINE).code();
    }
}
