package dk.grundskema.api.platform.signin;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.AuthenticationCookies;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Stores OpenID Connect sign-ins in progress in the database for a short time, so that any process on it can complete them; the browser has a secret
 * that leads to the stored request, once.
 */
@Component
class OidcLoginRequestRepository implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Time limit for the sign-in at the issuer. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final boolean isAlwaysEncrypted;

    OidcLoginRequestRepository(JdbcClient database, IdGenerator ids, InstantSource clock, ServerSettings settings) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.isAlwaysEncrypted = settings.hasSecureCookies();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        Instant now = clock.instant();
        database.sql("DELETE FROM sign_in_elsewhere WHERE expires < :now OR expires > :late")
                .param("now", Timestamp.from(now))
                .param("late", Timestamp.from(now.plus(LIFETIME.multipliedBy(2))))
                .update();
        String secret = ids.newSecret();
        database.sql("INSERT INTO sign_in_elsewhere (hash, content, expires) VALUES (:hash, :content, :expires)")
                .param("hash", hash(secret))
                .param("content", serialize(begun))
                .param("expires", Timestamp.from(now.plus(LIFETIME)))
                .update();
        AuthenticationCookies.setOidcRequest(response, secret, isAlwaysEncrypted || request.isSecure(), LIFETIME);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return secret(request).flatMap(this::find).orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<String> secret = secret(request);
        if (secret.isEmpty()) {
            return null;
        }
        AuthenticationCookies.setOidcRequest(response, "", isAlwaysEncrypted || request.isSecure(), Duration.ZERO);
        Optional<OAuth2AuthorizationRequest> found = secret.flatMap(this::find);
        int taken = database.sql("DELETE FROM sign_in_elsewhere WHERE hash = :hash")
                .param("hash", hash(secret.get()))
                .update();
        return taken == 1 ? found.orElse(null) : null;
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return AuthenticationCookies.value(request, AuthenticationCookies.OIDC_LOGIN);
    }

    private static String hash(String secret) {
        return SecretHash.hash("elsewhere " + secret);
    }

    private Optional<OAuth2AuthorizationRequest> find(String secret) {
        return database.sql("SELECT content FROM sign_in_elsewhere WHERE hash = :hash AND expires > :now")
                .param("hash", hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(OidcLoginRequestRepository::deserialize);
    }

    private static String serialize(OAuth2AuthorizationRequest begun) {
        var content = new TreeMap<String, Object>();
        content.put("uri", begun.getAuthorizationUri());
        content.put("client", begun.getClientId());
        content.put("redirect", String.valueOf(begun.getRedirectUri()));
        content.put("scopes", String.join(" ", begun.getScopes()));
        content.put("state", String.valueOf(begun.getState()));
        begun.getAttributes().forEach((name, value) -> content.put("attribute." + name, String.valueOf(value)));
        return JsonFormatter.format(Json.fromJava(content));
    }

    private static Optional<OAuth2AuthorizationRequest> deserialize(String content) {
        if (!(JsonTreeParser.parse(content) instanceof ReadResult.Success<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> written)) {
            return Optional.empty();
        }
        return Optional.of(OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(String.valueOf(written.get("uri")))
                .clientId(String.valueOf(written.get("client")))
                .redirectUri(String.valueOf(written.get("redirect")))
                .scope(String.valueOf(written.get("scopes")).split(" "))
                .state(String.valueOf(written.get("state")))
                .attributes(all -> written.forEach((name, value) -> putAttribute(String.valueOf(name), value, all)))
                .build());
    }

    private static void putAttribute(String name, Object value, Map<String, Object> all) {
        if (name.startsWith("attribute.")) {
            all.put(name.substring("attribute.".length()), value);
        }
    }
}
