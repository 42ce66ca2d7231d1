package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Timetable;

/** Prints the changes from an earlier plan: groups and meetings, each kind with its count and its first few changes. */
final class ComparisonPrinter {
    private static final int SHOWN = 5;

    private final Screen screen;
    private final Texts texts;
    private final PlanNameResolver names;

    /**
     * @param screen screen to write to
     * @param texts  texts with the names of the new plan
     * @param names  names of groups
     */
    ComparisonPrinter(Screen screen, Texts texts, PlanNameResolver names) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
    }

    /** Prints whether something else may be asked of the new plan, and then the changes. */
    void print(Timetable earlier, Timetable now) {
        if (!earlier.problem().equals(now.problem())) {
            screen.printLine(texts.text("solve.changes-asked"));
        }
        print(ChangeSet.between(earlier, now));
    }

    private void print(ChangeSet changes) {
        if (changes.groups().isEmpty() && changes.sessions().isEmpty()) {
            screen.printLine(texts.text("solve.changes-none"));
            screen.printEmptyLine();
            return;
        }
        screen.printLine(screen.bold(texts.text("solve.changes")));
        new TimetableChangeFormatter(texts, names).describe(changes).forEach(this::print);
        screen.printEmptyLine();
    }

    private void print(TimetableChangeFormatter.ChangeCategory kind) {
        screen.printLine("  " + kind.heading());
        kind.changes().stream().limit(SHOWN).forEach(one -> screen.printLine("    - " + one));
        if (kind.count() > SHOWN) {
            screen.printLine("    " + texts.text("solve.changes-more", kind.count() - SHOWN));
        }
    }
}
