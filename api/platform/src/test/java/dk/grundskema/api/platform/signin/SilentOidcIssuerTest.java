package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** An issuer that is reachable but does not respond, or not completely: the sign-in fails, and no thread stays blocked. */
@Timeout(60)
final class SilentOidcIssuerTest {
    @TempDir
    private Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final AtomicInteger heldRequests = new AtomicInteger();
    private HttpServer issuer;
    private String address;

    @BeforeEach
    void begin() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + issuer.getAddress().getPort();
        issuer.createContext("/.well-known/openid-configuration", this::found);
        issuer.createContext("/silent", exchange -> keep(exchange, 0));
        issuer.createContext("/half", exchange -> keep(exchange, 1));
        issuer.setExecutor(threads);
        issuer.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        issuer.stop(0);
        threads.shutdownNow();
    }

    private void found(HttpExchange exchange) throws IOException {
        byte[] body = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/begin", "token_endpoint": "%1$s/half",
                 "jwks_uri": "%1$s/silent", "userinfo_endpoint": "%1$s/silent",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(address).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void keep(HttpExchange exchange, int bytes) throws IOException {
        heldRequests.incrementAndGet();
        if (bytes > 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{".repeat(bytes).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Test
    @Tag("http")
    void signInAtASilentIssuerRedirectsBackAsFailed() throws Exception {
        var settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.OIDC_ISSUER, address)
                .with(ServiceSettingKey.OIDC_CLIENT_ID, "grundskema")
                .with(ServiceSettingKey.OIDC_CLIENT_SECRET, "geheim")
                .with(ServiceSettingKey.OIDC_ANSWER_SECONDS, "1");
        try (Server server = Server.start(TestPlatform.APPLICATION, settings)) {
            String service = "http://localhost:" + server.port();
            var browser = new CookieBrowser();
            String begun = CookieBrowser.redirectLocation(browser.get(service + OidcConfiguration.BEGIN));
            String state = Arrays.stream(URI.create(begun).getRawQuery().split("&"))
                    .filter(each -> each.startsWith("state="))
                    .findFirst()
                    .orElseThrow();
            var back = browser.get(service + "/login/oauth2/code/oidc?code=x&" + state);
            assertThat(CookieBrowser.redirectLocation(back)).endsWith("/?sign-in=failed");
            assertThat(heldRequests)
                    .as("times that the issuer was asked for tokens")
                    .hasValue(1);
        }
    }

    private ClientRegistration registration(String how) {
        return ClientRegistration.withRegistrationId(OidcIssuerDiscovery.ID)
                .clientId("grundskema")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}")
                .authorizationUri(address + "/begin")
                .tokenUri(address + "/" + how)
                .userInfoUri(address + "/" + how)
                .userNameAttributeName("sub")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "half"})
    void requestsTimeOutAtASilentIssuer(String how) {
        var clients = new OidcIssuerClients(Duration.ofMillis(100));
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        var person = new OAuth2UserRequest(registration(how), token);
        assertThatThrownBy(() -> clients.userService().loadUser(person))
                .isInstanceOf(OAuth2AuthenticationException.class);
        var begun = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("grundskema")
                .authorizationUri(address + "/begin")
                .redirectUri(address)
                .build();
        var ended =
                OAuth2AuthorizationResponse.success("code").redirectUri(address).build();
        var code = new OAuth2AuthorizationCodeGrantRequest(
                registration(how), new OAuth2AuthorizationExchange(begun, ended));
        assertThatThrownBy(() -> clients.tokenClient().getTokenResponse(code))
                .isInstanceOf(OAuth2AuthorizationException.class);
        assertThat(heldRequests).hasValue(2);
    }
}
