package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import dk.grundskema.api.server.start.StartRefusal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in at a real provider of OpenID Connect, which runs beside the service. */
final class ElsewhereTest {
    private static final String ACCOUNTS = "/api/v1/organisations/home/accounts";

    @TempDir
    private Path folder;

    private final int port = IssuerBeside.freePort();
    private final int issuer = IssuerBeside.freePort();
    private final String service = "http://localhost:" + port;

    private Settings settings(Database database) {
        return database.fresh(folder)
                .with(Setting.PORT, String.valueOf(port))
                .with(Setting.BASE_URL, service)
                .with(Setting.OIDC_ISSUER, "http://localhost:" + issuer)
                .with(Setting.OIDC_CLIENT_ID, "grundskema")
                .with(Setting.OIDC_CLIENT_SECRET, "geheim");
    }

    private Server start(Settings settings) {
        return Server.start(new PluginHouse(), settings);
    }

    private IssuerBeside issuer(String person) {
        return IssuerBeside.start(issuer, service, person);
    }

    /** Where somebody lands who signs in at the issuer and comes back. */
    private String landed(Browser browser, String person) throws Exception {
        HttpResponse<String> back = browser.get(browser.way(service, person));
        return URI.create(Browser.location(back)).toString().replace(service, "");
    }

    private Answer me(Browser browser) throws Exception {
        return new Answer(browser.get(service + "/api/v1/me"));
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverSignsInElsewhereIsKnownByTheVerifiedAddressAndThenForGood(Database database) throws Exception {
        String person = "kendt@skole.example";
        try (var server = start(settings(database));
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            Client administrator = Services.administrator(server);
            Answer account = administrator.post(
                    ACCOUNTS,
                    Map.of("name", "Kendt", "signInName", person, "roles", List.of(Map.of("role", "READER"))));
            var browser = new Browser();
            IssuerBeside.says(person, Map.of("email_verified", false));
            assertThat(landed(browser, person)).isEqualTo("/?sign-in=unknown");
            assertThat(me(browser).status()).isEqualTo(401);
            IssuerBeside.says(person, Map.of());
            assertThat(landed(browser, person)).isEqualTo("/");
            Answer me = me(browser);
            assertThat(me.at("/account")).isEqualTo(account.at("/id"));
            assertThat(me.body()).contains("csrfToken").doesNotContain("notice");
            IssuerBeside.says(person, Map.of("email", "nyt-navn@skole.example", "email_verified", false));
            var other = new Browser();
            assertThat(landed(other, person))
                    .as("the same person by another address")
                    .isEqualTo("/");
            assertThat(me(other).at("/account")).isEqualTo(account.at("/id"));
            Answer seen = administrator.get(ACCOUNTS + "/" + account.at("/id"));
            administrator
                    .with("If-Match", seen.tag())
                    .put(
                            ACCOUNTS + "/" + account.at("/id"),
                            Map.of("name", "Kendt", "signInName", person, "active", false));
            assertThat(landed(new Browser(), person)).as("a closed account").isEqualTo("/?sign-in=unknown");
        }
    }

    @Test
    void anAccountThatSomebodyHasAPasswordForIsTakenOverByNoAddressUnlessThatIsSet() throws Exception {
        String person = "kodeord@skole.example";
        Settings settings = settings(Database.H2);
        var account = Map.of("name", "Kode Ord", "signInName", person, "password", School.PASSWORD);
        try (var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            try (var server = start(settings.with(Setting.OIDC_CREATE, "true"))) {
                assertThat(Services.administrator(server)
                                .post(ACCOUNTS, account)
                                .status())
                        .isEqualTo(201);
                assertThat(landed(new Browser(), person)).isEqualTo("/?sign-in=unknown");
            }
            try (var server = start(settings.with(Setting.OIDC_MATCH, "always"))) {
                assertThat(server.port()).isEqualTo(port);
                IssuerBeside.says(person, Map.of("email_verified", false));
                assertThat(landed(new Browser(), person)).isEqualTo("/?sign-in=unknown");
                IssuerBeside.says(person, Map.of());
                assertThat(landed(new Browser(), person)).isEqualTo("/?sign-in=waiting");
                IssuerBeside.says(person, Map.of("sub", "somebody-else"));
                assertThat(landed(new Browser(), person))
                        .as("another person to whom the address was given later")
                        .isEqualTo("/?sign-in=unknown");
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whoeverIsNewWaitsForARoleIfAccountsAreMadeAndStaysOutOtherwise(Database database) throws Exception {
        String person = "ny@skole.example";
        Settings settings = settings(database);
        try (var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            try (var server = start(settings)) {
                assertThat(landed(new Browser(), person)).isEqualTo("/?sign-in=unknown");
                assertThat(Services.administrator(server).get(ACCOUNTS).body()).doesNotContain(person);
            }
            try (var server = start(settings.with(Setting.OIDC_CREATE, "true"))) {
                IssuerBeside.says(person, Map.of("email_verified", false));
                assertThat(landed(new Browser(), person)).isEqualTo("/?sign-in=unknown");
                IssuerBeside.says(person, Map.of("name", "Ny Ansat"));
                var browser = new Browser();
                assertThat(landed(browser, person)).isEqualTo("/?sign-in=waiting");
                Answer me = me(browser);
                assertThat(me.status()).isEqualTo(200);
                assertThat((String) me.at("/notice")).contains("administrator", "Grundskema");
                Client administrator = Services.administrator(server);
                Answer waiting = administrator.get(ACCOUNTS + "?waiting=true");
                assertThat(waiting.at("/items/0/name")).isEqualTo("Ny Ansat");
                assertThat(waiting.at("/items/0/signInName")).isEqualTo(person);
                assertThat(waiting.at("/items/1"))
                        .as("who has a role waits for none")
                        .isEqualTo("null");
                String account = ACCOUNTS + "/" + waiting.at("/items/0/id");
                Answer given = administrator
                        .with("If-Match", administrator.get(account).tag())
                        .put(account + "/roles", Map.of("roles", List.of(Map.of("role", "PLANNER"))));
                assertThat(given.status()).as(given.body()).isEqualTo(200);
                assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
                assertThat(me(browser).body()).doesNotContain("notice");
                assertThat(administrator.get(ACCOUNTS + "?waiting=true").body()).doesNotContain(person);
                assertThat(landed(browser, person))
                        .as("what was given by hand stays")
                        .isEqualTo("/");
                assertThat(me(browser).at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void whatTheIssuerSaysOfSomebodyGivesRolesAnewAtEachSignIn(Database database) throws Exception {
        String person = "gruppe@skole.example";
        Settings settings = settings(database);
        String school;
        try (var server = start(settings)) {
            school = School.in(server).id();
        }
        Settings mapped = settings.with(Setting.OIDC_CREATE, "mapped")
                .with(Setting.OIDC_CLAIM, "groups")
                .with(Setting.OIDC_STAFF_CLAIM, "employee")
                .with(
                        Setting.OIDC_ROLES,
                        "cn=planners,ou=x = home:planner; urn:skole:7=%s:READER;teachers = %s : staff"
                                .formatted(school, school));
        try (var server = start(mapped);
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            IssuerBeside.says(person, Map.of("groups", List.of("something", "teachers")));
            assertThat(landed(new Browser(), person))
                    .as("a member of staff whom nobody knows as one is nothing here")
                    .isEqualTo("/?sign-in=unknown");
            IssuerBeside.says(
                    person, Map.of("groups", List.of("urn:skole:7", "teachers", "planner"), "employee", "teacher-1"));
            var browser = new Browser();
            assertThat(landed(browser, person)).isEqualTo("/");
            Answer me = me(browser);
            assertThat(me.at("/organisations/0/id")).isEqualTo(school);
            assertThat(me.at("/organisations/0/roles")).isEqualTo(List.of("READER", "STAFF"));
            assertThat(me.at("/organisations/0/staff")).isEqualTo(List.of("teacher-1"));
            assertThat(me.at("/organisations/1")).isEqualTo("null");
            IssuerBeside.says(person, Map.of("groups", "cn=planners,ou=x"));
            assertThat(landed(browser, person)).isEqualTo("/");
            Answer after = me(browser);
            assertThat(after.at("/account")).isEqualTo(me.at("/account"));
            assertThat(after.at("/organisations/0/roles")).isEqualTo(List.of("PLANNER"));
            assertThat(after.body()).as("what is said no more has ended").doesNotContain("READER", "STAFF");
            IssuerBeside.says(person, Map.of());
            assertThat(landed(browser, person)).isEqualTo("/?sign-in=waiting");
            assertThat(me(browser).at("/organisations/0")).isEqualTo("null");
            assertThat(Services.administrator(server)
                            .get(ACCOUNTS + "?waiting=true")
                            .body())
                    .contains(person);
        }
    }

    /** What one process began another ends: nothing of it is in either's memory. */
    @Test
    void twoProcessesOnOneDatabaseShareASignIn() throws Exception {
        String person = "to@skole.example";
        Settings first = settings(Database.POSTGRESQL).with(Setting.OIDC_CREATE, "true");
        int second = IssuerBeside.freePort();
        try (var one = start(first);
                var other = start(first.with(Setting.PORT, String.valueOf(second)));
                var provider = issuer(person)) {
            assertThat(List.of(one.port(), other.port())).containsExactly(port, second);
            assertThat(provider.context().isActive()).isTrue();
            var browser = new Browser();
            browser.isAlsoReachedAt("localhost:" + port, "localhost:" + second);
            HttpResponse<String> begun = browser.get(service + ElsewhereSetup.BEGIN);
            assertThat(Browser.location(begun))
                    .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
            assertThat(begun.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("grundskema-elsewhere=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/login/oauth2", "Max-Age=600")
                    .doesNotContain("Secure");
            String back = browser.way(service, person).replace(":" + port, ":" + second);
            HttpResponse<String> ended = browser.get(back);
            assertThat(Browser.location(ended)).endsWith("/?sign-in=waiting");
            assertThat(ended.headers().allValues("Set-Cookie"))
                    .anyMatch(each -> each.startsWith("grundskema-elsewhere=;") && each.contains("Max-Age=0"))
                    .noneMatch(each -> each.contains("JSESSIONID"));
            assertThat(me(browser).at("/signInName")).isEqualTo(person);
            assertThat(Browser.location(browser.get(back))).as("once is enough").endsWith("/?sign-in=failed");
        }
    }

    @Test
    void whatSomebodyElseBeganOrBeganTooLongAgoIsEndedByNobody() throws Exception {
        String person = "tid@skole.example";
        try (var server = start(settings(Database.H2).with(Setting.OIDC_CREATE, "true"));
                var provider = issuer(person)) {
            assertThat(provider.context().isActive()).isTrue();
            String back = new Browser().way(service, person);
            var stranger = new Browser();
            assertThat(Browser.location(stranger.get(back))).endsWith("/?sign-in=failed");
            stranger.get(service + ElsewhereSetup.BEGIN);
            assertThat(Browser.location(stranger.get(back)))
                    .as("with a beginning of one's own")
                    .endsWith("/?sign-in=failed");
            var slow = new Browser();
            String late = slow.way(service, person);
            server.part(JdbcClient.class)
                    .sql("UPDATE sign_in_elsewhere SET expires = DATEADD(MINUTE, -11, expires)")
                    .update();
            assertThat(Browser.location(slow.get(late))).endsWith("/?sign-in=failed");
            slow.get(service + ElsewhereSetup.BEGIN);
            assertThat(server.part(JdbcClient.class)
                            .sql("SELECT COUNT(*) FROM sign_in_elsewhere")
                            .query(Long.class)
                            .single())
                    .as("what is too old is swept")
                    .isOne();
        }
    }

    @Test
    void settingsThatNameNoOrganisationStopTheStart() {
        Settings settings =
                settings(Database.H2).with(Setting.OIDC_CLAIM, "groups").with(Setting.OIDC_ROLES, "a = hom:reader");
        StartRefusal refusal =
                catchThrowableOfType(StartRefusal.class, () -> start(settings).close());
        assertThat(refusal.texts(Locale.ENGLISH))
                .containsExactly("\"oidc.roles\" names the organisation \"hom\", which isn't there."
                        + " See what it is called in /api/v1/organisations.");
        StartRefusal keeper = catchThrowableOfType(
                StartRefusal.class,
                () -> start(settings(Database.H2).with(Setting.OIDC_ORGANISATION, "nowhere"))
                        .close());
        assertThat(keeper.texts(Locale.ENGLISH)).singleElement().asString().contains("oidc.organisation", "nowhere");
    }

    @Test
    void withoutAnIssuerThereIsNoSuchWay() {
        assertThat(Services.stranger(Services.on(Database.H2))
                        .get(ElsewhereSetup.BEGIN)
                        .status())
                .isEqualTo(404);
    }
}
