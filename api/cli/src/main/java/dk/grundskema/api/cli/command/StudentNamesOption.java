package dk.grundskema.api.cli.command;

import dk.grundskema.api.planning.PlanNameResolver;
import picocli.CommandLine.Option;

/** Option to show students' names. By default they are not shown, because output may end up in a log. */
public final class StudentNamesOption {
    private final CommandContext context;

    /** @param context context whose names it changes */
    public StudentNamesOption(CommandContext context) {
        this.context = context;
    }

    @Option(names = "--names", descriptionKey = "common.names")
    void showNames(boolean asked) {
        context.showStudentsAs(asked ? PlanNameResolver.StudentNaming.NAMES : PlanNameResolver.StudentNaming.IDS);
    }
}
