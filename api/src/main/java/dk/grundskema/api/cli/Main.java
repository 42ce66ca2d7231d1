package dk.grundskema.api.cli;

/** Entry point of the command line; a placeholder until the real commands are here. */
public final class Main {

    private Main() {}

    /**
     * Prints its arguments, one a line.
     *
     * @param args what the user typed
     */
    public static void main(String[] args) {
        for (String arg : args) {
            System.out.println(arg);
        }
    }
}
