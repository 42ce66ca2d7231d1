package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in at a real OpenID Connect provider, which runs in the same process. */
final class OidcLoginTest {
    private static final String ACCOUNTS = "/api/v1/organisations/home/accounts";

    @TempDir
    private Path folder;

    private final int port = TestOidcProvider.freePort();
    private final int issuer = TestOidcProvider.freePort();
    private final String service = "http://localhost:" + port;

    private ServiceSettings settings(TestDatabase database) {
        return database.fresh(folder)
                .with(ServiceSettingKey.PORT, String.valueOf(port))
                .with(ServiceSettingKey.BASE_URL, service)
                .with(ServiceSettingKey.OIDC_ISSUER, "http://localhost:" + issuer)
                .with(ServiceSettingKey.OIDC_CLIENT_ID, "grundskema")
                .with(ServiceSettingKey.OIDC_CLIENT_SECRET, "geheim");
    }

    private Server start(ServiceSettings settings) {
        return Server.start(TestPlatform.APPLICATION, settings);
    }

    private TestOidcProvider issuer(String person) {
        return TestOidcProvider.start(issuer, service, person);
    }

    /** Returns the page to which a sign-in at the issuer leads. */
    private String landingPageOf(CookieBrowser browser, String person) throws Exception {
        HttpResponse<String> back = browser.get(browser.signInAtIssuer(service, person));
        return URI.create(CookieBrowser.redirectLocation(back)).toString().replace(service, "");
    }

    private Answer me(CookieBrowser browser) throws Exception {
        return new Answer(browser.get(service + "/api/v1/me"));
    }

    @ParameterizedTest
    @DatabaseSource
    @Tag("http")
    void verifiedAddressLinksTheAccountAndLaterSignInsKeepTheLink(TestDatabase database) throws Exception {
        String person = "kendt@skole.example";
        try (var server = start(settings(database));
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            ServiceClient administrator = ServiceClient.administrator(server);
            Answer account = administrator.post(
                    ACCOUNTS,
                    Map.of("name", "Kendt", "signInName", person, "roles", List.of(Map.of("role", "READER"))));
            var browser = new CookieBrowser();
            TestOidcProvider.setClaims(person, Map.of("email_verified", false));
            assertThat(landingPageOf(browser, person)).isEqualTo("/?sign-in=unknown");
            assertThat(me(browser).status()).isEqualTo(401);
            TestOidcProvider.setClaims(person, Map.of());
            assertThat(landingPageOf(browser, person)).isEqualTo("/");
            Answer me = me(browser);
            assertThat(me.at("/account")).isEqualTo(account.at("/id"));
            assertThat(me.body()).contains("csrfToken").doesNotContain("notice");
            TestOidcProvider.setClaims(person, Map.of("email", "nyt-navn@skole.example", "email_verified", false));
            var other = new CookieBrowser();
            assertThat(landingPageOf(other, person))
                    .as("the same person by another address")
                    .isEqualTo("/");
            assertThat(me(other).at("/account")).isEqualTo(account.at("/id"));
            Answer seen = administrator.get(ACCOUNTS + "/" + account.at("/id"));
            administrator
                    .withHeader("If-Match", seen.tag())
                    .put(
                            ACCOUNTS + "/" + account.at("/id"),
                            Map.of("name", "Kendt", "signInName", person, "active", false));
            assertThat(landingPageOf(new CookieBrowser(), person))
                    .as("a closed account")
                    .isEqualTo("/?sign-in=unknown");
        }
    }

    @Test
    @Tag("http")
    void accountWithAPasswordIsLinkedByAddressOnlyIfConfigured() throws Exception {
        String person = "kodeord@skole.example";
        ServiceSettings settings = settings(TestDatabase.H2);
        var account = Map.of("name", "Kode Ord", "signInName", person, "password", TestSchool.PASSWORD);
        try (var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            try (var server = start(settings.with(ServiceSettingKey.OIDC_CREATE, "true"))) {
                assertThat(ServiceClient.administrator(server)
                                .post(ACCOUNTS, account)
                                .status())
                        .isEqualTo(201);
                assertThat(landingPageOf(new CookieBrowser(), person)).isEqualTo("/?sign-in=unknown");
            }
            try (var server = start(settings.with(ServiceSettingKey.OIDC_MATCH, "always"))) {
                assertThat(server.port()).isEqualTo(port);
                TestOidcProvider.setClaims(person, Map.of("email_verified", false));
                assertThat(landingPageOf(new CookieBrowser(), person)).isEqualTo("/?sign-in=unknown");
                TestOidcProvider.setClaims(person, Map.of());
                assertThat(landingPageOf(new CookieBrowser(), person)).isEqualTo("/?sign-in=waiting");
                TestOidcProvider.setClaims(person, Map.of("sub", "somebody-else"));
                assertThat(landingPageOf(new CookieBrowser(), person))
                        .as("another person who was given the address later")
                        .isEqualTo("/?sign-in=unknown");
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    @Tag("http")
    void newPersonWaitsForARoleIfAccountsAreCreatedAndIsRefusedOtherwise(TestDatabase database) throws Exception {
        String person = "ny@skole.example";
        ServiceSettings settings = settings(database);
        try (var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            try (var server = start(settings)) {
                assertThat(landingPageOf(new CookieBrowser(), person)).isEqualTo("/?sign-in=unknown");
                assertThat(ServiceClient.administrator(server).get(ACCOUNTS).body())
                        .doesNotContain(person);
            }
            try (var server = start(settings.with(ServiceSettingKey.OIDC_CREATE, "true"))) {
                TestOidcProvider.setClaims(person, Map.of("email_verified", false));
                assertThat(landingPageOf(new CookieBrowser(), person)).isEqualTo("/?sign-in=unknown");
                TestOidcProvider.setClaims(person, Map.of("name", "Ny Ansat"));
                var browser = new CookieBrowser();
                assertThat(landingPageOf(browser, person)).isEqualTo("/?sign-in=waiting");
                Answer me = me(browser);
                assertThat(me.status()).isEqualTo(200);
                assertThat((String) me.at("/notice")).contains("administrator", "Grundskema");
                ServiceClient administrator = ServiceClient.administrator(server);
                Answer waiting = administrator.get(ACCOUNTS + "?waiting=true");
                assertThat(waiting.at("/items/0/name")).isEqualTo("Ny Ansat");
                assertThat(waiting.at("/items/0/signInName")).isEqualTo(person);
                assertThat(waiting.at("/items/1"))
                        .as("an account with a role is not waiting")
                        .isEqualTo("null");
                String account = ACCOUNTS + "/" + waiting.at("/items/0/id");
                Answer given = administrator
                        .withHeader("If-Match", administrator.get(account).tag())
                        .put(account + "/roles", Map.of("roles", List.of(Map.of("role", "PLANNER"))));
                assertThat(given.status()).as(given.body()).isEqualTo(200);
                assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
                assertThat(me(browser).body()).doesNotContain("notice");
                assertThat(administrator.get(ACCOUNTS + "?waiting=true").body()).doesNotContain(person);
                assertThat(landingPageOf(browser, person))
                        .as("a role given by hand stays")
                        .isEqualTo("/");
                assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    @Tag("http")
    void issuerClaimsReplaceRolesAtEachSignIn(TestDatabase database) throws Exception {
        String person = "gruppe@skole.example";
        ServiceSettings settings = settings(database);
        String school;
        try (var server = start(settings)) {
            school = TestSchool.create(server).id();
        }
        ServiceSettings mapped = settings.with(ServiceSettingKey.OIDC_CREATE, "mapped")
                .with(ServiceSettingKey.OIDC_CLAIM, "groups")
                .with(ServiceSettingKey.OIDC_STAFF_CLAIM, "employee")
                .with(
                        ServiceSettingKey.OIDC_ROLES,
                        "cn=planners,ou=x = home:planner; urn:skole:7=%s:READER;teachers = %s : staff"
                                .formatted(school, school));
        try (var server = start(mapped);
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            TestOidcProvider.setClaims(person, Map.of("groups", List.of("something", "teachers")));
            assertThat(landingPageOf(new CookieBrowser(), person))
                    .as("the staff role without a staff id gives no access")
                    .isEqualTo("/?sign-in=unknown");
            TestOidcProvider.setClaims(
                    person, Map.of("groups", List.of("urn:skole:7", "teachers", "planner"), "employee", "teacher-1"));
            var browser = new CookieBrowser();
            assertThat(landingPageOf(browser, person)).isEqualTo("/");
            Answer me = me(browser);
            assertThat(me.at("/organisations/0/id")).isEqualTo(school);
            assertThat(me.at("/organisations/0/roles")).isEqualTo(List.of("READER", "STAFF"));
            assertThat(me.at("/organisations/0/staff")).isEqualTo(List.of("teacher-1"));
            assertThat(me.at("/organisations/1")).isEqualTo("null");
            TestOidcProvider.setClaims(person, Map.of("groups", "cn=planners,ou=x"));
            assertThat(landingPageOf(browser, person)).isEqualTo("/");
            Answer after = me(browser);
            assertThat(after.at("/account")).isEqualTo(me.at("/account"));
            assertThat(after.at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
            assertThat(after.body()).as("roles no longer claimed have ended").doesNotContain("READER", "STAFF");
            TestOidcProvider.setClaims(person, Map.of());
            assertThat(landingPageOf(browser, person)).isEqualTo("/?sign-in=waiting");
            assertThat(me(browser).at("/organisations/0")).isEqualTo("null");
            assertThat(ServiceClient.administrator(server)
                            .get(ACCOUNTS + "?waiting=true")
                            .body())
                    .contains(person);
        }
    }

    /** One process begins the login and another completes it, because the state is in the database. */
    @Test
    @Tag("http")
    void twoProcessesOnOneDatabaseShareASignIn() throws Exception {
        String person = "to@skole.example";
        ServiceSettings first = settings(TestDatabase.POSTGRESQL).with(ServiceSettingKey.OIDC_CREATE, "true");
        int second = TestOidcProvider.freePort();
        try (var one = start(first);
                var other = start(first.with(ServiceSettingKey.PORT, String.valueOf(second)));
                var provider = issuer(person)) {
            assertThat(List.of(one.port(), other.port())).containsExactly(port, second);
            assertThat(provider.context().isActive()).isTrue();
            var browser = new CookieBrowser();
            browser.addAlias("localhost:" + port, "localhost:" + second);
            HttpResponse<String> begun = browser.get(service + OidcConfiguration.BEGIN);
            assertThat(CookieBrowser.redirectLocation(begun))
                    .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
            assertThat(begun.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("grundskema-elsewhere=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/login/oauth2", "Max-Age=600")
                    .doesNotContain("Secure");
            String back = browser.signInAtIssuer(service, person).replace(":" + port, ":" + second);
            HttpResponse<String> ended = browser.get(back);
            assertThat(CookieBrowser.redirectLocation(ended)).endsWith("/?sign-in=waiting");
            assertThat(ended.headers().allValues("Set-Cookie"))
                    .anyMatch(each -> each.startsWith("grundskema-elsewhere=;") && each.contains("Max-Age=0"))
                    .noneMatch(each -> each.contains("JSESSIONID"));
            assertThat(me(browser).at("/signInName")).isEqualTo(person);
            assertThat(CookieBrowser.redirectLocation(browser.get(back)))
                    .as("once is enough")
                    .endsWith("/?sign-in=failed");
        }
    }

    @Test
    @Tag("http")
    void signInBegunByAnotherBrowserOrTooLongAgoFails() throws Exception {
        String person = "tid@skole.example";
        try (var server = start(settings(TestDatabase.H2).with(ServiceSettingKey.OIDC_CREATE, "true"));
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            String back = new CookieBrowser().signInAtIssuer(service, person);
            var stranger = new CookieBrowser();
            assertThat(CookieBrowser.redirectLocation(stranger.get(back))).endsWith("/?sign-in=failed");
            stranger.get(service + OidcConfiguration.BEGIN);
            assertThat(CookieBrowser.redirectLocation(stranger.get(back)))
                    .as("with a beginning of one's own")
                    .endsWith("/?sign-in=failed");
            var slow = new CookieBrowser();
            String late = slow.signInAtIssuer(service, person);
            server.bean(JdbcClient.class)
                    .sql("UPDATE sign_in_elsewhere SET expires = DATEADD(MINUTE, -11, expires)")
                    .update();
            assertThat(CookieBrowser.redirectLocation(slow.get(late))).endsWith("/?sign-in=failed");
            slow.get(service + OidcConfiguration.BEGIN);
            assertThat(server.bean(JdbcClient.class)
                            .sql("SELECT COUNT(*) FROM sign_in_elsewhere")
                            .query(Long.class)
                            .single())
                    .as("expired logins are deleted")
                    .isOne();
        }
    }

    @Test
    @Tag("http")
    void settingsThatNameNoOrganisationStopTheStart() {
        ServiceSettings settings = settings(TestDatabase.H2)
                .with(ServiceSettingKey.OIDC_CLAIM, "groups")
                .with(ServiceSettingKey.OIDC_ROLES, "a = hom:reader");
        StartRefusedException refusal = catchThrowableOfType(
                StartRefusedException.class, () -> start(settings).close());
        assertThat(refusal.texts(Locale.ENGLISH))
                .containsExactly("\"oidc.roles\" names the organisation \"hom\", which isn't there."
                        + " See what it is called in /api/v1/organisations.");
        StartRefusedException keeper = catchThrowableOfType(
                StartRefusedException.class,
                () -> start(settings(TestDatabase.H2).with(ServiceSettingKey.OIDC_ORGANISATION, "nowhere"))
                        .close());
        assertThat(keeper.texts(Locale.ENGLISH)).singleElement().asString().contains("oidc.organisation", "nowhere");
    }

    @Test
    void withoutAnIssuerThereIsNoSuchWay() {
        assertThat(ServiceClient.anonymous(TestPlatform.on(TestDatabase.H2))
                        .get(OidcConfiguration.BEGIN)
                        .status())
                .isEqualTo(404);
    }
}
