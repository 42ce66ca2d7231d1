package dk.grundskema.api.platform.signin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps what configures an authorization server, which is on the class path of tests alone, out of the services under test: it makes a pair of keys in
 * each, which takes a quarter of their start.
 */
final class TestProviderImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String PACKAGE = "org.springframework.boot.security.oauth2.server.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean isProvider = Objects.requireNonNull(environment).containsProperty(TestOidcProvider.CLIENT_ID);
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            kept[i] = isProvider || name == null || !name.startsWith(PACKAGE);
        }
        return kept;
    }
}
