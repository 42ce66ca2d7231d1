package dk.grundskema.api.cli;

import java.util.List;
import java.util.stream.Stream;

/** Entry point of the jar that holds everything: without a command it serves. */
public final class JarMain {
    private static final List<String> ABOUT_THE_PROGRAM = List.of("-h", "--help", "-V", "--version");

    private JarMain() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args what the user typed
     */
    public static void main(String[] args) {
        Main.main(meant(args));
    }

    /** What was typed, with the command that was left out. */
    static String[] meant(String[] args) {
        boolean isCommand = args.length > 0 && (!args[0].startsWith("-") || ABOUT_THE_PROGRAM.contains(args[0]));
        return isCommand
                ? args
                : Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new);
    }
}
