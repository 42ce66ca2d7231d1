package dk.grundskema.api.server.pages;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A planned camp by which people work, as long as the tests of a class. It is alone in a service with a clock of its own, for such a plan binds the
 * staff of others.
 */
final class CampInUse implements BeforeAllCallback, AfterAllCallback {
    /** All that is planned is over. */
    static final Instant AFTER = Instant.parse("2026-10-01T10:00:00Z");

    private final InstantSource clock;
    private Server server;
    private School school;
    private String place;

    /** @param clock the service's */
    CampInUse(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server =
                Server.start(new PluginHouse(), Database.H2.fresh(Files.createTempDirectory("grundskema-test")), clock);
        school = School.in(server);
        Client client = Services.administrator(server);
        place = Planned.plan(client, server, school.path(), Services.example("camp-too-few-staff"), 300);
        client.with("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
    }

    Server server() {
        return server;
    }

    /** Whose camp it is. */
    School school() {
        return school;
    }

    /** Where REST has the plan. */
    String place() {
        return place;
    }

    /** The plan's own page. */
    String page() {
        return "/plans/" + NewPlan.id(place).value();
    }
}
