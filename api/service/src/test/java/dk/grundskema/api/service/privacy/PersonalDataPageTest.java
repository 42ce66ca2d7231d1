package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on which an organisation exports and erases personal data of its plans. */
final class PersonalDataPageTest {
    private static final Pattern CHOICE = Pattern.compile("type=\"hidden\" name=\"who\" value=\"([^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient administrator = PageClient.signedInAs(school.addPerson(Role.ADMINISTRATOR));
    private final String page = "/organisations/" + school.id() + "/personal-data";
    private final String ask = page + "/person";

    /** A camp whose first students are called so; the first of them is in a class. */
    @SuppressWarnings("unchecked") // a problem's students are objects
    private String plan(String title, String... names) {
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        var students = (List<Map<String, Object>>) problem.get("students");
        for (int i = 0; i < names.length; i++) {
            students.get(i).put("name", names[i]);
        }
        students.getFirst().put("classGroup", "7b");
        problem.put("groups", List.of(Map.of("id", "7b", "name", "7.B Søen", "kind", "CLASS", "members", List.of())));
        Answer made = client.post(school.path() + "/plans", Map.of("title", title, "problem", problem));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    private HttpResponse<String> asked(String who) {
        return administrator.open(page).submit(ask, Map.of("who", who));
    }

    private static void assertFile(HttpResponse<String> answer, String person) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"person.json\"");
        assertThat(answer.body()).contains("\"person\": \"" + person + "\"", "audit.person-exported");
    }

    private static void assertNobody(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"who-trouble\"").doesNotContain("audit.person-exported");
        assertThat(choices(answer)).isEmpty();
    }

    /** The ids that there is a button for. */
    private static List<String> choices(HttpResponse<String> answer) {
        return CHOICE.matcher(answer.body()).results().map(one -> one.group(1)).toList();
    }

    @Test
    void plansForgetWhoTookPartOnlyWhenSomebodyIsSureAndTheDateIsOne() {
        assertThat(administrator.get(page).body()).contains("Personoplysninger", "Alt om én person");
        HttpResponse<String> unsure = administrator.submit(page, Map.of("before", "ikke en dato"));
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("id=\"before-trouble\"", "id=\"sure-trouble\"", "ikke en dato");
        assertThat(administrator
                        .submit(page, Map.of("before", "2999-01-01", "sure", "yes"))
                        .body())
                .contains("id=\"before-trouble\"");
        assertThat(administrator
                        .submit(page, Map.of("before", "2000-01-01", "sure", "yes"))
                        .body())
                .contains("Ingen planer havde navne at glemme");
        assertThat(PageClient.signedInAs(school.addPerson(Role.PLANNER))
                        .get(page)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void personalDataFileHidesThePersonInItsNameAndAddress() {
        String plan = plan("Lejr");
        String id = (String) client.get(plan + "/problem").at("/students/0/id");
        assertThat(administrator.get(page).body())
                .contains("<form method=\"post\" class=\"fields person\" action=\"" + ask + "\">");
        HttpResponse<String> file = administrator.submit(ask, Map.of("who", " " + id));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("\"person\": \"" + id + "\"", "audit.person-exported");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"person.json\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("private, no-store");
        for (String typed : List.of("ingen-er-det", "ikke et <id>", "")) {
            HttpResponse<String> wrong = administrator.submit(ask, Map.of("who", typed));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(wrong.body())
                    .contains("id=\"who-trouble\"", "aria-describedby=\"who-trouble\"", "aria-invalid=\"true\"")
                    .contains("value=\"" + typed.replace("<", "&lt;").replace(">", "&gt;") + "\"");
        }
        assertThat(administrator.forgetPage().submit(ask, Map.of("who", id)).statusCode())
                .isEqualTo(403);
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .open("/account")
                        .submit(ask, Map.of("who", id))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameOrAPartOfItIsEnoughWhereItIsClearWhoIsMeant() {
        plan("Lejr", "Ea Marie Holm", "Lea Holmgaard", "Noah Ågesen");
        assertFile(asked("  marie"), "e01");
        assertFile(asked("HOLM ea  marie"), "e01");
        assertFile(asked("noah a\u030agesen"), "e03"); // as some keyboards write å
        assertFile(asked("lone abild"), "lone");
    }

    @Test
    void severalMatchesAreOfferedAndNoAddressNamesAPerson() {
        plan("Lejr <b>1</b>", "Lea Holmgaard", "Ea Holm", "<i>Bo</i> Holm");
        HttpResponse<String> several = asked("ea holm");
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(several.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(choices(several)).as("the exact name first").containsExactly("e02", "e01");
        assertThat(several.body())
                .contains(
                        "value=\"ea holm\"",
                        "Hvem af dem mener du?",
                        "Lea Holmgaard",
                        ">elev</span>, <bdi>7.B Søen</bdi>")
                .contains("Lejr &lt;b&gt;1&lt;/b&gt;", "action=\"" + ask + "\"")
                .doesNotContain("Der er flere", "?who=", "Det samme id");
        assertThat(asked("holm").body()).contains("&lt;i&gt;Bo&lt;/i&gt; Holm").doesNotContain("<i>Bo");
        assertFile(administrator.submit(ask, Map.of("who", choices(several).getFirst())), "e02");
        Answer audit = client.get(school.path() + "/audit?person=e01");
        assertThat(audit.body()).contains("audit.person-found").doesNotContain("audit.person-exported");
        assertThat(client.get(school.path() + "/audit?person=e04").body())
                .as("a person who was not shown")
                .doesNotContain("audit.person-found");
    }

    @Test
    void personWithASharedIdIsConfirmedBeforeTheExport() {
        plan("Lejr", "Ea Holm");
        plan("Skoleåret", "Lea Holmgaard");
        plan("Næste skoleår", "Lea Holmgaard");
        HttpResponse<String> shared = asked("ea holm");
        assertThat(choices(shared)).containsExactly("e01");
        assertThat(shared.body())
                .contains("Er det den, du mener?", "<b><bdi>Ea Holm</bdi></b>", "<bdi>Lejr</bdi>")
                .contains("Det samme id", "<bdi>Lea Holmgaard</bdi>")
                .doesNotContain("<bdi>Skoleåret</bdi>");
        assertThat(asked("holmgaard").body())
                .contains("<b><bdi>Lea Holmgaard</bdi></b>", "<bdi>Skoleåret</bdi>", "<bdi>Næste skoleår</bdi>")
                .contains("Det samme id", "<bdi>Ea Holm</bdi>")
                .doesNotContain("<bdi>Lejr</bdi>");
        assertFile(asked("e01"), "e01");
    }

    @Test
    void anAnonymousPlanStandsInNobodysWay() {
        plan("Sidste år", "Ea Holm");
        server.bean(PlanAnonymiser.class)
                .forgetPlansEndedBefore(new OrganisationId(school.id()), LocalDate.of(2100, 1, 1), null);
        assertNobody(asked("Ea Holm"));
        plan("I år", "Ea Holm");
        assertFile(asked("Ea Holm"), "e01");
    }

    @Test
    void ofManyTwentyAreShown() {
        String[] names = new String[24];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Alma " + (char) ('a' + i);
        }
        plan("Lejr", names);
        HttpResponse<String> many = asked("alma");
        assertThat(choices(many)).hasSize(20).startsWith("e01", "e02");
        assertThat(many.body()).contains("Der er flere");
        assertThat(client.get(school.path() + "/audit?person=e24").body())
                .as("a person who was not shown")
                .doesNotContain("audit.person-found");
    }

    @Test
    void personOnlyInAnEarlierRevisionOrWithOnlyAnAccountIsFound() {
        String plan = plan("Lejr");
        Answer added = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/staff/ekstra", Map.of("name", "Yrsa Ekstra"));
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        client.withHeader("If-Match", client.get(plan).tag()).delete(plan + "/staff/ekstra");
        client.withHeader("If-Match", client.get(plan).tag()).put(plan + "/staff/en-til", Map.of("name", "En Til"));
        assertThat(client.get(plan + "/problem").body()).doesNotContain("Yrsa");
        assertFile(asked("yrsa"), "ekstra");
        school.addPerson(Role.STAFF, "kun-konto");
        assertFile(asked("kun-konto"), "kun-konto");
    }

    @Test
    void wordOfThePlanThatIsNoPersonsNameFindsNobody() {
        plan("Lejr", "Ea Holm");
        assertNobody(asked("matematik"));
        assertNobody(asked("Lejr"));
        assertNobody(asked("E01"));
    }

    @Test
    void personSearchIsRefusedToOtherRolesAndFindsNobodyOfOtherSchools() {
        plan("Lejr", "Ea Holm", "Bo Holm");
        for (Role role : List.of(Role.PLANNER, Role.COORDINATOR, Role.READER, Role.STAFF)) {
            HttpResponse<String> refused = PageClient.signedInAs(school.addPerson(role))
                    .open("/account")
                    .submit(ask, Map.of("who", "holm"));
            assertThat(refused.statusCode()).as(role.name()).isEqualTo(403);
            // Tokens in the page are random and may contain e01 among other digits.
            assertThat(refused.body()).doesNotContain("Ea Holm").doesNotContainPattern("\\be01\\b");
        }
        TestSchool other = TestSchool.create(server);
        String elsewhere = "/organisations/" + other.id() + "/personal-data";
        PageClient stranger =
                PageClient.signedInAs(other.addPerson(Role.ADMINISTRATOR)).open(elsewhere);
        assertNobody(stranger.submit(elsewhere + "/person", Map.of("who", "holm")));
        assertThat(stranger.submit(ask, Map.of("who", "holm")).statusCode()).isEqualTo(404);
    }

    @Test
    void administratorWithoutStudentNamesFindsStudentsByIdOnly() {
        plan("Lejr", "Ea Holm", "Lone Holm");
        Answer token = school.addPerson(Role.ADMINISTRATOR)
                .browser()
                .post(
                        "/api/v1/me/tokens",
                        Map.of(
                                "name",
                                "Oplysninger",
                                "scopes",
                                List.of("ADMINISTER"),
                                "expires",
                                TestClock.now().plus(Duration.ofHours(1)).toString()));
        assertThat(token.status()).as(token.body()).isEqualTo(201);
        String[] header = {"Authorization", "Bearer " + token.at("/token")};
        var program = new PageClient(server);
        assertNobody(program.submit(ask, Map.of("who", "holm"), header));
        assertFile(program.submit(ask, Map.of("who", "lone a"), header), "lone");
        assertFile(program.submit(ask, Map.of("who", "e02"), header), "e02");
    }
}
