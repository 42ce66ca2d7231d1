package dk.grundskema.examples.comparison;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Commands that compare and measure solvers, and changes of plans in use. */
@Command(
        name = "benchmark",
        subcommands = {
            ChangesCommand.class,
            CompareCommand.class,
            GenerateCommand.class,
            GrowthCommand.class,
            MunicipalityCommand.class
        })
public final class ComparisonProgram {
    /** Called by picocli. */
    public ComparisonProgram() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out       receives the tables
     * @param arguments the command and its options
     * @return exit code, 0 on success
     */
    public static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new ComparisonProgram()).setOut(out).execute(arguments);
    }
}
