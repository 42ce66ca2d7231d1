package dk.grundskema.api.service.start;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Application;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.service.overview.ExamplePlanLoader;
import java.util.List;

/** The service, for {@link Server#start}. */
public final class ServiceApplication {
    private ServiceApplication() {}

    /**
     * Returns the service as an application of the platform.
     *
     * @param planning the product with its plugins
     */
    public static Application create(PluginPlanningFacade planning) {
        return new Application(ServiceConfiguration.class, List.of(planning));
    }

    /** Loads the example plans into a running service, unless this was done before. */
    public static void loadExamples(Server server) {
        server.bean(ExamplePlanLoader.class).load();
    }
}
