package dk.grundskema.api.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links an account to a staff member: chosen by name from the staff of plans, stored by id. */
final class StaffChoiceTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final TestSchool school = TestSchool.create(server);
    private final String people = "/organisations/" + school.id() + "/people";
    private final PageClient administrator = PageClient.signedInAs(school.addPerson(Role.ADMINISTRATOR));

    private static Map<String, String> typed(String name, String signIn, String staff) {
        return Map.of("name", name, "signin", signIn, "role", "STAFF", "staff", staff);
    }

    private Object account(TestSchool.Person person, String at) {
        return client.get(person.path()).at(at);
    }

    /** Reads the options of the staff choice on a page: value, display text, and whether it is selected. */
    private static List<String> choices(HttpResponse<String> page) {
        Matcher select = Pattern.compile("<select id=\"staff\"(.*?)</select>", Pattern.DOTALL)
                .matcher(page.body());
        assertThat(select.find()).as(page.body()).isTrue();
        return Pattern.compile("<option value=\"([^\"]*)\"( selected=\"selected\")?>([^<]*)<")
                .matcher(select.group(1))
                .results()
                .map(one -> one.group(1) + "=" + one.group(3) + (one.group(2) == null ? "" : "!"))
                .toList();
    }

    /** Creates a plan with the given names of staff; returns its path. */
    private String plan(String title, String... names) {
        Map<String, Object> problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        List<Map<String, Object>> staff = new ArrayList<>();
        for (Object one : (List<?>) problem.get("staff")) {
            Map<String, Object> person = new HashMap<>();
            ((Map<?, ?>) one).forEach((field, value) -> person.put(String.valueOf(field), value));
            if (staff.size() < names.length) {
                person.put("name", names[staff.size()]);
            }
            staff.add(person);
        }
        problem.put("staff", staff);
        Answer made = client.post(school.path() + "/plans", Map.of("title", title, "problem", problem));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    private String id(String plan, int nth) {
        return String.valueOf(client.get(plan + "/problem").at("/staff/" + nth + "/id"));
    }

    private void use(String plan) {
        assertThat(client.withHeader("If-Match", client.get(plan).tag())
                        .put(plan + "/in-use", Map.of("inUse", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whichOfTheStaffSomebodyIsIsChosenByNameAndKeptById() {
        assertThat(choices(administrator.get(people))).containsExactly("=Ingen af dem");
        assertThat(administrator.get(people).body()).contains("Der er ingen at vælge endnu");
        String plan = plan("Lejr", "Åse Øst", "Bo Lund", "Bo Lund");
        HttpResponse<String> page = administrator.get(people);
        assertThat(choices(page))
                .contains(id(plan, 0) + "=Åse Øst")
                .contains(id(plan, 1) + "=Bo Lund (Lejr), " + id(plan, 1))
                .contains(id(plan, 2) + "=Bo Lund (Lejr), " + id(plan, 2))
                .endsWith(id(plan, 0) + "=Åse Øst")
                .startsWith("=Ingen af dem");
        assertThat(page.body()).contains("Du vælger blandt medarbejderne");
        administrator.submit(people, typed("Åse Øst", "aase@" + school.id(), id(plan, 0)));
        Matcher made = Pattern.compile("href=\"(" + people + "/[^\"]+)\"[^>]*aria-label=\"[^\"]*Åse Øst")
                .matcher(administrator.get(people).body());
        assertThat(made.find()).isTrue();
        assertThat(choices(administrator.get(made.group(1)))).contains(id(plan, 0) + "=Åse Øst!");
    }

    @Test
    void aPersonWithTwoNamesInPlansHasBothFirstThatOfThePlanInUse() {
        String first = plan("Efterår", "Åse Øst");
        String used = plan("Vinter", "Åse Vest");
        assertThat(choices(administrator.get(people))).contains(id(first, 0) + "=Åse Vest (Vinter), Åse Øst (Efterår)");
        use(first);
        assertThat(choices(administrator.get(people))).contains(id(used, 0) + "=Åse Øst (Efterår), Åse Vest (Vinter)");
    }

    @Test
    void staffOfAnArchivedPlanAreOfferedIfThePlanIsInUse() {
        String plan = plan("Lejr", "Åse Øst");
        use(plan);
        assertThat(client.withHeader("If-Match", client.get(plan).tag())
                        .put(plan + "/archived", Map.of("archived", true))
                        .status())
                .isEqualTo(200);
        assertThat(choices(administrator.get(people))).contains(id(plan, 0) + "=Åse Øst");
        client.withHeader("If-Match", client.get(plan).tag()).put(plan + "/in-use", Map.of("inUse", false));
        assertThat(choices(administrator.get(people))).containsExactly("=Ingen af dem");
    }

    @Test
    void staffOfPlansOfOrganisationsBelowAreOfferedAbove() {
        Answer below = client.post(school.path() + "/organisations", Map.of("name", "Afdelingen"));
        assertThat(below.status()).as(below.body()).isEqualTo(201);
        String plan = TestPlans.createCampPlan(client, "/api/v1/organisations/" + below.at("/id"));
        assertThat(choices(administrator.get(people))).anyMatch(one -> one.startsWith(id(plan, 0) + "="));
    }

    @Test
    void aPersonInNoPlanIsRefusedBesideTheFieldUnlessTheAccountIsThatPerson() {
        String plan = plan("Lejr", "Åse Øst");
        HttpResponse<String> refused =
                administrator.open(people).submit(people, typed(" ", "ny@" + school.id(), "findes-ikke"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"name-trouble\"", "id=\"staff-trouble\"", "har id findes-ikke", "tilføj personen");
        assertThat(choices(refused)).contains("findes-ikke=findes-ikke (er ikke i planerne)!");

        TestSchool.Person gone = school.addPerson(Role.STAFF, "gik-i-fjor");
        String page = people + "/" + gone.id();
        assertThat(choices(administrator.get(page))).contains("gik-i-fjor=gik-i-fjor (er ikke i planerne)!");
        HttpResponse<String> other = administrator.submit(page + "/roles", roles(gone, "findes-ikke"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("id=\"staff-trouble\"").doesNotContain("id=\"name-trouble\"");
        assertThat(account(gone, "/roles/0/staff")).isEqualTo("gik-i-fjor");
        assertThat(PageClient.redirectTarget(administrator.submit(page + "/roles", roles(gone, "gik-i-fjor"))))
                .isEqualTo(people + "?done=changed");
        administrator.submit(page + "/roles", roles(gone, id(plan, 0)));
        assertThat(account(gone, "/roles/0/staff")).isEqualTo(id(plan, 0));
    }

    private Map<String, String> roles(TestSchool.Person person, String staff) {
        return Map.of("version", String.valueOf(account(person, "/version")), "role", "STAFF", "staff", staff);
    }
}
