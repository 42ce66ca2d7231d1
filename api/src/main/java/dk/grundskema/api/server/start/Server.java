package dk.grundskema.api.server.start;

import dk.grundskema.api.house.PluginHouse;
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

/** The service, running. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service; when this returns, it answers.
     *
     * @param house    the house with its plugins
     * @param settings how it is to be run
     * @throws StartRefusal if it can't start as things are
     */
    public static Server start(PluginHouse house, Settings settings) {
        return start(house, settings, Map.of());
    }

    /** The same with some of the framework's settings others than ours make them. */
    public static Server start(PluginHouse house, Settings settings, Map<String, Object> others) {
        return start(house, settings, others, InstantSource.system(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** The same by another clock than the machine's. */
    public static Server start(PluginHouse house, Settings settings, InstantSource clock) {
        return start(house, settings, Map.of(), clock, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * The same by another clock for limits per minute than the machine's.
     *
     * @param elapsed nanoseconds since any moment; requests are given back as it advances
     */
    public static Server start(PluginHouse house, Settings settings, TimeMeter elapsed) {
        return start(house, settings, Map.of(), elapsed);
    }

    /** The same with some of the framework's settings others than ours make them, and by another clock for limits per minute. */
    public static Server start(PluginHouse house, Settings settings, Map<String, Object> others, TimeMeter elapsed) {
        return start(house, settings, others, InstantSource.system(), elapsed);
    }

    private static Server start(
            PluginHouse house, Settings settings, Map<String, Object> others, InstantSource clock, TimeMeter elapsed) {
        var obstacles = new Obstacles(settings);
        obstacles.lookAtFolder();
        if (settings.isEmbedded()) {
            ClosedDatabase.isLookedForAlways();
        }
        var properties = new HashMap<>(settings.properties());
        properties.putAll(others);
        try {
            return new Server(new SpringApplicationBuilder(ServerApplication.class)
                    .bannerMode(Banner.Mode.OFF)
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .environment(new ServiceEnvironment(properties))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("house", house))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("settings", settings))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("clock", clock))
                    .initializers(fresh -> fresh.getBeanFactory().registerSingleton("elapsed", elapsed))
                    .run());
        } catch (RuntimeException failure) {
            throw obstacles.reason(failure);
        }
    }

    /** The port that it listens at. */
    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Loads examples to look at, if that was never done. */
    public void loadExamples() {
        part(Examples.class).load();
    }

    /** The code by which somebody becomes the first administrator; empty if there is one already. */
    public Optional<String> firstCode() {
        return part(FirstStart.class).code();
    }

    /**
     * Makes the first administrator, who signs in as {@code admin}, with a fresh password.
     *
     * @return the password, which is kept nowhere; empty if somebody administers already
     */
    public Optional<String> freshAdministrator() {
        return part(FirstStart.class).freshPassword();
    }

    /** Something that the service is made of, for tests that need to look inside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops it in order: what runs is brought to an end that can be gone on from. */
    @Override
    public void close() {
        context.close();
    }
}
