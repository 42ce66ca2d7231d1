package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.repair.RepairWords;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Repair;
import java.util.List;

/** What a repair changes, on the screen: day by day, person by person, each thing once. */
final class ChangesView {
    private final Screen screen;
    private final Texts texts;
    private final RepairWords words;

    /**
     * @param screen  where it is said
     * @param texts   texts with the names of the plan that was in use
     * @param names   names of teams
     * @param problem whose staff is named
     */
    ChangesView(Screen screen, Texts texts, Names names, Problem problem) {
        this.screen = screen;
        this.texts = texts;
        this.words = new RepairWords(texts, names, problem);
    }

    /** Says all changes, and how many they are. */
    void say(Repair repair, List<Object> absentees) {
        screen.say(screen.bold(texts.text("replan.repair")));
        words.lines(repair.changes()).forEach((date, lines) -> {
            screen.say(texts.text("replan.date", date));
            lines.forEach(line -> screen.say("  " + (line.isGap() ? screen.red(line.text()) : line.text())));
        });
        screen.gap();
        words.summary(repair, absentees).forEach(screen::say);
        screen.gap();
    }
}
