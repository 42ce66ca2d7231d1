package dk.grundskema.api.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of accounts and roles, and the page of the own account. */
final class PeoplePagesTest {
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String people = "/organisations/" + school.id() + "/people";
    private final PageClient administrator = PageClient.signedInAs(school.addPerson(Role.ADMINISTRATOR));

    private static String secret(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private static Map<String, String> typed(String name, String signIn, String role, String staff) {
        return Map.of("name", name, "signin", signIn, "role", role, "staff", staff);
    }

    private Object account(TestSchool.Person person, String at) {
        return ServiceClient.administrator(server).get(person.path()).at(at);
    }

    @Test
    void invitedPersonChoosesAPasswordByCodeAndSignsIn() {
        administrator.get(people);
        String signIn = "ny@" + school.id();
        HttpResponse<String> invited = administrator.submit(people, typed("Ny Kollega", signIn, "PLANNER", ""));
        assertThat(invited.body()).contains("Giv koden til Ny Kollega", "/password");
        String code = secret(invited);
        assertThat(administrator.get(people).body())
                .contains("Ny Kollega", "Har ikke valgt adgangskode")
                .doesNotContain(code);

        var fresh = new PageClient(server);
        fresh.get("/password");
        HttpResponse<String> wrong = fresh.submit("/password", Map.of("code", code, "password", "kort"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"password-trouble\"", "value=\"" + code + "\"");
        assertThat(fresh.submit("/password", Map.of("code", "forkert", "password", TestSchool.PASSWORD))
                        .body())
                .contains("id=\"code-trouble\"");
        assertThat(fresh.submit("/password", Map.of("code", code, "password", TestSchool.PASSWORD))
                        .body())
                .contains("Adgangskoden er valgt");
        assertThat(PageClient.redirectTarget(
                        fresh.submit("/sign-in", Map.of("name", signIn, "password", TestSchool.PASSWORD, "to", "/"))))
                .isEqualTo("/");
        assertThat(fresh.get("/").body()).contains("Ny Kollega", "Ingen planer endnu");
    }

    @Test
    void errorMessageStandsBesideItsField() {
        administrator.get(people);
        HttpResponse<String> page = administrator.submit(people, typed(" ", "ny@" + school.id(), "STAFF", ""));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "id=\"name-trouble\"",
                        "id=\"staff-trouble\"",
                        "value=\"ny@" + school.id() + "\"",
                        "value=\"STAFF\" checked");
        HttpResponse<String> staff = administrator.submit(people, typed("Ny", "ny@" + school.id(), "STAFF", ""));
        assertThat(staff.body()).contains("id=\"staff-trouble\"").doesNotContain("id=\"name-trouble\"");
        TestSchool.Person taken = school.addPerson(Role.READER);
        HttpResponse<String> twice = administrator.submit(people, typed("Ny", taken.signInName(), "READER", ""));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("role=\"alert\"", "Der er allerede en");
    }

    @Test
    void rolesAreChangedUnlessSomebodyElseDidMeanwhile() {
        TestSchool.Person reader = school.addPerson(Role.READER);
        String page = people + "/" + reader.id();
        assertThat(administrator.get(page).body())
                .contains("value=\"READER\" checked")
                .contains("class=\"fields person typed\" action=\"" + page + "\"")
                .contains("class=\"fields person typed\" action=\"" + page + "/roles\"");
        String version = String.valueOf(account(reader, "/version"));
        HttpResponse<String> sent =
                administrator.submit(page + "/roles", Map.of("version", version, "role", "COORDINATOR"));
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(people + "?done=changed");
        assertThat(account(reader, "/roles/0/role")).isEqualTo("COORDINATOR");
        HttpResponse<String> late =
                administrator.submit(page + "/roles", Map.of("version", version, "role", "PLANNER"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("Kontoen er ændret", "value=\"PLANNER\" checked");
        assertThat(account(reader, "/roles/0/role")).isEqualTo("COORDINATOR");
    }

    @Test
    void anAccountIsClosedGetsACodeAndIsRemoved() {
        TestSchool.Person reader = school.addPerson(Role.READER);
        String page = people + "/" + reader.id();
        administrator.get(page);
        administrator.submit(
                page,
                Map.of(
                        "version",
                        String.valueOf(account(reader, "/version")),
                        "name",
                        "Et Andet Navn",
                        "signin",
                        reader.signInName()));
        assertThat(account(reader, "/active")).isEqualTo(false);
        assertThat(administrator.get(people).body()).contains("Et Andet Navn", "Lukket");
        assertThat(secret(administrator.submit(page + "/code", Map.of()))).isNotBlank();
        HttpResponse<String> removed =
                administrator.submit(page + "/remove", Map.of("version", String.valueOf(account(reader, "/version"))));
        assertThat(PageClient.redirectTarget(removed)).isEqualTo(people + "?done=removed");
        assertThat(administrator.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void auditAndPeoplePagesAreForAdministratorsOnly() {
        Answer audit = ServiceClient.administrator(server).get(school.path() + "/audit");
        assertThat(audit.status()).isEqualTo(200);
        assertThat(administrator.get("/organisations/" + school.id() + "/audit").body())
                .contains("Hvem har set eller ændret hvad");
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        assertThat(planner.get("/organisations/" + school.id() + "/audit").statusCode())
                .isEqualTo(403);
        assertThat(planner.get(people).statusCode()).isEqualTo(403);
        assertThat(planner.get("/").body()).doesNotContain("/people");
        assertThat(administrator.get("/").body()).contains("href=\"" + people + "\"");
    }

    @Test
    void passwordChangeEndsOnlyTheOtherSessions() {
        TestSchool.Person person = school.addPerson(Role.READER);
        PageClient here = PageClient.signedInAs(person);
        PageClient there = PageClient.signedInAs(person);
        assertThat(here.get("/account").body()).contains("Du logger ind som " + person.signInName());
        HttpResponse<String> wrong =
                here.submit("/account/password", Map.of("current", "et rent gæt", "password", "en ny lang kode"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"current-trouble\"").doesNotContain("et rent gæt");
        HttpResponse<String> tooShort =
                here.submit("/account/password", Map.of("current", TestSchool.PASSWORD, "password", "kort"));
        assertThat(tooShort.body()).contains("id=\"new-trouble\"");
        HttpResponse<String> done =
                here.submit("/account/password", Map.of("current", TestSchool.PASSWORD, "password", "en ny lang kode"));
        assertThat(here.get(PageClient.redirectTarget(done)).body()).contains("Adgangskoden er skiftet.");
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void signOutElsewhereEndsOnlyTheOtherSessions() {
        TestSchool.Person person = school.addPerson(Role.READER);
        PageClient here = PageClient.signedInAs(person);
        PageClient there = PageClient.signedInAs(person);
        here.get("/account");
        assertThat(PageClient.redirectTarget(here.submit("/account/elsewhere", Map.of())))
                .isEqualTo("/account?done=elsewhere");
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenForEverythingIsListedByWhatItMeans() {
        TestSchool.Person person = school.addPerson(Role.READER);
        Answer made = person.browser()
                .post(
                        "/api/v1/me/tokens",
                        Map.of(
                                "name",
                                "Alt",
                                "scopes",
                                List.of("NONE", "SIGNED_IN", "READ"),
                                "expires",
                                TestClock.now().plus(Duration.ofHours(1)).toString()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(PageClient.signedInAs(person).get("/account").body()).contains("Alt", "Se planer");
    }

    @Test
    void aTokenIsToldOnceAndTakenBack() {
        TestSchool.Person person = school.addPerson(Role.READER);
        PageClient here = PageClient.signedInAs(person);
        here.get("/account");
        String token =
                secret(here.submit("/account/tokens", Map.of("name", "Mit skript", "scope", "READ", "days", "30")));
        assertThat(ServiceClient.anonymous(server)
                        .withToken(token)
                        .get(school.path())
                        .status())
                .isEqualTo(200);
        String again = here.get("/account").body();
        assertThat(again).contains("Mit skript", "Se planer").doesNotContain(token);
        Matcher revoke = Pattern.compile("/account/tokens/[^/]+/revoke").matcher(again);
        assertThat(revoke.find()).isTrue();
        here.submit(revoke.group(), Map.of());
        assertThat(ServiceClient.anonymous(server)
                        .withToken(token)
                        .get(school.path())
                        .status())
                .isEqualTo(401);
        assertThat(here.submit("/account/tokens", Map.of("name", "Uden noget", "days", "30"))
                        .body())
                .contains("id=\"scope-trouble\"", "value=\"Uden noget\"")
                .doesNotContain("id=\"token-trouble\"", "checked=\"checked\"");
    }

    @Test
    void refusedTokenFormKeepsItsInput() {
        PageClient here = PageClient.signedInAs(school.addPerson(Role.PLANNER)).open("/account");
        String usual = here.get("/account").body();
        assertThat(usual).contains("value=\"READ\" checked=\"checked\"", "value=\"30\" selected=\"selected\"");
        HttpResponse<String> refused =
                here.submit("/account/tokens?scope=PLAN", Map.of("name", " ", "scope", "EDIT", "days", "365"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"token-trouble\"", "value=\"365\" selected=\"selected\"")
                .contains("value=\"EDIT\" checked=\"checked\"", "value=\"PLAN\" checked=\"checked\"")
                .doesNotContain("value=\"READ\" checked", "value=\"30\" selected", "id=\"scope-trouble\"");
    }
}
