package dk.grundskema.api.service.campguide;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The step of the camp guide with the base timetable. */
final class CampDaysStepTest {
    private static final String DAYS = "/parameters/dayKinds/";

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = TestPlans.createPlan(
                    client, school.path(), TestServices.exampleProblem("camp-3-weeks"))
            .header("Location");
    private final String page = "/plans/" + TestPlans.planIdOf(place).value() + "/camp/days";
    private final PageClient planner =
            PageClient.signedIn(server, school.addPerson(Role.PLANNER)).open(page);

    private Object said(String pointer) {
        return client.get(place + "/problem").at("/interventions/0" + pointer);
    }

    /** Returns the fields of the unchanged form. */
    private Map<String, String> standing() {
        return PageFields.of(planner.get(page).body());
    }

    private HttpResponse<String> save(Map<String, String> typed) {
        return planner.submit(page, typed);
    }

    @Test
    void formSavedUnchangedKeepsFieldsThatItDoesNotShow() {
        Object before = said(DAYS + "0/blocks/3/roomKinds");
        HttpResponse<String> saved = save(standing());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(said(DAYS + "0/blocks/3/roomKinds")).isEqualTo(before).hasToString("[classroom]");
        assertThat(said(DAYS + "0/blocks/3/title")).isEqualTo("Modul 1");
        assertThat(said(DAYS + "0/weekdays").toString()).contains("MONDAY", "THURSDAY");
    }

    @Test
    void campWithoutDaysOfItsOwnShowsTheUsualOnesAndHasThemWhenTheyAreSaved() {
        usualDays();
        String shown = planner.get(page).body();
        assertThat(shown)
                .contains("de dage, en camp som regel har", "value=\"Morgensamling\"", "Ikke set på endnu")
                .contains("value=\"Hverdag\"", "Fredag");
        Map<String, String> typed = standing();
        typed.put(DAYS + "0/blocks/0/start", "07:30");
        HttpResponse<String> saved = save(typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(said(DAYS + "0/blocks/0/start")).isEqualTo("07:30");
        assertThat(planner.get(PageClient.redirectTarget(saved)).body())
                .contains("Gemt.", "2 slags dage")
                .doesNotContain("Ikke set");
    }

    private void usualDays() {
        @SuppressWarnings("unchecked")
        var own = new LinkedHashMap<>((Map<String, Object>) said(""));
        @SuppressWarnings("unchecked")
        var parameters = new LinkedHashMap<>((Map<String, Object>) own.get("parameters"));
        parameters.remove("dayKinds");
        own.put("parameters", parameters);
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/interventions/camp", own);
    }

    @Test
    void overlappingBlocksAreAllMarkedAndTypedTimesStay() {
        Map<String, String> typed = standing();
        typed.put(DAYS + "0/blocks/1/end", "8.50");
        typed.put(DAYS + "0/blocks/6/start", "1215");
        typed.put(DAYS + "1/blocks/0/end", "kvart i ni");
        HttpResponse<String> refused = save(typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "value=\"kvart i ni\"",
                        "id=\"f-parameters-dayKinds-1-blocks-0-end-said\"",
                        "er ikke et klokkeslæt. Skriv timer og minutter")
                .as("the JSON name of the field")
                .doesNotContain("Feltet &quot;end");

        typed.put(DAYS + "1/blocks/0/end", "08:15");
        HttpResponse<String> overlapping = save(typed);
        assertThat(overlapping.statusCode()).isEqualTo(422);
        assertThat(overlapping.body())
                .contains(
                        "2 felter skal rettes",
                        "value=\"08.50\"",
                        "id=\"f-parameters-dayKinds-0-blocks-2-said\"",
                        "id=\"f-parameters-dayKinds-0-blocks-6-said\"",
                        "overlapper");
        assertThat(client.get(place).at("/version")).isEqualTo(1);
    }

    @Test
    void blockIsAddedAndTakenAwayBeforeAnythingIsSaved() {
        Map<String, String> typed = standing();
        int blocks = (int) typed.keySet().stream()
                .filter(one -> one.matches(DAYS + "0/blocks/\\d+"))
                .count();
        typed.put("do", "add:0");
        HttpResponse<String> more = save(typed);
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"" + DAYS + "0/blocks/" + blocks + "\"", "placeholder=\"Ny blok\"");
        typed.put("do", "drop:0:0");
        String less = save(typed).body();
        assertThat(less).doesNotContain("name=\"" + DAYS + "0/blocks/" + (blocks - 1) + "\"");
        assertThat(client.get(place).at("/version")).isEqualTo(1);

        Map<String, String> fresh = PageFields.of(more.body());
        fresh.put(DAYS + "0/blocks/" + blocks + "/title", "Godnathistorie");
        HttpResponse<String> saved = save(fresh);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(said(DAYS + "0/blocks/" + blocks + "/title")).isEqualTo("Godnathistorie");
        assertThat(said(DAYS + "0/blocks/" + blocks + "/start")).isEqualTo("21:00");
    }

    @Test
    void tripDayIsAKindOfItsOwnOnOneDate() {
        Map<String, String> typed = standing();
        typed.put("do", "copy:0");
        Map<String, String> copied = PageFields.of(save(typed).body());
        assertThat(copied).containsEntry(DAYS + "1/id", "day-1");
        copied.put(DAYS + "1/name", "Turdag");
        copied.put(DAYS + "1/blocks/3/kind", "TRIP");
        copied.put("date/2026-09-16", "day-1");
        HttpResponse<String> saved = save(copied);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(said(DAYS + "1/name")).isEqualTo("Turdag");
        assertThat(said(DAYS + "1/dates")).isEqualTo(List.of("2026-09-16"));
        assertThat(said(DAYS + "1/blocks/5/roomKinds")).isEqualTo(said(DAYS + "0/blocks/5/roomKinds"));
        assertThat(planner.get(page).body()).contains("→ Turdag", "Slags dag den 16. september 2026");
        assertThat(standing()).containsEntry(DAYS + "1/blocks/3/staff", "2");
    }

    @Test
    void kindThatIsChosenForBothEndsOfTheCampIsTheLastDaysByItsDate() {
        Map<String, String> typed = standing();
        typed.put("occasion/FIRST_DAY", "friday");
        typed.put("occasion/LAST_DAY", "friday");
        assertThat(save(typed).statusCode()).isEqualTo(303);
        assertThat(said(DAYS + "1/occasion")).isEqualTo("FIRST_DAY");
        assertThat(said(DAYS + "1/dates").toString()).contains("2026-09-27");
    }

    @Test
    void kindOfBothEndsIsShownAtBothAndGivesTheLastDayToAnotherThatIsChosenForIt() {
        Map<String, String> typed = standing();
        typed.put("occasion/FIRST_DAY", "friday");
        typed.put("occasion/LAST_DAY", "friday");
        assertThat(save(typed).statusCode()).isEqualTo(303);
        Map<String, String> both = standing();
        assertThat(both)
                .containsEntry("occasion/FIRST_DAY", "friday")
                .containsEntry("occasion/LAST_DAY", "friday")
                .containsEntry("date/2026-09-27", "");
        both.put("occasion/LAST_DAY", "weekday");
        HttpResponse<String> other = save(both);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(303);
        assertThat(said(DAYS + "0/occasion")).isEqualTo("LAST_DAY");
        assertThat(said(DAYS + "1/occasion")).isEqualTo("FIRST_DAY");
        assertThat(said(DAYS + "1/dates").toString()).doesNotContain("2026-09-27");
        assertThat(standing()).containsEntry("occasion/LAST_DAY", "weekday");
    }

    @Test
    void kindThatIsChosenForTheLastDateGoesBeforeTheOneThatIsChosenForTheEnd() {
        Map<String, String> typed = standing();
        typed.put("occasion/FIRST_DAY", "friday");
        typed.put("occasion/LAST_DAY", "weekday");
        typed.put("date/2026-09-27", "friday");
        assertThat(save(typed).statusCode()).isEqualTo(303);
        assertThat(said(DAYS + "1/dates").toString()).contains("2026-09-27");
        assertThat(save(standing()).statusCode()).as("saved untouched").isEqualTo(303);
        assertThat(said(DAYS + "1/dates").toString()).contains("2026-09-27");
    }

    @Test
    void possibleButOddDaysAreReportedAfterSaving() {
        Map<String, String> typed = standing();
        typed.put("weekday/FRIDAY", "");
        assertThat(save(typed).statusCode()).isEqualTo(303);
        String shown = planner.get(page).body();
        assertThat(shown).contains("Se på den", "Ingen af campens dage er");
    }

    @Test
    void blockThatIsAddedDoesNotHideWhatOthersDidMeanwhile() {
        Map<String, String> typed = standing();
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        typed.put("do", "add:0");
        Map<String, String> more = PageFields.of(save(typed).body());
        assertThat(more).containsEntry("version", "1");
        assertThat(save(more).statusCode()).isEqualTo(412);
    }
}
