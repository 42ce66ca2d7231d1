package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as a browser gets them. */
final class PageNavigationTest {
    private static final Pattern STYLE = Pattern.compile("href=\"(/assets/[0-9a-f]+/app\\.css)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final PageClient surfer = new PageClient(server);

    private HttpResponse<String> signIn(TestSchool.Person person, String password, String to) {
        return surfer.open("/sign-in")
                .submit("/sign-in", Map.of("name", person.signInName(), "password", password, "to", to));
    }

    private void isIn(Role role) {
        assertThat(signIn(school.addPerson(role), TestSchool.PASSWORD, "/").statusCode())
                .isEqualTo(303);
    }

    @Test
    void unauthenticatedVisitorIsSentToSignInAndBackToTheRequestedPage() {
        HttpResponse<String> sent = surfer.get("/plans/some?x=1&y=2");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(sent)).isEqualTo("/sign-in?to=%2Fplans%2Fsome%3Fx%3D1%26y%3D2");
        HttpResponse<String> page = surfer.get(PageClient.redirectTarget(sent));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"to\" value=\"/plans/some?x=1&amp;y=2\"", "lang=\"da\"");

        HttpResponse<String> back = signIn(school.addPerson(Role.PLANNER), TestSchool.PASSWORD, "/plans/some?x=1&y=2");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(back)).isEqualTo("/plans/some?x=1&y=2");
        assertThat(surfer.get("/").body()).contains("Mine planer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "x", "/a\r\nb: c"})
    void unsafeRedirectTargetLeadsToTheFirstPage(String to) {
        assertThat(PageClient.redirectTarget(signIn(school.addPerson(Role.PLANNER), TestSchool.PASSWORD, to)))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans/some?x=50%", "/plans/some?x=%5", "/plans/%zz", "/plans/some?x=5%%35"})
    void malformedRedirectTargetLeadsToTheFirstPage(String to) {
        assertThat(PageClient.redirectTarget(signIn(school.addPerson(Role.PLANNER), TestSchool.PASSWORD, to)))
                .isEqualTo("/");
        surfer.get("/");
        assertThat(PageClient.redirectTarget(surfer.submit("/language", Map.of("language", "da", "back", to))))
                .isEqualTo("/");
        assertThat(PageClient.redirectTarget(
                        surfer.submit("/language", Map.of("language", "da", "back", "/plans/some?x=50%25"))))
                .isEqualTo("/plans/some?x=50%25");
    }

    @Test
    void aWrongPasswordIsSaidBesideWhatWasTyped() {
        TestSchool.Person person = school.addPerson(Role.PLANNER);
        HttpResponse<String> page = signIn(person, "et rent gæt", "/plans/some");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("role=\"alert\"", "value=\"" + person.signInName() + "\"", "value=\"/plans/some\"")
                .doesNotContain("et rent gæt");
        assertThat(surfer.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherSitesPageSignsNobodyIn() {
        TestSchool.Person person = school.addPerson(Role.PLANNER);
        HttpResponse<String> page = surfer.open("/sign-in")
                .submit(
                        "/sign-in",
                        Map.of("name", person.signInName(), "password", TestSchool.PASSWORD),
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(surfer.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void anEmptyListInvitesAndTheExampleIsAPlan() {
        isIn(Role.PLANNER);
        String empty = surfer.get("/").body();
        assertThat(empty).contains("Ingen planer endnu", "Prøv eksemplet: en camp");

        HttpResponse<String> made =
                surfer.submit("/organisations/" + school.id() + "/example", Map.of("example", "camp-3-weeks"));

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(surfer.get(PageClient.redirectTarget(made)).body())
                .contains(
                        "Efterårscamp 2026",
                        "Gå til planlægning",
                        "href=\"" + PageClient.redirectTarget(made) + "/plan\"");
        assertThat(surfer.get("/").body())
                .contains("href=\"" + PageClient.redirectTarget(made) + "\"", "Intet skema endnu")
                .doesNotContain("Ingen planer endnu");
    }

    @Test
    void aFormThatIsNotOfOurPagesDoesNothing() {
        isIn(Role.PLANNER);
        surfer.forgetPage();
        HttpResponse<String> made =
                surfer.submit("/organisations/" + school.id() + "/example", Map.of("example", "camp-3-weeks"));
        assertThat(made.statusCode()).isEqualTo(403);
        assertThat(surfer.get("/").body()).contains("Ingen planer endnu");
    }

    @Test
    void readerIsNotOfferedExamplePlansAndMayNotCreateThem() {
        isIn(Role.READER);
        assertThat(surfer.get("/").body()).contains("Her er ingen planer endnu").doesNotContain("/example");
        assertThat(surfer.submit("/organisations/" + school.id() + "/example", Map.of("example", "camp-3-weeks"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPlanOfOthersIsNotThere() {
        isIn(Role.PLANNER);
        HttpResponse<String> page = surfer.get("/plans/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1", "Til mine planer");
    }

    @ParameterizedTest
    @CsvSource({"/nothing/at/all, 404", "/assets/0/none.css, 404", "/sign-out, 405"})
    void unknownAddressOrMethodShowsAnErrorPageInTheReadersLanguage(String address, int status) {
        isIn(Role.PLANNER);
        HttpResponse<String> page = surfer.get(address);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type"))
                .get(STRING)
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("lang=\"da\"", "Til mine planer").doesNotContain("{\"", "Exception");
    }

    @Test
    void invalidQueryParameterShowsAnErrorPage() {
        isIn(Role.PLANNER);
        surfer.get("/");
        String plan = PageClient.redirectTarget(
                surfer.submit("/organisations/" + school.id() + "/example", Map.of("example", "camp-3-weeks")));
        HttpResponse<String> page = surfer.get(plan + "/timetable?look=x");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<h1", "look", "Til mine planer").doesNotContain("{\"");
    }

    @Test
    void programsAreToldSoThatTheyCanTakeItApart() {
        isIn(Role.PLANNER);
        HttpResponse<String> problem = surfer.get("/api/v1/nothing");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void theLanguageThatSomebodyChoosesStays() {
        isIn(Role.PLANNER);
        surfer.get("/");
        HttpResponse<String> chosen = surfer.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(PageClient.redirectTarget(chosen)).isEqualTo("/");
        assertThat(surfer.get("/").body()).contains("My plans", "lang=\"en\"");
        surfer.submit("/language", Map.of("language", "xx", "back", "/"));
        assertThat(surfer.get("/").body()).contains("Mine planer");
    }

    @Test
    void signOutEndsTheSession() {
        isIn(Role.PLANNER);
        surfer.get("/");
        assertThat(PageClient.redirectTarget(surfer.submit("/sign-out", Map.of())))
                .isEqualTo("/sign-in");
        assertThat(surfer.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void stylesAreKeptForGoodUnderTheirDigestAndNothingStandsInline() {
        HttpResponse<String> page = surfer.get("/sign-in");
        Matcher style = STYLE.matcher(page.body());
        assertThat(style.find()).isTrue();
        HttpResponse<String> kept = surfer.get(style.group(1));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "public");
        assertThat(kept.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(surfer.get("/assets/0000000000000000/app.css").statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("<style", " style=", "onclick", "<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
    }
}
