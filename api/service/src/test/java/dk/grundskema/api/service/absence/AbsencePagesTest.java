package dk.grundskema.api.service.absence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which a planner finds who takes over. */
final class AbsencePagesTest {
    private static final Pattern FIELD = Pattern.compile("name=\"(version|session|position)\" value=\"([^\"]*)\"");
    private static final Pattern STAND_IN = Pattern.compile("<button name=\"staff\" value=\"([^\"]+)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = SolvedPlans.createSolvedPlan(
            client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
    private final String page = "/plans/" + TestPlans.planIdOf(place).value() + "/absences";

    private PageClient as(Role role) {
        return PageClient.signedInAs(school.addPerson(role));
    }

    /** Returns the form of an absence of the busiest person; the camp has not begun. */
    private Map<String, String> typed() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId who = camp.busiest();
        LocalDate day = camp.meetingsOf(who).getFirst().time().firstDate();
        return Map.of("staff", who.value(), "from", day.toString(), "until", day.toString(), "now", "2026-09-01T08:00");
    }

    private String entered(PageClient planner) {
        planner.get(page);
        HttpResponse<String> sent = planner.submit(page, typed());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return PageClient.redirectTarget(sent);
    }

    /** Returns the fields of the first form of the page that offers a stand-in. */
    private static Map<String, String> form(String html) {
        var fields = new HashMap<>(Map.of("now", "2026-09-01T08:00"));
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        Matcher person = STAND_IN.matcher(html);
        assertThat(person.find()).as("somebody could take over").isTrue();
        fields.put("staff", person.group(1));
        return fields;
    }

    private static String without(String address) {
        return address.substring(0, address.indexOf('?'));
    }

    @Test
    void openSeatListsCandidatesAndIsFilledByOnePress() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        String html = planner.get(away).body();
        assertThat(html).contains(" er væk", "Pladser at give videre: ", "Vælg", "Hvem ikke kan, og hvorfor");

        HttpResponse<String> sent = planner.submit(without(away) + "/take", form(html));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String after = planner.get(PageClient.redirectTarget(sent)).body();
        assertThat(after).contains("done-now", "Fortryd det");
        int before = open(html);
        assertThat(open(after)).isEqualTo(before - 1);
        HttpResponse<String> undone = planner.submit(without(away) + "/undo", form(after));
        assertThat(planner.get(PageClient.redirectTarget(undone)).body()).contains("Pladser at give videre: " + before);
    }

    @Test
    void undoIsNotOfferedAfterAnotherAuthorsChange() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        HttpResponse<String> sent =
                planner.submit(without(away) + "/take", form(planner.get(away).body()));
        client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/staff/bente", Map.of("name", "Vibeke Vind"));
        assertThat(planner.get(PageClient.redirectTarget(sent)).body())
                .contains("er væk")
                .doesNotContain("done-now", "Fortryd det");
    }

    private static int open(String html) {
        Matcher number = Pattern.compile("Pladser at give videre: (\\d+)").matcher(html);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private String changePage(String away) {
        return without(away).replace("/absences/", "/changes/absences/");
    }

    @Test
    void smallestChangeIsPreviewedKeptAndUndone() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        assertThat(planner.get(away).body()).contains("action=\"" + changePage(away) + "\"");
        Object before = client.get(place).at("/revision/id");

        HttpResponse<String> asked = planner.submit(changePage(away), Map.of("now", "2026-09-01T08:00"));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        String preview = PageClient.redirectTarget(asked);
        Polling.until(
                "the least change is known", () -> planner.get(preview).body().contains("/keep\""));
        String html = planner.get(preview).body();
        assertThat(html).contains("Hvad ændringen gør", " i stedet for ");
        assertThat(client.get(place).at("/revision/id"))
                .as("nothing is kept yet")
                .isEqualTo(before);
        HttpResponse<String> kept = planner.submit(
                preview + "/keep",
                Map.of(
                        "which",
                        "LEAST",
                        "version",
                        String.valueOf(client.get(place).at("/version"))));
        String after = planner.get(PageClient.redirectTarget(kept)).body();
        assertThat(after).contains("kept-now", "Fortryd det");
        assertThat(planner.get(away).body())
                .contains("har ingen pladser i planens indsatser de dage.")
                .doesNotContain(changePage(away));
    }

    @Test
    void standInIsReportedEverywhereWithoutTheNameOfThePersonWhoIsAway() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        Map<String, String> form = form(planner.get(away).body());
        var before = client.get(place);
        planner.submit(without(away) + "/take", form);
        String said = "En anden tager over for en, der er væk";

        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        String news = as(Role.ADMINISTRATOR)
                .get(plan + "/news?version=" + before.at("/version"))
                .body();
        assertThat(planner.get(plan + "/history").body()).contains(said);
        assertThat(news).as("larger than a page").contains(said);
        assertThat(planner.submit(without(away) + "/take", form).body())
                .as("for a page that is out of date")
                .containsPattern("alert\">.*" + Pattern.quote(said));
        var late = client.withHeader("If-Match", before.tag()).post(place + "/undo", Map.of());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/meanwhile/0/text"))
                .as("over REST")
                .isEqualTo(client.get(place).at("/revision/text"))
                .isEqualTo("Somebody takes over for a person who is away");
    }

    @Test
    void unknownAbsenceActionIsNotFound() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        Map<String, String> form = form(planner.get(away).body());
        assertThat(planner.submit(without(away) + "/forget", form).statusCode()).isEqualTo(404);
    }

    @Test
    void aPersonWhoWorksWithAnOldStateIsToldWhatWasDoneMeanwhileAndNothingIsChanged() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        Map<String, String> form = form(planner.get(away).body());
        planner.submit(without(away) + "/take", form);
        Object version = client.get(place).at("/version");

        HttpResponse<String> late = planner.submit(without(away) + "/take", form);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("role=\"alert\"")
                .containsPattern("alert\">.*En anden tager over for en, der er væk");
        assertThat(client.get(place).at("/version")).isEqualTo(version);
    }

    @Test
    void allThatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        PageClient planner = as(Role.PLANNER);
        planner.get(page);
        HttpResponse<String> wrong =
                planner.submit(page, Map.of("staff", "", "from", "2026-09-10", "until", "2026-09-09"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Vælg, hvem der er væk.", "Den sidste dag er før den første.", "value=\"2026-09-10\"")
                .contains("aria-describedby=\"until-wrong\"");
        HttpResponse<String> outside = planner.submit(
                page, Map.of("staff", typed().get("staff"), "from", "2031-01-01", "until", "2031-01-02"));
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("id=\"from-wrong\"");
    }

    @Test
    void dateIsReadInDanishNotationAndRefusedOutsideKnownYears() {
        PageClient planner = as(Role.PLANNER);
        planner.get(page);
        String staff = typed().get("staff");
        HttpResponse<String> endless =
                planner.submit(page, Map.of("staff", staff, "from", "2026-09-10", "until", "+999999999-12-31"));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(endless.body()).contains("id=\"until-wrong\"");
        HttpResponse<String> danish = planner.submit(
                page, Map.of("staff", staff, "from", "10/9", "until", "torsdag 10/9-2026", "now", "2026-09-01T08:00"));
        assertThat(danish.statusCode()).as(danish.body()).isEqualTo(303);
    }

    @Test
    void readerNeitherSeesNorOpensAbsencePages() {
        PageClient reader = as(Role.READER);
        assertThat(reader.get(page).statusCode()).isEqualTo(403);
        reader.get("/");
        assertThat(reader.submit(page, typed()).statusCode()).isEqualTo(403);
        String away = without(entered(as(Role.PLANNER)));
        for (String what : List.of(away + "/take", changePage(away + "?"), away + "/undo", away + "/remove")) {
            Map<String, String> form = Map.of("session", "any", "position", "0", "staff", "any", "version", "1");
            assertThat(reader.submit(what, form).statusCode()).as(what).isEqualTo(403);
        }
        assertThat(reader.get("/plans/" + TestPlans.planIdOf(place).value()).body())
                .doesNotContain(page);
        assertThat(as(Role.PLANNER)
                        .get("/plans/" + TestPlans.planIdOf(place).value())
                        .body())
                .contains(page);
    }

    @Test
    void anAbsenceThatIsOverIsLookedAtAndTakenBackAsAnyOther() {
        PageClient planner = as(Role.PLANNER);
        planner.get(page);
        var late = new HashMap<>(typed());
        late.put("now", LocalDate.parse(late.get("until")).plusDays(1) + "T08:00");
        HttpResponse<String> sent = planner.submit(page, late);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        HttpResponse<String> past = planner.get(PageClient.redirectTarget(sent));
        assertThat(past.statusCode()).isEqualTo(200);
        assertThat(past.body())
                .contains(" er væk", "Dagene er gået", "/remove\"")
                .doesNotContain("/changes/", "Står åbent");
        HttpResponse<String> refused =
                planner.submit(changePage(PageClient.redirectTarget(sent)), Map.of("now", late.get("now")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"");
        planner.get(page);
        planner.submit(without(PageClient.redirectTarget(sent)) + "/remove", Map.of());
        assertThat(planner.get(page).body()).contains("Ingen er meldt væk.");
    }

    @Test
    void anAbsenceThatThePlanNoLongerReachesIsLookedAtAndTakenBackAsAnyOther() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        server.bean(JdbcClient.class)
                .sql("UPDATE absence SET begins = :begins, ends = :ends WHERE staff = :staff AND plan = :plan")
                .param("begins", "2026-10-12T00:00")
                .param("ends", "2026-10-13T00:00")
                .param("staff", typed().get("staff"))
                .param("plan", TestPlans.planIdOf(place).value())
                .update();
        assertThat(planner.get(away).body()).contains("uden for planen", "/remove\"");
    }

    @Test
    void anAbsenceThatWasAMistakeIsTakenBack() {
        PageClient planner = as(Role.PLANNER);
        String away = entered(planner);
        planner.get(away);
        HttpResponse<String> sent = planner.submit(without(away) + "/remove", Map.of());
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(page);
        assertThat(planner.get(page).body()).contains("Ingen er meldt væk.");
        assertThat(planner.submit(without(away) + "/remove", Map.of()).statusCode())
                .isEqualTo(303);
    }
}
