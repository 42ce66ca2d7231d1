package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountAdministration;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.PasswordService;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestExchange;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.transaction.support.TransactionTemplate;

final class SignInControllerTest {
    private static Person somebody(TestDatabase database) {
        return TestSchool.create(TestPlatform.on(database)).addPerson(Role.PLANNER);
    }

    @ParameterizedTest
    @DatabaseSource
    void correctPasswordGivesASessionCookieThatScriptsCannotRead(TestDatabase database) {
        Person person = somebody(database);
        Answer answer = person.signIn();
        assertThat(answer.at("/signInName")).isEqualTo(person.signInName());
        assertThat(answer.at("/organisations/0/id")).isEqualTo(person.school().id());
        List<String> cookies = answer.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("grundskema-session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"));
        assertThat(cookies)
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("grundskema-csrf=").doesNotContain("HttpOnly"));
        assertThat(person.browser(answer).get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void sessionChangeWithoutTheCsrfTokenIsRefused(TestDatabase database) {
        Person person = somebody(database);
        Answer signedIn = person.signIn();
        ServiceClient page =
                ServiceClient.anonymous(person.school().server()).withHeader("Cookie", TestSchool.cookies(signedIn));
        assertThat(page.get("/api/v1/me").status()).isEqualTo(200);
        Answer forged = page.post("/api/v1/sign-out", Map.of());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.at("/code")).isEqualTo("rest.csrf");
        assertThat(page.withHeader("X-CSRF-Token", "wrong")
                        .post("/api/v1/sign-out", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(page.get("/api/v1/me").status()).as("still there").isEqualTo(200);
        Answer out = person.browser(signedIn).post("/api/v1/sign-out", Map.of());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.response().headers().allValues("Set-Cookie")).allMatch(each -> each.contains("Max-Age=0"));
        assertThat(page.get("/api/v1/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSecondSignInEndsTheSessionOfTheSameBrowser(TestDatabase database) {
        Person person = somebody(database);
        Answer first = person.signIn();
        ServiceClient browser = person.browser(first);
        Answer second = browser.post(
                "/api/v1/sign-in", Map.of("signInName", person.signInName(), "password", TestSchool.PASSWORD));
        assertThat(second.status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(person.browser(second).get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void nothingTellsWhetherTheNameOrThePasswordIsWrong(TestDatabase database) {
        Person person = somebody(database);
        ServiceClient stranger = ServiceClient.anonymous(person.school().server());
        Answer wrong = stranger.post(
                "/api/v1/sign-in", Map.of("signInName", person.signInName(), "password", "not the password"));
        Answer unknown = stranger.post(
                "/api/v1/sign-in", Map.of("signInName", "nobody@skole.example", "password", "not the password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("/code")).isEqualTo(wrong.at("/code")).isEqualTo("sign-in.wrong");
        assertThat(unknown.at("/detail")).isEqualTo(wrong.at("/detail"));
    }

    @ParameterizedTest
    @DatabaseSource
    void signInNameWithNullCharacterIsRefusedLikeAnyWrongName(TestDatabase database) {
        ServiceClient stranger = ServiceClient.anonymous(TestPlatform.on(database));
        Answer wrong = stranger.post("/api/v1/sign-in", Map.of("signInName", "ad\u0000min", "password", "x\u0000y"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.at("/code")).isEqualTo("sign-in.wrong");
    }

    @ParameterizedTest
    @DatabaseSource
    void afterTooManyWrongPasswordsANameIsLockedWhetherSomebodyHasItOrNot(TestDatabase database) {
        Person person = somebody(database);
        ServiceClient stranger = ServiceClient.anonymous(person.school().server());
        for (String name : List.of(person.signInName(), "nobody-" + person.id() + "@skole.example")) {
            var wrong = Map.of("signInName", name, "password", "not the password");
            for (int i = 0; i < SignInLimiter.MOST_FAILURES; i++) {
                assertThat(stranger.post("/api/v1/sign-in", wrong).status()).isEqualTo(401);
            }
            Answer locked = stranger.post("/api/v1/sign-in", wrong);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.at("/code")).isEqualTo("sign-in.locked");
            assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(1L, 900L);
        }
        assertThat(person.signIn().status())
                .as("the right password is no way round")
                .isEqualTo(429);
    }

    @ParameterizedTest
    @DatabaseSource
    void aNewPasswordEndsTheOtherSessions(TestDatabase database) {
        Person person = somebody(database);
        ServiceClient other = person.browser();
        ServiceClient browser = person.browser();
        Answer wrong = browser.put(
                "/api/v1/me/password", Map.of("current", "not the password", "password", "en helt anden adgangskode"));
        assertThat(wrong.status()).isEqualTo(403);
        Answer tooShort =
                browser.put("/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", "kort"));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.at("/findings/0/pointer")).isEqualTo("/password");
        Answer changed = browser.put(
                "/api/v1/me/password", Map.of("current", TestSchool.PASSWORD, "password", "en helt anden adgangskode"));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(person.signIn().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void noAnswerCanBeFramedSniffedOrScripted(TestDatabase database) {
        Answer answer = ServiceClient.anonymous(TestPlatform.on(database)).get("/api/v1/me");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("only over https")
                .isEmpty();
    }

    @Test
    void behindAnEncryptedAddressCookiesGoThereOnly() {
        var server = TestPlatform.on(TestDatabase.H2);
        Account account = server.bean(AccountRepository.class)
                .find(new AccountId(somebody(TestDatabase.H2).id()))
                .orElseThrow();
        var sessions = new SessionService(
                server.bean(AccountRepository.class),
                server.bean(CredentialRepository.class),
                server.bean(AccountAdministration.class),
                server.bean(PasswordService.class),
                server.bean(SignInLimiter.class),
                server.bean(IdGenerator.class),
                TestClock.source(),
                server.bean(TransactionTemplate.class),
                ServiceSettings.of(Map.of(ServiceSettingKey.BASE_URL, "https://plan.skole.example"))
                        .server());
        TestExchange exchange = TestExchange.of("/api/v1/sign-in");

        sessions.startSession(account, exchange.request(), exchange.response());

        assertThat(exchange.set())
                .hasSize(2)
                .allMatch(header -> header.startsWith("Set-Cookie: ") && header.contains("; Secure"));
    }

    @Test
    void withoutAnIssuerThereIsNoSuchWay() {
        assertThat(ServiceClient.anonymous(TestPlatform.on(TestDatabase.H2))
                        .get(OidcConfiguration.BEGIN)
                        .status())
                .isEqualTo(404);
    }
}
