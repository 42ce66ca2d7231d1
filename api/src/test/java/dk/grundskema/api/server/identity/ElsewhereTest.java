package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Signing in at a real provider of OpenID Connect, which runs beside the service. */
final class ElsewhereTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    /** The provider: it knows one person, whose name is the address, and says whether that is verified. */
    @EnableAutoConfiguration
    static class Provider {
        @Bean
        static OAuth2TokenCustomizer<JwtEncodingContext> address() {
            return token -> token.getClaims()
                    .claim("email", token.getPrincipal().getName())
                    .claim("email_verified", !token.getPrincipal().getName().startsWith("unverified"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ConfigurableApplicationContext provider(int port, int service, String person) {
        String client = "spring.security.oauth2.authorizationserver.client.grundskema.";
        var settings = new TreeMap<String, Object>();
        settings.put("server.port", port);
        settings.put("server.servlet.session.cookie.name", "PROVIDER");
        settings.put("spring.security.user.name", person);
        settings.put("spring.security.user.password", "{noop}" + School.PASSWORD);
        settings.put(client + "registration.client-id", "grundskema");
        settings.put(client + "registration.client-secret", "{noop}geheim");
        settings.put(client + "registration.client-authentication-methods", "client_secret_basic");
        settings.put(client + "registration.authorization-grant-types", "authorization_code");
        settings.put(client + "registration.redirect-uris", "http://localhost:" + service + "/login/oauth2/code/oidc");
        settings.put(client + "registration.scopes", "openid,email");
        settings.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                        + "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration");
        return new SpringApplicationBuilder(Provider.class)
                .properties(settings)
                .logStartupInfo(false)
                .run();
    }

    @Test
    void whoeverSignsInElsewhereIsKnownByTheVerifiedAddress() throws Exception {
        String back = signedIn("kendt@skole.example", true);
        assertThat(back).isEqualTo("/");
    }

    @Test
    void whoeverHasNoAccountHereOrNoVerifiedAddressStaysOut() throws Exception {
        assertThat(signedIn("ukendt@skole.example", false)).isEqualTo("/?sign-in=unknown");
        assertThat(signedIn("unverified@skole.example", true)).isEqualTo("/?sign-in=unknown");
    }

    @Test
    void withoutAnIssuerThereIsNoSuchWay() {
        assertThat(Services.stranger(Services.on(Database.H2))
                        .get(ElsewhereSetup.BEGIN)
                        .status())
                .isEqualTo(404);
    }

    /** Where somebody lands who has signed in at the provider. */
    private String signedIn(String person, boolean hasAccount) throws Exception {
        int port = freePort();
        int at = freePort();
        var settings = Database.H2
                .fresh(folder.resolve(person))
                .with(Setting.PORT, String.valueOf(port))
                .with(Setting.OIDC_ISSUER, "http://localhost:" + at)
                .with(Setting.OIDC_CLIENT_ID, "grundskema")
                .with(Setting.OIDC_CLIENT_SECRET, "geheim");
        try (var server = Server.start(new PluginHouse(), settings);
                var provider = provider(at, port, person)) {
            assertThat(provider.isActive()).isTrue();
            Client administrator = Services.administrator(server);
            if (hasAccount) {
                administrator.post(
                        "/api/v1/organisations/home/accounts", Map.of("name", "Kendt", "signInName", person));
            }
            var browser = new Browser();
            HttpResponse<String> page = browser.get("http://localhost:" + port + ElsewhereSetup.BEGIN);
            while (page.statusCode() == 302 && !page.uri().getPath().startsWith("/login/oauth2/code/")) {
                page = browser.get(location(page));
                if (page.statusCode() == 200) {
                    page = browser.typed(page, person);
                }
            }
            String back = URI.create(location(page)).toString().replace("http://localhost:" + port, "");
            HttpResponse<String> me = browser.get("http://localhost:" + port + "/api/v1/me");
            assertThat(me.statusCode()).as(me.body()).isEqualTo(back.equals("/") ? 200 : 401);
            if (back.equals("/")) {
                assertThat(me.body()).contains("\"" + person + "\"", "csrfToken");
            }
            return back;
        }
    }

    private static String location(HttpResponse<String> page) {
        return page.uri()
                .resolve(page.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(page.statusCode() + " " + page.body())))
                .toString();
    }

    /** Keeps cookies by address and port, and follows nothing by itself. */
    private static final class Browser {
        private final Map<String, Map<String, String>> cookies = new HashMap<>();

        HttpResponse<String> get(String address) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address)));
        }

        HttpResponse<String> typed(HttpResponse<String> page, String person) throws IOException, InterruptedException {
            Matcher csrf = CSRF.matcher(page.body());
            assertThat(csrf.find()).as(page.body()).isTrue();
            String form = "username=" + encoded(person) + "&password=" + encoded(School.PASSWORD) + "&_csrf="
                    + encoded(csrf.group(1));
            return send(HttpRequest.newBuilder(page.uri().resolve("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            String place = request.build().uri().getAuthority();
            Map<String, String> known = cookies.computeIfAbsent(place, fresh -> new TreeMap<>());
            if (!known.isEmpty()) {
                var all = new StringBuilder();
                known.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                        .append(name)
                        .append('=')
                        .append(value));
                request.header("Cookie", all.toString());
            }
            HttpResponse<String> answer = HTTP.send(
                    request.header("Accept", "text/html, */*;q=0.8").build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                String pair = cookie.substring(0, (cookie + ";").indexOf(';'));
                known.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            });
            return answer;
        }
    }
}
