package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which the computer plans, as a browser gets it. The service is its own, for what others use binds the staff who are asked for here. */
final class SolvingPagesTest {
    private static final Pattern MEND = Pattern.compile("class=\"mend\"><a href=\"([^\"]+)\"");

    private static Server server;

    private final School school = School.in(server);
    private final Client client = Services.administrator(server);

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = Services.start(Database.H2, folder);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private Surfer as(Role role) {
        return Surfer.signedIn(server, school.person(role));
    }

    private String made(String example) {
        return NewPlan.made(client, school.path(), Services.example(example)).header("Location");
    }

    private static String page(String place) {
        return "/plans/" + NewPlan.id(place).value() + "/plan";
    }

    private String job(String place) {
        return String.valueOf(client.get(place + "/solves").at("/items/0/id"));
    }

    private void untilThereIsATimetable(String place) {
        Waiting.until(() -> client.get(place + "/solves"), all -> all.at("/items/0/score") instanceof Map<?, ?>);
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeAnybodyWaits() {
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(page(made("camp-too-few-staff")) + "/precheck").body())
                .contains("Før du går i gang", "Mangler", "der mangler");
        assertThat(planner.get(page(made("camp-3-weeks")) + "/precheck").body())
                .contains("Der er folk, lokaler og tid nok");
    }

    @Test
    void whatIsSaidLeadsToWhereItIsMendedForThoseWhoMay() {
        String place = made("camp-too-few-staff");
        Surfer planner = as(Role.PLANNER);
        String precheck = page(place) + "/precheck";
        List<String> links = links(planner.get(precheck));
        assertThat(links).contains("/plans/" + NewPlan.id(place).value() + "/lists/staff");
        for (String link : links) {
            assertThat(planner.get(link).statusCode()).as(link).isEqualTo(200);
        }
        assertThat(planner.get(precheck).body()).contains("Ret i listen over medarbejdere");
        assertThat(as(Role.READER).get(precheck).body()).contains("der mangler").doesNotContain("class=\"mend\"");
    }

    @Test
    @SuppressWarnings("unchecked") // an intervention and its parameters are objects
    void whatACampLacksLeadsToTheStepOfTheGuideThatAsksForIt() {
        Map<String, Object> problem = Services.example("camp-3-weeks");
        var camp = ((List<Map<String, Object>>) problem.get("interventions")).getFirst();
        // A Wednesday: the first week has too few days for what is asked of each.
        ((Map<String, Object>) camp.get("parameters")).put("firstDay", "2026-09-09");
        String place = NewPlan.made(client, school.path(), problem).header("Location");
        Surfer planner = as(Role.PLANNER);
        HttpResponse<String> precheck = planner.get(page(place) + "/precheck");
        String step = "/plans/" + NewPlan.id(place).value() + "/camp/subjects";
        assertThat(precheck.body()).contains("Ret fagene i &quot;Efterårscamp 2026&quot;");
        assertThat(links(precheck)).contains(step);
        assertThat(planner.get(step).statusCode()).isEqualTo(200);
    }

    private static List<String> links(HttpResponse<String> page) {
        return MEND.matcher(page.body()).results().map(one -> one.group(1)).toList();
    }

    @Test
    void aRunIsBegunSeenByWhoeverComesAndEndsWhenItIsStopped() {
        String place = made("camp-3-weeks");
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(page(place)).body())
                .contains("Sæt computeren i gang")
                .doesNotContain("data-solve");

        HttpResponse<String> begun = planner.type(page(place), Map.of("seconds", "3600"));

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(Surfer.to(begun)).isEqualTo(page(place));
        String seen = as(Role.READER).get(page(place)).body();
        assertThat(seen).contains("data-solve=\"" + job(place) + "\"").doesNotContain("Stop her");
        untilThereIsATimetable(place);
        assertThat(as(Role.READER).get(page(place)).body())
                .as("whoever comes later sees how it went from the beginning on")
                .containsPattern("data-curve=\"\\[\\[\\d+(, \\d+){4}\\]");
        assertThat(planner.get("/solves/" + job(place) + "/timetable").body())
                .contains("Hele planen", "indtil nu", page(place));
        assertThat(Surfer.to(planner.type("/solves/" + job(place) + "/stop", Map.of())))
                .isEqualTo(page(place));
        Waiting.until(() -> client.get("/api/v1/solves/" + job(place)), Waiting::hasEnded);
        assertThat(planner.get(page(place)).body())
                .contains("Sådan gik det", "Fortsæt, hvor computeren slap", "Se skemaet")
                .doesNotContain("data-solve");
    }

    @Test
    void whoOnlyLooksMayNeitherBeginNorStop() {
        String place = made("camp-3-weeks");
        Surfer reader = as(Role.READER);
        assertThat(reader.get(page(place)).body())
                .contains("ikke planlagt noget endnu")
                .doesNotContain("Sæt computeren");
        assertThat(reader.type(page(place), Map.of("seconds", "30")).statusCode())
                .isEqualTo(403);
        assertThat(client.get(place + "/solves").body()).contains("\"items\": []");
    }

    @Test
    void whatIsRefusedIsSaidOnThePage() {
        HttpResponse<String> refused = as(Role.PLANNER)
                .on(page(made("camp-3-weeks")))
                .type(page(made("camp-3-weeks")), Map.of("seconds", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "Sæt computeren i gang");
    }

    @Test
    void theTimetableThatIsThereCanBeMendedOrMadeAnew() {
        String place = Planned.plan(client, server, school.path(), Services.example("camp-3-weeks"), 300);
        Surfer planner = as(Role.PLANNER);
        String page = planner.get(page(place)).body();
        assertThat(page).contains("Lav så lidt om som muligt", "Begynd forfra").doesNotContain("Fortsæt, hvor");
        planner.type(page(place), Map.of("seconds", "3600", "from", "CURRENT"));
        assertThat(client.get(place + "/solves").at("/items/0/continueFrom")).isEqualTo("CURRENT");
        planner.type("/solves/" + job(place) + "/stop", Map.of());
    }

    @Test
    void whatIsLeftUndoneIsSaidRuleByRule() {
        String place = Planned.plan(client, server, school.path(), Services.example("camp-too-few-staff"), 300);
        assertThat(as(Role.PLANNER).get(page(place) + "/left").body())
                .contains("Det, der ikke gik op", "steder", "<details>");
    }

    @Test
    void aResultThatCameAfterAChangeIsOfferedAndTakenByWhoeverHasSeenTheChange() {
        String place = made("camp-3-weeks");
        Surfer planner = as(Role.PLANNER);
        planner.get(page(place));
        planner.type(page(place), Map.of("seconds", "3600"));
        untilThereIsATimetable(place);
        var problem = new HashMap<>(Services.example("camp-3-weeks"));
        problem.put("title", "En anden camp");
        client.with("If-Match", client.get(place).tag()).put(place + "/problem", Map.of("problem", problem));
        planner.type("/solves/" + job(place) + "/stop", Map.of());
        Waiting.until(() -> client.get("/api/v1/solves/" + job(place)), Waiting::hasEnded);

        assertThat(planner.get(page(place)).body()).contains("Nogen ændrede planen", "Brug resultatet alligevel");
        HttpResponse<String> late = planner.type("/solves/" + job(place) + "/adopt", Map.of("version", "1"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"");
        HttpResponse<String> taken = planner.type("/solves/" + job(place) + "/adopt", Map.of("version", "2"));

        assertThat(Surfer.to(taken)).isEqualTo(page(place));
        assertThat(planner.get(page(place)).body()).contains("Se skemaet").doesNotContain("Nogen ændrede");
    }

    private Timetable timetable(String place) {
        var plans = server.part(Plans.class);
        String hash = plans.revision(plans.get(NewPlan.id(place)).head()).timetable();
        return server.part(Documents.class).timetable(hash).value();
    }

    /** Gives a seat in a module to somebody who is in another one at that time. */
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
        Client fresh = client.with("If-Match", client.get(place).tag());
        assertThat(fresh.post(place + "/edits", Map.of("changes", List.of(change)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsBrokenByHandAfterwardsIsSaidOnEveryPageOnTheWayToPublishingIt() {
        String place = made("camp-3-weeks");
        String plan = "/plans/" + NewPlan.id(place).value();
        Surfer planner = as(Role.PLANNER);
        planner.get(page(place));
        planner.type(page(place), Map.of("seconds", "3600"));
        Waiting.until(
                () -> client.get(place + "/solves"),
                all -> Integer.valueOf(0).equals(all.at("/items/0/standing/conflicts")));
        planner.type("/solves/" + job(place) + "/stop", Map.of());
        Waiting.until(() -> client.get("/api/v1/solves/" + job(place)), Waiting::hasEnded);
        assertThat(planner.get(plan).body()).contains("0 konflikter");
        assertThat(planner.get(page(place)).body()).doesNotContain("Planen er ændret siden");
        assertThat(planner.get(plan + "/publish").body()).doesNotContain("bryder planen");

        bookTwice(place);

        assertThat(planner.get(plan).body()).doesNotContain("0 konflikter").containsPattern("[1-9]\\d* konflikt");
        assertThat(planner.get(page(place)).body())
                .contains("Planen er ændret siden")
                .containsPattern("data-figure=\"conflicts\" class=\"bad\"");
        assertThat(planner.get(plan + "/publish").body())
                .contains("bryder planen", "href=\"" + page(place) + "#left\"");
    }
}
