package dk.grundskema.api.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes, always in UTF-8.
 *
 * @param out      what was asked for
 * @param err      what went wrong
 * @param terminal whether somebody looks at {@code out} while it is written
 * @param colour   whether colours and bold type may be used
 * @param columns  how many characters fit on a line
 */
record Screen(PrintWriter out, PrintWriter err, boolean terminal, boolean colour, int columns) {
    private static final int USUAL_COLUMNS = 100;
    /** Of narrower ones nobody reads a table; a terminal that says 0 does not know. */
    private static final int FEWEST_COLUMNS = 20;

    private static final String ESCAPE = "\u001b[";

    /** The screen of this process. */
    static Screen ofProcess(Map<String, String> environment) {
        boolean terminal = isTerminal(System.console());
        return new Screen(
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                terminal,
                terminal && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                columns(environment.get("COLUMNS")));
    }

    static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** From Java 22 on there may be a console that is no terminal, and a method that tells; before, there is none then. */
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

    /** The same, but for a reader who sees neither colours nor bold type. */
    Screen plain() {
        return new Screen(out, err, terminal, false, columns);
    }

    /** The same, but all goes to the side of errors. */
    Screen ofErrors() {
        return new Screen(err, err, terminal, colour, columns);
    }

    /** Writes a line. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Writes an empty line. */
    void gap() {
        say("");
    }

    /** Writes the line over the one that was written so before. */
    void sayOver(String line) {
        out.print("\r" + (line.length() >= columns ? line.substring(0, columns - 1) : line) + ESCAPE + "K");
        out.flush();
    }

    /** The text in bold, where that can be shown. */
    String bold(String text) {
        return styled(text, "1");
    }

    /** The text in red, where that can be shown. */
    String red(String text) {
        return styled(text, "31");
    }

    /** The text in yellow, where that can be shown. */
    String yellow(String text) {
        return styled(text, "33");
    }

    /** The text in green, where that can be shown. */
    String green(String text) {
        return styled(text, "32");
    }

    private String styled(String text, String style) {
        return colour ? ESCAPE + style + "m" + text + ESCAPE + "0m" : text;
    }
}
