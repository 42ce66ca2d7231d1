package dk.grundskema.api.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Forms that need no sign-in are accepted only from pages of this service. */
final class AnonymousFormsTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final TestSchool.Person person = school.addPerson(Role.PLANNER);
    private final PageClient surfer = new PageClient(server);

    private Map<String, String> typed() {
        return Map.of("name", person.signInName(), "password", TestSchool.PASSWORD, "to", "/account");
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    private void assertShownAgain(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("Skriv adgangskoden igen", "value=\"" + person.signInName() + "\"", "value=\"/account\"")
                .doesNotContain(TestSchool.PASSWORD);
        assertThat(surfer.get("/").statusCode()).as("nobody is signed in").isEqualTo(303);
    }

    @Test
    void aSignInWithoutThePageIsShownAgainAndThenWorks() {
        assertShownAgain(surfer.submit("/sign-in", typed()));
        assertThat(PageClient.redirectTarget(surfer.open("/sign-in").submit("/sign-in", typed())))
                .isEqualTo("/account");
    }

    @Test
    void aFormOfAnotherBrowserIsRefused() {
        surfer.get("/sign-in");
        surfer.forgetPage();
        var typed = new HashMap<>(typed());
        typed.put("csrf", csrf(new PageClient(server).get("/sign-in")));
        assertShownAgain(surfer.submit("/sign-in", typed));
    }

    @Test
    void formsInTwoTabsBothWork() {
        String first = csrf(surfer.get("/sign-in"));
        assertThat(csrf(surfer.get("/sign-in?to=/account"))).isEqualTo(first);
        assertThat(csrf(surfer.get("/password"))).isEqualTo(first);
    }

    @Test
    void noScriptReadsTheCookieAndNoOtherSiteSendsIt() {
        assertThat(surfer.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("grundskema-form=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/;");
    }

    @Test
    void aCodeWithoutThePageSetsNoPassword() {
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Object code =
                administrator.post(person.path() + "/password-code", Map.of()).at("/passwordCode");
        var typed = Map.of("code", String.valueOf(code), "password", "en helt anden adgangskode");
        HttpResponse<String> refused = surfer.submit("/password", typed);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Skriv adgangskoden igen", "value=\"" + code + "\"");
        assertThat(person.signIn().status()).isEqualTo(200);
        assertThat(surfer.open("/password").submit("/password", typed).body()).contains("Adgangskoden er valgt");
    }

    @Test
    void aFirstStartWithoutThePageIsShownAgain() {
        HttpResponse<String> refused = surfer.submit(
                "/first-start", Map.of("code", "x", "name", "Kim", "signin", "kim", "organisation", "Skolen"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Skriv adgangskoden igen", "value=\"Skolen\"");
    }
}
