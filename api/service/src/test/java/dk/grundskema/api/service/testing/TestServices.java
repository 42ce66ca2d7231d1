package dk.grundskema.api.service.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.start.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Services that tests share, one on each database, so that each starts only once; each test creates its own plans. */
public final class TestServices {
    private static final Map<TestDatabase, Server> RUNNING = new EnumMap<>(TestDatabase.class);

    private TestServices() {}

    /** Returns the service on a database, started on first use. */
    public static synchronized Server on(TestDatabase database) {
        return RUNNING.computeIfAbsent(database, fresh -> {
            Server server = start(fresh, folder());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        });
    }

    /** Starts a separate service on an empty database; the caller closes it. */
    public static Server start(TestDatabase database, Path folder) {
        return start(database.fresh(folder));
    }

    /** A service with these settings, by the clock of tests; anybody who starts it closes it. */
    public static Server start(ServiceSettings settings) {
        return Server.start(new PluginPlanningFacade(), settings, TestClock.source());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("grundskema-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that has not signed in. */
    public static ServiceClient anonymousClient(Server server) {
        return new ServiceClient("http://localhost:" + server.port(), List.of("Accept-Language", "en"));
    }

    /** A program with the first administrator's token. */
    public static ServiceClient administratorClient(Server server) {
        return anonymousClient(server).withToken(TestDatabase.TOKEN);
    }

    /** The problem of an example, in the JDK's terms. */
    public static Map<String, Object> exampleProblem(String name) {
        return problem(Path.of("../../examples", name, "problem.json"));
    }

    /** The problem of a camp of one week, for tests that send many requests about any camp. */
    public static Map<String, Object> weekOfCamp() {
        Map<String, Object> problem = exampleProblem("camp-3-weeks");
        asObject(problem.get("horizon")).put("weeks", 1);
        for (Object one : (List<?>) problem.get("interventions")) {
            asObject(asObject(one).get("parameters")).put("weeks", 1);
        }
        return problem;
    }

    @SuppressWarnings("unchecked") // fields of an object have names
    private static Map<String, Object> asObject(Object json) {
        return (Map<String, Object>) json;
    }

    /** Returns the problem in a file. */
    @SuppressWarnings("unchecked") // a problem is an object
    public static Map<String, Object> problem(Path file) {
        try {
            if (JsonTreeParser.parse(Files.readString(file)) instanceof ReadResult.Success<Json> good
                    && Json.toJava(good.value()) instanceof Map<?, ?> problem) {
                return (Map<String, Object>) problem;
            }
            throw new IllegalStateException("The example (%s) is no JSON.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
