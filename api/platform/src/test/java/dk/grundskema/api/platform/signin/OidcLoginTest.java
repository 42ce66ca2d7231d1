package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in at a real OpenID Connect provider, which runs in the same process. */
@Tag("http")
final class OidcLoginTest {
    private static final String ACCOUNTS = "/api/v1/organisations/home/accounts";

    private static final String PERSON = "ny@skole.example";

    @TempDir
    private static Path folder;

    private static Site site;

    /**
     * A service and the provider at which its users sign in.
     *
     * @param server   the service
     * @param provider the provider, which knows one person
     */
    private record Site(Server server, TestOidcProvider provider) implements AutoCloseable {
        static Site start(Path folder) {
            int port = TestOidcProvider.freePort();
            int issuer = TestOidcProvider.freePort();
            ServiceSettings settings =
                    settings(TestDatabase.H2.fresh(folder), port, issuer).with(ServiceSettingKey.OIDC_CREATE, "true");
            return new Site(
                    Server.start(TestPlatform.APPLICATION, settings),
                    TestOidcProvider.start(issuer, address(port), PERSON));
        }

        @Override
        public void close() {
            server.close();
            provider.close();
        }
    }

    @BeforeAll
    static void start() {
        site = Site.start(folder.resolve("site"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    private static ServiceSettings settings(ServiceSettings fresh, int port, int issuer) {
        return fresh.with(ServiceSettingKey.PORT, String.valueOf(port))
                .with(ServiceSettingKey.BASE_URL, address(port))
                .with(ServiceSettingKey.OIDC_ISSUER, address(issuer))
                .with(ServiceSettingKey.OIDC_CLIENT_ID, "grundskema")
                .with(ServiceSettingKey.OIDC_CLIENT_SECRET, "geheim");
    }

    private final String service = address(site.server().port());

    /** Returns the page to which a sign-in at the issuer leads. */
    private String landingPageOf(CookieBrowser browser) throws Exception {
        HttpResponse<String> back = browser.get(browser.signInAtIssuer(service, PERSON));
        return URI.create(CookieBrowser.redirectLocation(back)).toString().replace(service, "");
    }

    private Answer me(CookieBrowser browser) throws Exception {
        return me(browser, service);
    }

    private static Answer me(CookieBrowser browser, String where) throws Exception {
        return new Answer(browser.get(where + "/api/v1/me"));
    }

    @Test
    void newPersonWaitsForARoleAndIsSignedInUntilTheAccountIsClosed() throws Exception {
        TestOidcProvider.setClaims(PERSON, Map.of("email_verified", false));
        var browser = new CookieBrowser();
        assertThat(landingPageOf(browser)).isEqualTo("/?sign-in=unknown");
        assertThat(me(browser).status()).isEqualTo(401);
        TestOidcProvider.setClaims(PERSON, Map.of("name", "Ny Ansat"));
        assertThat(landingPageOf(browser)).isEqualTo("/?sign-in=waiting");
        Answer me = me(browser);
        assertThat(me.status()).isEqualTo(200);
        assertThat((String) me.at("/notice")).contains("administrator", "Grundskema");
        ServiceClient administrator = ServiceClient.administrator(site.server());
        Answer waiting = administrator.get(ACCOUNTS + "?waiting=true");
        assertThat(waiting.at("/items/0/name")).isEqualTo("Ny Ansat");
        assertThat(waiting.at("/items/0/signInName")).isEqualTo(PERSON);
        assertThat(waiting.at("/items/1"))
                .as("an account with a role is not waiting")
                .isEqualTo("null");
        String account = ACCOUNTS + "/" + waiting.at("/items/0/id");
        Answer given = administrator
                .withHeader("If-Match", administrator.get(account).tag())
                .put(account + "/roles", Map.of("roles", List.of(Map.of("role", "PLANNER"))));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
        assertThat(me(browser).body()).contains("csrfToken").doesNotContain("notice");
        assertThat(administrator.get(ACCOUNTS + "?waiting=true").body()).doesNotContain(PERSON);
        assertThat(landingPageOf(browser)).as("a role given by hand stays").isEqualTo("/");
        assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
        administrator
                .withHeader("If-Match", administrator.get(account).tag())
                .put(account, Map.of("name", "Ny Ansat", "signInName", PERSON, "active", false));
        assertThat(landingPageOf(new CookieBrowser())).as("a closed account").isEqualTo("/?sign-in=unknown");
    }

    /** One process begins the login and another completes it, because the state is in the database. */
    @Test
    void twoProcessesOnOneDatabaseShareASignIn() throws Exception {
        String person = "to@skole.example";
        int port = TestOidcProvider.freePort();
        int second = TestOidcProvider.freePort();
        int issuer = TestOidcProvider.freePort();
        String begin = address(port);
        ServiceSettings first = settings(TestDatabase.POSTGRESQL.fresh(folder.resolve("two")), port, issuer)
                .with(ServiceSettingKey.OIDC_CREATE, "true");
        try (var one = Server.start(TestPlatform.APPLICATION, first);
                var other = Server.start(
                        TestPlatform.APPLICATION, first.with(ServiceSettingKey.PORT, String.valueOf(second)));
                var provider = TestOidcProvider.start(issuer, begin, person)) {
            assertThat(List.of(one.port(), other.port())).containsExactly(port, second);
            assertThat(provider.context().isActive()).isTrue();
            var browser = new CookieBrowser();
            browser.addAlias("localhost:" + port, "localhost:" + second);
            HttpResponse<String> begun = browser.get(begin + OidcConfiguration.BEGIN);
            assertThat(CookieBrowser.redirectLocation(begun))
                    .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
            assertThat(begun.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("grundskema-elsewhere=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/login/oauth2", "Max-Age=600")
                    .doesNotContain("Secure");
            String back = browser.signInAtIssuer(begin, person).replace(":" + port, ":" + second);
            HttpResponse<String> ended = browser.get(back);
            assertThat(CookieBrowser.redirectLocation(ended)).endsWith("/?sign-in=waiting");
            assertThat(ended.headers().allValues("Set-Cookie"))
                    .anyMatch(each -> each.startsWith("grundskema-elsewhere=;") && each.contains("Max-Age=0"))
                    .noneMatch(each -> each.contains("JSESSIONID"));
            assertThat(me(browser, begin).at("/signInName")).isEqualTo(person);
            assertThat(CookieBrowser.redirectLocation(browser.get(back)))
                    .as("once is enough")
                    .endsWith("/?sign-in=failed");
        }
    }

    @Test
    void signInBegunByAnotherBrowserOrTooLongAgoFails() throws Exception {
        String back = new CookieBrowser().signInAtIssuer(service, PERSON);
        var stranger = new CookieBrowser();
        assertThat(CookieBrowser.redirectLocation(stranger.get(back))).endsWith("/?sign-in=failed");
        stranger.get(service + OidcConfiguration.BEGIN);
        assertThat(CookieBrowser.redirectLocation(stranger.get(back)))
                .as("with a beginning of one's own")
                .endsWith("/?sign-in=failed");
        var slow = new CookieBrowser();
        String late = slow.signInAtIssuer(service, PERSON);
        site.server()
                .bean(JdbcClient.class)
                .sql("UPDATE sign_in_elsewhere SET expires = DATEADD(MINUTE, -11, expires)")
                .update();
        assertThat(CookieBrowser.redirectLocation(slow.get(late))).endsWith("/?sign-in=failed");
        slow.get(service + OidcConfiguration.BEGIN);
        assertThat(site.server()
                        .bean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM sign_in_elsewhere")
                        .query(Long.class)
                        .single())
                .as("expired logins are deleted")
                .isOne();
    }

    private static List<String> refusal(ServiceSettingKey key, String value) {
        ServiceSettings settings = settings(TestDatabase.H2.fresh(folder.resolve("refused")), 0, 1)
                .with(ServiceSettingKey.OIDC_CLAIM, "groups")
                .with(key, value);
        return catchThrowableOfType(
                        StartRefusedException.class,
                        () -> Server.start(TestPlatform.APPLICATION, settings).close())
                .texts(Locale.ENGLISH);
    }

    @Test
    void settingsThatNameNoOrganisationStopTheStart() {
        assertThat(refusal(ServiceSettingKey.OIDC_ROLES, "a = hom:reader"))
                .containsExactly("\"oidc.roles\" names the organisation \"hom\", which isn't there."
                        + " See what it is called in /api/v1/organisations.");
        assertThat(refusal(ServiceSettingKey.OIDC_ORGANISATION, "nowhere"))
                .singleElement()
                .asString()
                .contains("oidc.organisation", "nowhere");
    }
}
