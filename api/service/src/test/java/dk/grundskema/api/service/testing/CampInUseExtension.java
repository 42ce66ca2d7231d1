package dk.grundskema.api.service.testing;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.start.ServiceApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A planned camp in use in a school of its own, shared by the tests of a class. It has its own service only if it has its own clock. */
public final class CampInUseExtension implements BeforeAllCallback, AfterAllCallback {
    /** All that is planned is over. */
    public static final Instant AFTER = Instant.parse("2026-10-01T10:00:00Z");

    private final @Nullable InstantSource clock;
    private Server server;
    private TestSchool school;
    private String place;

    /** A camp in the service that tests share, by whose clock all that is planned is over. */
    public CampInUseExtension() {
        this.clock = null;
    }

    /** @param clock of the camp's own service */
    public CampInUseExtension(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = clock == null
                ? TestServices.on(TestDatabase.H2)
                : Server.start(
                        ServiceApplication.create(new PluginPlanningFacade()),
                        TestDatabase.H2.fresh(Files.createTempDirectory("grundskema-test")),
                        clock);
        school = TestSchool.create(server);
        ServiceClient client = ServiceClient.administrator(server);
        place = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 300);
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (clock != null && server != null) {
            server.close();
        }
    }

    public Server server() {
        return server;
    }

    /** Whose camp it is. */
    public TestSchool school() {
        return school;
    }

    /** Where REST has the plan. */
    public String restAddress() {
        return place;
    }

    /** The plan's own page. */
    public String pageAddress() {
        return "/plans/" + TestPlans.planIdOf(place).value();
    }
}
