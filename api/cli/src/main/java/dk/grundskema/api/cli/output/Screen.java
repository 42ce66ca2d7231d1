package dk.grundskema.api.cli.output;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Output of a command, always in UTF-8.
 *
 * @param out      standard output, for results
 * @param err      standard error, for error messages
 * @param terminal whether {@code out} is a terminal
 * @param colour   whether to use colours and bold type
 * @param columns  width in characters
 */
public record Screen(PrintWriter out, PrintWriter err, boolean terminal, boolean colour, int columns) {
    private static final int USUAL_COLUMNS = 100;
    /** Minimum width for tables; a terminal that reports 0 does not know its width. */
    private static final int FEWEST_COLUMNS = 20;

    private static final String ESCAPE = "\u001b[";

    /** Returns the screen of this process. */
    public static Screen ofProcess(Map<String, String> environment) {
        boolean terminal = isTerminal(System.console());
        return new Screen(
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                terminal,
                terminal && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                columns(environment.get("COLUMNS")));
    }

    public static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** From Java 22 on, the console may not be a terminal and a method reports it; in earlier versions there is no console then. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int columns(@Nullable String given) {
        try {
            int columns = Integer.parseInt(String.valueOf(given));
            return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /** Returns a copy without colours and bold type. */
    public Screen plain() {
        return new Screen(out, err, terminal, false, columns);
    }

    /** Returns a copy that writes everything to standard error. */
    public Screen forErrors() {
        return new Screen(err, err, terminal, colour, columns);
    }

    /** Prints a line. */
    public void printLine(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints an empty line. */
    public void printEmptyLine() {
        printLine("");
    }

    /** Prints a line that replaces the previous one printed by this method. */
    public void overwriteLine(String line) {
        out.print("\r" + (line.length() >= columns ? line.substring(0, columns - 1) : line) + ESCAPE + "K");
        out.flush();
    }

    /** Returns the text in bold, if the screen supports it. */
    public String bold(String text) {
        return styled(text, "1");
    }

    /** Returns the text in red, if the screen supports it. */
    public String red(String text) {
        return styled(text, "31");
    }

    /** Returns the text in yellow, if the screen supports it. */
    public String yellow(String text) {
        return styled(text, "33");
    }

    /** Returns the text in green, if the screen supports it. */
    public String green(String text) {
        return styled(text, "32");
    }

    private String styled(String text, String style) {
        return colour ? ESCAPE + style + "m" + text + ESCAPE + "0m" : text;
    }
}
