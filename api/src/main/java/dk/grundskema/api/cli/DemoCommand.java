package dk.grundskema.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the program can do: its pages with examples, or, on the screen alone, a plan as people read it. */
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Desk desk;

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

    /** @param desk what it works with */
    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new Arguments(spec, desk.ownTexts());
        arguments.range("--seconds", seconds, Arguments.MOST_SECONDS);
        if (withoutServer) {
            return new DemoStory(desk).tell(seconds, output).code();
        }
        return new ServedDemo(desk).run(port, output).code();
    }
}
