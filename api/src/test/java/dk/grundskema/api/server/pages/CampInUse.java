package dk.grundskema.api.server.pages;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A planned camp by which people work, alone in a service with a clock of its own: such a plan binds the staff of others.
 *
 * @param server the service; whoever begins it closes it
 * @param school whose camp it is
 * @param place  where REST has the plan
 */
record CampInUse(Server server, School school, String place) implements AutoCloseable {
    /** All that is planned is over. */
    static final Instant AFTER = Instant.parse("2026-10-01T10:00:00Z");

    static CampInUse begin(Path folder, InstantSource clock) {
        Server server = Server.start(new PluginHouse(), Database.H2.fresh(folder), clock);
        School school = School.in(server);
        Client client = Services.administrator(server);
        String place = Planned.plan(client, server, school.path(), Services.example("camp-too-few-staff"), 300);
        client.with("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
        return new CampInUse(server, school, place);
    }

    /** The plan's own page. */
    String page() {
        return "/plans/" + NewPlan.id(place).value();
    }

    @Override
    public void close() {
        server.close();
    }
}
