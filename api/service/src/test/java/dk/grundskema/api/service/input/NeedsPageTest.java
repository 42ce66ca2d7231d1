package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TableFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The needs of interventions as tables. */
final class NeedsPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedIn(server, school.addPerson(Role.PLANNER));

    /**
     * A plan and its page with the needs.
     *
     * @param place where the service has it
     * @param page  where its needs are
     */
    private record PlanLocation(String place, String page) {
        String classes() {
            return page + "?of=co-teaching&rows=classes";
        }
    }

    private PlanLocation plan(String example) {
        String place = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem(example))
                .header("Location");
        return new PlanLocation(place, "/plans/" + TestPlans.planIdOf(place).value() + "/lists/needs");
    }

    private TableFields typing(String path) {
        return TableFields.of(planner.get(path).body());
    }

    private ServiceClient.Answer intervention(PlanLocation plan, String id) {
        return client.get(plan.place() + "/interventions/" + id);
    }

    /** Sends a table and returns the result. */
    private String sent(String path, TableFields typing, int status) {
        HttpResponse<String> answer = planner.submit(path, typing.toFormFields());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** Another user who has seen the current plan. */
    private ServiceClient other(PlanLocation plan) {
        return client.withHeader("If-Match", client.get(plan.place()).tag());
    }

    private void remove(PlanLocation plan) {
        other(plan).delete(plan.place() + "/interventions/co-teaching");
    }

    private void undo(PlanLocation plan) {
        other(plan).post(plan.place() + "/undo", Map.of());
    }

    /** The first row has the form of a subject, which no cell holds. */
    private void putSubjectForms(PlanLocation plan) {
        ServiceClient.Answer put = other(plan)
                .put(
                        plan.place() + "/interventions/co-teaching",
                        Map.of(
                                "type",
                                "co-teaching",
                                "title",
                                "Tolærer",
                                "parameters",
                                Map.of(
                                        "pool",
                                        List.of(Map.of("staffId", "kj", "lessonsPerWeek", 15)),
                                        "classes",
                                        List.of(
                                                Map.of("groupId", "1a", "subjectForms", Map.of("DAN", "STATIONS")),
                                                Map.of("groupId", "4b", "need", 5)))));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    @Test
    void aStandingTableSaysEveryFieldInWordsAndIsNotChangedBySavingIt() {
        PlanLocation plan = plan("school-12-classes");
        String page = planner.get(plan.page()).body();
        assertThat(page)
                .contains("Klasser, der skal have tolærer", "Kilde: ", "Hvor stort klassens behov er")
                .contains("value=\"1A\"", "value=\"Type 1\"", "value=\"DAN, MAT, UUV\"", "value=\"8\"")
                .contains("Hvem der kan være den anden voksne", "/interventions/co-teaching\"");
        HttpResponse<String> saved =
                planner.submit(plan.classes(), TableFields.of(page).toFormFields());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(saved))
                .contains("/lists/needs?of=co-teaching&rows=classes&done=saved&at=");
        assertThat(intervention(plan, "co-teaching").at("/parameters/classes/0/need"))
                .isEqualTo(8);
        String before = intervention(plan, "co-teaching").body();
        assertThat(before).contains("\"DAN\", \"MAT\", \"UUV\"", "\"yearsOfExperience\": 12");
        planner.submit(plan.classes(), typing(plan.classes()).toFormFields());
        assertThat(intervention(plan, "co-teaching").body()).isEqualTo(before);
    }

    @Test
    void aNeedIsChangedAndRowsPastedAsOneChangeThatIsTakenBackAsOne() {
        PlanLocation plan = plan("school-12-classes");
        TableFields typing = typing(plan.classes())
                .with(0, "c5", "10")
                .with(0, "c6", "uge 35")
                .without(1)
                .withRow("", "3b", "type 2", "12,5", "MAT, DAN", "stationer", "7", "", "2027-W10", "")
                .withRow("", "", "", "", "", "", "", "", "", "");
        HttpResponse<String> saved = planner.submit(plan.classes(), typing.toFormFields());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        ServiceClient.Answer now = intervention(plan, "co-teaching");
        assertThat(now.at("/parameters/classes/0/need")).isEqualTo(10);
        assertThat(now.at("/parameters/classes/0/firstWeek")).isEqualTo("2026-W35");
        assertThat(now.at("/parameters/classes/1/groupId")).isEqualTo("2b");
        assertThat(now.at("/parameters/classes/3/groupId")).isEqualTo("3b");
        assertThat(now.at("/parameters/classes/3/scheme")).isEqualTo("TYPE_2");
        assertThat(now.at("/parameters/classes/3/lessonsPerWeek")).isEqualTo(12.5);
        assertThat(now.at("/parameters/classes/3/subjects/0")).isEqualTo("MAT");
        assertThat(now.at("/parameters/classes/3/form")).isEqualTo("STATIONS");
        assertThat(now.at("/parameters/classes/3/lastWeek")).isEqualTo("2027-W10");
        assertThat(now.body()).contains("\"staffId\": \"kj\"", "\"title\": \"Tolærerordning\"");

        HttpResponse<String> page = planner.get(PageClient.redirectTarget(saved));
        assertThat(page.body())
                .contains("Listen er gemt", "/needs/undo?of=co-teaching&amp;rows=classes", "value=\"35\"");
        HttpResponse<String> undone = planner.submit(
                plan.page() + "/undo?of=co-teaching&rows=classes",
                Map.of("version", TableFields.of(page.body()).version()));
        assertThat(planner.get(PageClient.redirectTarget(undone)).body())
                .contains("Ændringen er fortrudt")
                .doesNotContain("12,5");
    }

    @Test
    void everythingWrongIsSaidBesideItsCellAndWhatWasTypedStays() {
        PlanLocation plan = plan("school-12-classes");
        TableFields typing = typing(plan.classes())
                .with(0, "c5", "meget")
                .with(1, "c0", "12X")
                .with(1, "c6", "uge 60")
                .with(2, "c1", "type 3")
                .with(3, "c8", "Ingen Person");
        String wrong = sent(plan.classes(), typing, 422);
        for (String cell : List.of("r0c5", "r1c0", "r1c6", "r2c1", "r3c8")) {
            assertThat(wrong).contains("id=\"" + cell + "-why\"");
        }
        assertThat(wrong)
                .contains("value=\"meget\"", "value=\"12X\"", "value=\"uge 60\"", "value=\"type 3\"")
                .contains("Type 1, Type 2, Altid to voksne");
        String domain = sent(plan.classes(), typing(plan.classes()).with(2, "c5", "11"), 422);
        assertThat(domain).contains("value=\"11\"", "id=\"r2c5-why\"").doesNotContain("id=\"r1c5-why\"");
        assertThat(intervention(plan, "co-teaching").at("/parameters/classes/2/need"))
                .isEqualTo(6);
    }

    @Test
    void fieldWithoutACellStaysWithItsRow() {
        PlanLocation plan = plan("school-12-classes");
        putSubjectForms(plan);
        sent(plan.classes(), typing(plan.classes()).with(0, "c5", "9"), 303);
        ServiceClient.Answer now = intervention(plan, "co-teaching");
        assertThat(now.at("/parameters/classes/0/need")).isEqualTo(9);
        assertThat(now.at("/parameters/classes/0/subjectForms/DAN")).isEqualTo("STATIONS");
        sent(plan.classes(), typing(plan.classes()).without(0), 303);
        assertThat(intervention(plan, "co-teaching").body()).doesNotContain("STATIONS");
    }

    @Test
    void aCollisionIsSaidAndNothingOfEitherIsLost() {
        PlanLocation plan = plan("school-12-classes");
        TableFields typing = typing(plan.classes()).with(2, "c5", "1");
        TableFields first =
                typing(plan.classes()).without(0).with(0, "c5", "2").withRow("", "5b", "", "", "", "", "3", "", "", "");
        sent(plan.classes(), first, 303);
        String late = sent(plan.classes(), typing, 409);
        assertThat(late)
                .contains(
                        "Nogen har ændret planen",
                        "Nogen har fjernet rækken",
                        "value=\"1\"",
                        "Nu står der &quot;2&quot;")
                .contains("Rækken står i planen nu", "value=\"5B\"");
        assertThat(intervention(plan, "co-teaching").at("/parameters/classes/1/need"))
                .isEqualTo(6);
        sent(plan.classes(), TableFields.of(late).without(0), 303);
        ServiceClient.Answer now = intervention(plan, "co-teaching");
        assertThat(now.at("/parameters/classes/0/groupId")).isEqualTo("4b");
        assertThat(now.at("/parameters/classes/1/need")).isEqualTo(1);
        assertThat(now.at("/parameters/classes/3/groupId")).isEqualTo("5b");
    }

    @Test
    void typedNeedsOutliveARemovedInterventionAndAreSavedOnceItIsBack() {
        PlanLocation plan = plan("school-12-classes");
        remove(plan);
        undo(plan);
        TableFields typing = typing(plan.classes()).with(0, "c5", "10").with(1, "c5", "ret\tmeget");
        remove(plan);
        String gone = sent(plan.classes(), typing, 409);
        assertThat(gone)
                .contains("Nogen har fjernet indsatsen, mens du skrev", "value=\"10\"", "id=\"r1c5-why\"")
                .contains(">1A\tType 1\t", "\t10\t", "\tret meget\t", "Gem listen")
                .doesNotContain("Nu står der", "/interventions/co-teaching\"");

        String still = sent(plan.classes(), TableFields.of(gone).with(1, "c5", "5"), 409);
        undo(plan);
        String late = sent(plan.classes(), TableFields.of(still), 409);
        assertThat(late).contains("Nogen har ændret planen", "value=\"10\"").doesNotContain("fjernet indsatsen");
        sent(plan.classes(), TableFields.of(late), 303);
        assertThat(intervention(plan, "co-teaching").at("/parameters/classes/0/need"))
                .isEqualTo(10);
        sent(plan.page() + "?of=nobody&rows=classes", typing, 404);
    }

    @Test
    void typedNeedsOutliveAListRemovedFromTheIntervention() {
        PlanLocation plan = plan("camp-4-weeks-overnight");
        String contacts = plan.page() + "?of=camp&rows=conversations.contacts";
        TableFields typing = typing(contacts).with(0, "c1", "Omar");
        @SuppressWarnings("unchecked")
        var camp = new HashMap<>(((List<Map<String, ?>>)
                        TestServices.exampleProblem("camp-4-weeks-overnight").get("interventions"))
                .getFirst());
        var parameters = new HashMap<>((Map<?, ?>) camp.get("parameters"));
        parameters.remove("conversations");
        ServiceClient.Answer put = other(plan)
                .put(
                        plan.place() + "/interventions/camp",
                        Map.of("type", "camp", "title", "Camp", "parameters", parameters));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(sent(contacts, typing, 409))
                .contains("Nogen har taget denne liste ud af indsatsen", "value=\"Omar\"");
    }

    @Test
    void readerSeesNoStudentNeedsAndCannotEditNeeds() {
        PlanLocation plan = plan("small-groups");
        String candidates = plan.page() + "?of=small-groups&rows=candidates";
        assertThat(planner.get(candidates).body()).contains("Tove Hede", "Tal og algebra");
        TableFields swapped = typing(candidates).with(0, "c0", "Viggo Hede").with(1, "c0", "Tove Hede");
        sent(candidates, swapped, 303);
        assertThat(intervention(plan, "small-groups").at("/parameters/candidates/0/studentId"))
                .isEqualTo("s002");

        PageClient reader = PageClient.signedIn(server, school.addPerson(Role.READER));
        assertThat(reader.get(candidates).statusCode()).isEqualTo(403);
        String tutors = reader.get(plan.page()).body();
        assertThat(tutors)
                .contains("rows=tutors")
                .doesNotContain(
                        "rows=candidates", "Hede", "Gem listen", "<input id=\"r0", "/interventions/small-groups\"");
        assertThat(reader.submit(candidates, Map.of("version", "1")).statusCode())
                .isEqualTo(403);
        assertThat(reader.submit(plan.page() + "?of=small-groups&rows=tutors", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(planner.get(plan.page() + "?of=small-groups&rows=nothing").statusCode())
                .isEqualTo(404);
        assertThat(planner.get(plan.page() + "?of=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void everyTypeOfInterventionHasItsTablesAndTheFormLeadsToThem() {
        PlanLocation plan = plan("guide-all-five");
        String page = planner.get(plan.page()).body();
        assertThat(page).contains("of=makkere", "of=turbo", "of=bogpakker", "of=smaa-grupper");
        assertThat(planner.get(plan.page() + "?of=makkere").body()).contains("rows=sets", "rows=levels");
        String form = planner.get(plan.page().replace("lists/needs", "interventions/turbo"))
                .body();
        assertThat(form).contains("/lists/needs?of=turbo&amp;rows=students\"", "Ret som tabel");
        assertThat(planner.get(plan.page().replace("lists/needs", "interventions/new?type=co-teaching"))
                        .body())
                .doesNotContain("Ret som tabel");
    }

    @Test
    void aPlanWithoutInterventionsInvitesToAddOne() {
        PlanLocation plan = plan("school-12-classes");
        remove(plan);
        assertThat(planner.get(plan.page()).body()).contains("Ingen indsatser endnu", "/interventions/new\"");
    }
}
