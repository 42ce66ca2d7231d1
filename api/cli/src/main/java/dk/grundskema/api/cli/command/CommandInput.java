package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads all input of a command and collects the errors in it, so that they are reported together. */
public final class CommandInput {
    private final CommandContext context;
    private final List<LocatedFinding> findings = new ArrayList<>();
    private String timetableFile = "";
    private String hash = "";
    private @Nullable Problem problem;
    private @Nullable Timetable timetable;

    /** @param context context of the command */
    public CommandInput(CommandContext context) {
        this.context = context;
    }

    /**
     * Valid input.
     *
     * @param problem       the problem, validated without errors
     * @param hash          hash of the problem
     * @param timetable     the given timetable; {@code null} means none
     * @param timetableFile name of its file, as the user typed it; empty means none
     * @param texts         texts with the problem's names
     */
    public record ValidInput(
            Problem problem, String hash, @Nullable Timetable timetable, String timetableFile, Texts texts) {}

    /** Reads the problem and validates it, including the plugins' checks. */
    public void problem(Path given) {
        var reading = context.planning().readProblem(context.resolve(given));
        addFindings(given, reading.findings());
        if (reading instanceof ReadResult.Success<Problem> good) {
            hash = good.hash();
            problem = good.value();
            addFindings(given, context.planning().validate(good.value()));
        }
    }

    /**
     * Reads the timetable to check. If the problem is valid, also checks that the timetable refers to nothing that the problem lacks, and adds the lessons that a problem edited
     * since asks for. The problem that it was planned for is not among the files, so all lessons are added that the timetable of another problem lacks, also those that it was
     * to have.
     */
    public void timetable(Path given) {
        readPreviousTimetable(given);
        if (problem != null
                && timetable != null
                && findings.stream().noneMatch(each -> each.finding().isError())) {
            List<Finding> found = context.planning().validate(problem, hash, timetable);
            addFindings(given, found);
            if (!timetable.problem().equals(hash) && found.stream().noneMatch(Finding::isError)) {
                timetable = context.planning().addMissingLessons(problem, null, timetable);
            }
        }
    }

    /** Reads the timetable that the solver continues from. */
    public void readPreviousTimetable(Path given) {
        timetableFile = given.toString();
        var reading = context.planning().readTimetable(context.resolve(given));
        addFindings(given, reading.findings());
        if (reading instanceof ReadResult.Success<Timetable> good) {
            timetable = good.value();
        }
    }

    /** Checks that the result can be written to its file and does not overwrite the problem. */
    public void checkDestination(Path given, Path problemFile) {
        Path target = context.resolve(given);
        OutputFiles.writeRefusal(target)
                .or(() -> OutputFiles.overwriteRefusal(target, context.resolve(problemFile)))
                .ifPresent(finding -> addFindings(given, List.of(finding)));
    }

    /** Checks that a file to be written is not one that is read. */
    public void checkNoInput(Path target, Path input) {
        OutputFiles.overwriteRefusal(target, context.resolve(input))
                .ifPresent(finding -> addFindings(target, List.of(finding)));
    }

    /** Returns whether there is an error so far. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }

    /** Returns the problem; {@code null} if it could not be read. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** Returns the timetable; {@code null} if none was given or it could not be read. */
    public @Nullable Timetable timetable() {
        return timetable;
    }

    /** Adds findings to report with the others. */
    public void addFindings(Path file, List<Finding> found) {
        addFindings(file.toString(), found);
    }

    /** Adds findings about an argument. */
    public void addFindings(String option, List<Finding> found) {
        findings.addAll(LocatedFinding.inFile(option, found));
    }

    /**
     * Returns the valid input, and prints findings that are not errors.
     *
     * @throws BadInputException if there is any error
     */
    public ValidInput finish() {
        return finish(context.screen());
    }

    /**
     * Like {@link #finish}, but prints to standard error, because the output is read by programs.
     *
     * @throws BadInputException if there is any error
     */
    public ValidInput finishToErrors() {
        return finish(context.screen().forErrors());
    }

    private ValidInput finish(Screen screen) {
        if (problem == null || findings.stream().anyMatch(each -> each.finding().isError())) {
            throw new BadInputException(findings, problem == null ? Function.identity() : context.bareNames(problem));
        }
        Texts texts = context.texts().withNames(context.names(problem));
        new FindingPrinter(screen, texts).printFindings(findings);
        return new ValidInput(problem, hash, timetable, timetableFile, texts);
    }
}
