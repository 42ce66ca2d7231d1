package dk.grundskema.api.server.start;

import dk.grundskema.api.house.PluginHouse;
import java.util.Map;
import java.util.TreeMap;
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
     */
    public static Server start(PluginHouse house, Settings settings) {
        Map<String, Object> properties = new TreeMap<>(settings.properties());
        var context = new SpringApplicationBuilder(ServerApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(true)
                .logStartupInfo(false)
                .properties(properties)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("house", house))
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("settings", settings))
                .run();
        return new Server(context);
    }

    /** The port that it listens at. */
    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
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
