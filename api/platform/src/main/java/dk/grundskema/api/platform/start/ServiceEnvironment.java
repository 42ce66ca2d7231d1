package dk.grundskema.api.platform.start;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Spring environment that contains only the settings of this service, so that no other variable or file changes them. */
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
