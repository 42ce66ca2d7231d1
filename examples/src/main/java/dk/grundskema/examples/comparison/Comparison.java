package dk.grundskema.examples.comparison;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that compare and measure on made-up camps, schools and municipalities. */
@Command(
        name = "benchmark",
        subcommands = {Compare.class, Growth.class, Municipality.class})
public final class Comparison {
    /** For picocli, which makes it. */
    public Comparison() {}

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
     * @param out       where tables go
     * @param arguments the command and its options
     * @return 0 if all went well
     */
    public static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new Comparison()).setOut(out).execute(arguments);
    }
}
