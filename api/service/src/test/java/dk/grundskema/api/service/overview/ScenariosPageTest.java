package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page with plans that belong together. */
final class ScenariosPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String place = SolvedPlans.createSolvedPlan(
            ServiceClient.administrator(server),
            server,
            school.path(),
            TestServices.exampleProblem("camp-3-weeks"),
            300);
    private final String path = "/plans/" + TestPlans.planIdOf(place).value();
    private final List<PlanId> tried = new ArrayList<>();
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private Plan plan(PlanId id) {
        return server.bean(PlanStore.class).get(id);
    }

    private Map<String, String> version(PlanId id) {
        return Map.of("version", String.valueOf(plan(id).version()));
    }

    /** A copy of the plan from which some meetings were taken. */
    private PlanId tried() {
        planner.get(path + "/scenarios");
        HttpResponse<String> made = planner.submit(path + "/scenarios", Map.of("title", "Uden de første"));
        PlanId id = TestPlans.planIdOf(PageClient.redirectTarget(made));
        PublishedCampFixture.of(server, "/api/v1/plans/" + id).change(all -> all.subList(60, all.size()));
        tried.add(id);
        return id;
    }

    /** People are busy in plans in use, also for other tests of this server. */
    @AfterEach
    void takeOutOfUse() {
        ServiceClient client = ServiceClient.administrator(server);
        for (PlanId id : tried) {
            String scenario = "/api/v1/plans/" + id;
            client.withHeader("If-Match", client.get(scenario).tag()).put(scenario + "/in-use", Map.of("inUse", false));
        }
    }

    @Test
    void aCopyIsLookedAtBesideThePlanInNumbersWordsAndColours() {
        assertThat(planner.get(path + "/scenarios").body()).contains("Planen har ingen scenarier endnu");
        PlanId tried = tried();
        assertThat(planner.get("/plans/" + tried).body()).contains(">Scenarie<", "Den rigtige plan står, som den stod");
        assertThat(planner.get(path).body()).doesNotContain(">Scenarie<");
        assertThat(planner.get("/").body().split(">Scenarie<", -1)).hasSize(2);
        String page = planner.get(path + "/scenarios").body();
        assertThat(page)
                .contains("href=\"/plans/" + tried + "\"", "Uden de første", "moduler og møder", "−")
                .contains("class=\"of-0\"", "class=\"of-1\"", "Hvem arbejder mere eller mindre")
                .contains(path + "/history/" + plan(TestPlans.planIdOf(place)).head() + "?with="
                        + plan(tried).head());
        assertThat(planner.get(path + "/history/"
                                + plan(TestPlans.planIdOf(place)).head() + "?with="
                                + plan(tried).head())
                        .body())
                .contains("til Uden de første", "moduler og møder er anderledes");
    }

    @Test
    void scenarioThatAsksForSomethingElseIsComparedWithTheOriginalAndNotCalledBetter() {
        PlanId tried = tried();
        ServiceClient client = ServiceClient.administrator(server);
        String scenario = "/api/v1/plans/" + tried;
        client.withHeader("If-Match", client.get(scenario).tag())
                .put(
                        scenario + "/staff/" + client.get(scenario + "/staff").at("/items/0/id"),
                        Map.of("name", "Ny Navn", "contractHours", 20));

        String original = plan(TestPlans.planIdOf(place)).title();
        String page = planner.get("/plans/" + tried + "/scenarios").body();
        assertThat(page)
                .containsSubsequence("Bedt om andet end i “" + original + "”", "Personale: Ny Navn er ændret", "→ 20")
                .containsSubsequence(
                        "Hverken " + original, "Uden de første kaldes bedre, for der er bedt om noget forskelligt")
                .containsSubsequence("Sammenlignet med “" + original + "”", "−")
                .doesNotContain("Samlet er", ">Ens<");
        String words = planner.get(
                        path + "/history/" + plan(TestPlans.planIdOf(place)).head() + "?with="
                                + plan(tried).head())
                .body();
        assertThat(words)
                .containsSubsequence(
                        "Bedt om noget andet",
                        "Ny Navn er ændret",
                        "Hverken " + original,
                        "Klasser og hold, der er anderledes")
                .doesNotContain("Samlet er", "↓", "↑");
    }

    @Test
    void theOneThatIsChosenIsTheOneThatPeopleWorkBy() {
        PlanId tried = tried();
        planner.get(path + "/scenarios");
        HttpResponse<String> used = planner.submit(path + "/scenarios/" + tried + "/use", version(tried));
        assertThat(PageClient.redirectTarget(used)).isEqualTo(path + "/scenarios?done=used");
        assertThat(plan(tried).inUse()).isTrue();
        assertThat(planner.get(PageClient.redirectTarget(used)).body()).contains(">I brug<");
    }

    @Test
    void linksShowTheChosenOneOnceItIsPublishedAndPagesSayWhatTheyShowUntilThen() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        camp.publish();
        FeedLink link = camp.link(CalendarOwner.of(camp.busiest()));
        String title = camp.plan().title();
        PlanId tried = tried();
        assertThat(planner.get(path + "/scenarios").body()).doesNotContain("viser stadig");
        planner.get(path + "/scenarios");
        HttpResponse<String> used = planner.submit(path + "/scenarios/" + tried + "/use", version(tried));
        String shown = "Links og kalendere viser stadig “" + title + "”, udgivet lør 1/8 kl. 12.00.";
        assertThat(planner.get(PageClient.redirectTarget(used)).body())
                .contains(
                        shown + " De viser “Uden de første”, når den bliver udgivet.",
                        "href=\"/plans/" + tried + "/publish\"");
        assertThat(planner.get("/plans/" + tried + "/publish").body())
                .contains(shown + " De viser denne plan, når du udgiver den.")
                .doesNotContain("Der er ikke udgivet noget endnu");
        assertThat(planner.get("/plans/" + tried + "/links").body()).contains(shown, link.token());
        assertThat(planner.get("/plans/" + tried).body()).contains("Der er ændringer, som ikke er udgivet");
        String before = planner.get("/c/" + link.token() + ".ics").body();
        var form = new HashMap<>(version(tried));
        form.put("openSeats", "yes");
        HttpResponse<String> sent = planner.submit("/plans/" + tried + "/publish", form);
        assertThat(PageClient.redirectTarget(sent)).isEqualTo("/plans/" + tried + "/publish?done=2");
        assertThat(planner.get(PageClient.redirectTarget(sent)).body()).doesNotContain("viser stadig");
        assertThat(planner.get(path + "/scenarios").body()).doesNotContain("viser stadig");
        assertThat(planner.get("/plans/" + tried + "/links").body()).contains(link.token());
        String after = planner.get("/c/" + link.token() + ".ics").body();
        assertThat(after)
                .isNotEqualTo(before)
                .contains("STATUS:CANCELLED")
                .contains(before.lines()
                        .filter(line -> line.startsWith("UID:") || line.startsWith("X-WR-CALNAME:"))
                        .toList())
                .doesNotContain("Uden de første");
    }

    @Test
    void publishingAPlanThatIsNotInUseMovesTheLinksAndThePageSaysSo() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        camp.publish();
        PlanId own = TestPlans.planIdOf(place);
        server.bean(PlanLifecycle.class).setInUse(own, new AccountId("tests"));
        PlanId tried = tried();
        String moves = "Bliver denne plan udgivet, flytter alle links over på den.";
        assertThat(planner.get("/plans/" + tried + "/publish").body())
                .contains(
                        "Links og kalendere viser “" + plan(own).title() + "”",
                        moves,
                        "Planen er ikke i brug",
                        "Arbejd efter planen")
                .doesNotContain("viser stadig", "udgivet, men ikke i brug");
        PublishedCampFixture scenario = PublishedCampFixture.of(server, "/api/v1/plans/" + tried);
        scenario.publish();
        server.bean(PlanLifecycle.class).setInUse(tried, new AccountId("tests"));
        assertThat(planner.get(path + "/publish").body())
                .as("the plan whose successor was published")
                .contains(moves)
                .doesNotContain("viser stadig");
        ServiceClient client = ServiceClient.administrator(server);
        client.withHeader("If-Match", client.get(scenario.place).tag()).delete(scenario.place);
        assertThat(planner.get(path + "/publish").body())
                .contains("ligger i papirkurven. Ingen links svarer, før den bliver gendannet, eller denne plan");
    }

    @Test
    void oneIsBroughtIntoThePlanAsANewRevision() {
        PlanId tried = tried();
        PlanId own = TestPlans.planIdOf(place);
        planner.get(path + "/scenarios");
        var form = new HashMap<>(version(own));
        form.put("revision", plan(tried).head().value());
        HttpResponse<String> brought = planner.submit(path + "/scenarios/" + tried + "/bring", form);
        assertThat(PageClient.redirectTarget(brought)).isEqualTo(path + "/scenarios?done=brought");
        var plans = server.bean(PlanStore.class);
        assertThat(plans.revision(plan(own).head()).timetable())
                .isEqualTo(plans.revision(plan(tried).head()).timetable());
        HttpResponse<String> late = planner.submit(path + "/scenarios/" + tried + "/bring", form);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("i mellemtiden");
    }

    @Test
    void invalidTitleIsReportedBesideTheField() {
        planner.get(path + "/scenarios");
        HttpResponse<String> page = planner.submit(path + "/scenarios", Map.of("title", " "));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"title-trouble\"", "aria-invalid=\"true\"");
    }

    @Test
    void readerChoosesNoScenarioAndAForeignScenarioIsNotFound() {
        PlanId tried = tried();
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(reader.get(path + "/scenarios").body())
                .contains("Uden de første")
                .doesNotContain("/use\"")
                .doesNotContain("/bring\"")
                .doesNotContain("name=\"title\"");
        assertThat(reader.submit(path + "/scenarios", Map.of("title", "Nej")).statusCode())
                .isEqualTo(403);
        String other = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
        String theirs = "/plans/" + TestPlans.planIdOf(other).value() + "/scenarios/" + tried;
        assertThat(planner.submit(theirs + "/use", version(tried)).statusCode()).isEqualTo(404);
    }
}
