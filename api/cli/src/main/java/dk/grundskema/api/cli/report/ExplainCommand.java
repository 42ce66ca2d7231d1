package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.explanation.ExplainedMeeting;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.OpenSeatBound;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains why a meeting is as it is and what could be otherwise, or why seats of a timetable are open. */
@Command(name = "explain", sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Parameters(index = "2", arity = "0..1", paramLabel = "MEETING", descriptionKey = "meeting")
    private @Nullable String meeting;

    /** @param context context of the command */
    public ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Timetable read = intake.timetable();
        Optional<Meeting> asked = read == null ? Optional.empty() : find(read);
        if (meeting != null && read != null && asked.isEmpty()) {
            intake.addFindings(meeting, List.of(Finding.error("proof.no-meeting", "")));
        }
        ValidInput taken = intake.finish();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        var texts = taken.texts().withNames(context.names(taken.problem()).withTimetable(timetable));
        var printer = new StaffingProofPrinter(context.screen(), texts);
        StaffingProofs proofs = context.planning().staffingProofs();
        if (asked.isPresent()) {
            print(taken.problem(), timetable, asked.get(), printer, texts);
            return ExitStatus.FINE.code();
        }
        OpenSeatBound bound = proofs.boundOpenSeats(taken.problem(), timetable);
        if (bound.open() == 0) {
            context.screen().printLine(texts.text("proof.none-open"));
        }
        printer.printOpenSeats(proofs, taken.problem(), timetable, bound);
        return ExitStatus.FINE.code();
    }

    private void print(Problem problem, Timetable timetable, Meeting asked, StaffingProofPrinter seats, Texts texts) {
        ExplainedMeeting explained = ExplainedMeeting.of(context.planning(), problem, timetable, asked);
        var printer = new MeetingExplanationPrinter(context.screen(), texts);
        printer.printTimeAndRoom(explained);
        seats.printSeats(context.planning().staffingProofs(), problem, timetable, asked, explained.wishes());
        printer.printWishesAndMembers(explained);
    }

    private Optional<Meeting> find(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(held -> held.sessionId().value().equals(meeting))
                .findFirst();
    }
}
