package dk.grundskema.api.platform.start;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running application: the Spring context with its embedded web server. {@link #start} returns when the server accepts requests; {@link
 * #close} stops it.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts an application; it accepts requests when this returns.
     *
     * @param application its features
     * @param settings    its settings
     * @throws StartRefusedException if the application cannot start
     */
    public static Server start(Application application, ServiceSettings settings) {
        return start(application, settings, Map.of());
    }

    /** Starts an application with additional framework settings, which override the usual ones. */
    public static Server start(Application application, ServiceSettings settings, Map<String, Object> others) {
        return start(application, settings, others, InstantSource.system(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Starts an application with another clock than the system's. */
    public static Server start(Application application, ServiceSettings settings, InstantSource clock) {
        return start(application, settings, Map.of(), clock, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * Starts an application with another clock for limits per minute.
     *
     * @param timeMeter time in nanoseconds with an arbitrary origin; request budgets refill as it advances
     */
    public static Server start(Application application, ServiceSettings settings, TimeMeter timeMeter) {
        return start(application, settings, Map.of(), timeMeter);
    }

    /** Starts an application with additional framework settings and another clock for limits per minute. */
    public static Server start(
            Application application, ServiceSettings settings, Map<String, Object> others, TimeMeter timeMeter) {
        return start(application, settings, others, InstantSource.system(), timeMeter);
    }

    private static Server start(
            Application application,
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
            return new Server(new SpringApplicationBuilder(PlatformConfiguration.class, application.configuration())
                    .bannerMode(Banner.Mode.OFF)
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .environment(new ServiceEnvironment(properties))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("settings", settings))
                    .initializers(fresh -> Stream.concat(application.beans().stream(), settings.records().stream())
                            .forEach(bean -> fresh.getBeanFactory()
                                    .registerSingleton(bean.getClass().getName(), bean)))
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

    /** Stops the application; its background work ends so that it can be continued. */
    @Override
    public void close() {
        context.close();
    }
}
