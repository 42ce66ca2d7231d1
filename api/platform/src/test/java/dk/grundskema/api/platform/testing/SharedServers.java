package dk.grundskema.api.platform.testing;

import dk.grundskema.api.platform.start.Application;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Servers of an application that tests share, one on each database, so that each starts only once. */
public final class SharedServers {
    private final Supplier<Application> application;
    private final Map<TestDatabase, Server> running = new EnumMap<>(TestDatabase.class);

    /** @param application makes the application that each server runs */
    public SharedServers(Supplier<Application> application) {
        this.application = application;
    }

    /** Returns the server on a database, started on first use. */
    public synchronized Server on(TestDatabase database) {
        return running.computeIfAbsent(database, key -> {
            Server server = start(database.fresh(folder()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        });
    }

    /** Starts a separate server by the clock of tests; the caller closes it. */
    public Server start(ServiceSettings settings) {
        return Server.start(application.get(), settings, TestClock.source());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("grundskema-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
