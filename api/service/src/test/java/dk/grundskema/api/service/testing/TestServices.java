package dk.grundskema.api.service.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.SharedServers;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Services that tests share, one on each database, so that each starts only once; each test creates its own plans. */
public final class TestServices {
    private static final SharedServers SERVERS =
            new SharedServers(() -> ServiceApplication.create(new PluginPlanningFacade()));

    private static final SharedServers OTHER_INSTALLATIONS =
            new SharedServers(() -> ServiceApplication.create(new PluginPlanningFacade()));

    private TestServices() {}

    /** Returns the service on a database, started on first use. */
    public static Server on(TestDatabase database) {
        return SERVERS.on(database);
    }

    /** Returns another installation, which has no plan in use unless the test puts one in use, and takes it out of use again. */
    public static Server elsewhere() {
        return OTHER_INSTALLATIONS.on(TestDatabase.H2);
    }

    /** Starts a separate service on an empty database; the caller closes it. */
    public static Server start(TestDatabase database, Path folder) {
        return start(database.fresh(folder));
    }

    /** Starts a separate service with these settings, by the clock of tests; the caller closes it. */
    public static Server start(ServiceSettings settings) {
        return SERVERS.start(settings);
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
