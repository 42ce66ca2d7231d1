package dk.grundskema.api.cli;

import java.util.List;
import java.util.stream.Stream;

/** Entry point of the executable jar with all dependencies: without a command it starts the service. */
public final class JarMain {
    private static final List<String> ABOUT_THE_PROGRAM = List.of("-h", "--help", "-V", "--version");

    private JarMain() {}

    /**
     * Runs one command and exits with its exit code.
     *
     * @param args command line arguments
     */
    public static void main(String[] args) {
        Main.main(withDefaultCommand(args));
    }

    /** Returns the arguments, with the default command if none is given. */
    static String[] withDefaultCommand(String[] args) {
        boolean isCommand = args.length > 0 && (!args[0].startsWith("-") || ABOUT_THE_PROGRAM.contains(args[0]));
        return isCommand
                ? args
                : Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new);
    }
}
