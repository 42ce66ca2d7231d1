package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Demonstrates the program: starts the service with examples, or prints a plan on the screen. */
@Command(name = "demo", sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--no-server", descriptionKey = "no-server")
    private boolean withoutServer;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private @Nullable String port;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private int seconds = 5;

    @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
    private @Nullable Path output;

    /** @param context context of the command */
    public DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new ArgumentValidator(spec, context.commandTexts());
        arguments.checkRange("--seconds", seconds, ArgumentValidator.MOST_SECONDS);
        if (withoutServer) {
            return new ScreenDemo(context).run(seconds, output).code();
        }
        return new ServerDemo(context).run(port, output).code();
    }
}
