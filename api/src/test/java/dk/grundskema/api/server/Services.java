package dk.grundskema.api.server;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Services that tests share, one on each database, so that they start but once; each test makes plans of its own. */
public final class Services {
    private static final Map<Database, Server> RUNNING = new EnumMap<>(Database.class);

    private Services() {}

    /** The service on a database, begun when it is first asked for. */
    public static synchronized Server on(Database database) {
        return RUNNING.computeIfAbsent(database, fresh -> {
            Server server = start(fresh, folder());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        });
    }

    /** A service of one's own, on a database in which nothing is yet; whoever starts it closes it. */
    public static Server start(Database database, Path folder) {
        return Server.start(new PluginHouse(), database.fresh(folder));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("grundskema-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that has not signed in. */
    public static Client stranger(Server server) {
        return new Client("http://localhost:" + server.port(), List.of("Accept-Language", "en"));
    }

    /** A program with the first administrator's token. */
    public static Client administrator(Server server) {
        return stranger(server).token(Database.TOKEN);
    }

    /** The problem of an example, in the JDK's terms. */
    @SuppressWarnings("unchecked") // a problem is an object
    public static Map<String, Object> example(String name) {
        Path file = Path.of("../examples", name, "problem.json");
        try {
            if (JsonParsing.parse(Files.readString(file)) instanceof Read.Good<Json> good
                    && Json.toJava(good.value()) instanceof Map<?, ?> problem) {
                return (Map<String, Object>) problem;
            }
            throw new IllegalStateException("The example (%s) is no JSON.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
