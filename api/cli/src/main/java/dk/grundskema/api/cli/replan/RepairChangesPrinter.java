package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.repair.RepairFormatter;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.repair.RepairResult;
import java.util.List;

/** Prints the changes of a repair: by day, then by person, without repetitions. */
final class RepairChangesPrinter {
    private final Screen screen;
    private final Texts texts;
    private final RepairFormatter words;

    /**
     * @param screen  screen to write to
     * @param texts   texts with the names of the plan in use
     * @param names   names of teams
     * @param problem problem with the staff
     */
    RepairChangesPrinter(Screen screen, Texts texts, PlanNameResolver names, Problem problem) {
        this.screen = screen;
        this.texts = texts;
        this.words = new RepairFormatter(texts, names, problem);
    }

    /** Prints all changes and their number. */
    void print(RepairResult repair, List<Object> absentees) {
        screen.printLine(screen.bold(texts.text("replan.repair")));
        words.lines(repair.changes()).forEach((date, lines) -> {
            screen.printLine(texts.text("replan.date", date));
            lines.forEach(line -> screen.printLine("  " + (line.isGap() ? screen.red(line.text()) : line.text())));
        });
        screen.printEmptyLine();
        words.summary(repair, absentees).forEach(screen::printLine);
        screen.printEmptyLine();
    }
}
