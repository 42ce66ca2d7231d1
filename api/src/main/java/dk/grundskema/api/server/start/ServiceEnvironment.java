package dk.grundskema.api.server.start;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/** What the framework may know of the world around it: our settings and nothing else, so that no stray variable or file changes them. */
final class ServiceEnvironment extends StandardServletEnvironment {
    private static final String SPRINGDOC = "springdoc.api-docs.enabled";

    ServiceEnvironment(Map<String, Object> settings) {
        getPropertySources().addFirst(new MapPropertySource("settings", settings));
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        String described = System.getProperty(SPRINGDOC);
        if (described != null) {
            sources.addLast(new MapPropertySource("tests", Map.of(SPRINGDOC, described)));
        }
    }
}
