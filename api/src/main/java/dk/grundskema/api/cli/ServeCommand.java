package dk.grundskema.api.cli;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Settings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;

    private final Desk desk;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private int port = DEFAULT_PORT;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("grundskema-data");

    /** @param desk what it works with */
    ServeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var environment = desk.here().environment();
        var settings = Settings.embedded(port, desk.resolve(data), environment);
        try (Server server = Server.start(new PluginHouse(environment), settings)) {
            desk.screen().say(desk.ownTexts().text("serve.ready", String.valueOf(server.port())));
            new CountDownLatch(1).await();
        }
        return Outcome.FINE.code();
    }
}
