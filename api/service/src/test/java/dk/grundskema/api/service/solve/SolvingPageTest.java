package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The solving page as a browser gets it. */
final class SolvingPageTest {
    private static final Pattern MEND = Pattern.compile("class=\"mend\"><a href=\"([^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);

    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);

    private PageClient as(Role role) {
        return PageClient.signedIn(server, school.addPerson(role));
    }

    private String camp() {
        return TestPlans.createCampPlan(client, school.path());
    }

    private String campWithTooFewStaff() {
        return TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("camp-too-few-staff"))
                .header("Location");
    }

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value() + "/plan";
    }

    private String job(String place) {
        return String.valueOf(client.get(place + "/solves").at("/items/0/id"));
    }

    private void untilThereIsATimetable(String place) {
        Polling.until(() -> client.get(place + "/solves"), all -> all.at("/items/0/score") instanceof Map<?, ?>);
    }

    @Test
    void precheckReportsShortagesBeforeSolving() {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(page(campWithTooFewStaff()) + "/precheck").body())
                .contains("Før du går i gang", "Mangler", "der mangler");
        assertThat(planner.get(page(camp()) + "/precheck").body()).contains("Der er folk, lokaler og tid nok");
    }

    @Test
    void precheckIssuesLinkPlannersToThePagesThatMendThem() {
        String place = campWithTooFewStaff();
        PageClient planner = as(Role.PLANNER);
        String precheck = page(place) + "/precheck";
        List<String> links = links(planner.get(precheck));
        assertThat(links).contains("/plans/" + TestPlans.planIdOf(place).value() + "/lists/staff");
        for (String link : links) {
            assertThat(planner.get(link).statusCode()).as(link).isEqualTo(200);
        }
        assertThat(planner.get(precheck).body()).contains("Ret i listen over medarbejdere");
        assertThat(as(Role.READER).get(precheck).body()).contains("der mangler").doesNotContain("class=\"mend\"");
    }

    @Test
    @SuppressWarnings("unchecked") // an intervention and its parameters are objects
    void campShortageLinksToTheGuideStepThatAsksForIt() {
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        var camp = ((List<Map<String, Object>>) problem.get("interventions")).getFirst();
        // A Wednesday, so that the first week has too few days for the weekly requirements.
        ((Map<String, Object>) camp.get("parameters")).put("firstDay", "2026-09-09");
        String place = TestPlans.createPlan(client, school.path(), problem).header("Location");
        PageClient planner = as(Role.PLANNER);
        HttpResponse<String> precheck = planner.get(page(place) + "/precheck");
        String step = "/plans/" + TestPlans.planIdOf(place).value() + "/camp/subjects";
        assertThat(precheck.body()).contains("Ret fagene i &quot;Efterårscamp 2026&quot;");
        assertThat(links(precheck)).contains(step);
        assertThat(planner.get(step).statusCode()).isEqualTo(200);
    }

    private static List<String> links(HttpResponse<String> page) {
        return MEND.matcher(page.body()).results().map(one -> one.group(1)).toList();
    }

    @Test
    @Tag("http")
    void aRunIsBegunSeenByAnybodyWhoComesAndEndsWhenItIsStopped() {
        String place = camp();
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(page(place)).body())
                .contains("Sæt computeren i gang")
                .doesNotContain("data-solve");

        HttpResponse<String> begun = planner.submit(page(place), Map.of("seconds", "3600"));

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(begun)).isEqualTo(page(place));
        String seen = as(Role.READER).get(page(place)).body();
        assertThat(seen).contains("data-solve=\"" + job(place) + "\"").doesNotContain("Stop her");
        untilThereIsATimetable(place);
        assertThat(as(Role.READER).get(page(place)).body())
                .as("a later reader sees the whole course")
                .containsPattern("data-curve=\"\\[\\[\\d+(, \\d+){5}\\]");
        assertThat(planner.get("/solves/" + job(place) + "/timetable").body())
                .contains("Hele planen", "indtil nu", page(place));
        assertThat(PageClient.redirectTarget(planner.submit("/solves/" + job(place) + "/stop", Map.of())))
                .isEqualTo(page(place));
        Polling.until(() -> client.get("/api/v1/solves/" + job(place)), Polling::hasEnded);
        assertThat(planner.get(page(place)).body())
                .contains("Sådan gik det", "Fortsæt, hvor computeren slap", "Se skemaet")
                .doesNotContain("data-solve");
    }

    @Test
    void readerCannotStartASolve() {
        String place = camp();
        PageClient reader = as(Role.READER);
        assertThat(reader.get(page(place)).body())
                .contains("ikke planlagt noget endnu")
                .doesNotContain("Sæt computeren");
        assertThat(reader.submit(page(place), Map.of("seconds", "30")).statusCode())
                .isEqualTo(403);
        assertThat(client.get(place + "/solves").body()).contains("\"items\": []");
    }

    @Test
    void refusedSolveIsReportedOnThePage() {
        HttpResponse<String> refused = as(Role.PLANNER).open(page(camp())).submit(page(camp()), Map.of("seconds", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "Sæt computeren i gang");
    }

    @Test
    void theTimetableThatIsThereCanBeMendedOrMadeAnew() {
        String place = SolvedPlans.createSolvedPlan(client, server, school.path(), TestServices.weekOfCamp(), 300);
        PageClient planner = as(Role.PLANNER);
        String page = planner.get(page(place)).body();
        assertThat(page).contains("Lav så lidt om som muligt", "Begynd forfra").doesNotContain("Fortsæt, hvor");
        planner.submit(page(place), Map.of("seconds", "3600", "from", "CURRENT"));
        assertThat(client.get(place + "/solves").at("/items/0/continueFrom")).isEqualTo("CURRENT");
        planner.submit("/solves/" + job(place) + "/stop", Map.of());
    }

    @Test
    void remainingProblemsAreListedRuleByRule() {
        String place = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 300);
        assertThat(as(Role.PLANNER).get(page(place) + "/left").body())
                .contains("Det, der ikke gik op", "steder", "<details>")
                .contains("Hvad uopfyldte ønsker koster", "<th scope=\"row\">Få forskellige voksne</th>");
    }

    @Test
    void aResultThatCameAfterAChangeIsOfferedAndTakenByAnybodyWhoHasSeenTheChange() {
        String place = camp();
        PageClient planner = as(Role.PLANNER);
        planner.get(page(place));
        planner.submit(page(place), Map.of("seconds", "3600"));
        untilThereIsATimetable(place);
        Map<String, Object> problem = TestServices.weekOfCamp();
        problem.put("title", "En anden camp");
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/problem", Map.of("problem", problem));
        planner.submit("/solves/" + job(place) + "/stop", Map.of());
        Polling.until(() -> client.get("/api/v1/solves/" + job(place)), Polling::hasEnded);

        assertThat(planner.get(page(place)).body()).contains("Nogen ændrede planen", "Brug resultatet alligevel");
        HttpResponse<String> late = planner.submit("/solves/" + job(place) + "/adopt", Map.of("version", "1"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"");
        HttpResponse<String> taken = planner.submit("/solves/" + job(place) + "/adopt", Map.of("version", "2"));

        assertThat(PageClient.redirectTarget(taken)).isEqualTo(page(place));
        assertThat(planner.get(page(place)).body()).contains("Se skemaet").doesNotContain("Nogen ændrede");
    }

    private Timetable timetable(String place) {
        var plans = server.bean(PlanStore.class);
        String hash =
                plans.revision(plans.get(TestPlans.planIdOf(place)).head()).timetable();
        return server.bean(DocumentStore.class).timetable(hash).value();
    }

    /** Assigns a seat of a module to a person who is in another one at that time. */
    private void bookTwice(String place) {
        List<Meeting> modules = timetable(place).meetings().stream()
                .filter(one ->
                        one.kind().equals("module") && one.seats().stream().allMatch(seat -> seat.staffId() != null))
                .toList();
        Meeting one = modules.getFirst();
        Meeting other = modules.stream()
                .filter(each -> !each.sessionId().equals(one.sessionId())
                        && each.weeks().equals(one.weeks())
                        && each.weekday() == one.weekday()
                        && each.start().equals(one.start()))
                .findFirst()
                .orElseThrow();
        var change = Map.of(
                "what",
                "SEAT",
                "sessionId",
                one.sessionId().value(),
                "position",
                0,
                "staffId",
                other.seats().getFirst().staffId().value());
        ServiceClient fresh = client.withHeader("If-Match", client.get(place).tag());
        assertThat(fresh.post(place + "/edits", Map.of("changes", List.of(change)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void conflictMadeByHandIsShownOnEveryPageUpToPublishing() {
        String place = camp();
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        PageClient planner = as(Role.PLANNER);
        client.post(place + "/solves", Map.of("steps", 300));
        Polling.until(() -> client.get("/api/v1/solves/" + job(place)), Polling::hasEnded);
        assertThat(planner.get(plan).body()).contains("0 konflikter");
        assertThat(planner.get(page(place)).body()).doesNotContain("Planen er ændret siden");
        assertThat(planner.get(plan + "/publish").body()).doesNotContain("bryder planen");

        bookTwice(place);

        assertThat(planner.get(plan).body()).doesNotContain("0 konflikter").containsPattern("[1-9]\\d* konflikt");
        assertThat(planner.get(page(place)).body())
                .contains("Planen er ændret siden")
                .containsPattern("class=\"lacks\"><a[^>]*>[1-9]\\d* konflikt");
        assertThat(planner.get(plan + "/publish").body()).contains("bryder planen", "href=\"" + plan + "/shortfalls\"");
        assertThat(planner.get(plan).body()).as("edited by hand").doesNotContain("siden skemaet blev lagt");

        addStaffMember(place);

        assertThat(planner.get(plan).body())
                .contains("siden skemaet blev lagt", "href=\"" + page(place) + "\">Planlæg igen</a>");
    }

    private void addStaffMember(String place) {
        ServiceClient fresh = client.withHeader("If-Match", client.get(place).tag());
        assertThat(fresh.put(place + "/staff/new-one", Map.of("name", "Ny Kollega"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatASolveChangedIsShownOfItsOwnResultOnly() {
        var run = new SolvingPage.RunView(
                "1", SolvingPage.RunState.DONE, "", null, List.of(), null, 0, List.of(), false, true, List.of());

        assertThat(new SolvingPage("p", 1, true, true, run, true, false, false, List.of()).showsChanges())
                .isTrue();
        assertThat(new SolvingPage("p", 2, true, true, run, false, false, false, List.of()).showsChanges())
                .as("the plan was changed since")
                .isFalse();
    }
}
