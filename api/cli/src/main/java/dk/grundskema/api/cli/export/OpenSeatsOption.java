package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Option to write sheets or calendars of a plan although required seats are open. Without it such a plan is refused, and the seats are named. A seat is
 * open if nobody takes it; one whose holder is unavailable then by the problem counts even if it can stay empty.
 */
public final class OpenSeatsOption {
    /** Maximum number of seats that a refusal names. */
    private static final int MAX_NAMED_SEATS = 50;

    @Option(names = "--confirm-open-seats", descriptionKey = "common.confirm-open-seats")
    private boolean isConfirmed;

    /** Returns the option as if it was given. */
    public static OpenSeatsOption confirmed() {
        var option = new OpenSeatsOption();
        option.isConfirmed = true;
        return option;
    }

    /** Adds the refusal of a plan to the findings of its file, if problem and plan are valid so far. */
    void check(CommandContext context, CommandInput intake, Path timetableFile) {
        Problem problem = intake.problem();
        Timetable timetable = intake.timetable();
        if (problem != null && timetable != null && !intake.hasErrors()) {
            intake.addFindings(timetableFile, refusals(context, problem, timetable));
        }
    }

    /** Returns the refusal of a plan and its open seats, the first ones in chronological order; empty if it may be written. */
    public List<Finding> refusals(CommandContext context, Problem problem, Timetable timetable) {
        List<OpenSeat> open = isConfirmed ? List.of() : OpenSeat.findAll(context.planning(), problem, timetable);
        List<OpenSeat> away = isConfirmed ? List.of() : OpenSeat.findUnavailable(problem, timetable);
        if (open.isEmpty() && away.isEmpty()) {
            return List.of();
        }
        var formatter = new PlanStatusFormatter(
                context.texts().withNames(context.names(problem).withTimetable(timetable)));
        var findings = new ArrayList<Finding>();
        if (!open.isEmpty()) {
            findings.add(Finding.error("open-seats.refused", "", open.size()));
        }
        if (!away.isEmpty()) {
            findings.add(Finding.error("open-seats.refused-away", "", away.size()));
        }
        open.stream()
                .map(seat -> Finding.error("open-seats.vacant", "", formatter.describe(seat)))
                .forEach(findings::add);
        away.stream()
                .map(seat -> Finding.error("open-seats.away", "", formatter.describe(seat)))
                .forEach(findings::add);
        return List.copyOf(findings.subList(0, Math.min(findings.size(), 2 + MAX_NAMED_SEATS)));
    }
}
