package dk.grundskema.api.platform.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dk.grundskema.api.platform.testing.TestSchool;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * An OpenID Connect provider for tests. It knows one person, whose name is the address.
 *
 * @param port    port of the provider
 * @param context its Spring context
 */
record TestOidcProvider(int port, ConfigurableApplicationContext context) implements AutoCloseable {
    private static final String CLIENT = "spring.security.oauth2.authorizationserver.client.grundskema.";

    /** Setting that a provider has and a service has not. */
    static final String CLIENT_ID = CLIENT + "registration.client-id";

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(20_000, 31_000));
    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    /** The key of all providers, which takes a second to make. */
    private static final class SigningKey {
        static final RSAKey KEY = create();

        private static RSAKey create() {
            try {
                return new RSAKeyGenerator(2048).keyID("test").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The Spring configuration of the provider. */
    @EnableAutoConfiguration
    static class ProviderConfiguration {
        @Bean
        static JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(SigningKey.KEY));
        }

        @Bean
        static OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                String person = token.getPrincipal().getName();
                token.getClaims().claim("email", person).claim("email_verified", true);
                CLAIMS.getOrDefault(person, Map.of())
                        .forEach((name, value) -> token.getClaims().claim(name, value));
            };
        }
    }

    /** Sets the further claims about the person; {@code email} and {@code email_verified} may be among them. */
    static void setClaims(String person, Map<String, Object> claims) {
        CLAIMS.put(person, claims);
    }

    /** Returns an unused port below the range of ephemeral ports; each port is returned only once. */
    static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(NEXT_PORT.getAndIncrement())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // the port is in use: try the next one
            }
        }
    }

    /** Starts the provider for a service at an address. */
    static TestOidcProvider start(int port, String service, String person) {
        var settings = new TreeMap<String, Object>();
        settings.put("server.port", port);
        settings.put("server.servlet.session.cookie.name", "PROVIDER");
        settings.put("spring.security.user.name", person);
        settings.put("spring.security.user.password", "{noop}" + TestSchool.PASSWORD);
        settings.put(CLIENT_ID, "grundskema");
        settings.put(CLIENT + "registration.client-secret", "{noop}geheim");
        settings.put(CLIENT + "registration.client-authentication-methods", "client_secret_basic");
        settings.put(CLIENT + "registration.authorization-grant-types", "authorization_code");
        settings.put(CLIENT + "registration.redirect-uris", service + "/login/oauth2/code/oidc");
        settings.put(CLIENT + "registration.scopes", "openid,email,profile");
        settings.put(CLIENT + "require-proof-key", "true");
        settings.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                        + "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration");
        return new TestOidcProvider(
                port,
                new SpringApplicationBuilder(ProviderConfiguration.class)
                        .properties(settings)
                        .logStartupInfo(false)
                        .run());
    }

    @Override
    public void close() {
        context.close();
    }
}
