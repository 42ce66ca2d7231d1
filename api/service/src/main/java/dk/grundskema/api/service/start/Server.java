package dk.grundskema.api.service.start;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.overview.ExamplePlanLoader;
import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running service: the Spring context with its embedded web server. {@link #start} returns when the server accepts requests; {@link
 * #close} stops it.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service; it accepts requests when this returns.
     *
     * @param planning    the product with its plugins
     * @param settings settings of the service
     * @throws StartRefusedException if the service cannot start
     */
    public static Server start(PluginPlanningFacade planning, ServiceSettings settings) {
        return start(planning, settings, Map.of());
    }

    /** Starts the service with additional framework settings, which override the usual ones. */
    public static Server start(PluginPlanningFacade planning, ServiceSettings settings, Map<String, Object> others) {
        return start(planning, settings, others, InstantSource.system(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Starts the service with another clock than the system's. */
    public static Server start(PluginPlanningFacade planning, ServiceSettings settings, InstantSource clock) {
        return start(planning, settings, Map.of(), clock, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * Starts the service with another clock for limits per minute.
     *
     * @param timeMeter time in nanoseconds with an arbitrary origin; request budgets refill as it advances
     */
    public static Server start(PluginPlanningFacade planning, ServiceSettings settings, TimeMeter timeMeter) {
        return start(planning, settings, Map.of(), timeMeter);
    }

    /** Starts the service with additional framework settings and another clock for limits per minute. */
    public static Server start(
            PluginPlanningFacade planning, ServiceSettings settings, Map<String, Object> others, TimeMeter timeMeter) {
        return start(planning, settings, others, InstantSource.system(), timeMeter);
    }

    private static Server start(
            PluginPlanningFacade planning,
            ServiceSettings settings,
            Map<String, Object> others,
            InstantSource clock,
            TimeMeter timeMeter) {
        var obstacles = new StartFailureDiagnosis(settings);
        obstacles.prepareDataFolder();
        if (settings.isEmbedded()) {
            ClosedConnectionEvictor.enableConnectionTests();
        }
        var properties = new HashMap<>(settings.springProperties());
        properties.putAll(others);
        try {
            return new Server(new SpringApplicationBuilder(ServerApplication.class)
                    .bannerMode(Banner.Mode.OFF)
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .environment(new ServiceEnvironment(properties))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("planning", planning))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("settings", settings))
                    .initializers(fresh -> settings.records()
                            .forEach(record -> fresh.getBeanFactory()
                                    .registerSingleton(record.getClass().getName(), record)))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("clock", clock))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("elapsed", timeMeter))
                    .run());
        } catch (RuntimeException failure) {
            throw obstacles.explain(failure);
        }
    }

    /** Returns the port on which the service listens. */
    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Loads the example plans, unless this was done before. */
    public void loadExamples() {
        bean(ExamplePlanLoader.class).load();
    }

    /** Returns the code that makes a person the first administrator; empty if there is an administrator already. */
    public Optional<String> firstAdministratorCode() {
        return bean(FirstAdministratorBootstrap.class).code();
    }

    /**
     * Creates the first administrator, named {@code admin}, with a random password.
     *
     * @return the password, which is not stored; empty if there is an administrator already
     */
    public Optional<String> createFirstAdministrator() {
        return bean(FirstAdministratorBootstrap.class).createWithRandomPassword();
    }

    /** Returns a bean, for tests. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops the service; running solves end so that they can be continued. */
    @Override
    public void close() {
        context.close();
    }
}
