package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;

/** The page of a new plan asks what files leave open, and remembers the answers for the school. */
final class ImportAnswersTest {
    private static final Map<String, String> SCHOOL =
            Map.of("kind", "school", "year", "2026/27", "title", "Skovskolen");
    private static final Map<String, String> FILES = Map.of("skema.csv", """
            Klasse;Fag;Hvem;Lokale;Dag;Fra;Til;Ikke dag
            4B;DAN;Mete Holm;12;mandag;8.00;8.45;fredag
            4B;MAT;Lis Kok;Skolekøkken;tirsdag;8.00;8.45;onsdag
            """, "personale.csv", """
            Initialer;Navn;Fag
            MH;Mette Holm;DAN
            LK;Lis Kok;MAT
            """);
    private static final String WHO = "{\"kind\":\"HEADING\",\"word\":\"timetable: Hvem\",\"meaning\":\"Lærer\"}";
    private static final String NOT_DAY = "{\"kind\":\"HEADING\",\"word\":\"timetable: Ikke dag\",\"meaning\":\"\"}";
    private static final String METE = "{\"kind\":\"STAFF\",\"word\":\"Mete Holm\",\"meaning\":\"Mette Holm\"}";
    private static final String ROOM = "{\"kind\":\"ROOM_KIND\",\"word\":\"12\",\"meaning\":\"small-room\"}";

    private static HttpResponse<String> submit(PageClient planner, TestSchool school, String... more) {
        var fields = new HashMap<>(SCHOOL);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        HttpResponse<String> response = planner.submitFiles("/organisations/" + school.id() + "/new", fields, FILES);
        assertThat(response.statusCode()).as(response.body()).isIn(200, 303);
        return response;
    }

    private static String seen(HttpResponse<String> looked) {
        return looked.body().replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    private static PageClient planner(TestSchool school) {
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        planner.get("/");
        return planner;
    }

    @ParameterizedTest
    @DatabaseSource
    void answersAreUsedRememberedForTheSchoolAloneAndForgottenOnRequest(TestDatabase database) {
        Server server = TestServices.on(database);
        TestSchool school = TestSchool.create(server);
        PageClient planner = planner(school);

        HttpResponse<String> asked = submit(planner, school);
        assertThat(asked.body())
                .contains(
                        "Kolonnen &quot;Hvem&quot; ligner personer. Hvad er den?</label>",
                        "Lærer (sandsynligt)",
                        "køkken")
                .contains(
                        "Kolonnen &quot;Ikke dag&quot; ligner ugedage, men det har listen allerede i &quot;Dag&quot; (E1). Hvad er den?</label>",
                        "ikke nødvendig")
                .doesNotContain("data-forget");

        String answers = "[" + WHO + "," + NOT_DAY + "," + METE + "," + ROOM + "]";
        HttpResponse<String> answered = submit(planner, school, "answers", answers);
        assertThat(answered.body())
                .contains(
                        "Kolonnen &quot;Hvem&quot; er: Lærer",
                        "Kolonnen &quot;Ikke dag&quot; er: ikke nødvendig",
                        "den samme som Mette Holm",
                        "data-forget=\"STAFF\"")
                .doesNotContain("Vælg …");
        HttpResponse<String> nothingKept = submit(planner, school);
        assertThat(nothingKept.body()).contains("Vælg …");

        HttpResponse<String> made = submit(planner, school, "answers", answers, "step", "make", "seen", seen(answered));
        assertThat(made.statusCode()).isEqualTo(303);
        String plan = PageClient.redirectTarget(made);
        assertThat(planner.get(plan + "/lists/rooms").body()).contains("grupperum", "køkken");

        HttpResponse<String> again = submit(planner, school);
        assertThat(again.body())
                .contains("Kolonnen &quot;Hvem&quot; er: Lærer", "12: grupperum", "id=\"room-0\"")
                .doesNotContain("Vælg …", "Skolekøkken: køkken", "id=\"room-1\"");
        TestSchool other = TestSchool.create(server);
        assertThat(submit(planner(other), other).body()).contains("Vælg …").doesNotContain("data-forget");

        String forgotten =
                "[{\"kind\":\"HEADING\",\"word\":\"timetable: Hvem\",\"meaning\":null},{\"kind\":\"NONE\"},7]";
        HttpResponse<String> asksAgain = submit(planner, school, "answers", forgotten);
        assertThat(asksAgain.body()).contains("Vælg …", "12: grupperum");
        submit(planner, school, "answers", forgotten, "step", "make", "seen", seen(asksAgain));
        assertThat(submit(planner, school).body()).contains("Vælg …", "12: grupperum");
    }
}
