package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import picocli.CommandLine.Option;

/** Whether a command calls students by their names: only when asked to, for what it says may end in a log. */
final class NamesOption {
    private final Desk desk;

    /** @param desk whose names it is about */
    NamesOption(Desk desk) {
        this.desk = desk;
    }

    @Option(names = "--names", descriptionKey = "common.names")
    void names(boolean asked) {
        desk.call(asked ? Names.OfStudents.NAMES : Names.OfStudents.IDS);
    }
}
